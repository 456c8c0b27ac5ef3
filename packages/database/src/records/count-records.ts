/** Counts: asked for with every page of a list, so counted once as long as nothing in the database changes. */
import { conjuncts, isEverything, type ListCondition, type Model } from '@haykal/model'
import { type RawBuilder, sql } from 'kysely'
import type { Row } from '../engine.ts'
import { compileCondition, compileUpTo, type Where } from './compile-condition.ts'
import { keyOfCondition, numberOf } from './condition-key.ts'
import { asksBeside } from './found-beside.ts'
import { commonFrom, foundByPart } from './found-by-part.ts'
import { type FoundKeys, foundKeys } from './found-keys.ts'
import { eachSql, isGathered } from './gathered-keys.ts'
import { isSearchLookup } from './lookups.ts'
import { createKeptAnswers, questionOf, type Versioned } from './once-per-version.ts'
import { hasSearch } from './search-column.ts'
import { whereOfFew, whereOfParts } from './where-sql.ts'

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

/** How many times as many as a bound are looked at for a count of what a search finds and something else lets pass. */
const searchedPerBound = 2

/** A count of what a search finds. */
export interface FoundCount {
  readonly count: number
  /** There may be more than was counted, as others were not looked at. */
  readonly isCut: boolean
}

/** Counts what a search finds, up to a bound or, where that costs no more, all of it, without looking at all records; undefined where the condition is no search. */
export async function countFound(
  database: Versioned,
  model: Model,
  { condition, bound }: { readonly condition: ListCondition; readonly bound: number },
): Promise<FoundCount | undefined> {
  const parts = conjuncts(condition)
  const searched = parts.filter(hasSearch)
  if (searched.length === 0) return undefined
  const keys = await foundKeys(database, model, parts)
  if (keys) return { count: await countOfKeys(database, model, { keys, parts, condition, bound }), isCut: false }
  const lookedUp = searched.filter((part) => isSearchLookup(part, model))
  if (lookedUp.length === 0 && asksBeside(condition)) return undefined
  return lookedUp.length === 0
    ? await countNearest(database, model, { parts, condition, bound })
    : await countLookedUp(database, model, { parts, lookedUp, condition, bound })
}

/** Whether a search that is looked up finds more than so many records, told in bounded time whatever it finds. */
export async function findsMoreThan(
  database: Versioned,
  model: Model,
  { condition, most }: { readonly condition: ListCondition; readonly most: number },
): Promise<boolean> {
  const parts = conjuncts(condition)
  const keys = await foundKeys(database, model, parts)
  if (keys) return (await countOfKeys(database, model, { keys, parts, condition, bound: most + 1 })) > most
  const { engine, queries } = database
  // Words that are each too common to be gathered.
  if (engine.search.gathered && parts.length > 1 && parts.every(isGathered)) return true
  return (await foundByPart(queries, { engine, model, part: condition, upTo: most + 1 })) > most
}

interface CountedParts {
  readonly parts: readonly ListCondition[]
  readonly condition: ListCondition
  readonly bound: number
}

/** Of the rows that are known to be found, those that pass the rest. */
async function countOfKeys(
  database: Versioned,
  model: Model,
  { keys, parts, condition, bound }: CountedParts & { readonly keys: FoundKeys },
): Promise<number> {
  const others = keys.restOf(parts)
  if (others.length === 0) return keys.count
  const tests = await Promise.all(others.map(async (part) => await eachSql(database, model, part)))
  const isBounded = keys.count < commonFrom
  return await countWhere(database, model, { parts: [keys.lookup(), ...tests], condition, bound, isBounded })
}

async function countLookedUp(
  database: Versioned,
  model: Model,
  { parts, lookedUp, condition, bound }: CountedParts & { readonly lookedUp: readonly ListCondition[] },
): Promise<FoundCount> {
  const { engine, queries } = database
  const count = async (looked: readonly ListCondition[], most: number) => {
    const tests = parts.map(async (part) =>
      looked.includes(part) ? compileUpTo(engine, part, most) : await eachSql(database, model, part),
    )
    const isBounded = parts.length === 1
    return await countWhere(database, model, { parts: await Promise.all(tests), condition, bound, isBounded })
  }
  const findsLess = async (part: ListCondition, most: number) =>
    (await foundByPart(queries, { engine, model, part, upTo: most })) < most
  const [only] = lookedUp
  if (only && parts.length === 1) {
    const counted = await count([only], bound)
    return { count: counted, isCut: counted < bound && !(await findsLess(only, bound)) }
  }
  const most = bound * searchedPerBound
  const few: ListCondition[] = []
  for (const part of lookedUp) if (await findsLess(part, most)) few.push(part)
  // Of two that are both cut, what they have in common may be in neither.
  const counted = await count(few.length > 0 ? few : lookedUp.slice(0, 1), most)
  return { count: counted, isCut: few.length === 0 && counted < bound }
}

/** Of what no index finds, those that are among as many records as a list would count. */
async function countNearest(
  database: Versioned,
  model: Model,
  { parts, condition, bound }: CountedParts,
): Promise<FoundCount> {
  const { engine } = database
  const searched = parts.filter(hasSearch)
  const rest: ListCondition = { type: 'all', of: parts.filter((part) => !searched.includes(part)) }
  const { tests } = await whereOfParts(database, model, { condition: rest, isInOrder: true })
  const first = sql`(select r.* from ${sql.id(model.table)} as r ${allOf(tests)} limit ${bound})`
  const among = await countWhere(database, model, { parts: tests, condition: rest, bound })
  const count = await countWhere(database, model, {
    parts: searched.map((part) => whereOfFew(engine, part)),
    condition,
    bound,
    from: first,
  })
  return { count, isCut: among === bound && count < bound }
}

interface Counting extends CountRequest {
  readonly parts: readonly Where[]
  /** What is counted among; absent: the records of the model. */
  readonly from?: RawBuilder<unknown>
  /** It takes no longer whatever the rows hold. */
  readonly isBounded?: boolean
}

async function countWhere(
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

function allOf(tests: readonly Where[]): RawBuilder<unknown> {
  return tests.length > 0 ? sql`where ${sql.join(tests, sql` and `)}` : sql``
}
