/** Says why a record cannot be edited or removed: the rule that decides, in a sentence, as a refusal says it. */
import type { Client } from '@haykal/contract/client'
import { explanationText } from '@haykal/contract/explanation-text'
import { useLocale } from '@haykal/messages/react'
import type { Model } from '@haykal/model'
import { Button } from '@haykal/ui/button/button.tsx'
import { Dialog } from '@haykal/ui/dialog/dialog.tsx'
import { Skeleton } from '@haykal/ui/skeleton/skeleton.tsx'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { recordsKey } from '../records/record-pages.ts'
import styles from './record.module.css'
import { refusalText } from './refusal-text.ts'

/** What is asked about. */
interface Attempted {
  readonly model: string
  readonly id: string
  readonly act: 'edit' | 'remove'
}

/** Which rule decides now: what was said of the record before may no longer be so. */
function whyOptions(client: Client, { model, id, act }: Attempted) {
  return queryOptions({
    queryKey: [...recordsKey(model), 'why', id, act],
    queryFn: ({ signal }) => client.call('explainRecord', { path: { model, id, act }, signal }),
    gcTime: 0,
    // Without a network it says so, instead of waiting for one.
    networkMode: 'always',
  })
}

/** The properties of the dialog. */
export interface WhyDialogProps {
  readonly model: Model
  readonly id: string
  /** The question. */
  readonly title: string
  /** What cannot be done. */
  readonly acts: readonly Attempted['act'][]
  readonly onClose: () => void
}

/** The dialog. */
export function WhyDialog({ model, id, title, acts, onClose }: WhyDialogProps) {
  const { t } = useLocale()
  return (
    <Dialog title={title} onClose={onClose} footer={<Button onClick={onClose}>{t('record.close')}</Button>}>
      {acts.map((act) => (
        <Reason key={act} model={model.name} id={id} act={act} />
      ))}
    </Dialog>
  )
}

function Reason(attempted: Attempted) {
  const { t, locale } = useLocale()
  const { data, error, isFetching, refetch } = useQuery(whyOptions(useClient(), attempted))
  const isFailed = error !== null && !isFetching
  return (
    <div className={styles.why}>
      {/* Read aloud when it arrives. */}
      <p role="status" aria-busy={isFetching}>
        {data ? explanationText({ t, locale }, data.explanation) : isFailed && refusalText({ t, locale }, error)}
        {!data && !isFailed && <Skeleton width="80%" />}
      </p>
      {isFailed && (
        <Button icon="refresh" onClick={() => void refetch()}>
          {t('app.retry')}
        </Button>
      )}
    </div>
  )
}
