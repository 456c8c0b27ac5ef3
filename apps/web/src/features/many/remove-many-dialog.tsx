/** Asks before many records are removed, with how many; removes them step by step, and tells which were left, and why. */
import type { WhichRecords } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { Button } from '@haykal/ui/button/button.tsx'
import { Dialog } from '@haykal/ui/dialog/dialog.tsx'
import { useQuery } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { useRef, useState } from 'react'
import { tellChange } from '../history/tell-change.ts'
import { refusalText } from '../record/refusal-text.ts'
import { countOptions } from './count-options.ts'
import type { ManyDialogProps } from './edit-many-dialog.tsx'
import styles from './many.module.css'
import { ManyFooter } from './many-footer.tsx'
import { ManyOutcome } from './many-outcome.tsx'
import { NotAllowed } from './not-allowed.tsx'
import { removalOf } from './removal-of.ts'
import { useManyRun } from './use-many-run.ts'

/** The question, and what comes of it. */
export function RemoveManyDialog({ target, onClose, onDone }: ManyDialogProps) {
  const { t, locale } = useLocale()
  const client = useClient()
  // What is chosen stays what it was, whatever the list does behind the dialog.
  const [meant] = useState(target)
  const { data: counted, error } = useQuery(countOptions(client, meant, 'remove'))
  const which = useRef<WhichRecords>(undefined)
  const run = useManyRun(
    async (next) => {
      which.current ??= await removalOf(client, meant, counted?.asOf ?? '')
      const body = { which: which.current, ...(next !== undefined && { next }) }
      return await client.call('removeMany', { path: { model: meant.model.name }, body })
    },
    ({ reply }) => {
      tellChange({ changeSet: reply.changeSet, text: t('many.removed', { count: reply.done }) })
      if (reply.keptCount === 0 && reply.next === null) onDone()
    },
  )
  const allowed = counted?.allowed ?? 0
  const isBegun = run.state !== 'ready'
  const leave = isBegun ? onDone : onClose
  return (
    <Dialog
      alert
      title={counted ? t('many.removeTitle', { count: allowed }) : t('many.counting')}
      onClose={run.state === 'running' ? run.stop : leave}
      footer={
        <ManyFooter
          run={run}
          onClose={leave}
          submit={
            <Button variant="danger" disabled={allowed === 0} onClick={run.start}>
              {t('record.remove')}
            </Button>
          }
        />
      }
    >
      {isBegun ? (
        <ManyOutcome run={run} expected={allowed} doneText={(count) => t('many.removed', { count })} />
      ) : (
        <div role="status">
          {counted && allowed > 0 && <p>{t('many.removeText')}</p>}
          {counted && <NotAllowed counted={counted} />}
          {error && <p className={styles.failure}>{refusalText({ t, locale }, error)}</p>}
        </div>
      )}
    </Dialog>
  )
}
