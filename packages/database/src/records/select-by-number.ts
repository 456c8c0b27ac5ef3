/** Reads pages by the number of the row: for views and for tables without a key, whose rows cannot be told apart. */
import { isEverything, type Model } from '@haykal/model'
import { sql } from 'kysely'
import type { Connection, Row } from '../engine.ts'
import { compileCondition } from './compile-condition.ts'
import { countRecords } from './count-records.ts'
import { fieldColumns, rowDecoder } from './field-columns.ts'
import { directionSql, joinsSql, orderSql } from './order.ts'
import type { Page, PageRequest } from './page.ts'
import type { Place } from './place.ts'

/** Whether a record's place in the order is enough to go on from: what is no table may show a row twice. */
export function hasPlaces({ key, definition }: Model): boolean {
  return key.length > 0 && definition.source === undefined
}

/** Reads one page. The place of a record is its number, counted from 0, so a page costs as much as all in front of it. */
export async function selectByNumber(database: Connection, model: Model, request: PageRequest): Promise<Page> {
  const { engine, queries } = database
  const { condition, order, fields, from } = request
  const { start, wanted } = await stretchOf(database, model, request)
  const terms = orderSql(engine, order, false)
  const where = isEverything(condition) ? sql`` : sql`where ${compileCondition(engine, condition, 'r')}`
  const inOrder =
    terms.length === 0 ? sql`` : sql`order by ${sql.join(terms.map((term) => directionSql(engine, term)))}`
  const { rows } =
    await sql<Row>`select ${sql.join(fieldColumns(engine, fields))} from ${sql.id(model.table)} as r ${joinsSql(engine, terms)}
    ${where} ${inOrder} limit ${wanted + 1} offset ${start}`.execute(queries)
  const kept = rows.slice(0, wanted)
  return {
    records: kept.map(rowDecoder(engine, fields)),
    hasMore: from?.direction === 'before' ? start > 0 : rows.length > wanted,
    ...(kept.length === 0 ? {} : { first: [start], last: [start + kept.length - 1] }),
  }
}

async function stretchOf(
  database: Connection,
  model: Model,
  { condition, from, limit }: PageRequest,
): Promise<{ readonly start: number; readonly wanted: number }> {
  if (!from) return { start: 0, wanted: limit }
  const { place, direction, isIncluded = false } = from
  if (direction === 'after') return { start: place ? numberOf(place) + (isIncluded ? 0 : 1) : 0, wanted: limit }
  const end = place ? numberOf(place) + (isIncluded ? 1 : 0) : await countRecords(database, model, { condition })
  const start = Math.max(0, end - limit)
  return { start, wanted: end - start }
}

function numberOf([number]: Place): number {
  return typeof number === 'number' ? number : 0
}
