/** Asks which lists were slow. */
import type { Client } from '@haykal/contract/client'
import { queryOptions } from '@tanstack/react-query'

/** The lists, the slowest first; asked for again each time one looks. */
export function slowListsOptions(client: Client) {
  return queryOptions({
    queryKey: ['slow-lists'],
    queryFn: async ({ signal }) => (await client.call('readSlowLists', { signal })).lists,
    staleTime: 0,
  })
}
