/** Asks before unsaved changes are lost. */
import { useLocale } from '@haykal/messages/react'
import { AskDialog } from './ask-dialog.tsx'
import type { Leaving } from './use-leave-guard.ts'

/** The properties of the question. */
export interface LeaveDialogProps extends Leaving {
  /** How many changes would be lost. */
  readonly changes: number
}

/** The question. */
export function LeaveDialog({ changes, leave, stay }: LeaveDialogProps) {
  const { t } = useLocale()
  return (
    <AskDialog
      title={t('record.leaveTitle')}
      text={t('record.leaveText', { count: changes })}
      confirm={t('record.leave')}
      cancel={t('record.stay')}
      onConfirm={leave}
      onCancel={stay}
    />
  )
}
