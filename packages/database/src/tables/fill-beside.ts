/** Fills in what stands beside texts, where that is missing or not of the text any more: after an upgrade, or once another program wrote. */
import type { Json, Model, ModelField } from '@haykal/model'
import { CompiledQuery, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Connection, Queries, Row, Stored } from '../engine.ts'

/** Rows in one statement. */
const rowsAtOnce = 500

/** A column that stands beside that of a field, and what it holds. */
export interface BesideText {
  readonly field: ModelField
  readonly column: string
  /** Whether a row misses it, or has it of another text. */
  readonly isStale: RawBuilder<SqlBool>
  /** The name of an index of the rows that miss it, as a rule of none. */
  readonly index: string
  make(value: Json): string
}

/** Fills in what is missing beside a field, and keeps an index of the rows that miss it. */
export async function fillBeside(connection: Connection, model: Model, beside: BesideText): Promise<void> {
  const { queries, engine } = connection
  const { column, field, index, isStale } = beside
  // Where nothing tells the rows yet, what they have may be of another folding.
  const isKept = await engine.hasIndex(queries, index)
  const texts = new Map<number, string>()
  for await (const rows of rowsOf(queries, model, { ...beside, ...(!isKept && { isStale: sql<SqlBool>`1 = 1` }) })) {
    const made = rows.map((row) => ({ row, text: beside.make(textsOf(row.v ?? null, field)) }))
    const wrong = made.filter(({ row, text }) => row.c !== text)
    if (wrong.length === 0) continue
    const text = texts.get(wrong.length) ?? fillingText(connection, model, { column, rows: wrong.length })
    texts.set(wrong.length, text)
    const values = wrong.flatMap((each): Stored[] => [
      ...model.key.map((_, place) => each.row[`k${place}`] ?? null),
      each.text,
    ])
    await queries.executeQuery(CompiledQuery.raw(text, values))
  }
  if (isKept) return
  // After them: of a column that is new, all rows would go in and out again.
  await sql`create index if not exists ${sql.id(index)} on ${sql.id(model.table)} (${sql.join(keyOf(model))}) where ${isStale}`.execute(
    queries,
  )
}

function keyOf(model: Model): readonly RawBuilder<unknown>[] {
  return model.key.map(({ columnName }) => sql.id(columnName))
}

/** The rows that may miss it, a few at a time, by their keys: one that stays as it is, such as one of bytes, is not looked at again. */
async function* rowsOf(
  queries: Queries,
  model: Model,
  { field, column, isStale }: BesideText,
): AsyncGenerator<readonly Row[]> {
  const key = sql.join(keyOf(model))
  const read = [
    ...keyOf(model).map((each, place) => sql`${each} as ${sql.id(`k${place}`)}`),
    sql`${sql.id(field.columnName)} as v`,
    sql`${sql.id(column)} as c`,
  ]
  let beyond = sql``
  for (let isLast = false; !isLast; ) {
    const { rows } = await sql<Row>`select ${sql.join(read)} from ${sql.id(model.table)}
      where ${isStale}${beyond} order by ${key} limit ${rowsAtOnce}`.execute(queries)
    if (rows.length > 0) yield rows
    const last = rows.at(-1)
    beyond = sql` and (${key}) > (${sql.join(model.key.map((_, place) => last?.[`k${place}`] ?? null))})`
    isLast = rows.length < rowsAtOnce
  }
}

/** What a column holds, as far as it is a text or a list of texts. */
function textsOf(stored: Stored, { column }: ModelField): Json {
  if (typeof stored !== 'string') return Array.isArray(stored) ? (stored as Json) : null
  return column.kind === 'json' ? listOf(stored) : stored
}

function listOf(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    return text
  }
}

/** An update of several rows, each by its key; the values still to come. */
function fillingText(
  { engine, queries }: Connection,
  model: Model,
  { column, rows }: { readonly column: string; readonly rows: number },
): string {
  const key = model.key.map((part) => sql`cast(${null} as ${engine.columnType(part.column)})`)
  const row = sql`(${sql.join([...key, sql`cast(${null} as text)`])})`
  const given = model.key.map((_, place) => sql.id(`k${place}`))
  const own = model.key.map((part) => sql.id('r', part.columnName))
  const same = own.map((column, place) => sql`${column} = f.${given[place]}`)
  // That the keys are among those given says nothing new, but without it SQLite looks at every row of the table.
  return sql`with f (${sql.join([...given, sql.id('o')])}) as (values ${sql.join(Array.from({ length: rows }, () => row))})
    update ${sql.id(model.table)} as r set ${sql.id(column)} = f.o
    from f where ${sql.join(same, sql` and `)} and (${sql.join(own)}) in (select ${sql.join(given)} from f)`.compile(
    queries,
  ).sql
}
