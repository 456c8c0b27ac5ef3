/** Rules as a project writes them: for each role a filter that says which records it may read, edit or remove, and which fields it may see and set. */
import type { FieldsOf, FilterOf, Label, ModelDefinition, ReadyRole } from '@haykal/model'

/** Yes for every record, no for every record, or yes for the records that a filter finds. `$me.NAME` in it is what is known of whoever asks. */
export type Permission<M extends ModelDefinition = ModelDefinition> = boolean | FilterOf<M>

/** A permission for some fields only: the others are seen and not set. */
export interface FieldsPermission<M extends ModelDefinition = ModelDefinition> {
  /** Absent: every record. */
  readonly where?: Permission<M>
  readonly fields: readonly (keyof FieldsOf<M> & string)[]
}

/** What one role may do with the records of a model. What is absent is not allowed. */
export interface RoleRules<M extends ModelDefinition = ModelDefinition> {
  readonly read?: Permission<M>
  /** The record as it would be must satisfy the filter. */
  readonly create?: Permission<M> | FieldsPermission<M>
  /** The record as it is and as it would become must both satisfy the filter. */
  readonly edit?: Permission<M> | FieldsPermission<M>
  readonly remove?: Permission<M>
  /** Fields that do not exist for this role: not shown, not to be asked for, not to be set. */
  readonly hide?: readonly (keyof FieldsOf<M> & string)[]
  /** Fields that this role sees and never sets. */
  readonly readOnly?: readonly (keyof FieldsOf<M> & string)[]
}

/**
 * The rules of a model, by role: one of the ready-made ones, one that the project declares, or `public`. A role that is absent has its default:
 * owners and editors everything, readers read, a role of the project's own what the one has that it is like, the public nothing.
 */
export type ModelRules<M extends ModelDefinition = ModelDefinition> = {
  readonly [role: string]: RoleRules<M>
}

/** The rules of a project, by the name of the model. */
export type Rules = { readonly [model: string]: ModelRules }

/** A role that a project declares, as far as rules care. */
export interface RoleDeclaration {
  readonly name: string
  /** What people call it, where a refusal is explained; absent: its name. */
  readonly label?: Label
  /** The ready-made role whose defaults it has where a model says nothing of it; absent: then it may do nothing. */
  readonly like?: ReadyRole
}

/** What roles may do where a model says nothing. */
export const defaultRules: { readonly [role: string]: RoleRules } = {
  owner: { read: true, create: true, edit: true, remove: true },
  editor: { read: true, create: true, edit: true, remove: true },
  reader: { read: true },
  public: {},
}
