/** What every read and write of records stands on. */
import type { Access, ViewerAccess, VisibleModel } from '@haykal/access'
import type { ModelClosed } from '@haykal/contract'
import type { Database, SearchReach as DatabaseReach } from '@haykal/database'
import type { Model, Models, SearchGround } from '@haykal/model'
import type { Origin } from './changes/origin.ts'
import type { ModelFaces } from './hooks/model-faces.ts'
import type { SlowLists } from './slow-lists/slow-lists.ts'

/** A project's records and all that guards them. */
export interface RecordsCore {
  readonly database: Database
  readonly models: Models
  readonly access: Access
  /** Signs cursors, and seals what the history keeps of sensitive fields. */
  readonly secret: string
  /** What searches look into where that is not what is kept beside each text, or not all of it. Absent: what is kept beside each text, all of it, or, where nothing is, the texts as their database can. */
  readonly searched?: Searched
  /** Why nobody can change the records of a model; undefined when it is open. */
  closedOf(model: string): ModelClosed | undefined
  /** Every change is kept in the history, in the database itself; absent: there is no table for it, and nothing is kept. */
  readonly history?: HistoryKeeping
  /** The tables were made from the models: nothing else is in them, such as a trigger, a collation, or a value that does not fit. Absent: anything may be. */
  readonly isOurs?: boolean
  /** The tables are made from the models, by us, so that they may have indexes as lists need them. Absent: they are somebody else's. */
  readonly hasOwnTables?: boolean
  /** Which lists were slow; absent: nobody remembers. */
  readonly slowLists?: SlowLists
  /** What the project adds to models on the server: hooks and actions. Absent: nothing. */
  readonly faces?: ReadonlyMap<string, ModelFaces>
  /** What people are called, by id; who is missing is no longer here. Absent: nobody is known. */
  namesOf?(ids: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** The present moment; absent: the clock's. */
  readonly now?: () => Date
}

/** What searches look into. */
export interface Searched {
  /** Where texts of a model are looked for that keeps nothing to be searched; absent: nowhere but in its table. */
  groundOf?(model: Model): SearchGround
  /** How far that reaches; undefined: everywhere. Without a ground: how far what is kept beside each text does. */
  reachOf(model: Model, ground: SearchGround | undefined): Promise<DatabaseReach | undefined>
}

/** What is peculiar to where the history is kept. */
export interface HistoryKeeping {
  /** Throws where what is about to be committed would be lost, as the file was moved away. Absent: it cannot be. */
  expectThere?(): void
}

/** One viewer's way to the records. */
export interface Entrance {
  readonly core: RecordsCore
  readonly access: ViewerAccess
  /** How the viewer's act came in. */
  readonly origin: Origin
}

/** One viewer's way to one model. */
export interface Door extends Entrance {
  readonly visible: VisibleModel
}
