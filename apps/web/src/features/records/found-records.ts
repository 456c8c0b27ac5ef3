/** Finds records by what they are called: for whoever picks one, in a form or in a filter. */
import type { Client } from '@haykal/contract/client'
import { type Json, type Model, recordId } from '@haykal/model'
import { queryOptions } from '@tanstack/react-query'
import { recordsKey } from './record-pages.ts'
import { titleOfRecord } from './title-of-record.ts'

/** How many are offered at once. */
const offered = 20

/** A record to choose. */
export interface FoundRecord {
  readonly id: string
  /** What a relation to it stores. */
  readonly key: Json
  readonly title: string
}

/** The first records of a model that a text finds, by title; all where it is empty. */
export function foundRecordsOptions(client: Client, model: Model, text: string) {
  const q = text.trim()
  const query = {
    fields: [model.title.name],
    sort: model.title.name,
    limit: offered,
    count: 'none' as const,
    ...(q !== '' && { q }),
  }
  return queryOptions({
    queryKey: [...recordsKey(model.name), 'found', q],
    queryFn: async ({ signal }): Promise<readonly FoundRecord[]> => {
      const { data, meta } = await client.call('listRecords', { path: { model: model.name }, query, signal })
      return data.map((record) => {
        const id = recordId(model, record)
        const [key] = model.key
        return {
          id,
          key: (key && record[key.name]) ?? null,
          title: titleOfRecord(model, { data: record, meta: { id, titles: meta.titles } }),
        }
      })
    },
    staleTime: 10_000,
  })
}
