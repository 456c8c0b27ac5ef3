/** Rows that SQLite writes as JSON by itself: one text for a page costs less than hundreds of values that become objects, then JSON (docs/performance.md). */
import { type Column, isMixedColumn } from '@haykal/model'
import { type RawBuilder, sql } from 'kysely'
import type { Row, WrittenList, WrittenRows, WrittenTitles } from '../../engine.ts'

/** Stand around the rows of a statement that gathers them: what those take decides how it is asked. */
const gathered = { from: '/* gathered */ ', to: ' /* as JSON */' } as const

/** Texts and names in a statement: a question mark in them stands for no value. */
const quoted = /"(?:[^"]|"")*"|'(?:[^']|'')*'/g

/** The statement whose rows one gathers, with the values of it; others as they are. */
export function ungathered<Asked extends { readonly sql: string; readonly parameters: readonly unknown[] }>(
  asked: Asked,
): Pick<Asked, 'sql' | 'parameters'> {
  const start = asked.sql.indexOf(gathered.from)
  if (start < 0) return asked
  const sql = asked.sql.slice(start + gathered.from.length, asked.sql.lastIndexOf(gathered.to))
  // Titles are asked for behind the rows, and so are their values.
  const values = sql.replace(quoted, '').split('?').length - 1
  return { sql, parameters: asked.parameters.slice(0, values) }
}

/** Functions take a thousand arguments at most (https://www.sqlite.org/limits.html); nobody asks for as many fields. */
const mostColumns = 400

/** SQLite refuses to write bytes as JSON: they stand in for whatever cannot be written to the letter, too. */
const unwritable = sql`x''`

/** SQLite's way. */
export const sqliteWrittenRows: WrittenRows = {
  canWrite: (columns) => columns.length <= mostColumns && columns.every(isWritable),
  gather(rows, { record, lists, titles }) {
    const pairs = record.map(({ name, from, column }) => sql`${sql.lit(name)}, ${written(from, column)}`)
    const objects = sql`group_concat(json_object(${sql.join(pairs)}), ',' || char(10))`
    const told = [
      sql`count(*) as n, cast(${objects} as blob) as records`,
      ...lists.map(({ from, of, as }) => sql`${listOf(sql.id(from), of)} as ${sql.id(as)}`),
      ...titles.map((each) => sql`(${titlesSql(each)}) as ${sql.id(each.as)}`),
    ]
    const page = sql`${sql.raw(gathered.from)}${rows}${sql.raw(gathered.to)}`
    return titles.length === 0
      ? sql<Row>`select ${sql.join(told)} from (${page})`
      : sql<Row>`with page as materialized (${page}) select ${sql.join(told)} from page`
  },
  isUnwritable: (error) => error instanceof Error && error.message === 'JSON cannot hold BLOB values',
}

/** Titles by keys, of what the first rows of the page point to. */
function titlesSql({ from, of, key, title, ask }: WrittenTitles): RawBuilder<unknown> {
  const held = from.map((name) => sql`select * from (select ${sql.id(name)} from page limit ${sql.lit(of)})`)
  const name = sql`cast(${written(key.from, key.column)} as text)`
  const text = sql`coalesce(${written(title.from, title.column)}, '')`
  // A name would be cut at a NUL.
  const whole = isWhole(key.column) ? text : sql`iif(instr(${name}, char(0)), ${unwritable}, ${text})`
  return sql`select json_group_object(${name}, ${whole}) from (${ask(sql`(${sql.join(held, sql` union all `)})`)})`
}

function written(name: string, column: Column): RawBuilder<unknown> {
  return valueSql(sql.id(name), column)
}

function listOf(operand: RawBuilder<unknown>, of: WrittenList['of']): RawBuilder<unknown> {
  if (of === 'test') return sql`group_concat(coalesce(${operand}, 0), '')`
  return sql`group_concat(${of === 'place' ? placeSql(operand) : textSql(operand, of)}, ',')`
}

/** A value as a JSON text of its own, never NULL. */
function textSql(operand: RawBuilder<unknown>, of: Column): RawBuilder<unknown> {
  const text = sql`json_quote(${valueSql(operand, of)})`
  // The digits of a number are JSON as they are.
  return isWhole(of) ? sql`iif(${isExact(operand)}, ${operand}, ${text})` : text
}

/** Whether SQLite can tell what the codec shows of a column. */
function isWritable(column: Column): boolean {
  if ('scale' in column && (column.scale ?? 0) > mostDigits) return false
  return !isMixedColumn(column) && column.kind !== 'bytes' && (!('written' in column) || column.written === undefined)
}

/** What the codec shows of a stored value of such a column, for the functions that write JSON. */
function valueSql(operand: RawBuilder<unknown>, column: Column): RawBuilder<unknown> {
  switch (column.kind) {
    case 'text':
      return operand
    case 'integer':
      return sql`iif(${isExact(operand)}, ${operand}, ${plainSql(operand)})`
    case 'real':
      return sql`iif(${operand} between -${largest.real} and ${largest.real}, ${operand}, ${plainSql(operand)})`
    case 'boolean':
      return sql`case ${operand} when 1 then json('true') when 0 then json('false') else ${plainSql(operand)} end`
    case 'decimal':
      return decimalSql(operand, column.scale)
    case 'timestamp':
      return shapedSql(operand, sql`${operand} glob ${sql.lit(momentShape)}`)
    case 'date':
      return shapedSql(operand, sql`length(${operand}) = ${sql.lit(10)}`)
    case 'json':
      return shapedSql(operand, isPlainJson(operand), sql`json(${operand})`)
    case 'bytes':
      return unwritable
  }
}

/** The furthest from 0 that JSON holds: of whole numbers that a double holds one by one, and of doubles. */
const largest = { whole: sql.lit(Number.MAX_SAFE_INTEGER), real: sql.lit(Number.MAX_VALUE) } as const

function isWhole(column: Column): boolean {
  return column.kind === 'integer'
}

function isExact(operand: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`${operand} between -${largest.whole} and ${largest.whole}`
}

/** What fits no column, as `decodePlain` shows it. */
function plainSql(operand: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`case typeof(${operand}) when 'integer' then iif(${isExact(operand)}, ${operand}, cast(${operand} as text))
    when 'real' then iif(abs(${operand}) <= ${largest.real}, ${operand}, iif(${operand} > 0, 'Infinity', '-Infinity')) else ${operand} end`
}

/** As we write moments ourselves; written otherwise, they are read before they are shown. */
const momentShape = '????-??-??T????????????Z'

/** A value of the shape in which it is shown. */
function shapedSql(
  operand: RawBuilder<unknown>,
  hasShape: RawBuilder<unknown>,
  shown: RawBuilder<unknown> = operand,
): RawBuilder<unknown> {
  return sql`iif(${hasShape}, ${shown}, iif(${operand} is null, null, ${unwritable}))`
}

/** JSON in which no number is beyond what a double holds, and nothing nested deeper than what can be read: too short for that. */
function isPlainJson(operand: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`length(${operand}) < ${sql.lit(300)} and ${operand} not glob ${sql.lit('*[0-9][eE]*')} and json_valid(${operand})`
}

/** Digits after the point of an amount: of more, none before it would be exact. */
const mostDigits = 9

/** Whole amounts are kept as integers, others as doubles (docs/decisions/0005): those of so many digits as the scale says, 15 in all at most, are written here. */
function decimalSql(operand: RawBuilder<unknown>, scale = 0): RawBuilder<unknown> {
  const [power, half] = [sql.lit(10 ** scale), sql`iif(${operand} < 0, -0.5, 0.5)`]
  const isRound = sql`abs(${operand}) < ${sql.lit(10 ** (14 - scale))} and cast(${operand} * ${power} + ${half} as integer) / ${power}.0 = ${operand}`
  const zeros = sql.lit(scale === 0 ? '' : `.${'0'.repeat(scale)}`)
  const digits =
    scale === 0 ? unwritable : sql`iif(${isRound}, printf(${sql.lit(`%.${scale}f`)}, ${operand}), ${unwritable})`
  return sql`case typeof(${operand}) when 'integer' then ${operand} || ${zeros} when 'real' then ${digits} else ${operand} end`
}

/** A part of a place: what the row holds, to the last digit. */
function placeSql(operand: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`case typeof(${operand}) when 'integer' then json_object('int', cast(${operand} as text))
    when 'real' then iif(abs(${operand}) <= ${largest.real}, json_quote(${operand}), ${unwritable}) else json_quote(${operand}) end`
}
