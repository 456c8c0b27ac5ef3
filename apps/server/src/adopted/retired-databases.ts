/** Databases that another has taken the place of: closed when the requests that began on them have long ended. */
import type { Database } from '@haykal/database'

/** Databases on their way out. */
export interface Retired {
  add(database: Database): void
  /** Closes those that are still open. */
  close(): Promise<void>
}

/** Milliseconds that a request may still need the database it began on. */
const graceMs = 10_000

/** None so far. */
export function createRetired(): Retired {
  const open = new Map<Database, NodeJS.Timeout>()
  const close = async (database: Database) => {
    clearTimeout(open.get(database))
    if (open.delete(database)) await database.close().catch(() => undefined)
  }
  return {
    add(database) {
      open.set(database, setTimeout(() => void close(database), graceMs).unref())
    },
    async close() {
      for (const database of [...open.keys()]) await close(database)
    },
  }
}
