/** Leads to the sign-in screen when a session has ended by itself, and back afterwards. */
import type { Client } from '@haykal/contract/client'
import type { QueryClient } from '@tanstack/react-query'
import type { RegisteredRouter } from '@tanstack/react-router'
import { bootOptions } from '../boot/boot-options.ts'

/** What lives as long as the visit. */
export interface Visit {
  readonly client: Client
  readonly queries: QueryClient
  readonly router: RegisteredRouter
}

/** Asks who is asking; if it is nobody any more, forgets what was private and asks to sign in. What is typed into a record's form is kept by then, so nobody is asked. */
export async function endSession({ client, queries, router }: Visit): Promise<void> {
  const before = queries.getQueryData(bootOptions(client).queryKey)
  if (!before?.person) return
  const boot = await queries.fetchQuery({ ...bootOptions(client), staleTime: 0 })
  if (boot.person) return
  const { href, pathname } = router.state.location
  if (!pathname.startsWith('/-/')) {
    const search = { next: href, ended: 'yes' } as const
    await router.navigate({ to: '/-/sign-in', search, replace: true, ignoreBlocker: true })
  }
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'boot' })
  await router.invalidate()
}
