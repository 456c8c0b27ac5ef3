/** The one table in which changes are kept, in the same database as the records: a change and its history are written together or not at all. */
import { sql } from 'kysely'
import type { Connection, Stored } from '../engine.ts'

/** Its name. In an adopted file it is all that unlocking adds. */
export const historyTable = 'haykal_history'

/** The columns that a table of ours has had from the first; one of the same name without them is somebody else's. */
const firstColumns = ['id', 'change_set', 'at', 'by', 'means', 'model', 'record', 'act', 'before', 'after'] as const

/**
 * One change as its row holds it. What concerns the whole change-set (`by` to `action`) stands in the row of its first change only.
 * `idempotency`, `asked`: hashes of the key that makes a retry harmless, and of what was asked with it.
 * `ordinal`: its place in the change-set, from 1 · `root`: of a record that went with another one, that one, as a JSON list of model
 * and id · `fields`: the names of the fields that an edit changed, as a JSON list · `before`: of an edit these fields as they were, of
 * a removal all · `after`: all stored fields as they became · `sealed`: the sensitive ones of both, encrypted ·
 * `held`: of `before`, the values that are held as more than is shown of them.
 */
const laterColumns = [
  'ordinal',
  'request',
  'idempotency',
  'asked',
  'undoes',
  'action',
  'root',
  'fields',
  'sealed',
  'held',
] as const

/** All columns but the number of the row, in the order in which they are written. */
export const historyColumns = [
  'change_set',
  'ordinal',
  'at',
  'by',
  'means',
  'request',
  'idempotency',
  'asked',
  'undoes',
  'action',
  'model',
  'record',
  'act',
  'root',
  'fields',
  'before',
  'after',
  'sealed',
  'held',
] as const

/** A row as it is written. */
export type HistoryRow = { readonly [column in (typeof historyColumns)[number]]: Stored }

/** Makes the table with its indexes, and adds what a table of an earlier version lacks. Gives false where the name is taken by a table of somebody else's. */
export async function makeHistoryTable({ engine, queries }: Connection): Promise<boolean> {
  const columns = [...new Set([...firstColumns, ...historyColumns])].filter((name) => name !== 'id')
  const list = sql.join(columns.map((name) => sql`${sql.id(name)} ${sql.raw(typeOf(name))}`))
  await sql`create table if not exists ${sql.id(historyTable)} (id ${engine.generatedKey(true)}, ${list})`.execute(
    queries,
  )
  const table = (await engine.introspect(queries)).find(({ name }) => name === historyTable)
  const known = new Set(table?.columns.map(({ name }) => name))
  if (!isHistoryTable({ name: historyTable, columns: [...known] })) return false
  const missing = laterColumns.filter((name) => !known.has(name))
  for (const name of missing)
    await sql`alter table ${sql.id(historyTable)} add column ${sql.id(name)} ${sql.raw(typeOf(name))}`.execute(queries)
  // Every change was a change-set of its own then.
  if (missing.includes('ordinal'))
    await sql`update ${sql.id(historyTable)} set ordinal = 1 where ordinal is null`.execute(queries)
  for (const { name, of } of indexes) await sql`create ${sql.raw(`${of.replace('NAME', name)}`)}`.execute(queries)
  return true
}

/** Whether a table is the one of the history, and not somebody else's of the same name. */
export function isHistoryTable({
  name,
  columns,
}: {
  readonly name: string
  readonly columns: readonly string[]
}): boolean {
  return name === historyTable && firstColumns.every((column) => columns.includes(column))
}

function typeOf(column: string): string {
  return column === 'ordinal' ? 'integer' : 'text'
}

/** What a record went through, what is in a change-set, change-sets in their order, those that take another back, writes that may come twice, what can be restored. */
const indexes = [
  { name: 'haykal_history_record', of: `index if not exists NAME on ${historyTable} (model, record, id)` },
  { name: 'haykal_history_set', of: `unique index if not exists NAME on ${historyTable} (change_set, ordinal)` },
  { name: 'haykal_history_first', of: `index if not exists NAME on ${historyTable} (id) where ordinal = 1` },
  {
    name: 'haykal_history_undoes',
    of: `index if not exists NAME on ${historyTable} (undoes) where undoes is not null`,
  },
  {
    name: 'haykal_history_twice',
    of: `unique index if not exists NAME on ${historyTable} (idempotency) where idempotency is not null`,
  },
  {
    name: 'haykal_history_removed',
    of: `index if not exists NAME on ${historyTable} (model, id) where act = 'remove'`,
  },
] as const
