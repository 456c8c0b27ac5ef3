/** Fills in what texts are sorted by, where that is missing or not of the text any more: after an upgrade, or once another program wrote. */
import type { Model, ModelField } from '@haykal/model'
import { CompiledQuery, type RawBuilder, sql } from 'kysely'
import type { Connection, Queries, Row, Stored } from '../engine.ts'
import { isStale, orderColumn, orderKey } from '../records/order-key.ts'

/** Rows in one statement. */
const rowsAtOnce = 500

/** Fills in what is missing for a field, and keeps an index of the rows that miss it, as a rule of none, under the name `index`. */
export async function fillOrderKeys(
  connection: Connection,
  model: Model,
  { field, index }: { readonly field: ModelField; readonly index: string },
): Promise<void> {
  const { queries } = connection
  const texts = new Map<number, string>()
  for await (const rows of staleRows(queries, model, field)) {
    const text = texts.get(rows.length) ?? fillingText(connection, model, { field, rows: rows.length })
    texts.set(rows.length, text)
    const values = rows.flatMap((row): Stored[] => [
      ...model.key.map((_, place) => row[`k${place}`] ?? null),
      orderKey(typeof row.v === 'string' ? row.v : null),
    ])
    await queries.executeQuery(CompiledQuery.raw(text, values))
  }
  // After them: of a column that is new, all rows would go in and out again.
  await sql`create index if not exists ${sql.id(index)} on ${sql.id(model.table)} (${sql.join(keyOf(model))}) where ${isStale(field)}`.execute(
    queries,
  )
}

function keyOf(model: Model): readonly RawBuilder<unknown>[] {
  return model.key.map(({ columnName }) => sql.id(columnName))
}

/** The rows that miss it, a few at a time, by their keys: one that stays as it is, such as one of bytes, is not looked at again. */
async function* staleRows(queries: Queries, model: Model, field: ModelField): AsyncGenerator<readonly Row[]> {
  const key = sql.join(keyOf(model))
  const read = [...keyOf(model).map((column, place) => sql`${column} as ${sql.id(`k${place}`)}`), textOf(field)]
  let beyond = sql``
  for (let isLast = false; !isLast; ) {
    const { rows } = await sql<Row>`select ${sql.join(read)} from ${sql.id(model.table)}
      where ${isStale(field)}${beyond} order by ${key} limit ${rowsAtOnce}`.execute(queries)
    if (rows.length > 0) yield rows
    const last = rows.at(-1)
    beyond = sql` and (${key}) > (${sql.join(model.key.map((_, place) => last?.[`k${place}`] ?? null))})`
    isLast = rows.length < rowsAtOnce
  }
}

function textOf({ columnName }: ModelField): RawBuilder<unknown> {
  return sql`${sql.id(columnName)} as v`
}

/** An update of several rows, each by its key; the values still to come. */
function fillingText(
  { engine, queries }: Connection,
  model: Model,
  { field, rows }: { readonly field: ModelField; readonly rows: number },
): string {
  const key = model.key.map((part) => sql`cast(${null} as ${engine.columnType(part.column)})`)
  const row = sql`(${sql.join([...key, sql`cast(${null} as text)`])})`
  const given = model.key.map((_, place) => sql.id(`k${place}`))
  const own = model.key.map((part) => sql.id('r', part.columnName))
  const same = own.map((column, place) => sql`${column} = f.${given[place]}`)
  // That the keys are among those given says nothing new, but without it SQLite looks at every row of the table.
  return sql`with f (${sql.join([...given, sql.id('o')])}) as (values ${sql.join(Array.from({ length: rows }, () => row))})
    update ${sql.id(model.table)} as r set ${sql.id(orderColumn(field) ?? field.columnName)} = f.o
    from f where ${sql.join(same, sql` and `)} and (${sql.join(own)}) in (select ${sql.join(given)} from f)`.compile(
    queries,
  ).sql
}
