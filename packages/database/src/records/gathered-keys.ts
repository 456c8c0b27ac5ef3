/** Which rows a part of a condition finds, by their numbers: gathered once, as long as nothing changes. */
import { conjuncts, type FoundTest, type ListCondition, type Model } from '@haykal/model'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Engine, GatheredNumbers, NumberMap, Queries, Row } from '../engine.ts'
import { compileCondition, compileForEach, lookupOf, type Where } from './compile-condition.ts'
import { isBeside, isJustItsTable, numbersBeside } from './found-beside.ts'
import { foundByPart } from './found-by-part.ts'
import { isSearchLookup } from './lookups.ts'
import { createKeptAnswers, questionOf, type Versioned } from './once-per-version.ts'
import { hasSearch, rowNumber } from './search-column.ts'

/** Numbers of rows, each once, the lowest first, and a map of them where there are enough for one. */
export interface Gathered {
  readonly each: readonly number[]
  readonly map: NumberMap | undefined
}

/** So few that each of them is soon asked whatever it may be. */
export const fewKeys = 1_000

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

/** The rows that a part finds; undefined where they are more than `most`, or more than is soon known. */
export async function gatherKeys(
  database: Versioned,
  model: Model,
  { part, most }: { readonly part: ListCondition; readonly most: number },
): Promise<Gathered | undefined> {
  const { engine, queries } = database
  const { gathered } = engine.search
  const members = part.type === 'any' ? part.of : [part]
  if (!gathered) return undefined
  for (const member of members) if (await pointsToMore(database, member, most)) return undefined
  const numbers = members.map((member) => numbersOf(database, model, member))
  const statement = gathered.gather(sql.join(numbers, sql` union all `), most + 1)
  const query = (engine.near?.(statement) ?? statement).compile(queries)
  const question = questionOf(query)
  const isKnown = tooMany(queries)
  if (isKnown.has(question)) return undefined
  return await keptKeys(database, question, async () => {
    const { rows } = await queries.executeQuery<Row>(query)
    const found = numbersIn(rows)
    if (found.length <= most && found.every(Number.isSafeInteger)) return gatheredOf(found, gathered)
    isKnown.add(question)
    return undefined
  })
}

/** What the answer to `gather` holds. */
export function numbersIn([row]: readonly Row[]): readonly number[] {
  return JSON.parse(String(row?.numbers ?? '[]'))
}

/** Numbers as they came, put in order. */
export function gatheredOf(numbers: readonly number[], gathered: GatheredNumbers): Gathered {
  const each = areAscending(numbers) ? numbers : [...new Set(numbers)].toSorted((one, other) => one - other)
  return { each, map: each.length > fewKeys ? gathered.mapOf(each) : undefined }
}

function areAscending(numbers: readonly number[]): boolean {
  for (let at = 1; at < numbers.length; at += 1) if (!((numbers[at] ?? 0) > (numbers[at - 1] ?? 0))) return false
  return true
}

/** Each takes up to 4 MB, most a few hundred kilobytes. */
const keptKeys = createKeptAnswers<Gathered | undefined>(16)

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
