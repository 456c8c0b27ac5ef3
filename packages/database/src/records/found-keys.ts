/**
 * Which rows a search finds, by their numbers: gathered once, and followed while people write, for whatever is asked of them: how many they are, whether they
 * are ranked, any page of them in any order. To look a common word up again for each page would take ten times as long as the page (docs/performance.md).
 */
import type { ListCondition, Model } from '@haykal/model'
import { sql } from 'kysely'
import type { GatheredNumbers, Row } from '../engine.ts'
import type { Where } from './compile-condition.ts'
import { keyOfCondition, numberOf } from './condition-key.ts'
import { fewKeys, type Gathered, gatheredOf, inBoth } from './gathered.ts'
import { eachSql, gatherKeys, isGathered } from './gathered-keys.ts'
import { createKeptNumbers, type FoundNumbers } from './kept-numbers.ts'
import { isLookedUp, isSearchLookup } from './lookups.ts'
import { numbersWhere } from './numbers-where.ts'
import { createKeptAnswers, questionOf, type Versioned } from './once-per-version.ts'
import { hasSearch, rowNumber } from './search-column.ts'

/** What a word finds more of than so many is not gathered: it stands among the first rows of any order. */
export const gatheredTo = 20_000

/** The same for what a filter finds by an index, beside a search. */
const filteredTo = 50_000

/** So many of the rows are asked whether they pass what is asked as well, to tell how many do. */
const asked = 100

/** Where fewer pass than this, all are asked at once: each page would else go through most of them. */
const smallestShare = 0.1

/** The rows that a search finds or, where something else is asked as well, those among which they are. */
export interface FoundKeys {
  readonly count: number
  /** Of the parts of the condition, those that the rows were not asked. */
  restOf(parts: readonly ListCondition[]): readonly ListCondition[]
  /** Which share of the rows passes these, as far as a few of them tell. */
  readonly share: number
  /** A test by which the rows are looked up. */
  lookup(): Where
  /** A test of a row that is read anyway; undefined: there is none. */
  among(): Where | undefined
}

/** The rows that a condition finds, by as many of its parts as can be gathered; undefined where no search is among these. */
export async function foundKeys(
  database: Versioned,
  model: Model,
  parts: readonly ListCondition[],
): Promise<FoundKeys | undefined> {
  const key = rowNumber(model)
  const { gathered } = database.engine.search
  if (!gathered || key === undefined || !parts.some(hasSearch)) return undefined
  const question = JSON.stringify([numberOf(model), parts.map(keyOfCondition)])
  const find = async () => {
    const common = await gatherParts(database, model, parts)
    return common && (await narrowed(database, model, { parts, common, key, gathered }))
  }
  const condition: ListCondition = { type: 'all', of: parts }
  const serves = ({ numbers }: Found) => numbers.each.length <= gatheredTo
  const found = await keptFound(database, model, { question, condition, serves, find })
  return found && keysOf(found, { key, gathered })
}

/** What was found of a condition, by some of its parts. */
interface Found extends FoundNumbers {
  /** The places of these parts among all. */
  readonly places: readonly number[]
  /** As in `FoundKeys`. */
  readonly share: number
}

const keptFound = createKeptNumbers<Found>(32)

function keysOf(
  { numbers, places, share }: Found,
  { key, gathered }: { readonly key: string; readonly gathered: GatheredNumbers },
): FoundKeys {
  return {
    count: numbers.each.length,
    share,
    restOf: (of) => of.filter((_, place) => !places.includes(place)),
    lookup: () => gathered.lookup(sql.id('r', key), numbers.each),
    among() {
      const map = numbers.map ?? gathered.mapOf(numbers.each)
      return map && gathered.isAmong(sql.id('r', key), map)
    },
  }
}

/** What some parts of a condition, by their places, have in common. */
interface Common {
  readonly places: readonly number[]
  readonly numbers: Gathered
}

async function gatherParts(
  database: Versioned,
  model: Model,
  parts: readonly ListCondition[],
): Promise<Common | undefined> {
  const placed = parts.map((part, place) => ({ part, place }))
  const searched = placed.filter(({ part }) => isGathered(part) && isSearchLookup(part, model))
  // One that finds few spares gathering all that the others find.
  for (const { part, place } of searched.length > 1 ? searched : []) {
    const numbers = await gatherKeys(database, model, { part, most: fewKeys })
    if (numbers) return { places: [place], numbers }
  }
  let common: Common | undefined
  for (const { part, place } of searched) {
    if (common && common.numbers.each.length <= fewKeys) break
    common = withNumbers(common, place, await gatherKeys(database, model, { part, most: gatheredTo }))
  }
  const filters = placed.filter(({ part }) => part.type === 'test' && isLookedUp(part, model))
  for (const { part, place } of filters) {
    if (!common || common.numbers.each.length <= fewKeys) break
    common = withNumbers(common, place, await gatherKeys(database, model, { part, most: filteredTo }))
  }
  return common
}

function withNumbers(common: Common | undefined, place: number, numbers: Gathered | undefined): Common | undefined {
  if (!common || !numbers) return common ?? (numbers && { places: [place], numbers })
  return { places: [...common.places, place], numbers: inBoth(common.numbers, numbers) }
}

interface Narrowing {
  readonly parts: readonly ListCondition[]
  readonly common: Common
  readonly key: string
  readonly gathered: GatheredNumbers
}

/** Asks the rows what else is asked, where they are few or most do not pass. */
async function narrowed(
  database: Versioned,
  model: Model,
  { parts, common: { places, numbers }, key, gathered }: Narrowing,
): Promise<Found> {
  const { each } = numbers
  const of = parts.filter((_, place) => places.includes(place))
  const rest = parts.filter((part) => !of.includes(part))
  const common: Found = { condition: { type: 'all', of }, numbers, places, share: 1 }
  if (rest.length === 0) return common
  const others = await Promise.all(rest.map(async (part) => await eachSql(database, model, part)))
  const passing = async (among: readonly number[]) => {
    const tests = [gathered.lookup(sql.id('r', key), among), ...others]
    return await numbersWhere(database, model, { tests, most: among.length, isBounded: among.length <= fewKeys })
  }
  const share = each.length <= fewKeys ? 0 : (await passing(some(each))).length / asked
  if (share >= smallestShare) return { ...common, share }
  const all = gatheredOf(await passing(each), gathered)
  return { condition: { type: 'all', of: parts }, numbers: all, places: [...parts.keys()], share: 1 }
}

/** A few numbers, from all over. */
function some(numbers: readonly number[]): readonly number[] {
  return Array.from({ length: asked }, (_, at) => numbers[Math.floor((at * numbers.length) / asked)] ?? 0)
}

/** How far the numbers of the rows of a table reach: about how many rows it has, where few are gone. */
export async function reachOf(database: Versioned, model: Model): Promise<number> {
  const { engine, queries } = database
  const [key, table] = [sql.id(rowNumber(model) ?? ''), sql.id(model.table)]
  const statement = sql<Row>`select coalesce((select max(${key}) from ${table}) - (select min(${key}) from ${table}), 0) as reach`
  const query = (engine.near?.(statement) ?? statement).compile(queries)
  return await reachOnce(database, questionOf(query), async () => {
    const { rows } = await queries.executeQuery<Row>(query)
    return Number(rows[0]?.reach ?? 0)
  })
}

const reachOnce = createKeptAnswers<number>(1_000)
