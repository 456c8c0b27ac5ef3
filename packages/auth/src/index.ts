/** People, passwords, sessions and the first set-up, kept in Haykal's own database. Server only; knows nothing of HTTP. */
export {
  type Auth,
  type AuthOptions,
  type Credentials,
  createAuth,
  type FirstOwner,
  type SignedIn,
} from './create-auth.ts'
export type { NewPerson, Person } from './people/person.ts'
export { longestDays as longestSessionDays } from './sessions/create-sessions.ts'
export type { Chosen, KeptPreferences } from './tables/preferences.ts'
export { createSettings, type Settings } from './tables/settings.ts'
