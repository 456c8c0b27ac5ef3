/** Finds records by what they are called: for whoever picks one, in a form or in a filter. */
import type { Client } from '@haykal/contract/client'
import { type Json, type Model, type ModelField, recordId, targetField } from '@haykal/model'
import { queryOptions } from '@tanstack/react-query'
import { hasPage } from './has-page.ts'
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

/** The records of a model that a relation may point to. */
export interface Candidates {
  readonly model: Model
  /** The relation; absent: one that holds keys. */
  readonly field?: ModelField | undefined
}

/** The first records that a text finds, by title; all where it is empty. */
export function foundRecordsOptions(client: Client, { model, field }: Candidates, text: string) {
  const q = text.trim()
  const held = field ? targetField(field, model) : model.key[0]
  const query = {
    fields: [...new Set([model.title, held ?? model.title].map(({ name }) => name))],
    ...(model.title.isSortable && { sort: model.title.name }),
    limit: offered,
    count: 'none' as const,
    ...(q !== '' && { q }),
  }
  return queryOptions({
    queryKey: [...recordsKey(model.name), 'found', held?.name, q],
    queryFn: async ({ signal }): Promise<readonly FoundRecord[]> => {
      const { data, meta } = await client.call('listRecords', { path: { model: model.name }, query, signal })
      return data.map((record) => {
        const key = (held && record[held.name]) ?? null
        const id = hasPage(model) ? recordId(model, record) : JSON.stringify(key)
        return {
          id,
          key,
          title: titleOfRecord(model, { data: record, meta: { id, titles: meta.titles } }),
        }
      })
    },
    staleTime: 10_000,
  })
}
