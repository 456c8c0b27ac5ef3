/** What every read and write of records stands on. */
import type { Access, ViewerAccess, VisibleModel } from '@haykal/access'
import type { ModelClosed } from '@haykal/contract'
import type { Database } from '@haykal/database'
import type { Models } from '@haykal/model'

/** A project's records and all that guards them. */
export interface RecordsCore {
  readonly database: Database
  readonly models: Models
  readonly access: Access
  /** Signs cursors. */
  readonly secret: string
  /** Why nobody can change the records of a model; undefined when it is open. */
  closedOf(model: string): ModelClosed | undefined
  /** The present moment; absent: the clock's. */
  readonly now?: () => Date
}

/** One viewer's way to one model. */
export interface Door {
  readonly core: RecordsCore
  readonly access: ViewerAccess
  readonly visible: VisibleModel
}
