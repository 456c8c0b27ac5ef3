/** Who asks: every read and write is on behalf of a viewer. */

/** The roles that there are, from most to least allowed. */
export const roleNames = ['owner', 'editor', 'reader'] as const

/** What a signed-in person is to the project. */
export type RoleName = (typeof roleNames)[number]

/** A role, or nobody signed in (`public`). */
export type ViewerRole = RoleName | 'public'

/** A person, or nobody in particular. */
export interface Viewer {
  /** The person's id; null when nobody is signed in. */
  readonly id: string | null
  readonly role: ViewerRole
}

/** Whoever is not signed in. */
export const nobody: Viewer = { id: null, role: 'public' }
