/** A record, wherever it is shown: read, and edited in the same place. */
import type { RecordReply } from '@haykal/contract'
import type { Model } from '@haykal/model'
import { useQuery } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { useMemo, useState } from 'react'
import { useTitle } from '../boot/use-title.ts'
import { useKeys } from '../keys/use-keys.ts'
import { recordOptions } from '../records/one-record.ts'
import { titleOfRecord } from '../records/title-of-record.ts'
import { BytesOfRecord } from './bytes-of-record.tsx'
import { DraftBanner } from './draft-banner.tsx'
import type { Continued } from './draft-content.ts'
import { EditRecord } from './edit-record.tsx'
import { ReadRecord } from './read-record.tsx'
import { RecordBlank } from './record-blank.tsx'
import { beginDraft } from './record-draft.ts'
import { RecordPlaceholder } from './record-placeholder.tsx'
import { RecordSource } from './record-source.tsx'
import { settableModel } from './settable-model.ts'
import { useDraftOffer } from './use-draft-offer.ts'

/** Which record. */
export interface RecordViewProps {
  readonly model: Model
  readonly id: string
}

/** The record, or why it cannot be shown. */
export function RecordView({ model, id }: RecordViewProps) {
  const { data: reply, error, isPending, refetch } = useQuery(recordOptions(useClient(), model.name, id))
  const title = reply && titleOfRecord(model, reply)
  const [isEditAsked, setEditAsked] = useState(false)
  useTitle(title)
  // The key counts from the moment one is at the record, also while it is on its way.
  useKeys({ edit: isPending ? () => setEditAsked(true) : undefined })
  if (error && !reply) return <RecordBlank model={model} error={error} onRetry={() => void refetch()} />
  if (isPending || !reply || title === undefined) return <RecordPlaceholder model={model} />
  return (
    <RecordSource>
      <BytesOfRecord model={model.name} id={id} reply={reply}>
        <ShownRecord model={model} id={id} reply={reply} title={title} isEditAsked={isEditAsked} />
      </BytesOfRecord>
    </RecordSource>
  )
}

interface ShownRecordProps extends RecordViewProps {
  readonly reply: RecordReply
  readonly title: string
  /** To be edited from the start. */
  readonly isEditAsked: boolean
}

/** What is done with the record now: undefined while it is only read. */
interface Session {
  /** The field to begin with; undefined: the first. */
  readonly field: string | undefined
  /** What was typed earlier and is gone on with; absent: nothing. */
  readonly continued?: Continued
}

function ShownRecord({ model: whole, id, reply, title, isEditAsked }: ShownRecordProps) {
  const model = useMemo(() => settableModel(whole, reply.meta.can.fields), [whole, reply.meta.can.fields])
  const [session, setSession] = useState<Session | undefined>(
    isEditAsked && reply.meta.can.edit ? { field: undefined } : undefined,
  )
  // What was just saved is shown as if it were stored already; the form waits behind it for the answer.
  const [sent, setSent] = useState<RecordReply>()
  const [after, setAfter] = useState<{ readonly changedByOthers: readonly string[] }>()
  const drafts = useDraftOffer(model.name, id, () => beginDraft(model, 'edit', reply.data))
  const { offered } = drafts
  const isEditing = session !== undefined && reply.meta.can.edit
  const isRead = !isEditing || sent !== undefined
  return (
    <>
      {isRead && (
        <ReadRecord
          model={model}
          id={id}
          reply={sent ?? reply}
          title={title}
          glowing={after?.changedByOthers ?? []}
          notice={
            offered &&
            !isEditing &&
            reply.meta.can.edit && (
              <DraftBanner
                key={offered.name}
                typedAt={offered.typedAt}
                onContinue={() => setSession({ field: Object.keys(offered.draft.values)[0], continued: offered })}
                onDiscard={drafts.discard}
              />
            )
          }
          takesFocus={after !== undefined || sent !== undefined}
          onEdit={sent === undefined ? (field) => setSession({ field }) : undefined}
        />
      )}
      {isEditing && (
        <EditRecord
          model={model}
          id={id}
          reply={reply}
          title={title}
          focus={session.field}
          continued={session.continued}
          place={drafts.place}
          isHidden={sent !== undefined}
          onSent={setSent}
          onDone={(changedByOthers) => {
            setSent(undefined)
            setSession(undefined)
            drafts.lookAgain()
            setAfter({ changedByOthers })
          }}
        />
      )}
    </>
  )
}
