/** What handlers stand on: an opened project or database, its people, and what browsers need to begin. */
import type { Auth } from '@haykal/auth'
import type { BootModules, BootScreen } from '@haykal/contract'
import type { Label } from '@haykal/model'
import type { RecordsCore } from '@haykal/records'
import type { ProjectEndpoint } from 'haykal'
import type { EndpointServer } from 'haykal/server'
import type { AdoptedDatabase } from '../adopted/adopted-database.ts'

/** Everything that is open. */
export interface State {
  readonly auth: Auth
  /** The records as they were when last looked at: for what tells of them without reading one. Another one after a change. */
  readonly core: RecordsCore
  /** The records, once the database behind them has been looked at: whoever reads or writes one asks for them here. Throws `unavailable`. */
  records(): Promise<RecordsCore>
  readonly label: Label
  readonly languages: readonly string[]
  readonly screens: readonly BootScreen[]
  readonly endpoints: readonly RunningEndpoint[]
  /** The database that somebody else made; absent for a project. */
  readonly adopted?: AdoptedDatabase
  /** What searches look into and is made while everybody works, from `begin` on; absent: nothing is. */
  readonly searched?: { begin(): void; settled(): Promise<void> }
  /** The addresses of the project's own browser code. */
  readonly modules: BootModules
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
