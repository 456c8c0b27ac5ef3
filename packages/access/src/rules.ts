/** Rules as a project writes them: for each role a filter that says which records it may read, edit or remove, and which fields are hidden. */
import type { FieldsOf, FilterOf, ModelDefinition } from '@haykal/model'

/** Yes for every record, no for every record, or yes for the records that a filter finds. */
export type Permission<M extends ModelDefinition = ModelDefinition> = boolean | FilterOf<M>

/** What one role may do with the records of a model. What is absent is not allowed. */
export interface RoleRules<M extends ModelDefinition = ModelDefinition> {
  readonly read?: Permission<M>
  /** The record as it would be must satisfy the filter. */
  readonly create?: Permission<M>
  /** The record as it is and as it would become must both satisfy the filter. */
  readonly edit?: Permission<M>
  readonly remove?: Permission<M>
  /** Fields that do not exist for this role: not shown, not to be asked for, not to be set. */
  readonly hide?: readonly (keyof FieldsOf<M> & string)[]
}

/** The rules of a model. A role that is absent has its default: owners and editors everything, readers read, the public nothing. */
export type ModelRules<M extends ModelDefinition = ModelDefinition> = {
  readonly [role: string]: RoleRules<M>
}

/** What roles may do where a model says nothing. */
export const defaultRules: { readonly [role: string]: RoleRules } = {
  owner: { read: true, create: true, edit: true, remove: true },
  editor: { read: true, create: true, edit: true, remove: true },
  reader: { read: true },
  public: {},
}
