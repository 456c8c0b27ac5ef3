/** A question with two answers, before something is lost. */
import { useLocale } from '@haykal/messages/react'
import { Button } from '@haykal/ui/button/button.tsx'
import { Dialog } from '@haykal/ui/dialog/dialog.tsx'
import type { ReactNode } from 'react'
import styles from './record.module.css'

/** The properties of the question. */
export interface AskDialogProps {
  readonly title: ReactNode
  readonly text: ReactNode
  /** What is done when the person agrees. */
  readonly confirm: string
  /** Absent: cancel. */
  readonly cancel?: string
  readonly isBusy?: boolean
  /** Why it did not work: said in the place of the text. */
  readonly error?: string | undefined
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

/** The question. */
export function AskDialog({
  title,
  text,
  confirm,
  cancel,
  isBusy = false,
  error,
  onConfirm,
  onCancel,
}: AskDialogProps) {
  const { t } = useLocale()
  return (
    <Dialog
      alert
      title={title}
      onClose={onCancel}
      footer={
        <>
          <Button onClick={onCancel}>{cancel ?? t('app.cancel')}</Button>
          <Button variant="danger" disabled={isBusy} onClick={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    >
      {error ? (
        <p role="alert" className={styles.refusal}>
          {error}
        </p>
      ) : (
        <p>{text}</p>
      )}
    </Dialog>
  )
}
