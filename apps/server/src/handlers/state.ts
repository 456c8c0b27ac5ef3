/** What handlers stand on: an opened project or database, its people, and what browsers need to begin. */
import type { Auth } from '@haykal/auth'
import type { BootScreen } from '@haykal/contract'
import type { Label } from '@haykal/model'
import type { RecordsCore } from '@haykal/records'
import type { ProjectEndpoint } from 'haykal'
import type { EndpointServer } from 'haykal/server'

/** Everything that is open. */
export interface State {
  readonly auth: Auth
  /** The records; looks the same when a database is opened anew behind it. */
  readonly core: RecordsCore
  readonly label: Label
  readonly languages: readonly string[]
  readonly screens: readonly BootScreen[]
  readonly endpoints: readonly RunningEndpoint[]
  /** The models of the adopted database that are open for editing; absent for a project, where all are. */
  readonly openModels?: OpenModels
  /** The addresses of the project's own browser code. */
  readonly modules: { readonly public?: string; readonly web?: string }
  /** Changes with the models and what surrounds them. */
  readonly version: string
  /** Answers when everything that is needed works. */
  isReady(): Promise<boolean>
}

/** A project's endpoint with its server face. */
export interface RunningEndpoint {
  readonly endpoint: ProjectEndpoint
  readonly server: EndpointServer
}

/** Which models of an adopted database may be edited. */
export interface OpenModels {
  /** Whether a model was opened by its owner. */
  has(model: string): boolean
  /** Whether the database can be written at all. */
  readonly isWritable: boolean
  /** Opens a model and remembers it; the database is opened for writing when it was not. Throws `locked` when it cannot be. */
  open(model: string): Promise<void>
  /** Learns what another process has opened. */
  refresh(): Promise<void>
}
