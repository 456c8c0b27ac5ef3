/** Leads to the sign-in screen when a session has ended by itself, and back afterwards. */
import type { Client } from '@haykal/contract/client'
import type { QueryClient } from '@tanstack/react-query'
import type { RegisteredRouter } from '@tanstack/react-router'
import { bootOptions } from '../boot/boot-options.ts'
import { isUnsaved } from './before-leaving.ts'

/** What lives as long as the visit. */
export interface Visit {
  readonly client: Client
  readonly queries: QueryClient
  readonly router: RegisteredRouter
}

/** Told that the server no longer knows who asks: leads away, unless a form holds something unsaved. That stays, and says so itself when it is saved. */
export async function noticeEnd(visit: Visit): Promise<void> {
  if (!isUnsaved()) await endSession(visit)
}

/** Asks who is asking; if it is nobody any more, forgets what was private and asks to sign in. Nobody is asked: what is typed into the form of a record is kept. */
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
