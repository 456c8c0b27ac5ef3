/** Lets a connection that only reads look into the index of its file, which lies in a file beside. */
import type SqliteFile from 'better-sqlite3'
import { attachedAs } from './index-file.ts'

/** How much of it is kept in memory: kilobytes, which SQLite counts downwards. */
const cache = -1_024

/** Gives what attaches a file to a connection, in the place of the one before; undefined: none. */
export function attachingTo(connection: SqliteFile.Database): (beside: string | undefined) => void {
  let attached: string | undefined
  return (beside) => {
    if (beside === attached) return
    if (attached !== undefined) connection.exec(`detach ${attachedAs}`)
    attached = undefined
    if (beside === undefined) return
    connection.prepare(`attach ? as ${attachedAs}`).run(beside)
    connection.pragma(`${attachedAs}.cache_size = ${cache}`)
    attached = beside
  }
}
