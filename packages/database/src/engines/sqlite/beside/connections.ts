/** What an index beside a file needs of the connections to it, and nobody else. */
import type SqliteFile from 'better-sqlite3'
import type { Database } from '../../../engine.ts'
import type { TouchedRows } from '../touched-rows.ts'

/** The connections of one open file. */
export interface Connections {
  /** Lets reads look into a file beside; undefined: no longer. */
  attach(path: string | undefined): void
  /** A number that changes whenever others may have changed something; what this process itself writes does not change it. */
  outsideVersion(): number
  /** The names of tables whose rows have no numbers, folded as SQLite compares names. Throws where others have the file to themselves. */
  tablesWithoutNumbers(): ReadonlySet<string>
  /** The rows that this process changes, of which an index has to be told; absent: it only reads. */
  readonly touched?: TouchedRows
  /** Reads rows as they are just behind a commit of ours; absent as `touched`. */
  readonly writing?: SqliteFile.Database
}

const connections = new WeakMap<Database, Connections>()

/** Says what the connections of a database are. */
export function tellConnections(database: Database, own: Connections): void {
  connections.set(database, own)
}

/** The connections of a database; undefined where it is no file. */
export function connectionsOf(database: Database): Connections | undefined {
  return connections.get(database)
}
