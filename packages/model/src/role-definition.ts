/** Roles of a project's own, as it declares them: plain data. */
import type { Label } from './label.ts'
import type { ReadyRole } from './viewer.ts'

/** A role of a project's own. */
export interface RoleDefinition {
  readonly label: Label
  /** The ready role whose defaults hold where a model says nothing of this one; absent: what is not said is not allowed. */
  readonly like?: ReadyRole
}

/** Roles by name. */
export type RoleDefinitions = { readonly [name: string]: RoleDefinition }
