/** Writes one change into the history, in the transaction of the change. */
import { sql } from 'kysely'
import type { Connection, Row } from '../engine.ts'
import { askKept } from '../records/kept-statement.ts'
import { type HistoryRow, historyColumns, historyTable } from './history-table.ts'

const columns = sql.join(historyColumns.map((column) => sql.id(column)))

/** Appends a row; nothing ever changes one, but for what is forgotten after a time. */
export async function insertChange(connection: Connection, row: HistoryRow): Promise<void> {
  const values = historyColumns.map((column) => row[column])
  await askKept(connection, {
    about: historyColumns,
    name: 'insert change',
    build: () => sql<Row>`insert into ${sql.id(historyTable)} (${columns}) values (${sql.join(values)})`,
    values,
    stand: 'first',
  })
}
