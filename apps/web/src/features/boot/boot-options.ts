/** Asks the server what the browser needs to begin: who is signed in, which models and screens there are for them. */
import type { Client } from '@haykal/contract/client'
import { queryOptions } from '@tanstack/react-query'

/** The boot query. Asked once; again only after signing in or out, or when the models changed. */
export function bootOptions(client: Client) {
  return queryOptions({
    queryKey: ['boot'],
    queryFn: ({ signal }) => client.call('boot', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}
