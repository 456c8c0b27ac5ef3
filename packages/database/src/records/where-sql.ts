/**
 * The `where` of a page. A database that keeps no statistics looks records up by a relation whenever it can, which is right for twenty
 * records of a million and wrong for half of them: then all of the half would be sorted for one page. So it is told which parts are common.
 */
import { conjuncts, type ListCondition, type Model } from '@haykal/model'
import { type SqlBool, sql } from 'kysely'
import type { Engine, Queries } from '../engine.ts'
import { compileCondition, compileForEach, type Where } from './compile-condition.ts'
import { asksBeside, isGatheredBeside } from './found-beside.ts'
import { type Asked, commonFrom, foundByPart } from './found-by-part.ts'
import { type FoundKeys, foundKeys, gatheredTo, reachOf } from './found-keys.ts'
import { eachSql, findsTooMany, isGathered, numbersSql } from './gathered-keys.ts'
import { isLookedUp, isSearchLookup } from './lookups.ts'
import type { Versioned } from './once-per-version.ts'
import { hasSearch, rowNumber } from './search-column.ts'

/** What a search finds less of than so many is gathered by its keys, which is soon done: rows that are read in their order need not be asked. */
const gatheredByKeysTo = 30_000

/** What finds less than so many is looked up where something else is asked as well: few may pass both. */
const lookedUpBeside = 10_000

/** Of several words that each find more, one that finds less than so many is looked up all the same: nobody knows how far one would have to read for all. */
const lookedUpTo = 20_000

/** So many records are looked up and sorted in a millisecond. */
const fewest = 1_000

/** How an entry of an index compares with a row that is read, in time. */
const entryPerRow = 0.1

/** Of which rows there is a `where`, and how they are read. */
export interface Wanted {
  readonly condition: ListCondition
  /** Few rows are looked at, as they are read in an order that an index has: each of them can be asked. Else what is common is gathered once. */
  readonly isInOrder: boolean
}

/** The same for a page. */
export interface WantedPage extends Wanted {
  /** An index has the order, of the rows themselves or of what they point to: those that a search finds can be picked out of it. */
  readonly isWalked: boolean
  /** The rows of a page. */
  readonly limit: number
}

/** A `where`, ready for a statement. */
export interface WantedSql {
  /** Tests that must all hold. */
  readonly tests: readonly Where[]
  /** The same tests for few rows, each of which is asked; absent: a page of them stands, most likely, not among the first rows of an order. */
  readonly nearTests?: readonly Where[]
  /** Something finds few records, so that they are looked up and sorted. */
  readonly isRare: boolean
  /** So few that looking all of them up takes a millisecond or, where a search finds them, a few. */
  readonly areFew: boolean
  /** It names rows, and holds as long as nothing changes. */
  readonly isOfNow: boolean
}

/** The tests of a page. */
export async function whereSql(database: Versioned, model: Model, wanted: WantedPage): Promise<WantedSql> {
  const parts = conjuncts(wanted.condition)
  const keys = await foundKeys(database, model, parts)
  return keys
    ? await whereOfKeys(database, model, { wanted, parts, keys })
    : await whereOfParts(database, model, wanted)
}

/**
 * The tests where the rows that a search finds are known: looked up and sorted, or picked out of the order in which the list is read,
 * whichever reads less.
 */
async function whereOfKeys(
  database: Versioned,
  model: Model,
  {
    wanted: { isWalked, limit },
    parts,
    keys,
  }: { readonly wanted: WantedPage; readonly parts: readonly ListCondition[]; readonly keys: FoundKeys },
): Promise<WantedSql> {
  const { count, share } = keys
  const others = await Promise.all(keys.restOf(parts).map(async (part) => await eachSql(database, model, part)))
  const among = isWalked && count > limit ? keys.among() : undefined
  if (among) {
    const inOrder = ((limit + 1) / share) * (1 + (entryPerRow * (await reachOf(database, model))) / count)
    if (inOrder < count) return { tests: [among, ...others], isRare: false, areFew: true, isOfNow: true }
  }
  return { tests: [keys.lookup(), ...others], isRare: true, areFew: count < commonFrom, isOfNow: true }
}

/** The parts of a condition as tests that must all hold. */
export async function whereOfParts(
  database: Versioned,
  model: Model,
  { condition, isInOrder }: Wanted,
): Promise<WantedSql> {
  const { engine, queries } = database
  const parts = await Promise.all(
    conjuncts(condition).map(async (part) => {
      const isSearch = hasSearch(part)
      const isLookup = isSearch ? isSearchLookup(part, model) : isLookedUp(part, model)
      const isAsked = isLookup && (isSearch || engine.unindexed !== undefined)
      const found = isAsked ? await foundUpToCommon(database, model, part) : undefined
      const isCommon = found !== undefined && found >= commonFrom
      const most = isSearch && isCommon ? await gatheredFrom(queries, { engine, model, part }) : undefined
      return { part, isSearch, isLookup, isCommon, found, most }
    }),
  )
  const searched = parts.filter(({ isSearch }) => isSearch)
  const smallest = searched.every(({ isCommon }) => isCommon)
    ? searched.toSorted((one, other) => (one.most ?? Infinity) - (other.most ?? Infinity))[0]
    : undefined
  const enough = searched.length > 1 ? lookedUpTo : parts.length > 1 ? lookedUpBeside : gatheredByKeysTo
  const few = smallest?.most !== undefined && smallest.most < enough
  // Where something else is asked as well, few records may pass both.
  const lookedUp = few && parts.length > 1 ? smallest.part : undefined
  const gathered = few && parts.length === 1 ? smallest.part : undefined
  const tests = parts.map(({ part, isCommon, isSearch }) => {
    if (part === lookedUp) return compileCondition(engine, part, 'r')
    if (part === gathered) return gatheredSql(engine, model, part)
    if (isSearch && searched.length > 1 && isGatheredBeside(part)) {
      const where = compileCondition(engine, part, 'r')
      return engine.unindexed?.(where) ?? where
    }
    if (isCommon && (isInOrder || isSearch)) return whereOfFew(engine, part)
    // To gather all that is pointed to takes as long for one page as for all of them.
    if (isInOrder && isWithoutChildren(part)) return compileForEach(engine, part, 'r')
    const where = compileCondition(engine, part, 'r')
    return isCommon && engine.unindexed ? engine.unindexed(where) : where
  })
  const areAllCommon = parts.every(({ isLookup, isCommon }) => isCommon || !isLookup)
  // Of the texts of most rows, one has a short word; none is looked up by it.
  const isNear =
    engine.near !== undefined &&
    !asksBeside(condition) &&
    parts.some(({ isCommon, isSearch, isLookup }) => isCommon || (isSearch && !isLookup))
  return {
    tests,
    ...(isInOrder &&
      areAllCommon &&
      !few &&
      isNear && {
        nearTests: await Promise.all(parts.map(async ({ part }) => await eachSql(database, model, part))),
      }),
    isRare: lookedUp !== undefined || parts.some(({ isLookup, isCommon }) => isLookup && !isCommon),
    areFew: parts.some(
      ({ part, isSearch, found = commonFrom }) =>
        found <= (isSearch ? commonFrom - 1 : part.type === 'test' ? fewest : -1),
    ),
    isOfNow: false,
  }
}

/** How many records a part finds, up to where they are common. */
async function foundUpToCommon(database: Versioned, model: Model, part: ListCondition): Promise<number> {
  if (findsTooMany(database, model, { part, most: gatheredTo })) return commonFrom
  return await foundByPart(database.queries, { engine: database.engine, model, part })
}

/** A condition of rows that something else finds: nothing is looked up by it, each row is asked. */
export function whereOfFew(engine: Engine, condition: ListCondition): Where {
  const where = compileForEach(engine, condition, 'r')
  return engine.unindexed?.(where) ?? where
}

/** How many records a search finds whose rows have numbers by which they can be gathered; undefined where they have none. */
async function gatheredFrom(queries: Queries, asked: Asked): Promise<number | undefined> {
  if (!asked.engine.unindexed || rowNumber(asked.model) === undefined || isGathered(asked.part)) return undefined
  return await foundByPart(queries, { ...asked, upTo: gatheredByKeysTo })
}

/** A test whether a row is among those that a search finds, for which neither it nor, as far as may be, any of those is read. */
function gatheredSql(engine: Engine, model: Model, part: ListCondition): Where {
  const key = rowNumber(model) ?? ''
  const keys = (part.type === 'any' ? part.of : [part]).map(
    (each) =>
      (each.type === 'found' && numbersSql(engine, each, key)) ||
      sql`select ${sql.id('g', key)} from ${sql.id(model.table)} as g where ${compileCondition(engine, each, 'g')}`,
  )
  const test = sql<SqlBool>`${sql.id('r', key)} in (${sql.join(keys, sql` union all `)})`
  return engine.unindexed?.(test) ?? test
}

/** Whether a part asks that no record points back. */
function isWithoutChildren(part: ListCondition): boolean {
  return part.type === 'not' && part.of.type === 'children'
}
