/** A change as the history holds it, and the statement that reads such changes. */
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Connection } from '../engine.ts'
import { historyTable } from './history-table.ts'

/** One change, with what is known of the change-set that it is part of. */
export interface StoredChange {
  /** Its place in the history: what came later has a higher one. Not for strangers' eyes, as it tells how much was changed. */
  readonly number: number
  readonly changeSet: string
  readonly ordinal: number
  readonly at: string
  readonly model: string
  readonly record: string
  readonly act: 'create' | 'edit' | 'remove'
  readonly root: string | null
  readonly fields: string | null
  readonly before: string | null
  readonly after: string | null
  readonly sealed: string | null
  readonly held: string | null
  readonly by: string | null
  readonly means: string
  readonly undoes: string | null
  readonly action: string | null
}

/** A condition of SQL on `c` and `f`. */
export type Test = RawBuilder<SqlBool>

/** The table of the history. */
export const table = sql.id(historyTable)

/** The columns of a change `c` and of the first change `f` of its change-set. */
const changeColumns = sql`c.id as number, c.change_set as "changeSet", c.ordinal as ordinal, c.at as at, c.model as model,
  c.record as record, c.act as act, c.root as root, c.fields as fields, c.before as before, c.after as after, c.sealed as sealed, c.held as held,
  f.by as by, f.means as means, f.undoes as undoes, f.action as action`

/** Changes `c`, each with the first change `f` of its change-set. */
const changes = sql`${table} as c left join ${table} as f on f.change_set = c.change_set and f.ordinal = 1`

interface Wanted {
  readonly tests: readonly Test[]
  readonly order: RawBuilder<unknown>
  readonly limit: number
}

/** Reads them. */
export async function selectChanges({ queries }: Connection, { tests, order, limit }: Wanted): Promise<StoredChange[]> {
  const { rows } = await sql<StoredChange>`select ${changeColumns} from ${changes}
    where ${sql.join(tests, sql` and `)} order by ${order} limit ${limit}`.execute(queries)
  return rows.map((row) => ({ ...row, number: Number(row.number), ordinal: Number(row.ordinal) }))
}
