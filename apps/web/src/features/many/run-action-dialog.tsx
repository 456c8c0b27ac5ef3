/** Runs an action of the project on the chosen records: looks first for how many of them it is meant, and asks. */
import type { BootAction } from '@haykal/contract'
import type { Client } from '@haykal/contract/client'
import { useLocale } from '@haykal/messages/react'
import { type Filter, labelIn, recordId } from '@haykal/model'
import { Button } from '@haykal/ui/button/button.tsx'
import { Dialog } from '@haykal/ui/dialog/dialog.tsx'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { useState } from 'react'
import type { ManyDialogProps } from './edit-many-dialog.tsx'
import styles from './many.module.css'
import { findingsOf, type ManyTarget } from './many-target.ts'
import { refusalSentences } from './refusal-sentences.ts'
import { useRunAction } from './use-run-action.ts'

/** The question. */
export function RunActionDialog({
  target,
  action,
  onClose,
  onDone,
}: ManyDialogProps & { readonly action: BootAction }) {
  const { t, locale, language } = useLocale()
  const [meant] = useState(target)
  const { data: ids, error: countError } = useQuery(idsOptions(useClient(), meant, action))
  const { run, isRunning } = useRunAction(meant.model.name)
  const label = labelIn(action.label, language)
  const [refusal, setRefusal] = useState<unknown>()
  const error = refusal ?? countError
  const chosen = meant.chosen.isAll ? undefined : meant.chosen.records.size
  const isFewer = ids !== undefined && ids.length > 0 && chosen !== undefined && ids.length < chosen
  const heading = t('action.done', { action: label, title: t('list.count', { count: ids?.length ?? 0 }) })
  const apply = async () => {
    if (!ids) return
    const refused = await run(action, ids, heading)
    setRefusal(refused)
    if (refused === undefined) onDone()
  }
  return (
    <Dialog
      title={ids ? heading : t('many.counting')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button variant="primary" disabled={!ids || ids.length === 0 || isRunning} onClick={() => void apply()}>
            <bdi>{label}</bdi>
          </Button>
        </>
      }
    >
      <div role="status">
        {ids?.length === 0 && <p>{t('action.none')}</p>}
        {isFewer && <p className={styles.note}>{t('action.fewer', { count: chosen - ids.length })}</p>}
      </div>
      {error != null && (
        <p className={styles.failure} role="alert">
          {refusalSentences({ t, locale }, error).join(' ')}
        </p>
      )}
    </Dialog>
  )
}

/** The ids of those of the chosen records that the action is for: whether it is, the server knows of all fields. */
function idsOptions(client: Client, target: ManyTarget, { name, when }: BootAction) {
  const { model } = target
  const findings = findingsOf(target)
  return queryOptions({
    queryKey: ['many', model.name, 'action', name, findings],
    queryFn: async ({ signal }) => {
      const ids: string[] = []
      for (const { filter, q } of findings) {
        let after: string | null | undefined
        while (after !== null) {
          const query = {
            filter: both(filter, when),
            ...(q !== undefined && { q }),
            ...(after !== undefined && { after }),
            fields: model.key.map((field) => field.name),
            limit: 500,
            count: 'none' as const,
          }
          const { data, meta } = await client.call('listRecords', { path: { model: model.name }, query, signal })
          ids.push(...data.map((record) => recordId(model, record)))
          after = meta.next
        }
      }
      return ids
    },
    gcTime: 0,
    networkMode: 'always',
  })
}

function both(one: Filter | undefined, other: Filter | undefined): Filter {
  return one && other ? { and: [one, other] } : (one ?? other ?? {})
}
