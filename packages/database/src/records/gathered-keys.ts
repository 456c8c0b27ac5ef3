/** Which rows a part of a condition finds, by their numbers: gathered once. */
import { conjuncts, type FoundTest, type ListCondition, type Model } from '@haykal/model'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Engine, Queries } from '../engine.ts'
import { compileCondition, compileForEach, lookupOf, type Where } from './compile-condition.ts'
import { keyOfCondition, numberOf } from './condition-key.ts'
import { isBeside, isJustItsTable, numbersBeside } from './found-beside.ts'
import { foundByPart } from './found-by-part.ts'
import { fewKeys, type Gathered, gatheredOf, inOrder } from './gathered.ts'
import { createKeptNumbers, type FoundNumbers } from './kept-numbers.ts'
import { isSearchLookup } from './lookups.ts'
import { askNumbers } from './numbers-where.ts'
import type { Versioned } from './once-per-version.ts'
import { hasSearch, rowNumber } from './search-column.ts'

/** Whether all that a part looks up is kept to be searched in tables of our own, or in an index beside that is just what its table is: both change with the database alone. */
export function isGathered(part: ListCondition): boolean {
  switch (part.type) {
    case 'all':
    case 'any':
      return hasSearch(part) && part.of.every((each) => !hasSearch(each) || isGathered(each))
    case 'found':
      return isBeside(part) ? isJustItsTable(part) : part.fields.every(({ hasSearchText }) => hasSearchText)
    case 'through':
      return isGathered(part.of)
    default:
      return false
  }
}

/** Which part of a condition is gathered, and how much of what it finds. */
export interface Gathering {
  readonly part: ListCondition
  readonly most: number
}

/** The rows that a part finds; undefined where they are more than `most`, or more than is soon known. */
export async function gatherKeys(
  database: Versioned,
  model: Model,
  gathering: Gathering,
): Promise<Gathered | undefined> {
  const found = await gatherPart(database, model, gathering)
  return found?.areAll === true ? found.numbers : undefined
}

/** The numbers of so many rows that a part finds as came to light while it was found to find more than `most`; none where it does not, or nobody has counted. */
export async function gatheredOfMore(
  database: Versioned,
  model: Model,
  gathering: Gathering,
): Promise<readonly number[]> {
  const found = await gatherPart(database, model, gathering)
  return found?.areAll === false ? found.numbers.each : []
}

/** Rows that a part finds. */
interface FoundByPart extends FoundNumbers {
  /** There are no others. */
  readonly areAll: boolean
}

/** Each takes up to 4 MB, most a few hundred kilobytes. */
const keptParts = createKeptNumbers<FoundByPart>(16)

/** As long as such a share of too many rows is left, there are too many. */
const stillTooMany = 0.9

async function gatherPart(
  database: Versioned,
  model: Model,
  { part, most }: Gathering,
): Promise<FoundByPart | undefined> {
  const { engine, queries } = database
  const { gathered } = engine.search
  const members = part.type === 'any' ? part.of : [part]
  if (!gathered || rowNumber(model) === undefined) return undefined
  const question = questionOf(model, { part, most })
  const find = async () => {
    const isKnown = tooMany(queries)
    if (isKnown.has(question) || isKnown.has(unsafe(question))) return undefined
    for (const member of members) if (await pointsToMore(database, member, most)) return undefined
    const numbers = members.map((member) => numbersOf(database, model, member))
    const found = await askNumbers(database, sql.join(numbers, sql` union all `), { most: most + 1, isBounded: true })
    const areSafe = found.every(Number.isSafeInteger)
    if (areSafe && found.length <= most) return { condition: part, numbers: gatheredOf(found, gathered), areAll: true }
    isKnown.add(areSafe ? question : unsafe(question))
    return areSafe ? { condition: part, numbers: { each: inOrder(found), map: undefined }, areAll: false } : undefined
  }
  const serves = ({ numbers: { each }, areAll }: FoundByPart) =>
    areAll ? each.length <= most : each.length > most * stillTooMany
  return await keptParts(database, model, { question, condition: part, serves, find })
}

/** Whether a part was found, not long ago, to find more than `most` rows. */
export function findsTooMany({ queries }: Versioned, model: Model, gathering: Gathering): boolean {
  return tooMany(queries).has(questionOf(model, gathering))
}

/** What stands for a question that finds rows whose numbers are larger than can be told apart here. */
function unsafe(question: string): string {
  return `${question} unsafe`
}

function questionOf(model: Model, { part, most }: Gathering): string {
  return JSON.stringify([numberOf(model), keyOfCondition(part), most])
}

/**
 * A test of a row that something else finds. Where what it may point to is soon gathered, that is done once: to look at what each row points to takes
 * longer than to look at the row.
 */
export async function eachSql(database: Versioned, model: Model, part: ListCondition): Promise<Where> {
  const { engine } = database
  const isLookup = isSearchLookup(part, model)
  const members = part.type === 'any' ? part.of : [part]
  const tests: Where[] = []
  for (const member of members) {
    const isSoonGathered =
      isLookup && member.type === 'through' && hasSearch(member) && !(await pointsToMore(database, member, fewKeys))
    tests.push(isSoonGathered ? compileCondition(engine, member, 'r') : compileForEach(engine, member, 'r'))
  }
  const test = tests.length === 0 ? sql<SqlBool>`1 = 0` : sql<SqlBool>`(${sql.join(tests, sql` or `)})`
  return engine.unindexed?.(test) ?? test
}

/** Whether a part finds by what more than so many records of another model hold: all of these would be looked at, however few records point to them. */
async function pointsToMore({ engine, queries }: Versioned, part: ListCondition, most: number): Promise<boolean> {
  if (part.type !== 'through') return false
  for (const of of conjuncts(part.of))
    if (hasSearch(of) && (await foundByPart(queries, { engine, model: part.to, part: of, upTo: most + 1 })) > most)
      return true
  return false
}

/** A question for the numbers of the rows that a part finds. */
function numbersOf({ engine }: Versioned, model: Model, part: ListCondition): RawBuilder<unknown> {
  const own = rowNumber(model) ?? ''
  const numbers = part.type === 'found' ? numbersSql(engine, part, own) : undefined
  if (numbers) return numbers
  const key = sql.id('g', own)
  return sql`select ${key} from ${sql.id(model.table)} as g where ${compileCondition(engine, part, 'g')}`
}

/** The keys of the rows that a search of their own texts finds, for which no row is read; undefined where it takes that. */
export function numbersSql(engine: Engine, part: FoundTest, key: string): RawBuilder<unknown> | undefined {
  return isBeside(part) ? numbersBeside(engine, part, key) : engine.search.numbers?.(lookupOf(part, { alias: 'g' }))
}

/** How long a question is known to find too many: that decides how a page is read, never what is in it. */
const lifetime = 60_000
const mostKnown = 1_000

const knownByDatabase = new WeakMap<Queries, Map<string, number>>()

function tooMany(queries: Queries): { has(question: string): boolean; add(question: string): void } {
  const known = knownByDatabase.get(queries) ?? new Map<string, number>()
  knownByDatabase.set(queries, known)
  return {
    has: (question) => (known.get(question) ?? 0) > performance.now(),
    add(question) {
      if (known.size >= mostKnown) known.clear()
      known.set(question, performance.now() + lifetime)
    },
  }
}
