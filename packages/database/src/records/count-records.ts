/** Counts: asked for with every page of a list, so counted once as long as nothing in the database changes. */
import { isEverything, type ListCondition, type Model } from '@haykal/model'
import { type RawBuilder, sql } from 'kysely'
import type { Row } from '../engine.ts'
import { allOf, compileCondition, type Where } from './compile-condition.ts'
import { keyOfCondition, numberOf } from './condition-key.ts'
import { createKeptAnswers, questionOf, type Versioned } from './once-per-version.ts'
import { hasSearch } from './search-column.ts'
import { whereOfParts } from './where-sql.ts'

/** What to count. */
export interface CountRequest {
  readonly condition: ListCondition
  /** Where to stop; absent: at the end. */
  readonly bound?: number
}

/** With more different counts than this between two changes it begins anew. */
const oncePerVersion = createKeptAnswers<number>(1_000)

/** Counts the records of a condition. */
export async function countRecords(
  database: Versioned,
  model: Model,
  { condition, bound }: CountRequest,
): Promise<number> {
  if (bound === undefined)
    return await countWhere(database, model, { parts: [compileCondition(database.engine, condition, 'r')], condition })
  const count = async () => {
    const { tests } = await whereOfParts(database, model, { condition, isInOrder: true })
    return await countWhere(database, model, { parts: tests, condition, bound })
  }
  // To write the statement down takes longer than to find what it gave; what a search stands on may change by itself.
  const question = JSON.stringify([numberOf(model), keyOfCondition(condition), bound])
  return hasSearch(condition) ? await count() : await oncePerVersion(database, question, count)
}

/** What to count, as tests. */
export interface Counting extends CountRequest {
  readonly parts: readonly Where[]
  /** What is counted among; absent: the records of the model. */
  readonly from?: RawBuilder<unknown>
  /** It takes no longer whatever the rows hold. */
  readonly isBounded?: boolean
}

/** Counts the rows that pass some tests. */
export async function countWhere(
  database: Versioned,
  model: Model,
  { parts, condition, bound, from = sql.id(model.table), isBounded = false }: Counting,
): Promise<number> {
  const where = isEverything(condition) ? sql`` : allOf(parts)
  const limit = bound === undefined ? sql`` : sql`limit ${bound}`
  const counted = sql`select 1 from ${from} as r ${where} ${limit}`
  const counting = sql<Row>`select count(*) as n from (${counted}) as c`
  const { near } = database.engine
  const query = (isBounded && near ? near(counting) : counting).compile(database.queries)
  return await oncePerVersion(database, questionOf(query), async () => {
    const { rows } = await database.queries.executeQuery(query)
    return Number(rows[0]?.n ?? 0)
  })
}
