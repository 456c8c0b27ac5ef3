/** Finds places in an ordered list without reading what stands in front of them: the n-th record, that at a share of the whole, that of a value. */
import { isEverything, type Json, type Model } from '@haykal/model'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Connection, Engine, Row, Stored } from '../engine.ts'
import { column, compileCondition, encodeValue, type Where } from './compile-condition.ts'
import { beyondPlace, directionSql, joinsSql, orderSql } from './order.ts'
import { orderKeyStart } from './order-key.ts'
import type { OrderTerm, PageRequest } from './page.ts'
import { exactColumns, type Place, type PlaceColumn, partOf, placeOf } from './place.ts'
import { hasPlaces } from './select-by-number.ts'
import { whereOfFew } from './where-sql.ts'

/** Of which list a place is sought. */
export type ListOrder = Pick<PageRequest, 'condition' | 'order'>

/** The place of the record with so many in front of it; undefined: there are fewer. It costs a walk through all of those. */
export async function selectPlaceOfRow(
  { engine, queries }: Connection,
  model: Model,
  { condition, order, row }: ListOrder & { readonly row: number },
): Promise<Place | undefined> {
  if (!hasPlaces(model)) return [row]
  const terms = orderSql(engine, order, false)
  const columns = exactColumns(engine, terms)
  const tests = isEverything(condition) ? [] : [compileCondition(engine, condition, 'r')]
  const { rows } =
    await sql<Row>`select ${placesSql(columns)} from ${sql.id(model.table)} as r ${joinsSql(engine, terms)}
    ${whereAll(tests)} order by ${sql.join(terms.map((term) => directionSql(engine, term)))}
    limit 1 offset ${row}`.execute(queries)
  const [found] = rows
  return found && placeOf(found, columns)
}

/** How many records are looked at to tell from them where a share of all lies: it is found to a hundredth, in an order that their keys tell to a thousandth. */
const looks = 2_000

/** With fewer of them in the list, they tell too little of it. */
const fewestFound = 100

/**
 * About the place at a share of the list, from 0 to 1, told from records that are looked up all over the numbers of their keys. Undefined where
 * that tells nothing: the keys are no numbers, or the list holds but few of the records that there are.
 */
export async function selectPlaceOfShare(
  database: Connection,
  model: Model,
  { condition, order, share }: ListOrder & { readonly share: number },
): Promise<Place | undefined> {
  const { engine, queries } = database
  const sample = await sampleSql(database, model, { condition, order })
  if (!sample) return undefined
  const terms = orderSql(engine, order, false)
  const columns = exactColumns(engine, terms)
  const { rows } = await sql<Row>`${sample.marks} select ${placesSql(columns)} ${sample.from}
    order by ${sql.join(terms.map((term) => directionSql(engine, term)))}`.execute(queries)
  if (rows.length < fewestFound) return undefined
  const found = rows[Math.min(rows.length - 1, Math.floor(share * rows.length))]
  return found && placeOf(found, columns)
}

/** About which share of the list, from 0 to 1, stands in front of a place; undefined where `selectPlaceOfShare` gives nothing. */
export async function selectShareOfPlace(
  database: Connection,
  model: Model,
  { condition, order, place }: ListOrder & { readonly place: Place },
): Promise<number | undefined> {
  const sample = await sampleSql(database, model, { condition, order })
  if (!sample) return undefined
  const terms = orderSql(database.engine, order, false)
  const beyond = beyondPlace(database.engine, terms, { place, isIncluded: true })
  const { rows } =
    await sql<Row>`${sample.marks} select count(*) as n, sum(case when ${beyond} then 0 else 1 end) as front ${sample.from}`.execute(
      database.queries,
    )
  const count = Number(rows[0]?.n ?? 0)
  return count < fewestFound ? undefined : Number(rows[0]?.front ?? 0) / count
}

/** How many records stand in front of a place, up to a bound. */
export async function countInFront(
  { engine, queries }: Connection,
  model: Model,
  { condition, order, place, bound }: ListOrder & { readonly place: Place; readonly bound: number },
): Promise<number> {
  const terms = orderSql(engine, order, false)
  const beyond = beyondPlace(engine, terms, { place, isIncluded: true })
  const front = [sql<SqlBool>`not coalesce(${beyond}, 1 = 0)`, compileCondition(engine, condition, 'r')]
  const { rows } =
    await sql<Row>`select count(*) as n from (select 1 as one from ${sql.id(model.table)} as r ${joinsSql(engine, terms)}
    ${whereAll(front)} limit ${bound}) as c`.execute(queries)
  return Number(rows[0]?.n ?? 0)
}

interface Sample {
  /** What stands in front of the `select`. */
  readonly marks: RawBuilder<unknown>
  /** The sampled records of the list, as `r`, with what its order goes by. */
  readonly from: RawBuilder<unknown>
}

async function sampleSql(
  { engine, queries }: Connection,
  model: Model,
  { condition, order }: ListOrder,
): Promise<Sample | undefined> {
  const [key] = model.key
  if (!hasPlaces(model) || !key || model.key.length > 1 || key.column.kind !== 'integer') return undefined
  const table = sql.id(model.table)
  const own = column('r', key)
  const ends =
    await sql<Row>`select (select min(${own}) from ${table} as r) as low, (select max(${own}) from ${table} as r) as high`.execute(
      queries,
    )
  const [low, high] = [Number(ends.rows[0]?.low ?? 0), Number(ends.rows[0]?.high ?? 0)]
  if (!Number.isSafeInteger(low) || !Number.isSafeInteger(high) || high - low < looks) return undefined
  const marks = Array.from({ length: looks }, (_, index) =>
    Math.round(low + ((high - low) * (index + scatter(index))) / looks),
  )
  const next = sql`select min(${column('n', key)}) from ${table} as n where ${column('n', key)} >= m.mark`
  const values = sql.join(marks.map((mark) => sql`(cast(${mark} as bigint))`))
  const isLooked = sql<SqlBool>`${own} = l.found`
  const isIn = isEverything(condition) ? [isLooked] : [isLooked, whereOfFew(engine, condition)]
  return {
    marks: sql`with m(mark) as (values ${values})`,
    from: sql`from (select distinct (${next}) as found from m) as l cross join ${table} as r
      ${joinsSql(engine, orderSql(engine, order, false))} ${whereAll(isIn)}`,
  }
}

/** From 0 up to 1, without any rhythm: records that come by turns would all be of the same kind at even distances. The same each time, as the place should be. */
function scatter(index: number): number {
  const mixed = Math.imul((index + 1) ^ ((index + 1) >>> 7), 0x9e3779b1) >>> 0
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296
}

/** The place at which a list begins to hold a value, or one that comes after it in its order. */
export async function selectPlaceOfValue(
  database: Connection,
  model: Model,
  { condition, order, value }: ListOrder & { readonly value: Json },
): Promise<Place> {
  const { engine } = database
  const [first] = order
  if (!first) return []
  const place = [partOf(startOf(engine, first, value), false)]
  if (hasPlaces(model)) return place
  return [await countInFront(database, model, { condition, order, place, bound: Number.MAX_SAFE_INTEGER })]
}

/** What the first records hold that a list shows from a value on. */
function startOf(engine: Engine, { path: { field }, descending, isTie }: OrderTerm, value: Json): Stored {
  const stored = field.hasOrderKey && isTie !== true ? orderKeyStart(value) : encodeValue(engine, field, value)
  // Read downwards, what begins with a text comes before it.
  const isBeginning = descending && typeof stored === 'string' && field.column.kind === 'text'
  return isBeginning ? `${stored}${lastLetter}` : stored
}

/** Comes after every other. */
const lastLetter = '\u{10FFFF}'

function placesSql(columns: readonly PlaceColumn[]): RawBuilder<unknown> {
  return sql.join(columns.flatMap(({ name, operand }) => (operand ? [sql`${operand} as ${sql.id(name)}`] : [])))
}

function whereAll(tests: readonly Where[]): RawBuilder<unknown> {
  return tests.length > 0 ? sql`where ${sql.join(tests, sql` and `)}` : sql``
}
