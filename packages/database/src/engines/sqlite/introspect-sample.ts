/** Looks at the first and the last rows of a table without bringing large values along. */
import { type RawBuilder, sql } from 'kysely'
import type { Queries, Row, Stored, TableSample, TableShape } from '../../engine.ts'

/** Bytes of a text beyond which it is not read for the sake of its beginning, and characters that are kept of the others. */
const longest = { read: 8_000, kept: 300 } as const

/** Bytes of a file beyond which nobody waits for a look at a view: it may have to be computed whole. */
const largestForViews = 64 * 1024 * 1024

/** `Engine.sample`: at most `most` rows from either end, by the rows' own number or else by the key; without either, from the beginning. */
export async function sampleSqlite(queries: Queries, table: TableShape, most: number): Promise<TableSample> {
  if (table.columns.length === 0) return emptySample(table)
  if (table.kind === 'view' && (await bytesOf(queries)) > largestForViews) return emptySample(table)
  const columns = sql.join(
    table.columns.map(({ name }, index) => sql`${glance(sql.id('t', name))} as ${sql.raw(`c${index}`)}`),
  )
  const from = sql`from main.${sql.id(table.name)} as t`
  const number = table.rowNumber ?? table.columns.find((column) => column.isGenerated)?.name
  if (table.kind === 'table' && number !== undefined) {
    const own = sql.id('t', number)
    const statement = sql`select ${columns} ${from} where ${own} in (
      select * from (select ${own} ${from} order by ${own} limit ${most})
      union all select * from (select ${own} ${from} order by ${own} desc limit ${most})) order by ${own}`
    const rows = await rowsOf(queries, statement)
    if (rows.length < 2 * most) return sampleOf(table, rows, rows.length)
    const [span] = await rowsOf(
      queries,
      sql`select (select ${own} ${from} order by ${own} desc limit 1) - (select ${own} ${from} order by ${own} limit 1) + 1 as n`,
    )
    return sampleOf(table, rows, Number(span?.n))
  }
  const order = table.key.map((name) => sql.id('t', name))
  const isOrdered =
    order.length > 0 && !table.columns.some(({ name, isUnsortable }) => isUnsortable && table.key.includes(name))
  if (!isOrdered) {
    const rows = await rowsOf(queries, sql`select ${columns} ${from} limit ${2 * most}`)
    return sampleOf(table, rows, rows.length < 2 * most ? rows.length : Number.POSITIVE_INFINITY)
  }
  const first = await rowsOf(queries, sql`select ${columns} ${from} order by ${sql.join(order)} limit ${2 * most}`)
  if (first.length < 2 * most) return sampleOf(table, first, first.length)
  const descending = sql.join(order.map((each) => sql`${each} desc`))
  const last = await rowsOf(queries, sql`select ${columns} ${from} order by ${descending} limit ${most}`)
  // Where the ends meet, a row would stand twice.
  const keyOf = (row: Row) =>
    JSON.stringify(
      table.key.map((name) => String(row[`c${table.columns.findIndex((column) => column.name === name)}`])),
    )
  const known = new Set(first.map(keyOf))
  return sampleOf(table, [...first, ...last.filter((row) => !known.has(keyOf(row)))], Number.POSITIVE_INFINITY)
}

function sampleOf(table: TableShape, rows: readonly Row[], mostRows: number): TableSample {
  const values = table.columns.map(({ name }, index): [string, Stored[]] => [
    name,
    rows.map((row) => row[`c${index}`] ?? null),
  ])
  return { count: rows.length, mostRows, values: new Map(values) }
}

/** Of what was not looked at. */
function emptySample(table: TableShape): TableSample {
  return sampleOf(table, [], Number.POSITIVE_INFINITY)
}

/** A value as it is; of a text its beginning, or a text of dots where it is very long; of bytes none. */
function glance(operand: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`case typeof(${operand}) when 'text' then iif(octet_length(${operand}) <= ${sql.lit(longest.read)}, substr(${operand}, 1, ${sql.lit(longest.kept)}), ${'…'.repeat(longest.kept)}) when 'blob' then x'' else ${operand} end`
}

async function bytesOf(queries: Queries): Promise<number> {
  const [found] = await rowsOf(
    queries,
    sql`select page_count * page_size as n from pragma_page_count, pragma_page_size`,
  )
  return Number(found?.n)
}

async function rowsOf(queries: Queries, statement: RawBuilder<unknown>): Promise<readonly Row[]> {
  return (await (statement as RawBuilder<Row>).execute(queries)).rows
}
