/** The foot of rules: what is not saved, what went wrong, and the buttons; asks before anything is lost. */
import { useLocale } from '@haykal/messages/react'
import { Button } from '@haykal/ui/button/button.tsx'
import { useRef } from 'react'
import { LeaveDialog } from '../record/leave-dialog.tsx'
import { useLeaveGuard } from '../record/use-leave-guard.ts'
import styles from './rules.module.css'
import type { RulesForm } from './use-rules-form.ts'

/** The foot. */
export function RulesFoot({ form }: { readonly form: RulesForm }) {
  const { t } = useLocale()
  const { changes, error, isBusy, isSavable } = form
  const never = useRef(false)
  const leaving = useLeaveGuard(
    { isUnsaved: changes > 0, isDone: never },
    (current, next) => current.pathname !== next.pathname || modelIn(current.search) !== modelIn(next.search),
  )
  return (
    <div className={styles.foot}>
      <p className={error ? styles.fault : styles.state} role={error ? 'alert' : 'status'}>
        {error ?? (changes > 0 ? t('record.unsaved', { count: changes }) : '')}
      </p>
      {changes > 0 && (
        <Button variant="quiet" disabled={isBusy} onClick={form.discard}>
          {t('record.discard')}
        </Button>
      )}
      <Button variant="primary" disabled={isBusy || !isSavable} onClick={form.save}>
        {isBusy ? t('record.saving') : t('record.save')}
      </Button>
      {leaving && <LeaveDialog changes={changes} {...leaving} />}
    </div>
  )
}

/** The model that an address of this page is about. */
function modelIn(search: object): unknown {
  return 'model' in search ? search.model : undefined
}
