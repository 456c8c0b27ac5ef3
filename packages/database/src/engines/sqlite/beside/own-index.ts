/** The index as this process writes into it: what it changes itself is in it with the commit, or soon behind where the index is being built. */
import type SqliteFile from 'better-sqlite3'
import { fileIdentity } from '../file-place.ts'
import type { Connections } from './connections.ts'
import { type IndexedTable, indexName, openIndexFile, throwAway } from './index-file.ts'
import { prepareUpdate } from './update-index.ts'

/** Rows that are indexed without a pause. */
const atOnce = 100

/** With more rows than these waiting, a table is indexed as if others had changed it. */
const mostWaiting = 2_000

/** Bytes. */
const longLog = 64 * 1024 * 1024

/** The index, as one process writes into it. */
export interface OwnIndex {
  /** Rows of these tables are noticed from now on, in the place of others. */
  take(connections: Connections, tables: readonly IndexedTable[]): void
  /** Whether rows of a table that this process changed are not in it yet. */
  isBehind(table: IndexedTable): boolean
  /** Whether so much stands in its log that somebody should move it into the file. */
  hasLongLog(): boolean
  /** Indexes what waits, as far as nobody else writes into the index. */
  catchUp(): void
  /** What stands of each index whose table was looked at as a whole: what its file was when it was just that. */
  states(): ReadonlyMap<string, string>
  remember(tables: readonly IndexedTable[], print: string): void
  /** Throws the file away and begins another. */
  renew(): void
  close(): void
}

/** Opens it, and makes it where it is missing; undefined where that cannot be. `lose` is told of tables of which too much changed for it to follow. */
export function createOwnIndex(path: string, lose: (table: IndexedTable) => void): OwnIndex | undefined {
  let file = open()
  if (!file) return undefined
  let connections: Connections | undefined
  const waiting = new Map<IndexedTable, Set<bigint>>()

  function open(): SqliteFile.Database | undefined {
    try {
      const opened = openIndexFile(path)
      opened.pragma('cache_size = -1024')
      // Whoever answers others does not wait.
      opened.pragma('busy_timeout = 0')
      opened.pragma('wal_autocheckpoint = 0')
      return opened
    } catch {
      // A folder that cannot be written, a disk that is full: there is no index then.
      return undefined
    }
  }
  function catchUp(): void {
    const source = connections?.writing
    if (!file || !source || waiting.size === 0) return
    const done: [Set<bigint>, readonly bigint[]][] = []
    try {
      file.exec('begin immediate')
      let left: number = atOnce
      for (const [table, numbers] of waiting) {
        const now = [...numbers].slice(0, left)
        if (isUpdated(() => prepareUpdate(source, file as SqliteFile.Database, table).take(now)))
          done.push([numbers, now])
        left -= now.length
        if (left <= 0) break
      }
      file.exec('commit')
    } catch {
      if (file.inTransaction) file.exec('rollback')
      return
    }
    for (const [numbers, now] of done) for (const number of now) numbers.delete(number)
    for (const [table, numbers] of waiting) if (numbers.size === 0) waiting.delete(table)
    if (done.length > 0 && waiting.size > 0) setImmediate(catchUp)
  }
  return {
    take(own, tables) {
      connections = own
      waiting.clear()
      for (const table of tables) own.touched?.watch(table)
      own.touched?.follow((touched) => {
        for (const table of tables) {
          const numbers = touched.get(table.table) ?? []
          if (numbers.length === 0) continue
          const before = waiting.get(table) ?? new Set()
          for (const number of numbers) before.add(number)
          waiting.set(table, before)
          if (before.size <= mostWaiting) continue
          waiting.delete(table)
          lose(table)
        }
        catchUp()
      })
    },
    isBehind: (table) => waiting.has(table),
    hasLongLog: () => (fileIdentity(`${path}-wal`)?.size ?? 0) > longLog,
    catchUp,
    states() {
      if (!file) return new Map()
      const rows = file.prepare('select name, value from state').raw(true).all() as [string, string][]
      return new Map(rows)
    },
    remember(tables, print) {
      const put = file?.prepare('update state set value = ? where name = ?')
      try {
        for (const table of tables) put?.run(print, indexName(table))
      } catch {
        // Then the next start looks at every row once more.
      }
    },
    renew() {
      file?.close()
      throwAway(path)
      file = open()
    },
    close() {
      file?.close()
      file = undefined
    },
  }
}

/** Of a table that nobody has indexed yet, there is nothing to bring up to date. */
function isUpdated(update: () => void): boolean {
  try {
    update()
    return true
  } catch {
    return false
  }
}
