/** Asks for people, and tells everyone who looks at them when one has changed. */
import type { ListedPerson, PeoplePage } from '@haykal/contract'
import type { Client } from '@haykal/contract/client'
import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query'

/** Which people are listed. */
export interface PeopleSearch {
  /** Absent: everybody. */
  readonly q?: string
  /** Absent: whatever their groups. */
  readonly group?: string
}

/** What people may have here: roles, attributes, groups. */
export function aboutPeopleOptions(client: Client) {
  return queryOptions({
    queryKey: ['people', 'about'],
    queryFn: ({ signal }) => client.call('describePeople', { signal }),
    staleTime: 0,
  })
}

/** The pages of people. */
export function peoplePagesOptions(client: Client, search: PeopleSearch) {
  return infiniteQueryOptions({
    queryKey: ['people', 'pages', search],
    queryFn: ({ signal, pageParam }) =>
      client.get<PeoplePage>(`/api/v1/-/people?${new URLSearchParams({ ...search, offset: `${pageParam}` })}`, signal),
    initialPageParam: 0,
    getNextPageParam: (last) => last.meta.next,
    staleTime: 0,
  })
}

/** One person. */
export function personOptions(client: Client, id: string) {
  return queryOptions({
    queryKey: ['people', 'one', id],
    queryFn: async ({ signal }) => (await client.call('readPerson', { path: { id }, signal })).person,
    staleTime: 0,
  })
}

/** A person is as the server said a moment ago; lists and groups are asked for again. */
export function takePerson(queries: QueryClient, person: ListedPerson): void {
  queries.setQueryData(['people', 'one', person.id], person)
  askAgain(queries)
}

/** A person is gone. */
export function dropPerson(queries: QueryClient, id: string): void {
  queries.removeQueries({ queryKey: ['people', 'one', id] })
  askAgain(queries)
}

function askAgain(queries: QueryClient): void {
  void queries.invalidateQueries({ queryKey: ['people', 'pages'] })
  void queries.invalidateQueries({ queryKey: ['people', 'about'] })
}
