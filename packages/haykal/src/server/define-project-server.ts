/** The list of a project's server faces: `haykal.server.ts` exports one as `server`. */
import type { EditOf, ModelDefinition, NewRecordOf, RecordOf } from '@haykal/model'
import type { Project } from '../define-project.ts'
import type { EndpointServer } from './define-endpoint-server.ts'
import type { ModelServer } from './define-server.ts'

/** Fills a database that was just made. */
export interface Filling {
  /** Stores many records at once, keys included, without rules and history; all fillings of one start are one transaction. */
  insert<M extends ModelDefinition>(
    model: M,
    records: Iterable<NewRecordOf<M> & EditOf<M> & Partial<RecordOf<M>>>,
  ): Promise<void>
  /** How much is wanted, 1 as a rule: `haykal start --scale 50`. */
  readonly scale: number
}

/** All server faces of a project. */
export interface ProjectServer {
  readonly models: readonly ModelServer[]
  readonly endpoints: readonly EndpointServer[]
  /** Called once, when the project's database has just been made: sample data. Absent: it begins empty. */
  readonly fill?: (filling: Filling) => Promise<void>
}

/** Declares a project's server faces. The server does not start when an endpoint of the project has none. */
export function defineProjectServer(_project: Project, server: ProjectServer): ProjectServer {
  return server
}
