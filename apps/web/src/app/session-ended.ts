/** Leads to the sign-in screen when a session has ended by itself, and back afterwards. */
import type { Client } from '@haykal/contract/client'
import type { QueryClient } from '@tanstack/react-query'
import { bootOptions } from '../features/boot/boot-options.ts'
import type { AppRouter } from './router.tsx'

/** What lives as long as the visit. */
export interface Visit {
  readonly client: Client
  readonly queries: QueryClient
  readonly router: AppRouter
}

/** Asks who is asking; if it is nobody any more, forgets what was private and asks to sign in. */
export async function endSession({ client, queries, router }: Visit): Promise<void> {
  const before = queries.getQueryData(bootOptions(client).queryKey)
  if (!before?.person) return
  const boot = await queries.fetchQuery({ ...bootOptions(client), staleTime: 0 })
  if (boot.person) return
  const { href, pathname } = router.state.location
  if (!pathname.startsWith('/-/')) {
    await router.navigate({ to: '/-/sign-in', search: { next: href, ended: 'yes' }, replace: true })
  }
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'boot' })
  await router.invalidate()
}
