/** What the person saw of the records that they chose: as the list shows them now, and of what it does not show, as it is stored now. */
import type { Client } from '@haykal/contract/client'
import { type AnyRecord, type Model, type ModelField, recordId } from '@haykal/model'
import type { QueryClient } from '@tanstack/react-query'
import { type PagesAtHand, recordsKey } from '../records/record-pages.ts'
import { keyFilter, partsOf } from './many-target.ts'

/** Records by their ids. */
export type SeenRecords = ReadonlyMap<string, AnyRecord>

/** The chosen records as lists show them now; those that none has at hand any more as they were when they were chosen. */
export function listedNow(queries: QueryClient, model: Model, chosen: SeenRecords): SeenRecords {
  const lists = queries.getQueriesData<PagesAtHand>({ queryKey: [...recordsKey(model.name), 'list'] })
  const newest = lists.toSorted(([one], [other]) => updatedAt(queries, one) - updatedAt(queries, other))
  const seen = new Map(chosen)
  for (const record of newest.flatMap(([, pages]) => pages?.pages.flatMap(({ data }) => data) ?? [])) {
    const id = recordId(model, record)
    if (seen.has(id)) seen.set(id, record)
  }
  return seen
}

function updatedAt(queries: QueryClient, queryKey: readonly unknown[]): number {
  return queries.getQueryState(queryKey)?.dataUpdatedAt ?? 0
}

/** The same records with these fields, asked for where they are not there. One that is gone meanwhile stays as it was seen. */
export async function withFields(
  client: Client,
  { model, seen }: { readonly model: Model; readonly seen: SeenRecords },
  fields: readonly ModelField[],
): Promise<SeenRecords> {
  const lacking = [...seen.values()].filter((record) => fields.some(({ name }) => !Object.hasOwn(record, name)))
  const full = new Map(seen)
  const names = fields.map(({ name }) => name)
  for (const part of partsOf(model, lacking)) {
    const query = { filter: keyFilter(model, part), fields: names, limit: 500, count: 'none' as const }
    const { data } = await client.call('listRecords', { path: { model: model.name }, query })
    for (const record of data) {
      const id = recordId(model, record)
      full.set(id, { ...record, ...full.get(id) })
    }
  }
  return full
}
