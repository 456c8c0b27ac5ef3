/** Writes one change into the history, in the transaction of the change. */
import { CompiledQuery, sql } from 'kysely'
import type { Connection, Engine } from '../engine.ts'
import { type HistoryRow, historyColumns, historyTable } from './history-table.ts'

/** The statement, by engine: it is the same for every change. */
const statements = new WeakMap<Engine, string>()

/** Appends a row; nothing ever changes one, but for what is forgotten after a time. */
export async function insertChange({ engine, queries }: Connection, row: HistoryRow): Promise<void> {
  const known = statements.get(engine)
  const text = known ?? statementFor({ engine, queries })
  if (known === undefined) statements.set(engine, text)
  await queries.executeQuery(
    CompiledQuery.raw(
      text,
      historyColumns.map((column) => row[column]),
    ),
  )
}

function statementFor({ queries }: Connection): string {
  const columns = sql.join(historyColumns.map((column) => sql.id(column)))
  const values = sql.join(historyColumns.map(() => null))
  return sql`insert into ${sql.id(historyTable)} (${columns}) values (${values})`.compile(queries).sql
}
