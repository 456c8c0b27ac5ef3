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
import { EditRecord } from './edit-record.tsx'
import { ReadRecord } from './read-record.tsx'
import { RecordBlank } from './record-blank.tsx'
import { RecordPlaceholder } from './record-placeholder.tsx'
import { RecordSource } from './record-source.tsx'
import { settableModel } from './settable-model.ts'

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
}

function ShownRecord({ model: whole, id, reply, title, isEditAsked }: ShownRecordProps) {
  const model = useMemo(() => settableModel(whole, reply.meta.can.fields), [whole, reply.meta.can.fields])
  const [session, setSession] = useState<Session | undefined>(
    isEditAsked && reply.meta.can.edit ? { field: undefined } : undefined,
  )
  // What was just saved is shown as if it were stored already; the form waits behind it for the answer.
  const [sent, setSent] = useState<RecordReply>()
  const [after, setAfter] = useState<{ readonly changedByOthers: readonly string[] }>()
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
          isHidden={sent !== undefined}
          onSent={setSent}
          onDone={(changedByOthers) => {
            setSent(undefined)
            setSession(undefined)
            setAfter({ changedByOthers })
          }}
        />
      )}
    </>
  )
}
