/** Asks what the rules of a model say, why somebody may or may not do something, and for the people to choose from. */
import type { AccessQuery, AccessReply, PeoplePage } from '@haykal/contract'
import type { Client } from '@haykal/contract/client'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'

/** What the rules of a model say to each role. */
export function rightsOptions(client: Client, model: string) {
  return queryOptions({
    queryKey: ['access', 'rights', model],
    queryFn: async ({ signal }) => (await client.call('readRights', { path: { model }, signal })).roles,
    staleTime: 0,
  })
}

/** A question with its answer. */
export interface Answered {
  readonly question: AccessQuery
  readonly reply: AccessReply
}

/** The answer to a question. */
export function whyOptions(client: Client, question: AccessQuery) {
  const search = new URLSearchParams({ ...question })
  return queryOptions({
    queryKey: ['access', 'why', question],
    queryFn: async ({ signal }): Promise<Answered> => ({
      question,
      reply: await client.get<AccessReply>(`/api/v1/-/access?${search}`, signal),
    }),
    staleTime: 0,
    // One answer stays until the next is there, so that nothing jumps.
    placeholderData: keepPreviousData,
  })
}

const offered = 20

/** The first people that a text finds. */
export function foundPeopleOptions(client: Client, text: string) {
  const search = new URLSearchParams({ limit: `${offered}`, ...(text !== '' && { q: text }) })
  return queryOptions({
    queryKey: ['people', 'found', text],
    queryFn: async ({ signal }) => (await client.get<PeoplePage>(`/api/v1/-/people?${search}`, signal)).data,
    staleTime: 10_000,
  })
}
