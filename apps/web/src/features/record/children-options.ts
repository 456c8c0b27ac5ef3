/** Asks for the first of the children of a record. */
import type { Client } from '@haykal/contract/client'
import type { AnyRecord, BackRelation, Model, ModelField } from '@haykal/model'
import { queryOptions } from '@tanstack/react-query'
import { recordsKey } from '../records/record-pages.ts'

/** How many children are shown under their parent; the list has the rest. */
export const shownChildren = 10

/** The values by which the children of a record are found, by their fields; undefined where it has no value to be pointed to by. */
export function childrenWhere({ fields }: BackRelation, parent: AnyRecord): AnyRecord | undefined {
  const where = Object.fromEntries(fields.map((pair) => [pair.child, parent[pair.parent] ?? null]))
  return Object.values(where).includes(null) ? undefined : where
}

/** What is asked of the children of a record. */
export interface ChildrenRequest {
  readonly child: Model
  /** The values that their fields have. */
  readonly where: AnyRecord
  /** The fields to show. */
  readonly fields: readonly ModelField[]
}

/** The first children of a record. */
export function childrenOptions(client: Client, { child, where, fields }: ChildrenRequest) {
  const query = {
    filter: Object.fromEntries(Object.entries(where).map(([name, value]) => [name, { eq: value }])),
    fields: [...new Set(fields.map((field) => field.name))],
    limit: shownChildren,
  }
  return queryOptions({
    queryKey: [...recordsKey(child.name), 'children', query],
    queryFn: ({ signal }) => client.call('listRecords', { path: { model: child.name }, query, signal }),
  })
}
