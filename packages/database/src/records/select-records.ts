/** Reads pages of records by keyset: the cost of a page does not depend on how deep in the list it is. */
import { type Condition, isEverything, isOfOthers, type Json, type Model, type ModelField } from '@haykal/model'
import { type RawBuilder, sql } from 'kysely'
import type { Connection, Engine, Row } from '../engine.ts'
import { indexedFieldsOf } from '../tables/wanted-indexes.ts'
import { compileCondition, keySql, storedValues, type Where } from './compile-condition.ts'
import { fieldColumns, rowDecoder } from './field-columns.ts'
import { askKept } from './kept-statement.ts'
import { beyondPlace, directionSql, joinsSql, type OrderSql, orderSql } from './order.ts'
import type { Page, PageRequest } from './page.ts'
import { exactColumns, hasBrokenText, type Place, type PlaceColumn, placeOf } from './place.ts'
import { hasPlaces, selectByNumber } from './select-by-number.ts'
import { type Stretch, stretchesOf } from './stretches.ts'
import { type WantedSql, whereOfFew, whereSql } from './where-sql.ts'

/** Reads one page. Records come in the order asked for, whichever way the page was reached. */
export async function selectRecords(database: Connection, model: Model, request: PageRequest): Promise<Page> {
  if (!hasPlaces(model)) return await selectByNumber(database, model, request)
  const late = request.fields.filter(isOfOthers)
  if (late.length === 0) return await selectByPlace(database, model, request)
  const soon = [...new Set([...request.fields.filter((field) => !isOfOthers(field)), ...model.key])]
  const page = await selectByPlace(database, model, { ...request, fields: soon })
  return { ...page, records: await withLate(database, model, { request, late, records: page.records }) }
}

/** What asks for other records is asked for the records of the page alone, once it is cut: the database would else do it for every record that it sorts. */
async function withLate(
  { engine, queries }: Connection,
  model: Model,
  {
    request,
    late,
    records,
  }: { readonly request: PageRequest; readonly late: readonly ModelField[]; readonly records: Page['records'] },
): Promise<Page['records']> {
  if (records.length === 0) return records
  const keyOf = (record: Page['records'][number]) =>
    JSON.stringify(model.key.map((field) => record[field.name] ?? null))
  const fields = [...model.key, ...late]
  const { rows } = await sql<Row>`select ${sql.join(fieldColumns(engine, fields))} from ${sql.id(model.table)} as r
    where ${compileCondition(engine, isOneOf(model, records), 'r')}`.execute(queries)
  const found = new Map(rows.map(rowDecoder(engine, fields)).map((record) => [keyOf(record), record]))
  return records.map((record) => {
    const whole = { ...record, ...found.get(keyOf(record)) }
    return Object.fromEntries(request.fields.map(({ name }) => [name, whole[name] ?? null]))
  })
}

function isOneOf(model: Model, records: Page['records']): Condition {
  const [only] = model.key
  if (only && model.key.length === 1) {
    return {
      type: 'test',
      field: only,
      operator: 'in',
      value: padded(records.map((record) => record[only.name] ?? null)),
    }
  }
  const each = records.map((record): Condition => {
    const parts = model.key.map(
      (field): Condition => ({ type: 'test', field, operator: 'eq', value: record[field.name] ?? null }),
    )
    return { type: 'all', of: parts }
  })
  return { type: 'any', of: each }
}

async function selectByPlace(database: Connection, model: Model, request: PageRequest): Promise<Page> {
  const { engine } = database
  const isBackwards = request.from?.direction === 'before'
  const terms = orderSql(engine, request.order, isBackwards)
  const where = await whereSql(database, model, {
    condition: request.condition,
    isInOrder: isIndexed(model, request),
  })
  const select = async (columns: readonly PlaceColumn[]) => {
    const rows = await pageRows(database, model, { request, terms, columns, where })
    const kept = rows.slice(0, request.limit)
    return { ordered: isBackwards ? kept.toReversed() : kept, hasMore: rows.length > request.limit }
  }
  const plain = placeColumns(request, terms)
  const { ordered, hasMore } = await select(plain)
  const [first, last] = [ordered[0], ordered.at(-1)]
  const records = ordered.map(rowDecoder(engine, request.fields))
  if (!first || !last) return { records, hasMore }
  if (!engine.exactText || !hasBrokenText([first, last], plain)) {
    return { records, hasMore, first: placeOf(first, plain), last: placeOf(last, plain) }
  }
  // Read once more, as bytes: a text of broken encoding would not be found again by what it is read as.
  const exact = exactColumns(engine, terms)
  const again = (await select(exact)).ordered
  const [firstExact = first, lastExact = last] = [again[0], again.at(-1)]
  return { records, hasMore, first: placeOf(firstExact, exact), last: placeOf(lastExact, exact) }
}

/** Whether there is an index of an order, as far as the model tells. */
function isIndexed(model: Model, { order: [first] }: PageRequest): boolean {
  return first !== undefined && first.path.hops.length === 0 && indexedFieldsOf(model).sorted.has(first.path.field)
}

/** How many rows are looked at before anything else where a page most likely stands among them: a millisecond at most. */
const nearest = 1_000

interface PageParts {
  readonly request: PageRequest
  readonly terms: readonly OrderSql[]
  readonly columns: readonly PlaceColumn[]
  readonly where: WantedSql
  /** Only of so many rows, the first of the order; absent: of all. */
  readonly among?: number
  /** Absent: all of the order. */
  readonly stretch?: Stretch
  /** How many rows; absent: those of a page, and one more. */
  readonly limit?: number
}

/** The rows of a page, and one more where there are more. */
async function pageRows(database: Connection, model: Model, parts: PageParts): Promise<readonly Row[]> {
  const { engine, queries } = database
  const { request, terms, where } = parts
  const stretches = stretchesOf(engine, { model, request, terms, where })
  // The titles that an order goes by would have to be brought along into the bounded rows, too.
  const isPlain = stretches.length === 1 && terms.every(({ joins }) => joins.length === 0)
  if (where.isNear && isPlain && engine.near) {
    const { rows } = await engine.near(pageSql(database, model, { ...parts, among: nearest })).execute(queries)
    if (rows.length > request.limit) return rows
  }
  const found: Row[] = []
  for (const stretch of stretches) {
    const missing = request.limit + 1 - found.length
    if (missing <= 0) break
    found.push(...(await stretchRows(database, model, { ...parts, stretch, limit: missing })))
  }
  return found
}

/** The rows of a stretch: of its nearest where those are enough. */
async function stretchRows(
  database: Connection,
  model: Model,
  parts: PageParts & Required<Pick<PageParts, 'stretch' | 'limit'>>,
): Promise<readonly Row[]> {
  const { engine, queries } = database
  const { stretch, limit, where } = parts
  if (stretch.near && engine.near && where.tests.length === 0) {
    const near = { ...stretch, tests: [...stretch.tests, stretch.near] }
    const { rows } = await engine.near(pageSql(database, model, { ...parts, stretch: near })).execute(queries)
    if (rows.length >= limit) return rows
  }
  const statement = pageSql(database, model, parts)
  const { rows } = await ((where.areFew && engine.near?.(statement)) || statement).execute(queries)
  return rows
}

function pageSql(
  { engine }: Connection,
  model: Model,
  { request, terms, columns, where, among, stretch, limit = request.limit + 1 }: PageParts,
): RawBuilder<Row> {
  const places = columns.flatMap(({ name, operand }) => (operand ? [sql`${operand} as ${sql.id(name)}`] : []))
  const further = stretch?.tests ?? (request.from?.place ? [beyondPlace(engine, terms, request.from)] : [])
  const beyond = where.isRare ? further.map((test) => engine.unindexed?.(test) ?? test) : further
  const order = orderBySql(engine, { terms: stretch?.terms ?? terms, where })
  const table = stretch?.from ?? sql`${sql.id(model.table)} as r ${joinsSql(engine, terms)}`
  const from =
    among === undefined ? table : sql`(select r.* from ${table} ${allOf(beyond)} ${order} limit ${among}) as r`
  const tests = among === undefined ? [...where.tests, ...beyond] : where.tests
  return sql<Row>`select ${sql.join([...fieldColumns(engine, request.fields), ...places])} from ${from}
    ${allOf(tests)} ${order} limit ${limit}`
}

/** What is found by something rare is sorted: read in an order that an index has, it would be looked for among all. */
function orderBySql(engine: Engine, { terms, where }: Pick<PageParts, 'terms' | 'where'>): RawBuilder<unknown> {
  const directed = terms.map((term) => {
    const operand = where.isRare ? (engine.unindexed?.(term.operand) ?? term.operand) : term.operand
    return directionSql(engine, { ...term, operand })
  })
  return sql`order by ${sql.join(directed)}`
}

function allOf(tests: readonly Where[]): RawBuilder<unknown> {
  return tests.length > 0 ? sql`where ${sql.join(tests, sql` and `)}` : sql``
}

/** Where each term of the order stands in the row: a column that is read anyway, or one of its own. */
function placeColumns({ fields }: PageRequest, terms: readonly OrderSql[]): readonly PlaceColumn[] {
  return terms.map(({ operand, joins, field }, index) => {
    const read = field && joins.length === 0 ? fields.indexOf(field) : -1
    return read === -1 ? { name: `s${index}`, operand, isExact: false } : { name: `f${read}`, isExact: false }
  })
}

/** Which place is meant: that of the record of a key, under a condition, in an order. */
export interface PlaceRequest extends Pick<PageRequest, 'condition' | 'order'> {
  readonly key: readonly Json[]
}

/** The place of a record in an order; undefined when there is no such record. */
export async function selectPlace(
  { engine, queries }: Connection,
  model: Model,
  { key, condition, order }: PlaceRequest,
): Promise<Place | undefined> {
  const terms = orderSql(engine, order, false)
  const columns = exactColumns(engine, terms)
  const places = columns.map(({ name, operand }) => sql`${operand} as ${sql.id(name)}`)
  const { rows } = await sql<Row>`select ${sql.join(places)} from ${sql.id(model.table)} as r ${joinsSql(engine, terms)}
    where ${keySql(engine, model, key)} and ${whereOfFew(engine, condition)} limit 1`.execute(queries)
  const [row] = rows
  return row && placeOf(row, columns)
}

/** Reads the field that relations hold and the title of the records of some of its values, in no particular order. */
export async function selectTitles(
  database: Connection,
  model: Model,
  {
    field,
    values,
    condition,
    title,
  }: {
    readonly field: ModelField
    readonly values: readonly Json[]
    readonly condition: Condition
    readonly title: ModelField
  },
): Promise<readonly { readonly [field: string]: Json }[]> {
  if (values.length === 0) return []
  const { engine } = database
  const fields = [field, title]
  const wanted = padded(values)
  const isOneOf: Condition = { type: 'test', field, operator: 'in', value: wanted }
  const select = () => sql`select ${sql.join(fieldColumns(engine, fields))} from ${sql.id(model.table)} as r
    where ${compileCondition(engine, isOneOf, 'r')}`
  const stored = isEverything(condition) ? storedValues(engine, field, wanted) : undefined
  const { rows } = stored
    ? await askKept(database, {
        about: title,
        name: JSON.stringify(['titles', field.name, wanted.length]),
        build: () => sql<Row>`${select()}`,
        values: stored,
        stand: 'last',
      })
    : await sql<Row>`${select()} and ${whereOfFew(engine, condition)}`.execute(database.queries)
  return rows.map(rowDecoder(engine, fields))
}

/** Repeats the last value until their number is a power of two: few lengths, so few statements to prepare and keep. */
function padded(values: readonly Json[]): readonly Json[] {
  const length = 2 ** Math.ceil(Math.log2(values.length))
  return [...values, ...Array.from({ length: length - values.length }, () => values.at(-1) ?? null)]
}
