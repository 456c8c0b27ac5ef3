/** Reads pages of records by keyset: the cost of a page does not depend on how deep in the list it is. */
import { type Condition, isOfOthers, type Json, type Model, type ModelField } from '@haykal/model'
import { type RawBuilder, sql } from 'kysely'
import type { Connection, Engine, Row } from '../engine.ts'
import { compileCondition, keySql, type Where } from './compile-condition.ts'
import { fieldColumns, rowDecoder } from './field-columns.ts'
import { beyondPlace, directionSql, joinsSql, orderSql } from './order.ts'
import type { Page, PageRequest } from './page.ts'
import { type PagePlan, planPage } from './page-plan.ts'
import { exactColumns, hasBrokenText, type Place, type PlaceColumn, placeOf } from './place.ts'
import { hasPlaces, selectByNumber } from './select-by-number.ts'
import { padded } from './select-titles.ts'
import type { Stretch } from './stretches.ts'
import { whereOfFew } from './where-sql.ts'

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
  const plan = await planPage(database, model, request)
  const select = async (columns: readonly PlaceColumn[]) => {
    const rows = await pageRows(database, model, { plan, columns })
    const kept = rows.slice(0, request.limit)
    return { ordered: isBackwards ? kept.toReversed() : kept, hasMore: rows.length > request.limit }
  }
  const plain = placeColumns(plan)
  const { ordered, hasMore } = await select(plain)
  const [first, last] = [ordered[0], ordered.at(-1)]
  const records = ordered.map(plan.decode)
  if (!first || !last) return { records, hasMore }
  if (!engine.exactText || !hasBrokenText([first, last], plain)) {
    return { records, hasMore, first: placeOf(first, plain), last: placeOf(last, plain) }
  }
  // Read once more, as bytes: a text of broken encoding would not be found again by what it is read as.
  const exact = exactColumns(engine, plan.terms)
  const again = (await select(exact)).ordered
  const [firstExact = first, lastExact = last] = [again[0], again.at(-1)]
  return { records, hasMore, first: placeOf(firstExact, exact), last: placeOf(lastExact, exact) }
}

/** How many rows are looked at before anything else where a page most likely stands among them: a millisecond at most. */
const nearest = 1_000

interface PageParts {
  readonly plan: PagePlan
  readonly columns: readonly PlaceColumn[]
  /** Only of so many rows, the first of the order; absent: of all. */
  readonly among?: number
  /** Absent: all of the order. */
  readonly stretch?: Stretch
  /** How many rows; absent: those of a page, and one more. */
  readonly limit?: number
}

/** The rows of a page, and one more where there are more. */
async function pageRows(database: Connection, model: Model, parts: PageParts): Promise<readonly Row[]> {
  const { engine } = database
  const { plan, columns } = parts
  const { request, terms, where, stretches } = plan
  // The titles that an order goes by would have to be brought along into the bounded rows, too.
  const isPlain = stretches.length === 1 && terms.every(({ joins }) => joins.length === 0)
  const { near } = engine
  if (where.isNear && isPlain && near) {
    const make = () => near(pageSql(database, model, { ...parts, among: nearest }))
    const rows = await plan.ask(database, nameOf(columns, 'nearest'), make)
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
  const { near } = database.engine
  const { plan, columns, stretch, limit } = parts
  const name = nameOf(columns, `${plan.stretches.indexOf(stretch)} ${limit}`)
  if (stretch.near && near && plan.where.tests.length === 0) {
    const nearer = { ...stretch, tests: [...stretch.tests, stretch.near] }
    const make = () => near(pageSql(database, model, { ...parts, stretch: nearer }))
    const rows = await plan.ask(database, `${name} nearest`, make)
    if (rows.length >= limit) return rows
  }
  return await plan.ask(database, name, () => {
    const statement = pageSql(database, model, parts)
    return (plan.where.areFew && near?.(statement)) || statement
  })
}

/** The name of a statement in the plan of its page. */
function nameOf(columns: readonly PlaceColumn[], part: string): string {
  return columns.some(({ isExact }) => isExact) ? `${part} exact` : part
}

function pageSql(
  { engine }: Connection,
  model: Model,
  { plan: { request, terms, where }, columns, among, stretch, limit = request.limit + 1 }: PageParts,
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
function orderBySql(engine: Engine, { terms, where }: Pick<PagePlan, 'terms' | 'where'>): RawBuilder<unknown> {
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
function placeColumns({ request, terms }: PagePlan): readonly PlaceColumn[] {
  return terms.map(({ operand, joins, field }, index) => {
    const read = field && joins.length === 0 ? request.fields.indexOf(field) : -1
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
