/** Asks for one record: for its page, for the panel beside its list, and ahead of both as soon as one points at it. */
import type { Client } from '@haykal/contract/client'
import { queryOptions } from '@tanstack/react-query'
import { recordsKey } from './record-pages.ts'

/** The record of an id. */
export function recordOptions(client: Client, model: string, id: string) {
  return queryOptions({
    queryKey: [...recordsKey(model), 'record', id],
    queryFn: ({ signal }) => client.call('readRecord', { path: { model, id }, signal }),
  })
}
