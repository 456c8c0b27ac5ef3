/** Asks what was done to a record, newest first. */
import { type ChangePage, endpoints, fillPath } from '@haykal/contract'
import type { Client } from '@haykal/contract/client'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { recordsKey } from '../records/record-pages.ts'

/** A record, and which of its changes are meant. */
export interface HistoryRequest {
  readonly model: string
  readonly id: string
  /** Only changes of this field; absent: of all. */
  readonly field?: string | undefined
  /** How many a page has. */
  readonly limit: number
}

/** The changes; asked for anew whenever a record of the model was written. */
export function recordHistoryOptions(client: Client, { model, id, field, limit }: HistoryRequest) {
  const path = fillPath(endpoints.recordHistory.path, { model, id })
  return infiniteQueryOptions({
    queryKey: [...recordsKey(model), 'history', id, { field: field ?? null, limit }],
    queryFn: ({ signal, pageParam }) => {
      const search = new URLSearchParams({
        limit: String(limit),
        ...(field !== undefined && { field }),
        ...(pageParam !== '' && { after: pageParam }),
      })
      return client.get<ChangePage>(`${path}?${search}`, signal)
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.meta.next,
    staleTime: 0,
  })
}
