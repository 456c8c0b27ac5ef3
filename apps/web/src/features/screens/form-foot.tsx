/** The foot of a form in a panel: what is not saved, what went wrong, and the buttons; asks before anything is lost. */
import { useLocale } from '@haykal/messages/react'
import { Button } from '@haykal/ui/button/button.tsx'
import { type ReactNode, type RefObject, useRef } from 'react'
import { LeaveDialog } from '../record/leave-dialog.tsx'
import { useLeaveGuard } from '../record/use-leave-guard.ts'
import styles from './form-foot.module.css'

/** The properties of the foot. */
export interface FormFootProps {
  readonly changes: number
  /** What went wrong, where no field is to blame. */
  readonly error: string | undefined
  readonly isBusy: boolean
  /** Absent: when something has changed. */
  readonly isSavable?: boolean
  /** The words of the button; absent: to save. */
  readonly save?: { readonly now: string; readonly busy: string }
  /** Absent: the form around it is sent. */
  readonly onSave?: () => void
  readonly onDiscard: () => void
  /** The name of what in the address says which form is open. */
  readonly openedBy: 'model' | 'person'
  /** Nothing is lost by leaving; absent: what is unsaved is. */
  readonly isDone?: RefObject<boolean>
  /** What else can be done with the form. */
  readonly children?: ReactNode
}

/** The foot. */
export function FormFoot({ changes, error, isBusy, onDiscard, openedBy, children, ...saving }: FormFootProps) {
  const { t } = useLocale()
  const never = useRef(false)
  const isUnsaved = changes > 0
  const { isSavable = isUnsaved, save = { now: t('record.save'), busy: t('record.saving') }, onSave } = saving
  const openIn = (search: object) => (search as { readonly [name: string]: unknown })[openedBy]
  const leaving = useLeaveGuard(
    { isUnsaved, isDone: saving.isDone ?? never },
    (current, next) => current.pathname !== next.pathname || openIn(current.search) !== openIn(next.search),
  )
  return (
    <div className={styles.foot}>
      <p className={error ? styles.fault : styles.state} role={error ? 'alert' : 'status'}>
        {error ?? (isUnsaved ? t('record.unsaved', { count: changes }) : '')}
      </p>
      {children}
      {isUnsaved && (
        <Button variant="quiet" disabled={isBusy} onClick={onDiscard}>
          {t('record.discard')}
        </Button>
      )}
      <Button type={onSave ? 'button' : 'submit'} variant="primary" disabled={isBusy || !isSavable} onClick={onSave}>
        {isBusy ? save.busy : save.now}
      </Button>
      {leaving && <LeaveDialog changes={changes} {...leaving} />}
    </div>
  )
}
