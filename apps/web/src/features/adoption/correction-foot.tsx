/** The foot of a correction: what is not saved, what went wrong, and the buttons; asks before anything is lost. */
import { useLocale } from '@haykal/messages/react'
import { Button } from '@haykal/ui/button/button.tsx'
import { useRef } from 'react'
import { LeaveDialog } from '../record/leave-dialog.tsx'
import { useLeaveGuard } from '../record/use-leave-guard.ts'
import styles from './correction.module.css'
import type { CorrectionForm } from './use-correction.ts'

/** The foot. */
export function CorrectionFoot({ form }: { readonly form: CorrectionForm }) {
  const { t } = useLocale()
  const { changes, error, isBusy, draft } = form
  const never = useRef(false)
  const leaving = useLeaveGuard(
    { isUnsaved: changes > 0, isDone: never },
    (current, next) => modelIn(current.search) !== modelIn(next.search),
  )
  const isCorrected = Object.keys(draft).length > 0
  return (
    <div className={styles.foot}>
      <p className={error ? styles.fault : styles.state} role={error ? 'alert' : 'status'}>
        {error ?? (changes > 0 ? t('record.unsaved', { count: changes }) : '')}
      </p>
      {isCorrected && (
        <Button variant="quiet" icon="undo" disabled={isBusy} onClick={() => form.change(() => ({}))}>
          {t('adoption.backToGuessAll')}
        </Button>
      )}
      {changes > 0 && (
        <Button variant="quiet" disabled={isBusy} onClick={form.discard}>
          {t('record.discard')}
        </Button>
      )}
      <Button type="submit" variant="primary" disabled={isBusy || changes === 0}>
        {isBusy ? t('record.saving') : t('record.save')}
      </Button>
      {leaving && <LeaveDialog changes={changes} {...leaving} />}
    </div>
  )
}

/** The model that an address of this page corrects. Another page has none. */
function modelIn(search: object): unknown {
  return 'model' in search ? search.model : undefined
}
