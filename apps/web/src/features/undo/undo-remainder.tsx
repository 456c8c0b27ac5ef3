/** What was left as it is by an undo that nobody was asked about before; where only a value is missing, a way to go without it. */
import type { KeptReason, UndoChoice } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { Button } from '@haykal/ui/button/button.tsx'
import { Dialog } from '@haykal/ui/dialog/dialog.tsx'
import type { ManyProgress } from '../many/go-through.ts'
import { KeptRecords } from './kept-records.tsx'
import styles from './undo-dialog.module.css'

/** The properties of the dialog. */
export interface UndoRemainderProps {
  readonly outcome: ManyProgress
  readonly onConfirm: (choice: UndoChoice) => void
  readonly onClose: () => void
}

/** Reasons that are a single value, without which the record can come back. */
const clearable: readonly KeptReason[] = ['no_such_record', 'not_unique']

/** The dialog. */
export function UndoRemainder({ outcome: { reply, kept }, onConfirm, onClose }: UndoRemainderProps) {
  const { t } = useLocale()
  const canClear = kept.some(({ reason, fields }) => clearable.includes(reason) && fields.length > 0)
  return (
    <Dialog
      title={reply.done === 0 ? t('undo.nothingDone') : t('undo.partlyDone')}
      onClose={onClose}
      footer={
        <>
          {canClear && <Button onClick={() => onConfirm('clear')}>{t('undo.clear')}</Button>}
          <Button variant="primary" onClick={onClose}>
            {t('app.close')}
          </Button>
        </>
      }
    >
      <p className={styles.text}>{t('undo.remainder')}</p>
      <KeptRecords kept={kept} count={reply.keptCount} />
    </Dialog>
  )
}
