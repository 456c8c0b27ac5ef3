/** Looking at the application as somebody else: it is the session that does, so every door answers alike. */
import { HaykalError } from '@haykal/model'
import type { Handlers } from '../http/asked.ts'
import type { State } from './state.ts'

/** The handlers of viewing. */
export function viewAsHandlers({ auth }: Pick<State, 'auth'>): Pick<Handlers, 'viewAs' | 'stopViewing'> {
  return {
    async viewAs({ cookies, body }) {
      // The rule of the endpoint let nobody in without a session.
      if (cookies.session === undefined) throw new HaykalError('not_signed_in')
      await auth.viewAs(cookies.session, body)
      return { reply: undefined }
    },
    async stopViewing({ cookies, viewing }) {
      if (cookies.session !== undefined && viewing !== undefined) await auth.viewAs(cookies.session, undefined)
      return { reply: undefined }
    },
  }
}
