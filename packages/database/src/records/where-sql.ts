/**
 * The `where` of a page. A database that keeps no statistics looks records up by a relation whenever it can, which is right for twenty
 * records of a million and wrong for half of them: then all of the half would be sorted for one page. So it is told which parts are common.
 */
import { conjuncts, type FilterOperator, type ListCondition, type Model } from '@haykal/model'
import { isLookupPattern } from '@haykal/model/search-text'
import { type SqlBool, sql } from 'kysely'
import type { Connection, Engine, Queries, Row } from '../engine.ts'
import { indexedFieldsOf } from '../tables/wanted-indexes.ts'
import { compileCondition, compileForEach, compileUpTo, lookupOf, type Where } from './compile-condition.ts'
import { hasSearch, rowNumber } from './search-column.ts'

/** What finds more records than this is common: reading a list in its order finds a page of them sooner than looking all of them up. */
const commonFrom = 5_000

/** What a search finds less of than so many is gathered by its keys, which is soon done: rows that are read in their order need not be asked. */
const gatheredTo = 30_000

/** What finds less than so many is looked up where something else is asked as well: few may pass both. */
const lookedUpBeside = 10_000

/** Of several words that each find more, one that finds less than so many is looked up all the same: nobody knows how far one would have to read for all. */
const lookedUpTo = 20_000

/** So many records are looked up and sorted in a millisecond. */
const fewest = 1_000

/** Of which rows there is a `where`, and how they are read. */
export interface Wanted {
  readonly condition: ListCondition
  /** Few rows are looked at, as they are read in an order that an index has: each of them can be asked. Else what is common is gathered once. */
  readonly isInOrder: boolean
}

/** A `where`, ready for a statement. */
export interface WantedSql {
  /** Tests that must all hold. */
  readonly tests: readonly Where[]
  /** What records could be looked up by finds so many that a page of them stands, most likely, among the first rows of an order. */
  readonly isNear: boolean
  /** Something finds few records, so that they are looked up and sorted. */
  readonly isRare: boolean
  /** So few that looking all of them up takes a millisecond or, where a search finds them, a few. */
  readonly areFew: boolean
}

/** The parts of a condition as tests that must all hold. */
export async function whereSql(
  { engine, queries }: Connection,
  model: Model,
  { condition, isInOrder }: Wanted,
): Promise<WantedSql> {
  const parts = await Promise.all(
    conjuncts(condition).map(async (part) => {
      const isSearch = hasSearch(part)
      const isLookup = isSearch ? isSearchLookup(part, model) : isLookedUp(part, model)
      const isAsked = isLookup && (isSearch || engine.unindexed !== undefined)
      const found = isAsked ? await foundByPart(queries, { engine, model, part }) : undefined
      const isCommon = found !== undefined && found >= commonFrom
      const most = isSearch && isCommon ? await gatheredFrom(queries, { engine, model, part }) : undefined
      return { part, isSearch, isLookup, isCommon, found, most }
    }),
  )
  const searched = parts.filter(({ isSearch }) => isSearch)
  const smallest = searched.every(({ isCommon }) => isCommon)
    ? searched.toSorted((one, other) => (one.most ?? Infinity) - (other.most ?? Infinity))[0]
    : undefined
  const enough = searched.length > 1 ? lookedUpTo : parts.length > 1 ? lookedUpBeside : gatheredTo
  const few = smallest?.most !== undefined && smallest.most < enough
  // Where something else is asked as well, few records may pass both.
  const lookedUp = few && parts.length > 1 ? smallest.part : undefined
  const gathered = few && parts.length === 1 ? smallest.part : undefined
  const tests = parts.map(({ part, isCommon, isSearch }) => {
    if (part === lookedUp) return compileCondition(engine, part, 'r')
    if (part === gathered) return gatheredSql(engine, model, part)
    if (isCommon && (isInOrder || isSearch)) return whereOfFew(engine, part)
    // To gather all that is pointed to takes as long for one page as for all of them.
    if (isInOrder && isWithoutChildren(part)) return compileForEach(engine, part, 'r')
    const where = compileCondition(engine, part, 'r')
    return isCommon && engine.unindexed ? engine.unindexed(where) : where
  })
  const areAllCommon = parts.every(({ isLookup, isCommon }) => isCommon || !isLookup)
  return {
    tests,
    isNear: isInOrder && areAllCommon && !few && parts.some(({ isCommon }) => isCommon),
    isRare: lookedUp !== undefined || parts.some(({ isLookup, isCommon }) => isLookup && !isCommon),
    areFew: parts.some(
      ({ part, isSearch, found = commonFrom }) =>
        found <= (isSearch ? commonFrom - 1 : part.type === 'test' ? fewest : -1),
    ),
  }
}

/** A condition of rows that something else finds: nothing is looked up by it, each row is asked. */
export function whereOfFew(engine: Engine, condition: ListCondition): Where {
  const where = compileForEach(engine, condition, 'r')
  return engine.unindexed?.(where) ?? where
}

/** How many records a search finds whose rows have numbers by which they can be gathered; undefined where they have none. */
async function gatheredFrom(queries: Queries, asked: Asked): Promise<number | undefined> {
  if (!asked.engine.unindexed || rowNumber(asked.model) === undefined) return undefined
  return await foundByPart(queries, { ...asked, upTo: gatheredTo })
}

/** A test whether a row is among those that a search finds, for which neither it nor, as far as may be, any of those is read. */
function gatheredSql(engine: Engine, model: Model, part: ListCondition): Where {
  const key = rowNumber(model) ?? ''
  const keys = (part.type === 'any' ? part.of : [part]).map((each) =>
    each.type === 'found' && engine.search.numbers
      ? engine.search.numbers(lookupOf(each, { alias: 'g' }))
      : sql`select ${sql.id('g', key)} from ${sql.id(model.table)} as g where ${compileCondition(engine, each, 'g')}`,
  )
  const test = sql<SqlBool>`${sql.id('r', key)} in (${sql.join(keys, sql` union all `)})`
  return engine.unindexed?.(test) ?? test
}

/** Questions whose answers stand beside each other in an index. */
const lookups: readonly FilterOperator[] = ['eq', 'in', 'gt', 'gte', 'lt', 'lte', 'between']

/** Whether records can be looked up by a part: by a relation or another field, of which there is an index. */
function isLookedUp(part: ListCondition, model: Model): boolean {
  switch (part.type) {
    case 'through':
    case 'children':
      return true
    case 'found':
      return part.patterns.every(isLookupPattern)
    case 'any':
      return part.of.length > 0 && part.of.every((each) => isLookedUp(each, model))
    case 'all':
      return part.of.some((each) => isLookedUp(each, model))
    case 'not':
      return false
    case 'test':
      return part.field.references === undefined
        ? lookups.includes(part.operator) && indexedFieldsOf(model).found.has(part.field)
        : part.operator === 'eq' || part.operator === 'in'
  }
}

/** Whether all that a search asks is looked up, or texts are gone through for it. */
export function isSearchLookup(part: ListCondition, model: Model): boolean {
  switch (part.type) {
    case 'through':
      return isSearchLookup(part.of, part.to)
    case 'any':
      return part.of.length > 0 && part.of.every((each) => isSearchLookup(each, model))
    case 'all':
      return part.of.some((each) => isSearchLookup(each, model))
    default:
      return isLookedUp(part, model)
  }
}

/** Whether a search that is looked up finds more than so many records, told in bounded time whatever it finds. */
export async function findsMoreThan(
  { engine, queries }: Connection,
  model: Model,
  { part, most }: { readonly part: ListCondition; readonly most: number },
): Promise<boolean> {
  return (await foundByPart(queries, { engine, model, part, upTo: most + 1 })) > most
}

/** Whether a part asks that no record points back. */
function isWithoutChildren(part: ListCondition): boolean {
  return part.type === 'not' && part.of.type === 'children'
}

interface Asked {
  readonly engine: Engine
  readonly model: Model
  readonly part: ListCondition
  /** Where to stop; absent: at `commonFrom`. */
  readonly upTo?: number
}

/** How long an answer is good for, in milliseconds: it decides how a page is read, never what is in it. */
const lifetime = 60_000
/** With more different questions than this it begins anew. */
const mostKept = 1_000

interface Kept {
  readonly found: number
  readonly until: number
}

interface KeptAnswers {
  readonly byQuestion: Map<string, Kept>
  /** Rules that are the same for everyone come as the same object: they need not even be written down to be found. */
  readonly byPart: WeakMap<ListCondition, Kept>
}

const keptByDatabase = new WeakMap<Queries, KeptAnswers>()

/** How many records a part finds, up to where they are common or to what else is asked for. */
async function foundByPart(queries: Queries, { engine, model, part, upTo = commonFrom }: Asked): Promise<number> {
  const { byQuestion, byPart } = keptOf(queries)
  const now = performance.now()
  const atHand = upTo === commonFrom ? byPart.get(part) : undefined
  if (atHand && atHand.until > now) return atHand.found
  const found = sql`select 1 from ${sql.id(model.table)} as r where ${compileUpTo(engine, part, upTo)} limit ${upTo}`
  const counting = sql<Row>`select count(*) as n from (${found}) as c`
  const query = ((hasSearch(part) && engine.near?.(counting)) || counting).compile(queries)
  const question = JSON.stringify([query.sql, query.parameters], (_, value: unknown) =>
    typeof value === 'bigint' ? `${value}n` : value,
  )
  const known = byQuestion.get(question)
  if (known && known.until > now) return known.found
  const { rows } = await queries.executeQuery(query)
  const kept = { found: Number(rows[0]?.n ?? 0), until: now + lifetime }
  if (byQuestion.size >= mostKept) byQuestion.clear()
  byQuestion.set(question, kept)
  if (upTo === commonFrom) byPart.set(part, kept)
  return kept.found
}

function keptOf(queries: Queries): KeptAnswers {
  const kept = keptByDatabase.get(queries) ?? { byQuestion: new Map(), byPart: new WeakMap() }
  keptByDatabase.set(queries, kept)
  return kept
}
