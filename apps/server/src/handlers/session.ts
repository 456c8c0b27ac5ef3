/** Signing in and out, and the first set-up. */
import type { SignedIn } from '@haykal/auth'
import type { Person } from '@haykal/contract'
import type { Answer, Asked, Handlers } from '../http/asked.ts'
import type { Cookies } from '../http/cookies.ts'
import { onWire } from '../http/visitor.ts'
import type { State } from './state.ts'

/** The handlers of sessions. */
export function sessionHandlers(
  { auth }: State,
  cookies: Cookies,
): Pick<Handlers, 'readSession' | 'signIn' | 'signOut' | 'setUp' | 'setPassword'> {
  /** A new session takes the place of the one that the browser had. */
  async function enter(asked: Asked, { person, token, device }: SignedIn): Promise<Answer<{ person: Person }>> {
    if (asked.cookies.session !== undefined) await auth.signOut(asked.cookies.session)
    return { reply: { person: onWire(person) }, cookies: cookies.signedIn({ token, device }) }
  }
  return {
    readSession: async ({ person }) => ({ reply: { person: person ?? null } }),
    async signIn(asked) {
      const { device } = asked.cookies
      const credentials = { ...asked.body, address: asked.address, ...(device === undefined ? {} : { device }) }
      return await enter(asked, await auth.signIn(credentials))
    },
    async signOut(asked) {
      if (asked.cookies.session !== undefined) await auth.signOut(asked.cookies.session)
      return { reply: undefined, cookies: cookies.signedOut() }
    },
    setPassword: async (asked) => await enter(asked, await auth.setPassword(asked.body.token, asked.body.password)),
    setUp: async (asked) => await enter(asked, await auth.setUp(asked.body)),
  }
}
