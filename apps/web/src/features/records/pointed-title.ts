/** Asks what the record is called that something points to. */
import type { RecordReply } from '@haykal/contract'
import type { Client } from '@haykal/contract/client'
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { idOfPointer, type Pointer } from './pointer.ts'
import { recordsKey } from './record-pages.ts'
import { titleOfRecord } from './title-of-record.ts'

/** Where to ask, and what is at hand already. */
export interface TitleRequest {
  readonly client: Client
  readonly queries: QueryClient
}

/** The title of what is pointed to; null where there is no such record. */
export function pointedTitleOptions({ client, queries }: TitleRequest, pointer: Pointer | undefined) {
  const name = pointer?.target.name ?? ''
  const id = pointer && idOfPointer(pointer)
  return queryOptions({
    queryKey: [...recordsKey(name), 'title', pointer?.where ?? null],
    queryFn: async ({ signal }): Promise<string | null> => {
      if (!pointer) return null
      const { target, where } = pointer
      if (id !== undefined) {
        return titleOfRecord(target, await client.call('readRecord', { path: { model: name, id }, signal }))
      }
      const filter = Object.fromEntries(Object.entries(where).map(([field, value]) => [field, { eq: value }]))
      const query = { filter, fields: [target.title.name], limit: 1, count: 'none' as const }
      const { data, meta } = await client.call('listRecords', { path: { model: name }, query, signal })
      return data[0] ? titleOfRecord(target, { data: data[0], meta: { id: '', titles: meta.titles } }) : null
    },
    enabled: pointer !== undefined,
    // Whoever comes from the page of the record knows its title already.
    initialData: () => {
      const reply = queries.getQueryData<RecordReply>([...recordsKey(name), 'record', id])
      return pointer && reply ? titleOfRecord(pointer.target, reply) : undefined
    },
  })
}
