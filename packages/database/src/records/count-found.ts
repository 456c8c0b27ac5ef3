/** Counts what a search finds. */
import { conjuncts, type ListCondition, type Model } from '@haykal/model'
import { sql } from 'kysely'
import { allOf, compileUpTo, type Where } from './compile-condition.ts'
import { keyOfCondition, numberOf } from './condition-key.ts'
import { countWhere } from './count-records.ts'
import { asksBeside } from './found-beside.ts'
import { commonFrom, foundByPart } from './found-by-part.ts'
import { type FoundKeys, foundKeys, gatheredTo } from './found-keys.ts'
import { inOrder } from './gathered.ts'
import { eachSql, findsTooMany, gatheredOfMore, isGathered } from './gathered-keys.ts'
import { createKeptNumbers, type FoundNumbers } from './kept-numbers.ts'
import { isSearchLookup } from './lookups.ts'
import { numbersWhere } from './numbers-where.ts'
import type { Versioned } from './once-per-version.ts'
import { hasSearch, rowNumber } from './search-column.ts'
import { whereOfFew, whereOfParts } from './where-sql.ts'

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
  if (keys && keys.restOf(parts).length === 0) return { count: keys.count, isCut: false }
  const lookedUp = searched.filter((part) => isSearchLookup(part, model))
  if (!keys && lookedUp.length === 0)
    return asksBeside(condition) ? undefined : await countNearest(database, model, { parts, condition, bound })
  const [only] = parts
  if (!keys && only && parts.length === 1 && isGathered(only) && lookedUp.length === 1) {
    const some = await gatheredOfMore(database, model, { part: only, most: gatheredTo })
    if (some.length >= bound) return { count: bound, isCut: false }
  }
  const way = async (count: Count) =>
    keys
      ? { count: await countOfKeys(database, model, { keys, parts, count }), isCut: false }
      : await countLookedUp(database, model, { parts, lookedUp, bound, count })
  return await countKept(database, model, { condition, bound, way })
}

/** Whether a search that is looked up finds more than so many records, told in bounded time whatever it finds. */
export async function findsMoreThan(
  database: Versioned,
  model: Model,
  { condition, most }: { readonly condition: ListCondition; readonly most: number },
): Promise<boolean> {
  const parts = conjuncts(condition)
  const keys = await foundKeys(database, model, parts)
  if (keys) {
    const counted = { condition, bound: most + 1 }
    const count: Count = async (tests, how) => await countWhere(database, model, { ...counted, ...how, parts: tests })
    return (await countOfKeys(database, model, { keys, parts, count })) > most
  }
  const { engine, queries } = database
  // Words that are each too common to be gathered.
  if (engine.search.gathered && parts.length > 1 && parts.every(isGathered)) return true
  if (most <= gatheredTo && findsTooMany(database, model, { part: condition, most: gatheredTo })) return true
  return (await foundByPart(queries, { engine, model, part: condition, upTo: most + 1 })) > most
}

/** Counts the rows that pass some tests, up to where somebody has said. */
type Count = (tests: readonly Where[], how: { readonly isBounded: boolean }) => Promise<number>

/** So many more rows than a bound are looked for, so that it is still known to be reached once some are gone. */
const spare = 500

/** The rows that were counted. */
interface CountedRows extends FoundNumbers {
  readonly isCut: boolean
  /** No others would have been counted. */
  readonly areAll: boolean
}

const keptRows = createKeptNumbers<CountedRows>(32)

/** Counts by a way, and keeps which rows were counted while people write, where rows have numbers. */
async function countKept(
  database: Versioned,
  model: Model,
  {
    condition,
    bound,
    way,
  }: {
    readonly condition: ListCondition
    readonly bound: number
    way(count: Count): Promise<FoundCount>
  },
): Promise<FoundCount> {
  const key = rowNumber(model)
  if (!database.engine.search.gathered || key === undefined)
    return await way(
      async (tests, how) => await countWhere(database, model, { condition, bound, ...how, parts: tests }),
    )
  const question = JSON.stringify([numberOf(model), keyOfCondition(condition), bound])
  const find = async (): Promise<CountedRows> => {
    let numbers: readonly number[] = []
    const { isCut } = await way(async (tests, how) => {
      numbers = await numbersWhere(database, model, { tests, ...how, most: bound + spare })
      return Math.min(numbers.length, bound)
    })
    const each = inOrder(numbers)
    return { condition, numbers: { each, map: undefined }, isCut, areAll: each.length < bound + spare }
  }
  const serves = ({ numbers: { each }, isCut, areAll }: CountedRows) =>
    !isCut && (areAll || each.length >= bound) && each.every(Number.isSafeInteger)
  const found = await keptRows(database, model, { question, condition, serves, find })
  return { count: Math.min(found?.numbers.each.length ?? 0, bound), isCut: found?.isCut === true }
}

/** Of the rows that are known to be found, those that pass the rest. */
async function countOfKeys(
  database: Versioned,
  model: Model,
  { keys, parts, count }: { readonly keys: FoundKeys; readonly parts: readonly ListCondition[]; readonly count: Count },
): Promise<number> {
  const others = keys.restOf(parts)
  if (others.length === 0) return keys.count
  const tests = await Promise.all(others.map(async (part) => await eachSql(database, model, part)))
  return await count([keys.lookup(), ...tests], { isBounded: keys.count < commonFrom })
}

interface LookedUp {
  readonly parts: readonly ListCondition[]
  readonly lookedUp: readonly ListCondition[]
  readonly bound: number
  readonly count: Count
}

async function countLookedUp(
  database: Versioned,
  model: Model,
  { parts, lookedUp, bound, count }: LookedUp,
): Promise<FoundCount> {
  const { engine, queries } = database
  const countUpTo = async (looked: readonly ListCondition[], most: number) => {
    const tests = parts.map(async (part) =>
      looked.includes(part) ? compileUpTo(engine, part, most) : await eachSql(database, model, part),
    )
    return await count(await Promise.all(tests), { isBounded: parts.length === 1 })
  }
  const findsLess = async (part: ListCondition, most: number) =>
    (await foundByPart(queries, { engine, model, part, upTo: most })) < most
  const [only] = lookedUp
  if (only && parts.length === 1) {
    const counted = await countUpTo([only], bound + spare)
    return { count: counted, isCut: counted < bound && !(await findsLess(only, bound)) }
  }
  const most = bound * searchedPerBound
  const few: ListCondition[] = []
  for (const part of lookedUp) if (await findsLess(part, most)) few.push(part)
  // Of two that are both cut, what they have in common may be in neither.
  const counted = await countUpTo(few.length > 0 ? few : lookedUp.slice(0, 1), most)
  return { count: counted, isCut: few.length === 0 && counted < bound }
}

interface Nearest {
  readonly parts: readonly ListCondition[]
  readonly condition: ListCondition
  readonly bound: number
}

/** Of what no index finds, those that are among as many records as a list would count. */
async function countNearest(
  database: Versioned,
  model: Model,
  { parts, condition, bound }: Nearest,
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
