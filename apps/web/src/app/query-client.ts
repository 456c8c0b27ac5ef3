/** Keeps what the server answered: fresh for a while, asked for again when something changed, forgotten at sign-out. */
import { Unreachable } from '@haykal/contract/client'
import { HaykalError } from '@haykal/model'
import { QueryCache, QueryClient } from '@tanstack/react-query'

/** Makes the cache of one visit. `onSessionEnded` is called when the server no longer knows who asks. */
export function createQueryClient(onSessionEnded: () => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (error instanceof HaykalError && error.code === 'not_signed_in') onSessionEnded()
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        gcTime: 10 * 60_000,
        retry: (failures, error) => failures < 2 && isPassing(error),
        refetchOnWindowFocus: true,
      },
    },
  })
}

/** Whether asking again may help. */
function isPassing(error: Error): boolean {
  return error instanceof Unreachable || (error instanceof HaykalError && error.code === 'busy')
}
