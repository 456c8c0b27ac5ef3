/** Counts: asked for with every page of a list, so counted once as long as nothing in the database changes. */
import { conjuncts, isEverything, type ListCondition, type Model } from '@haykal/model'
import { type CompiledQuery, sql } from 'kysely'
import type { Connection, Database, Row } from '../engine.ts'
import { compileCondition, compileUpTo, type Where } from './compile-condition.ts'
import { hasSearch } from './search-column.ts'
import { findsMoreThan, isSearchLookup, whereOfFew, whereSql } from './where-sql.ts'

/** What to count. */
export interface CountRequest {
  readonly condition: ListCondition
  /** Where to stop; absent: at the end. */
  readonly bound?: number
}

/** Where to count. A transaction tells no version: what is counted in it is counted each time. */
type Counted = Connection & Pick<Database, 'version'>

/** Counts the records of a condition. */
export async function countRecords(
  database: Counted,
  model: Model,
  { condition, bound }: CountRequest,
): Promise<number> {
  if (bound === undefined)
    return await countWhere(database, model, { parts: [compileCondition(database.engine, condition, 'r')], condition })
  const { tests } = await whereSql(database, model, { condition, isInOrder: true })
  return await countWhere(database, model, { parts: tests, condition, bound })
}

/** How many times as many as a bound are looked at for a count of what a search finds and something else lets pass. */
const searchedPerBound = 4

/**
 * Counts what a search finds, up to a bound, without looking at all that it finds; undefined where the condition is no search that
 * looks texts up. `isCut`: there may be more than was counted, as others were not looked at.
 */
export async function countFound(
  database: Counted,
  model: Model,
  { condition, bound }: { readonly condition: ListCondition; readonly bound: number },
): Promise<{ readonly count: number; readonly isCut: boolean } | undefined> {
  const parts = conjuncts(condition)
  const most = parts.length === 1 ? bound : bound * searchedPerBound
  const searched = parts.filter((part) => hasSearch(part) && isSearchLookup(part, model))
  const few: ListCondition[] = []
  for (const part of searched) if (!(await findsMoreThan(database, model, { part, most: most - 1 }))) few.push(part)
  // Of two that are both cut, what they have in common may be in neither.
  const looked = few.length > 0 ? few : searched.slice(0, 1)
  if (looked.length === 0) return undefined
  const tests = parts.map((part) =>
    looked.includes(part) ? compileUpTo(database.engine, part, most) : whereOfFew(database.engine, part),
  )
  const count = await countWhere(database, model, { parts: tests, condition, bound, isBounded: true })
  return { count, isCut: few.length === 0 && count < bound }
}

interface Counting extends CountRequest {
  readonly parts: readonly Where[]
  /** It takes no longer whatever the rows hold. */
  readonly isBounded?: boolean
}

async function countWhere(
  database: Counted,
  model: Model,
  { parts, condition, bound, isBounded = false }: Counting,
): Promise<number> {
  const where = isEverything(condition) ? sql`` : sql`where ${sql.join(parts, sql` and `)}`
  const limit = bound === undefined ? sql`` : sql`limit ${bound}`
  const counted = sql`select 1 from ${sql.id(model.table)} as r ${where} ${limit}`
  const counting = sql<Row>`select count(*) as n from (${counted}) as c`
  const { near } = database.engine
  const query = (isBounded && near ? near(counting) : counting).compile(database.queries)
  return await oncePerVersion(database, questionOf(query), async () => {
    const { rows } = await database.queries.executeQuery(query)
    return Number(rows[0]?.n ?? 0)
  })
}

/** The whole statement with its values: two people share a count only when the database was asked the very same. */
function questionOf({ sql: text, parameters }: CompiledQuery): string {
  return JSON.stringify([text, parameters], (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value))
}

interface Kept {
  readonly version: number
  readonly counts: Map<string, number>
}

/** With more different questions than this between two changes it begins anew. */
const mostCounts = 1_000

const keptByDatabase = new WeakMap<Counted, Kept>()

async function oncePerVersion(database: Counted, question: string, count: () => Promise<number>): Promise<number> {
  const version = database.version?.()
  if (version === undefined) return await count()
  const counts = countsOf(database, version)
  const known = counts.get(question) ?? (await count())
  if (counts.size >= mostCounts) counts.clear()
  counts.set(question, known)
  return known
}

function countsOf(database: Counted, version: number): Map<string, number> {
  const kept = keptByDatabase.get(database)
  if (kept?.version === version) return kept.counts
  const counts = new Map<string, number>()
  keptByDatabase.set(database, { version, counts })
  return counts
}
