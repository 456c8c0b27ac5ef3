/** The page of a record, and the page that makes a new one. */
import { useLocale } from '@haykal/messages/react'
import { labelIn } from '@haykal/model'
import { useQuery } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { useState } from 'react'
import { useModel } from '../boot/use-boot.ts'
import { useTitle } from '../boot/use-title.ts'
import { inSentence } from '../records/list-head.tsx'
import { titleOfRecord } from '../records/title-of-record.ts'
import { NotFound } from '../screens/not-found.tsx'
import { BytesOfRecord } from './bytes-of-record.tsx'
import { EditRecord } from './edit-record.tsx'
import { NewRecord } from './new-record.tsx'
import { ReadRecord } from './read-record.tsx'
import { RecordBlank } from './record-blank.tsx'
import { recordOptions } from './record-options.ts'
import { RecordPlaceholder } from './record-placeholder.tsx'
import { RecordSource } from './record-source.tsx'

/** The page of a record: read, and edited in the same place. */
export function RecordScreen({ model: name, id }: { readonly model: string; readonly id: string }) {
  const known = useModel(name)
  const {
    data: reply,
    error,
    isPending,
    refetch,
  } = useQuery({ ...recordOptions(useClient(), name, id), enabled: known !== undefined })
  const title = known && reply ? titleOfRecord(known.model, reply) : undefined
  const [editing, setEditing] = useState<string | true>()
  useTitle(title)

  if (!known) return <NotFound />
  if (error && !reply) return <RecordBlank model={known.model} error={error} onRetry={() => void refetch()} />
  if (isPending || !reply || title === undefined) return <RecordPlaceholder model={known.model} />
  const shared = { model: known.model, id, reply, title }
  return (
    <RecordSource>
      <BytesOfRecord model={name} id={id} reply={reply}>
        {editing !== undefined && reply.meta.can.edit ? (
          <EditRecord {...shared} onDone={() => setEditing(undefined)} focus={editing === true ? undefined : editing} />
        ) : (
          <ReadRecord {...shared} onEdit={(field) => setEditing(field ?? true)} />
        )}
      </BytesOfRecord>
    </RecordSource>
  )
}

/** The page that makes a new record. */
export function NewRecordScreen({ model: name }: { readonly model: string }) {
  const { t, language } = useLocale()
  const known = useModel(name)
  useTitle(known && t('record.new', { model: inSentence(labelIn(known.model.label, language)) }))
  if (!known?.access.can.create) return <NotFound />
  return (
    <RecordSource>
      <NewRecord model={known.model} />
    </RecordSource>
  )
}
