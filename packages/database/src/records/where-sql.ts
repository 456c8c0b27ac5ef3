/**
 * The `where` of a page. A database that keeps no statistics looks records up by a relation whenever it can, which is right for twenty
 * records of a million and wrong for half of them: then all of the half would be sorted for one page. So it is told which parts are common.
 */
import { type Condition, conjuncts, type FilterOperator, type Model } from '@haykal/model'
import { sql } from 'kysely'
import type { Connection, Engine, Queries, Row } from '../engine.ts'
import { indexedFieldsOf } from '../tables/wanted-indexes.ts'
import { compileCondition, compileForEach, type Where } from './compile-condition.ts'

/** What finds more records than this is common: reading a list in its order finds a page of them sooner than looking all of them up. */
const commonFrom = 5_000

/** So many records are looked up and sorted in a millisecond. */
const fewest = 1_000

/** Of which rows there is a `where`, and how they are read. */
export interface Wanted {
  readonly condition: Condition
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
  /** So few that looking all of them up takes a millisecond. */
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
      const isLookup = isLookedUp(part, model)
      const found = engine.unindexed && isLookup ? await foundByPart(queries, { engine, model, part }) : undefined
      return { part, isLookup, isCommon: found !== undefined && found >= commonFrom, found }
    }),
  )
  const tests = parts.map(({ part, isCommon }) => {
    if (isCommon && isInOrder) return whereOfFew(engine, part)
    // To gather all that is pointed to takes as long for one page as for all of them.
    if (isInOrder && isWithoutChildren(part)) return compileForEach(engine, part, 'r')
    const where = compileCondition(engine, part, 'r')
    return isCommon && engine.unindexed ? engine.unindexed(where) : where
  })
  const areAllCommon = parts.every(({ isLookup, isCommon }) => isCommon || !isLookup)
  return {
    tests,
    isNear: isInOrder && areAllCommon && parts.some(({ isCommon }) => isCommon),
    isRare: parts.some(({ isLookup, isCommon }) => isLookup && !isCommon),
    areFew: parts.some(({ part, found }) => part.type === 'test' && found !== undefined && found <= fewest),
  }
}

/** A condition of rows that something else finds: nothing is looked up by it, each row is asked. */
export function whereOfFew(engine: Engine, condition: Condition): Where {
  const where = compileForEach(engine, condition, 'r')
  return engine.unindexed?.(where) ?? where
}

/** Questions whose answers stand beside each other in an index. */
const lookups: readonly FilterOperator[] = ['eq', 'in', 'gt', 'gte', 'lt', 'lte', 'between']

/** Whether records can be looked up by a part: by a relation or another field, of which there is an index. */
function isLookedUp(part: Condition, model: Model): boolean {
  switch (part.type) {
    case 'through':
    case 'children':
      return true
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

/** Whether a part asks that no record points back. */
function isWithoutChildren(part: Condition): boolean {
  return part.type === 'not' && part.of.type === 'children'
}

interface Asked {
  readonly engine: Engine
  readonly model: Model
  readonly part: Condition
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
  readonly byPart: WeakMap<Condition, Kept>
}

const keptByDatabase = new WeakMap<Queries, KeptAnswers>()

/** How many records a part finds, up to where they are common. */
async function foundByPart(queries: Queries, { engine, model, part }: Asked): Promise<number> {
  const { byQuestion, byPart } = keptOf(queries)
  const now = performance.now()
  const atHand = byPart.get(part)
  if (atHand && atHand.until > now) return atHand.found
  const found = sql`select 1 from ${sql.id(model.table)} as r where ${compileCondition(engine, part, 'r')} limit ${commonFrom}`
  const query = sql<Row>`select count(*) as n from (${found}) as c`.compile(queries)
  const question = JSON.stringify([query.sql, query.parameters], (_, value: unknown) =>
    typeof value === 'bigint' ? `${value}n` : value,
  )
  const known = byQuestion.get(question)
  if (known && known.until > now) return known.found
  const { rows } = await queries.executeQuery(query)
  const kept = { found: Number(rows[0]?.n ?? 0), until: now + lifetime }
  if (byQuestion.size >= mostKept) byQuestion.clear()
  byQuestion.set(question, kept)
  byPart.set(part, kept)
  return kept.found
}

function keptOf(queries: Queries): KeptAnswers {
  const kept = keptByDatabase.get(queries) ?? { byQuestion: new Map(), byPart: new WeakMap() }
  keptByDatabase.set(queries, kept)
  return kept
}
