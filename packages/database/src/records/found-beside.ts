/** What a search asks of tables that keep nothing to be searched, as they are somebody else's: looked up in an index that lies in a file beside, or gone through. */
import type { FoundTest, ListCondition, SearchGround } from '@haykal/model'
import { isLookupPattern } from '@haykal/model/search-text'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Engine } from '../engine.ts'

type Where = RawBuilder<SqlBool>

/** A question about such a table. */
export interface FoundBeside extends FoundTest {
  readonly ground: SearchGround
}

/** Whether a question is about such a table. */
export function isBeside(found: FoundTest): found is FoundBeside {
  return found.ground !== undefined
}

/** Whether what is asked is looked up, so that no text is gone through. */
export function isLookedUpBeside({ ground: { index }, fields, patterns }: FoundBeside): boolean {
  // A relation to what somebody may not see is a mere text to them, and not in the index.
  const isThere = index !== undefined && fields.every(({ columnName }) => index.columns.includes(columnName))
  return isThere && patterns.every(isLookupPattern)
}

/** Whether what is asked is looked up in an index that is, at this moment, just what its table is. */
export function isJustItsTable(found: FoundBeside): boolean {
  const { index, upTo } = found.ground
  return index?.isStale === false && upTo === undefined && isLookedUpBeside(found)
}

/** How the rows are called, and how they are asked. */
interface Place {
  readonly alias: string
  readonly isEach: boolean
  readonly most?: number
}

/** The test of a row: by what the index finds, or by what its texts hold. */
export function besideSql(engine: Engine, found: FoundBeside, { alias, isEach, most }: Place): Where {
  const { beside } = engine.search
  const { ground, fields, patterns } = found
  // Of no text at all: whether the row is one of those that are looked at.
  if (fields.length === 0 && patterns.length === 0) return allOf(reachSql(found, alias))
  if (!beside || fields.length === 0) return sql<SqlBool>`1 = 0`
  const texts = fields.map(({ columnName }) => sql.id(alias, columnName))
  const held = beside.holds(texts, patterns)
  const reach = reachSql(found, alias)
  const { index, number } = ground
  if (isEach || !isLookedUpBeside(found) || !index || number === undefined) return allOf([...reach, held])
  const lookup = beside.lookup({
    operand: sql.id(alias, number),
    index: index.name,
    columns: columnsOf(found),
    patterns,
    ...(most !== undefined && { most }),
  })
  return allOf([lookup, ...reach, ...(index.isStale ? [held] : [])])
}

/** The numbers of the rows that the index finds, where that is all there is to know of them; undefined where rows have to be looked at. */
export function numbersBeside(engine: Engine, found: FoundBeside, number: string): RawBuilder<unknown> | undefined {
  const { index } = found.ground
  if (!index || found.ground.number !== number || !isJustItsTable(found)) return undefined
  return engine.search.beside?.numbers({ index: index.name, columns: columnsOf(found), patterns: found.patterns })
}

/** Whether a condition asks indexes beside and nothing else of texts: to gather what those find takes less than to fold the texts of every row. */
export function isGatheredBeside(condition: ListCondition): boolean {
  switch (condition.type) {
    case 'found':
      return isBeside(condition) && isLookedUpBeside(condition)
    case 'all':
      return condition.of.some(isGatheredBeside)
    case 'any':
      return condition.of.length > 0 && condition.of.every(isGatheredBeside)
    case 'through':
      return isGatheredBeside(condition.of)
    default:
      return false
  }
}

/** Whether rows of a table of somebody else's are asked, which have to be its own: those that were picked out of it beforehand have no number, and may read otherwise. */
export function asksBeside(condition: ListCondition): boolean {
  switch (condition.type) {
    case 'found':
      return isBeside(condition)
    case 'all':
    case 'any':
      return condition.of.some(asksBeside)
    case 'not':
    case 'through':
      return asksBeside(condition.of)
    default:
      return false
  }
}

/** Which of the columns of the index are asked, by their places. */
function columnsOf({ ground: { index }, fields }: FoundBeside): readonly number[] {
  return fields.map(({ columnName }) => index?.columns.indexOf(columnName) ?? -1)
}

const highest = sql`9223372036854775807`

function reachSql({ ground: { number, upTo, first }, of }: FoundBeside, alias: string): readonly Where[] {
  const table = sql.id(of.table)
  const numbered = number === undefined ? undefined : sql.id(alias, number)
  const within = upTo === undefined || !numbered ? [] : [sql<SqlBool>`+${numbered} <= ${upTo}`]
  if (first === undefined) return within
  if (numbered) {
    const own = sql.id('b', number ?? '')
    const last = sql`select ${own} from ${table} as b order by ${own} limit 1 offset ${first - 1}`
    return [...within, sql<SqlBool>`${numbered} <= coalesce((${last}), ${highest})`]
  }
  if (of.key.length === 0) return within
  const [theirs, keys] = [alias, 'b'].map((name) => sql.join(of.key.map((field) => sql.id(name, field.columnName))))
  return [...within, sql<SqlBool>`(${theirs}) in (select ${keys} from ${table} as b limit ${first})`]
}

function allOf(tests: readonly Where[]): Where {
  const [only = sql<SqlBool>`1 = 1`] = tests
  return tests.length > 1 ? sql<SqlBool>`(${sql.join(tests, sql` and `)})` : only
}
