/** A project: the folder's `haykal.config.ts` exports one as `project`. Plain data, read by server, browser build and tools alike. */
import type { Label, ModelDefinition } from '@haykal/model'
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
}

/** Declares a project. Returns what it is given. */
export function defineProject<const P extends Project>(project: P): P {
  return project
}
