/** Reads the rows of a page, stretch by stretch, in whichever form they are wanted. */
import type { Model } from '@haykal/model'
import { type RawBuilder, sql } from 'kysely'
import type { Connection, Engine, Row } from '../engine.ts'
import { allOf, type Where } from './compile-condition.ts'
import { fieldColumns } from './field-columns.ts'
import { beyondPlace, directionSql, joinsSql, type OrderSql } from './order.ts'
import type { PagePlan } from './page-plan.ts'
import type { PlaceColumn } from './place.ts'
import { rowNumber } from './search-column.ts'
import type { Stretch } from './stretches.ts'

/** In which form rows are read, and beside which places. */
export interface RowsForm<Rows> {
  /** Tells its statements apart from those of other forms of the same page. */
  readonly name: string
  readonly columns: readonly PlaceColumn[]
  /** The statement that gives the rows of another, `limit` at most, in this form. */
  ask(rows: RawBuilder<Row>, limit: number): RawBuilder<Row>
  read(rows: readonly Row[]): Rows
  /** How many rows they are. */
  count(rows: Rows): number
}

/** How many rows are looked at before anything else where a page most likely stands among them: a millisecond at most; then, a few. */
const nearest = [1_000, 5_000] as const

/** The rows of a page, and one more where there are more: one after the other, those of each statement that it took. */
export async function pageRows<Rows>(
  database: Connection,
  model: Model,
  { plan, form }: { readonly plan: PagePlan; readonly form: RowsForm<Rows> },
): Promise<readonly Rows[]> {
  const { near } = database.engine
  const { request, terms, where, stretches } = plan
  const parts = { plan, columns: form.columns }
  // The titles that an order goes by would have to be brought along into the bounded rows, too.
  const isPlain = stretches.length === 1 && terms.every(({ joins }) => joins.length === 0)
  if (where.nearTests && isPlain && near) {
    for (const among of nearest.filter((first) => first > plan.empty.first)) {
      const make = () => near(form.ask(pageSql(database, model, { ...parts, among }), request.limit + 1))
      const rows = form.read(await plan.ask(database, `nearest ${among} ${form.name}`, make))
      if (form.count(rows) > request.limit) return [rows]
      // From further on, each page begins elsewhere.
      if (!request.from) plan.empty.first = among
    }
  }
  const found: Rows[] = []
  let missing = request.limit + 1
  for (const stretch of stretches) {
    if (missing <= 0) break
    const rows = await stretchRows(database, model, { plan, form, stretch, limit: missing })
    missing -= form.count(rows)
    found.push(rows)
  }
  return found
}

/** The rows of a stretch: of its nearest where those are enough. */
async function stretchRows<Rows>(
  database: Connection,
  model: Model,
  {
    plan,
    form,
    stretch,
    limit,
  }: { readonly plan: PagePlan; readonly form: RowsForm<Rows>; readonly stretch: Stretch; readonly limit: number },
): Promise<Rows> {
  const { near } = database.engine
  const name = `${plan.stretches.indexOf(stretch)} ${limit} ${form.name}`
  const parts = { plan, columns: form.columns, stretch, limit }
  if (stretch.near && near && plan.where.tests.length === 0) {
    const nearer = { ...stretch, tests: [...stretch.tests, stretch.near] }
    const make = () => near(form.ask(pageSql(database, model, { ...parts, stretch: nearer }), limit))
    const rows = form.read(await plan.ask(database, `${name} nearest`, make))
    if (form.count(rows) >= limit) return rows
  }
  const make = () => {
    const statement = form.ask(pageSql(database, model, parts), limit)
    return (plan.where.areFew && near?.(statement)) || statement
  }
  return form.read(await plan.ask(database, name, make))
}

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

function pageSql(
  { engine }: Connection,
  model: Model,
  { plan: { request, terms, where }, columns, among, stretch, limit = request.limit + 1 }: PageParts,
): RawBuilder<Row> {
  const places = columns.flatMap(({ name, operand }) => (operand ? [sql`${operand} as ${sql.id(name)}`] : []))
  const further = stretch?.tests ?? (request.from?.place ? [beyondPlace(engine, terms, request.from)] : [])
  const beyond = where.isRare ? further.map((test) => engine.unindexed?.(test) ?? test) : further
  const selected = sql.join([...fieldColumns(engine, request.fields), ...places])
  if (among !== undefined) {
    const { from, order } = firstRows(engine, model, { terms, where, beyond, among })
    return sql<Row>`select ${selected} from ${from} ${allOf(where.nearTests ?? where.tests)} ${order} limit ${limit}`
  }
  const order = orderBySql(engine, { terms: stretch?.terms ?? terms, where })
  const table = stretch?.from ?? sql`${sql.id(model.table)} as r ${joinsSql(engine, terms)}`
  return sql<Row>`select ${selected} from ${table} ${allOf([...where.tests, ...beyond])} ${order} limit ${limit}`
}

interface FirstRows {
  readonly terms: readonly OrderSql[]
  readonly where: PagePlan['where']
  /** Only of rows for which these hold. */
  readonly beyond: readonly Where[]
  readonly among: number
}

/** So many rows, the first of an order, in that order. An index tells the numbers of rows by itself: of a row that fails a test no more is read than the test asks. */
function firstRows(
  engine: Engine,
  model: Model,
  { terms, where, beyond, among }: FirstRows,
): { readonly from: RawBuilder<unknown>; readonly order: RawBuilder<unknown> } {
  const order = orderBySql(engine, { terms, where })
  const table = sql.id(model.table)
  const first = sql`from ${table} as r ${allOf(beyond)} ${order} limit ${among}`
  // In tables of others two rows may have one key.
  const number = model.keepsListIndexes ? rowNumber(model) : undefined
  if (number === undefined) return { from: sql`(select r.* ${first}) as r`, order }
  const columns = terms.map(({ operand }, index) => sql`${operand} as ${sql.id(`o${index}`)}`)
  const named = terms.map((term, index) => ({ ...term, operand: sql.id('first', `o${index}`) }))
  const numbers = sql`(select ${sql.join([sql`${sql.id('r', number)} as n`, ...columns])} ${first}) as first`
  return {
    from: sql`${numbers} cross join ${table} as r on ${sql.id('r', number)} = first.n`,
    order: orderBySql(engine, { terms: named, where }),
  }
}

/** What is found by something rare is sorted: read in an order that an index has, it would be looked for among all. */
function orderBySql(engine: Engine, { terms, where }: Pick<PagePlan, 'terms' | 'where'>): RawBuilder<unknown> {
  const directed = terms.map((term) => {
    const operand = where.isRare ? (engine.unindexed?.(term.operand) ?? term.operand) : term.operand
    return directionSql(engine, { ...term, operand })
  })
  return sql`order by ${sql.join(directed)}`
}

/** Where each term of the order stands in the row: a column that is read anyway, or one of its own. */
export function placeColumns({ request, terms }: Pick<PagePlan, 'request' | 'terms'>): readonly PlaceColumn[] {
  return terms.map(({ operand, joins, field }, index) => {
    const read = field && joins.length === 0 ? request.fields.indexOf(field) : -1
    return read === -1 ? { name: `s${index}`, operand, isExact: false } : { name: `f${read}`, isExact: false }
  })
}
