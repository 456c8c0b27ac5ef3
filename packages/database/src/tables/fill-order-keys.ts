/** Fills in what texts are sorted by, where that is missing or not of the text any more: after an upgrade, or once another program wrote. */
import type { Model, ModelField } from '@haykal/model'
import { type RawBuilder, sql } from 'kysely'
import type { Connection, Row, Stored } from '../engine.ts'
import { isStale, orderColumn, orderKey } from '../records/order-key.ts'

/** Rows in one statement. */
const rowsAtOnce = 500

/** Fills in what is missing for a field; `index` is the name of an index of the rows that miss it, as a rule of none. */
export async function fillOrderKeys(
  connection: Connection,
  model: Model,
  { field, index }: { readonly field: ModelField; readonly index: string },
): Promise<void> {
  const { queries } = connection
  const key = model.key.map(({ columnName }) => sql.id(columnName))
  const stale = isStale(field)
  await sql`create index if not exists ${sql.id(index)} on ${sql.id(model.table)} (${sql.join(key)}) where ${stale}`.execute(
    queries,
  )
  const names = [...key.map((_, place) => sql.id(`k${place}`)), sql.id('v')]
  const read = sql.join([...key, sql.id(field.columnName)].map((column, place) => sql`${column} as ${names[place]}`))
  let last: readonly Stored[] | undefined
  do {
    // A row that stays as it is, such as one of bytes, must not be looked at again and again.
    const beyond: RawBuilder<unknown> = last ? sql` and (${sql.join(key)}) > (${sql.join(last)})` : sql``
    const { rows } = await sql<Row>`select ${read} from ${sql.id(model.table)}
      where ${stale}${beyond} order by ${sql.join(key)} limit ${rowsAtOnce}`.execute(queries)
    if (rows.length > 0) await fillRows(connection, model, { field, rows })
    const end = rows.length < rowsAtOnce ? undefined : rows.at(-1)
    last = end && key.map((_, place) => end[`k${place}`] ?? null)
  } while (last)
}

async function fillRows(
  { engine, queries }: Connection,
  model: Model,
  { field, rows }: { readonly field: ModelField; readonly rows: readonly Row[] },
): Promise<void> {
  const column = orderColumn(field)
  if (column === undefined) return
  const values = rows.map((row) => {
    const key = model.key.map(
      (part, place) => sql`cast(${row[`k${place}`] ?? null} as ${engine.columnType(part.column)})`,
    )
    return sql`(${sql.join([...key, sql`cast(${orderKey(typeof row.v === 'string' ? row.v : null)} as text)`])})`
  })
  const names = [...model.key.map((_, place) => sql.id(`k${place}`)), sql.id('o')]
  const same = model.key.map((part, place) => sql`r.${sql.id(part.columnName)} = f.${sql.id(`k${place}`)}`)
  await sql`with f (${sql.join(names)}) as (values ${sql.join(values)})
    update ${sql.id(model.table)} as r set ${sql.id(column)} = f.o from f where ${sql.join(same, sql` and `)}`.execute(
    queries,
  )
}
