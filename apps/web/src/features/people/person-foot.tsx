/** The foot of a person's form: what is not saved, what went wrong, and the buttons; asks before anything is lost. */
import { useLocale } from '@haykal/messages/react'
import { Button } from '@haykal/ui/button/button.tsx'
import { type RefObject, useRef } from 'react'
import { useKeys } from '../keys/use-keys.ts'
import { LeaveDialog } from '../record/leave-dialog.tsx'
import { useLeaveGuard } from '../record/use-leave-guard.ts'
import styles from './people.module.css'

/** The properties of the foot. */
export interface PersonFootProps {
  readonly changes: number
  /** What went wrong, where no field is to blame. */
  readonly error: string | undefined
  readonly isBusy: boolean
  readonly save: string
  readonly saving: string
  /** Saves, as the button of the form does. */
  readonly onSave: () => void
  readonly onDiscard: () => void
  /** Nothing is lost by leaving; absent: what is unsaved is. */
  readonly isDone?: RefObject<boolean>
}

/** The foot. */
export function PersonFoot({ changes, error, isBusy, save, saving, onSave, onDiscard, isDone }: PersonFootProps) {
  const { t } = useLocale()
  const never = useRef(false)
  const isUnsaved = changes > 0
  const leaving = useLeaveGuard(
    { isUnsaved, isDone: isDone ?? never },
    (current, next) => current.pathname !== next.pathname || personIn(current.search) !== personIn(next.search),
  )
  useKeys({ save: onSave })
  return (
    <div className={styles.foot}>
      <p className={error ? styles.fault : styles.state} role={error ? 'alert' : 'status'}>
        {error ?? (isUnsaved ? t('record.unsaved', { count: changes }) : '')}
      </p>
      {isUnsaved && (
        <Button variant="quiet" disabled={isBusy} onClick={onDiscard}>
          {t('record.discard')}
        </Button>
      )}
      <Button type="submit" variant="primary" disabled={isBusy || !isUnsaved}>
        {isBusy ? saving : save}
      </Button>
      {leaving && <LeaveDialog changes={changes} {...leaving} />}
    </div>
  )
}

function personIn(search: object): unknown {
  return 'person' in search ? search.person : undefined
}
