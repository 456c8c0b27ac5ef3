/** A project: the folder's `haykal.config.ts` exports one as `project`. Plain data, read by server, browser build and tools alike. */
import type { FieldDefinitions, Label, ModelDefinition, RoleDefinitions } from '@haykal/model'
import type { ProjectEndpoint } from './define-endpoint.ts'
import type { Screen } from './define-screen.ts'

/** All that a project says about itself. */
export interface Project {
  /** Names its database and its data folder; letters, digits and dashes. */
  readonly name: string
  readonly label: Label
  /** Languages that people may choose from, the default first; absent: every language that Haykal speaks. */
  readonly languages?: readonly string[]
  readonly models: readonly ModelDefinition[]
  readonly endpoints?: readonly ProjectEndpoint[]
  readonly screens?: readonly Screen[]
  /** Roles of the project's own by name, beside owner, editor and reader; absent: those three alone. */
  readonly roles?: RoleDefinitions
  /** What is asked of each person beside name and address; rules know it as `$me.region`. Absent: nothing. */
  readonly people?: { readonly fields: FieldDefinitions }
}

/** Declares a project. Returns what it is given. */
export function defineProject<const P extends Project>(project: P): P {
  return project
}
