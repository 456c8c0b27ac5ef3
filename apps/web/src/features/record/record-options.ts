/** Asks for one record, and for the first of its children. */
import type { Client } from '@haykal/contract/client'
import type { BackRelation, Model } from '@haykal/model'
import { queryOptions } from '@tanstack/react-query'
import { recordsKey } from '../records/record-pages.ts'

/** The record of an id. */
export function recordOptions(client: Client, model: string, id: string) {
  return queryOptions({
    queryKey: [...recordsKey(model), 'record', id],
    queryFn: ({ signal }) => client.call('readRecord', { path: { model, id }, signal }),
  })
}

/** How many children are shown under their parent; the list has the rest. */
export const shownChildren = 10

/** The records of `child` that point to the parent of a key through the field of a back-relation. */
export function childrenOptions(
  client: Client,
  child: Model,
  { relation, key }: { relation: BackRelation; key: string | number },
) {
  const query = {
    filter: { [relation.field]: { eq: key } },
    fields: [...new Set([child.title, ...child.columns].map((field) => field.name))],
    limit: shownChildren,
  }
  return queryOptions({
    queryKey: [...recordsKey(child.name), 'children', query],
    queryFn: ({ signal }) => client.call('listRecords', { path: { model: child.name }, query, signal }),
  })
}
