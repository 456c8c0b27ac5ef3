/** Asks the server what the browser needs to begin: who is signed in, which models and screens there are for them. */
import type { Client } from '@haykal/contract/client'
import { queryOptions } from '@tanstack/react-query'
import { modelsOf } from './models-of.ts'
import { nextTask } from './next-task.ts'

/** The boot query. Asked once; again only after signing in or out, or when the models changed. */
export function bootOptions(client: Client) {
  return queryOptions({
    queryKey: ['boot'],
    queryFn: async ({ signal }) => {
      const boot = await client.call('boot', { signal })
      // Each in a task of its own: to read the models and to draw the first screen take long on a phone.
      await nextTask()
      modelsOf(boot)
      await nextTask()
      return boot
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}
