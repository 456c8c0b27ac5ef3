/** What every read and write of records stands on. */
import type { Access, ViewerAccess, VisibleModel } from '@haykal/access'
import type { ModelClosed } from '@haykal/contract'
import type { Connection, Database } from '@haykal/database'
import type { Models } from '@haykal/model'
import type { WrittenChange } from './changes.ts'

/** A project's records and all that guards them. */
export interface RecordsCore {
  readonly database: Database
  readonly models: Models
  readonly access: Access
  /** Signs cursors. */
  readonly secret: string
  /** Why nobody can change the records of a model; undefined when it is open. */
  closedOf(model: string): ModelClosed | undefined
  /** Keeps what was changed, inside the transaction of the change: when it throws, nothing is changed. Absent: changes are not kept. */
  readonly keepChange?: (change: WrittenChange, connection: Connection) => Promise<void>
  /** The present moment; absent: the clock's. */
  readonly now?: () => Date
}

/** One viewer's way to one model. */
export interface Door {
  readonly core: RecordsCore
  readonly access: ViewerAccess
  readonly visible: VisibleModel
}
