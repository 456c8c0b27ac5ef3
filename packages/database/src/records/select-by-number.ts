/** Reads pages by the number of the row: for views and for tables without a key, whose rows cannot be told apart. */
import { isEverything, type Model } from '@haykal/model'
import { sql } from 'kysely'
import type { Connection, Row } from '../engine.ts'
import { compileCondition } from './compile-condition.ts'
import { fieldColumns, rowDecoder } from './field-columns.ts'
import { directionSql, joinsSql, orderSql } from './order.ts'
import type { Page, PageRequest } from './page.ts'
import type { Place } from './place.ts'

/** Reads one page. The place of a record is its number, counted from 0, so a page costs as much as all in front of it. */
export async function selectByNumber(
  { engine, queries }: Connection,
  model: Model,
  { condition, order, fields, limit, from }: PageRequest,
): Promise<Page> {
  const { start, wanted } = stretchOf(from, limit)
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

function stretchOf(from: PageRequest['from'], limit: number): { readonly start: number; readonly wanted: number } {
  if (!from) return { start: 0, wanted: limit }
  const number = numberOf(from.place)
  if (from.direction === 'after') return { start: number + 1, wanted: limit }
  const start = Math.max(0, number - limit)
  return { start, wanted: number - start }
}

function numberOf([number]: Place): number {
  return typeof number === 'number' ? number : 0
}
