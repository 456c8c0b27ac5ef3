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
  // Where nothing tells the rows yet, what they have may be of another folding.
  const isKept = await engine.hasIndex(queries, beside.index)
  const stale = { ...beside, ...(!isKept && { isStale: sql<SqlBool>`1 = 1` }) }
  const texts = new Map<number, string>()
  let after: Stored[] | undefined
  do {
    after = await fillSome(connection, model, { beside: stale, after, most: rowsAtOnce, texts })
  } while (after)
  // After them: of a column that is new, all rows would go in and out again.
  if (!isKept) await indexStale(queries, model, beside)
}

/** Keeps an index of the rows that miss it, as a rule of none. */
export async function indexStale(queries: Queries, model: Model, { index, isStale }: BesideText): Promise<void> {
  await sql`create index if not exists ${sql.id(index)} on ${sql.id(model.table)} (${sql.join(keyOf(model))}) where ${isStale}`.execute(
    queries,
  )
}

/** How many rows miss it, up to a bound. */
export async function countStale(
  queries: Queries,
  model: Model,
  { beside: { isStale }, most }: { readonly beside: BesideText; readonly most: number },
): Promise<number> {
  const { rows } = await sql<Row>`select count(*) as n from (
    select 1 from ${sql.id(model.table)} where ${isStale} limit ${most}) as s`.execute(queries)
  return Number(rows[0]?.n ?? 0)
}

/** Which rows are filled in next. */
export interface FillStep {
  readonly beside: BesideText
  /** The key behind which they stand; absent or undefined: from the first. */
  readonly after?: Stored[] | undefined
  readonly most: number
  /** Statements that were made before, by their number of rows; absent: none are kept. */
  readonly texts?: Map<number, string>
}

/** Fills in a few rows, by their keys, so that one that stays as it is, such as one of bytes, is not looked at again; gives the key of the last, undefined where there are no more. */
export async function fillSome(
  connection: Connection,
  model: Model,
  { beside, after, most, texts = new Map() }: FillStep,
): Promise<Stored[] | undefined> {
  const { column, field } = beside
  const rows = await someRows(connection, model, { beside, after, most })
  const made = rows.map((row) => ({ row, text: beside.make(textsOf(row.v ?? null, field)) }))
  const wrong = made.filter(({ row, text }) => row.c !== text)
  if (wrong.length > 0) {
    const text = texts.get(wrong.length) ?? fillingText(connection, model, { column, rows: wrong.length })
    texts.set(wrong.length, text)
    const values = wrong.flatMap((each): Stored[] => [...keyIn(model, each.row), each.text])
    await connection.queries.executeQuery(CompiledQuery.raw(text, values))
  }
  const last = rows.at(-1)
  return last && rows.length === most ? keyIn(model, last) : undefined
}

function keyIn(model: Model, row: Row): Stored[] {
  return model.key.map((_, place) => row[`k${place}`] ?? null)
}

function keyOf(model: Model): readonly RawBuilder<unknown>[] {
  return model.key.map(({ columnName }) => sql.id(columnName))
}

/** Rows that may miss it: nobody else changes their texts meanwhile. */
async function someRows(
  { engine, queries }: Connection,
  model: Model,
  { beside: { field, column, isStale }, after, most }: FillStep,
): Promise<readonly Row[]> {
  const key = sql.join(keyOf(model))
  const read = [
    ...keyOf(model).map((each, place) => sql`${each} as ${sql.id(`k${place}`)}`),
    sql`${sql.id(field.columnName)} as v`,
    sql`${sql.id(column)} as c`,
  ]
  const beyond = after ? sql` and (${key}) > (${sql.join(after)})` : sql``
  const { rows } = await sql<Row>`select ${sql.join(read)} from ${sql.id(model.table)}
    where ${isStale}${beyond} order by ${key} limit ${most}${engine.lockRows ?? sql``}`.execute(queries)
  return rows
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
