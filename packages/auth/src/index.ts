/** People, passwords, sessions and the first set-up, kept in Haykal's own database. Server only; knows nothing of HTTP. */
export {
  type Auth,
  type AuthOptions,
  type Credentials,
  createAuth,
  type FirstOwner,
  type SignedIn,
  type ViewAs,
} from './create-auth.ts'
export type { PersonChanges } from './people/checked-person.ts'
export type { PersonEdit } from './people/create-people.ts'
export {
  type DeclaredPeople,
  declarePeople,
  type PeopleDeclaration,
  plainPeople,
  rulesOptionsOf,
} from './people/declared-people.ts'
export { meOf, meOfRole } from './people/me-of.ts'
export type { PasswordLink } from './people/password-links.ts'
export type { NewPerson, Person } from './people/person.ts'
export type { ListedPerson, PeoplePage, Roster } from './people/roster.ts'
export { longestDays as longestSessionDays, type SessionPerson, type Viewing } from './sessions/create-sessions.ts'
export type { Chosen, KeptPreferences } from './tables/preferences.ts'
export { createSettings, type Settings } from './tables/settings.ts'
export type { ViewArrangement } from './views/arrangements.ts'
export type { NewView, ViewEdit, ViewPlace, Views } from './views/create-views.ts'
export {
  type Audience,
  audienceFor,
  isSharedWith,
  isToldTo,
  type KeptView,
  mayChange,
  type ViewAsker,
} from './views/kept-view.ts'
