/** A question with two answers, before something is lost. */
import { useLocale } from '@haykal/messages/react'
import { Button } from '@haykal/ui/button/button.tsx'
import { Dialog } from '@haykal/ui/dialog/dialog.tsx'
import type { ReactNode } from 'react'

/** The properties of the question. */
export interface AskDialogProps {
  readonly title: ReactNode
  readonly text: ReactNode
  /** What is done when the person agrees. */
  readonly confirm: string
  /** Absent: cancel. */
  readonly cancel?: string
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

/** The question. */
export function AskDialog({ title, text, confirm, cancel, onConfirm, onCancel }: AskDialogProps) {
  const { t } = useLocale()
  return (
    <Dialog
      alert
      title={title}
      onClose={onCancel}
      footer={
        <>
          <Button onClick={onCancel}>{cancel ?? t('app.cancel')}</Button>
          <Button variant="danger" onClick={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    >
      <p>{text}</p>
    </Dialog>
  )
}
