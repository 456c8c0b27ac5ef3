/** Who asks: every read and write is on behalf of a viewer. */
import type { Clock } from './clock.ts'
import type { Json } from './json.ts'
import type { Label } from './label.ts'

/** The roles that every project has, from most to least allowed; a project may add its own. */
export const readyRoles = ['owner', 'editor', 'reader'] as const

/** One of the roles that every project has. */
export type ReadyRole = (typeof readyRoles)[number]

/** Names of roles that are there in every project, so that none can be called so: the ready ones, and whoever is not signed in. */
export const reservedRoles: readonly string[] = [...readyRoles, 'public']

/** What a signed-in person is to the project: one of the ready-made roles, or one of the project's own. */
export type RoleName = ReadyRole | (string & {})

/** A role, or nobody signed in (`public`). */
export type ViewerRole = RoleName | 'public'

/** What rules may know of whoever asks, by name: `$me.region` in a rule is `region` here. */
export interface Me {
  readonly [name: string]: Json
}

/** What an attribute of a person is, so that rules can be checked before anyone asks. */
export interface MeAttribute {
  readonly type: 'text' | 'number' | 'boolean'
  /** Holds several values; absent: one. */
  readonly list?: boolean
  /** What people call it; absent: every person has it, and the catalogues know its name. */
  readonly label?: Label
}

/** The attributes that rules may ask for, by name. */
export interface MeAttributes {
  readonly [name: string]: MeAttribute
}

/** What is known of every person, whatever the project. */
export const personAttributes: MeAttributes = {
  id: { type: 'text' },
  name: { type: 'text' },
  email: { type: 'text' },
  role: { type: 'text' },
  groups: { type: 'text', list: true },
}

/** A person, or nobody in particular. */
export interface Viewer {
  /** The person's id; null when nobody is signed in. */
  readonly id: string | null
  readonly role: ViewerRole
  /** Absent: nothing but the id is known. */
  readonly me?: Me
  /** What time it is for them; absent: as in UTC, in weeks that begin on Monday. */
  readonly clock?: Clock
}

/** Whoever is not signed in. */
export const nobody: Viewer = { id: null, role: 'public' }
