/** Looks at the first and the last rows of a table without bringing large values along. */
import { sql } from 'kysely'
import type { Queries, Row, Stored, TableSample, TableShape } from '../../../engine.ts'
import { fewRows } from '../driver.ts'
import { quoteName } from './tokens.ts'

/** Bytes of a text beyond which it is not read for the sake of its beginning, and characters that are kept of the others. */
const longest = { read: 8_000, kept: 300 } as const

/** Bytes of a file beyond which nobody waits for a look at a view: it may have to be computed whole. */
const largestForViews = 64 * 1024 * 1024

/** The most columns of one statement's rows (https://www.sqlite.org/limits.html). */
const mostColumns = 2_000

/** `Engine.sample`: at most `most` rows from either end, by the rows' own number or else by the key; without either, from the beginning. */
export async function sampleSqlite(queries: Queries, table: TableShape, most: number): Promise<TableSample> {
  if (table.columns.length === 0) return emptySample(table)
  if (table.kind === 'view' && (await bytesOf(queries)) > largestForViews) return emptySample(table)
  const columns = table.columns.map(({ name }, index) => `${glance(`t.${quoteName(name)}`)} as c${index}`)
  const from = `from main.${quoteName(table.name)} as t`
  const number = table.rowNumber ?? table.columns.find((column) => column.isGenerated)?.name
  const order = orderOf(table, number).map((name) => `t.${quoteName(name)}`)
  if (order.length === 0) {
    // What a view or a module does to find a few rows, nobody knows.
    const known = table.kind === 'table' ? fewRows : ''
    const rows = await rowsOf(queries, `${known}select ${columns.join()} ${from} limit ${2 * most}`)
    return sampleOf(table, rows, rows.length < 2 * most ? rows.length : Number.POSITIVE_INFINITY)
  }
  const places = order.map((each, index) => `${each} as k${index}`)
  const list = [...columns, ...places].slice(0, mostColumns).join()
  const fromEnd = async (terms: readonly string[]) =>
    await rowsOf(queries, `${fewRows}select ${list} ${from} order by ${terms.join()} limit ${most}`)
  const first = await fromEnd(order)
  if (first.length < most || columns.length + places.length > mostColumns) {
    return sampleOf(table, first, first.length < most ? first.length : Number.POSITIVE_INFINITY)
  }
  const last = (await fromEnd(order.map((each) => `${each} desc`))).toReversed()
  const placeOf = (row: Row) => JSON.stringify(order.map((_, index) => String(row[`k${index}`])))
  const known = new Set(first.map(placeOf))
  const others = last.filter((row) => !known.has(placeOf(row)))
  const rows = [...first, ...others]
  if (others.length < last.length) return sampleOf(table, rows, rows.length)
  const span = number === undefined ? Number.NaN : Number(last.at(-1)?.k0) - Number(first[0]?.k0) + 1
  return sampleOf(table, rows, Number.isNaN(span) ? Number.POSITIVE_INFINITY : span)
}

/** What gives the rows an order that needs no sorting. */
function orderOf(table: TableShape, number: string | undefined): readonly string[] {
  if (table.kind !== 'table') return []
  if (number !== undefined) return [number]
  return table.columns.some(({ name, isUnsortable }) => isUnsortable && table.key.includes(name)) ? [] : table.key
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

/** A value as it is; of a long text its beginning, or as many zeros where it is very long; in place of long bytes, zeros. */
function glance(operand: string): string {
  const short = `case when typeof(${operand}) = 'blob' then zeroblob(${longest.kept + 1}) when octet_length(${operand}) <= ${longest.read} then substr(${operand}, 1, ${longest.kept}) else printf('%0${longest.kept}d', 0) end`
  return `case when octet_length(${operand}) > ${longest.kept} then ${short} else ${operand} end`
}

async function bytesOf(queries: Queries): Promise<number> {
  const [found] = await rowsOf(queries, 'select page_count * page_size as n from pragma_page_count, pragma_page_size')
  return Number(found?.n)
}

/** As plain text: building it of parts takes longer than running it. */
async function rowsOf(queries: Queries, statement: string): Promise<readonly Row[]> {
  return (await sql.raw<Row>(statement).execute(queries)).rows
}
