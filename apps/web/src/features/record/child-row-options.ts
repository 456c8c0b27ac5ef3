/** Asks for the children that are edited inside of their parent's form, as they are at that moment. */
import type { Client } from '@haykal/contract/client'
import type { AnyRecord, Json } from '@haykal/model'
import { queryOptions } from '@tanstack/react-query'
import type { EditableChildren } from './child-groups.ts'

/** How many stand in a form; the list has the rest. */
export const mostRows = 100

/** What the children of a parent hold of it. */
export function parentValue({ relation }: Pick<EditableChildren, 'relation'>, parent: AnyRecord): Json {
  return parent[relation.fields[0]?.parent ?? ''] ?? null
}

/** The first children of a parent that is stored, with every field that this person may see. */
export function childRowOptions(client: Client, { model, relation, field }: EditableChildren, parent: AnyRecord) {
  const query = { filter: { [field.name]: { eq: parentValue({ relation }, parent) } }, limit: mostRows }
  return queryOptions({
    // Not among the records: what others save meanwhile must not change what one is about to write.
    queryKey: ['child rows', model.name, query],
    queryFn: async ({ signal }) => await client.call('listRecords', { path: { model: model.name }, query, signal }),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}
