/** Which rows this process changes: told to who follows them at once, and remembered for who asks what has changed since. */
import type SqliteFile from 'better-sqlite3'
import type { ChangedRows, ChangeMark, NumberedTable } from '../../engine.ts'
import { createRowTriggers } from './row-triggers.ts'

/** The rows that one connection changes; those of what is taken back among them. */
export interface TouchedRows {
  /** Notices the rows of a table from now on. False: what happens in the transaction that is under way may be missed. */
  watch(table: NumberedTable): boolean
  /** Calls `tell` behind each commit that changed some. */
  follow(tell: (touched: Touched) => void): void
  /** For whoever commits. */
  committed(): void
  readonly changed: ChangedRows
}

/** The numbers of rows by the names of their tables; of rows that have none, nothing but the table. */
export type Touched = ReadonlyMap<string, readonly bigint[]>

/** Rows that are remembered: for more, whoever asks had better begin anew. */
const mostKept = 2_000

interface Change {
  readonly table: string
  readonly number: bigint | null
}

/** Watches over a connection that writes. `outsideVersion`: a number that changes with what others commit, not with what this connection does. */
export function createTouchedRows(file: SqliteFile.Database, outsideVersion: () => number): TouchedRows {
  /** Not committed yet, or taken back: to be looked at now, and once more when it is. */
  let open: Change[] = []
  const committed: Change[] = []
  /** How many were committed in front of those. */
  let forgotten = 0
  let tell: (touched: Touched) => void = () => {}
  const triggers = createRowTriggers(file, (table, number) => open.push({ table, number }))
  const moment = (): Omit<ChangeMark, 'position'> => ({ outside: outsideVersion(), schema: triggers.schema() })
  function isWatched(tables: readonly NumberedTable[]): boolean {
    try {
      return tables.map(triggers.watch).every(Boolean)
    } catch {
      // Somebody has the file to themselves, or the table is none of its own: then nobody follows it.
      return false
    }
  }
  return {
    watch: triggers.watch,
    follow(following) {
      tell = following
    },
    committed() {
      triggers.makeSure()
      if (open.length === 0) return
      const changes = open
      open = []
      for (const change of changes) committed.push(change)
      forgotten += committed.splice(0, Math.max(0, committed.length - mostKept)).length
      tell(byTable(changes))
    },
    changed: {
      now(tables) {
        const position = forgotten + committed.length
        return isWatched(tables) ? { position, ...moment() } : undefined
      },
      since(mark) {
        const { outside, schema } = moment()
        if (mark.position < forgotten || mark.outside !== outside || mark.schema !== schema) return undefined
        return byTable([...committed.slice(mark.position - forgotten), ...open])
      },
    },
  }
}

function byTable(changes: readonly Change[]): Touched {
  const touched = new Map<string, bigint[]>()
  for (const { table, number } of changes) {
    const numbers = touched.get(table) ?? []
    if (number !== null) numbers.push(number)
    touched.set(table, numbers)
  }
  return touched
}
