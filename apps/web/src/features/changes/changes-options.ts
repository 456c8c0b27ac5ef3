/** Asks what was changed in the project: change-sets page after page, and what is in one of them. */
import { type ChangeSetPage, type ChangesQuery, endpoints, fillPath } from '@haykal/contract'
import type { Client, ReplyOf } from '@haykal/contract/client'
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'

/** What is asked for; `next` is the place where the page begins. */
function searchOf(query: object, next: string): URLSearchParams {
  const given = Object.entries(query).filter(([, value]) => value !== undefined)
  return new URLSearchParams([
    ...given.map(([name, value]) => [name, String(value)]),
    ...(next ? [['after', next]] : []),
  ])
}

/** The change-sets, newest first. */
export function changeSetsOptions(client: Client, query: ChangesQuery) {
  return infiniteQueryOptions({
    queryKey: ['changes', 'sets', query],
    queryFn: ({ signal, pageParam }) =>
      client.get<ChangeSetPage>(`${endpoints.listChanges.path}?${searchOf(query, pageParam)}`, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.meta.next,
    staleTime: 0,
    // One list stays until the next is there, so that nothing jumps.
    placeholderData: keepPreviousData,
  })
}

/** The address of the same as CSV. */
export function changesCsvPath(query: ChangesQuery): string {
  const search = searchOf(query, '').toString()
  return `${endpoints.exportChanges.path}${search === '' ? '' : `?${search}`}`
}

/** The changes of one change-set, newest first. */
export function changeSetOptions(client: Client, id: string) {
  return infiniteQueryOptions({
    queryKey: ['changes', 'set', id],
    queryFn: ({ signal, pageParam }) =>
      client.get<ReplyOf<'readChanges'>>(
        `${fillPath(endpoints.readChanges.path, { id })}?${searchOf({}, pageParam)}`,
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.meta.next,
    staleTime: 0,
  })
}
