/** Reads a page among the first rows of a list, for lists that cannot be gone through in time. */
import { isOfOthers, type Model } from '@haykal/model'
import { sql } from 'kysely'
import type { Connection, Row } from '../engine.ts'
import { compileForEach } from './compile-condition.ts'
import { fieldColumns, rowDecoder } from './field-columns.ts'
import { beyondPlace, directionSql, orderSql } from './order.ts'
import type { Page, PageRequest } from './page.ts'
import { exactColumns, placeOf } from './place.ts'
import { withLate } from './select-records.ts'

/** A page, and whether it ends because no more rows were looked at. */
export interface PageAmong extends Page {
  readonly isCut: boolean
}

/** What is read: of the rows that come first in the order, no more than `most` are looked at. An index gives the order, or there is none. */
export interface AmongRequest extends PageRequest {
  readonly most: number
}

/** Reads one page. Records come in the order asked for, whichever way the page was reached. */
export async function selectAmong(database: Connection, model: Model, request: AmongRequest): Promise<PageAmong> {
  const late = request.fields.filter(isOfOthers)
  const soon = [...new Set([...request.fields.filter((field) => !isOfOthers(field)), ...model.key])]
  const page = await selectSoon(database, model, { ...request, fields: soon })
  return { ...page, records: await withLate(database, model, { request, late, records: page.records }) }
}

async function selectSoon(
  { engine, queries }: Connection,
  model: Model,
  { condition, order, fields, from, limit, most }: AmongRequest,
): Promise<PageAmong> {
  const isBackwards = from?.direction === 'before'
  const terms = orderSql(engine, order, isBackwards)
  const directed = terms.map((term) => directionSql(engine, term))
  const inOrder = terms.length === 0 ? sql`` : sql`order by ${sql.join(directed)}`
  const beyond = from?.place ? sql`where ${beyondPlace(engine, terms, from)}` : sql``
  const table = sql.id(model.table)
  const among = sql`(select r.* from ${table} as r ${beyond} ${inOrder} limit ${most}) as r`
  const places = exactColumns(engine, terms)
  const placed = places.map(({ name, operand }) => sql`${operand} as ${sql.id(name)}`)
  const { rows } = await sql<Row>`select ${sql.join([...fieldColumns(engine, fields), ...placed])} from ${among}
    where ${compileForEach(engine, condition, 'r')} ${inOrder} limit ${limit + 1}`.execute(queries)
  const kept = rows.slice(0, limit)
  const ordered = isBackwards ? kept.toReversed() : kept
  const [first, last] = [ordered[0], ordered.at(-1)]
  const hasMore = rows.length > limit
  const furtherOn = hasMore
    ? { rows: [] }
    : await sql`select 1 from ${table} as r ${beyond} ${inOrder} limit 1 offset ${most}`.execute(queries)
  return {
    records: ordered.map(rowDecoder(engine, fields)),
    hasMore,
    isCut: furtherOn.rows.length > 0,
    ...(terms.length > 0 && first && last && { first: placeOf(first, places), last: placeOf(last, places) }),
  }
}
