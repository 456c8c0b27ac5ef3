/** What people choose for themselves: each reaches their own only, as nothing in a request names anybody else. */
import type { Preferences } from '@haykal/contract'
import { HaykalError, type Json } from '@haykal/model'
import type { Handlers } from '../http/asked.ts'
import type { State } from './state.ts'

/** The handler of preferences. */
export function preferencesHandlers({ auth }: Pick<State, 'auth'>): Pick<Handlers, 'editPreferences'> {
  return {
    async editPreferences({ person, body }) {
      // The rule of the endpoint let nobody else in.
      if (!person) throw new HaykalError('not_signed_in')
      const { favourites, ...others } = body
      const changes = {
        ...others,
        ...(favourites !== undefined && { favourites: favourites && [...new Set(favourites)] }),
      }
      const chosen = await auth.preferences.change(person.id, changes as { readonly [name: string]: Json })
      return { reply: { preferences: chosen as Preferences } }
    },
  }
}

/** What the person chose, for boot; undefined for somebody who never chose anything. */
export async function preferencesOf({ auth }: Pick<State, 'auth'>, personId: string): Promise<Preferences | undefined> {
  // Only what the envelope of the endpoint let through was ever kept.
  return (await auth.preferences.read(personId)) as Preferences | undefined
}
