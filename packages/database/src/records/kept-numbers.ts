/**
 * Numbers of rows that a condition finds, kept while people write: rows that have changed since are asked once more, and all others are known. Where it cannot
 * be told which have changed, all are found anew.
 */
import type { ListCondition, Model } from '@haykal/model'
import { sql } from 'kysely'
import type { ChangeMark, GatheredNumbers, Queries } from '../engine.ts'
import { compileForEach } from './compile-condition.ts'
import { type Gathered, withChanges } from './gathered.ts'
import { numbersWhere } from './numbers-where.ts'
import type { Versioned } from './once-per-version.ts'
import { rowNumber } from './search-column.ts'
import { type TablesBehind, tablesBehind } from './tables-behind.ts'

/** Rows that a condition finds. */
export interface FoundNumbers {
  readonly condition: ListCondition
  readonly numbers: Gathered
}

/** What is asked. */
export interface NumbersWanted<Found> {
  /** The same text only for what is answered the same. */
  readonly question: string
  /** All that is asked, whatever of it is found by numbers. */
  readonly condition: ListCondition
  /** Whether what was found, and has changed since, still serves; absent: whatever it is. */
  serves?(found: Found): boolean
  /** Finds them; undefined: there are too many. */
  find(): Promise<Found | undefined>
}

interface Kept<Found> {
  readonly version: number
  readonly found: Found | undefined
  /** From when on changes are known; absent: they are not. */
  readonly mark: ChangeMark | undefined
}

/** Keeps what was found, for so many questions: the one that was asked first goes first. */
export function createKeptNumbers<Found extends FoundNumbers>(
  mostKept: number,
): (database: Versioned, model: Model, wanted: NumbersWanted<Found>) => Promise<Found | undefined> {
  const keptByDatabase = new WeakMap<Queries, Map<string, Kept<Found>>>()
  return async (database, model, { question, condition, serves = () => true, find }) => {
    const version = database.version?.()
    if (version === undefined) return await find()
    const kept = keptByDatabase.get(database.queries) ?? new Map<string, Kept<Found>>()
    keptByDatabase.set(database.queries, kept)
    const known = kept.get(question)
    if (known?.version === version) return known.found
    const tables = tablesBehind(model, condition)
    // Before anything is asked: what changes meanwhile is looked at once more.
    const mark = tables && database.changed?.now([tables.own, ...tables.others])
    const followed = known && tables && (await upToDate(database, model, { known, tables }))
    const found = followed && serves(followed) ? followed : await find()
    kept.delete(question)
    const [oldest] = kept.size < mostKept ? [] : kept.keys()
    if (oldest !== undefined) kept.delete(oldest)
    kept.set(question, { version, found, mark })
    return found
  }
}

/** What was found, as it is now; undefined where that takes finding it anew. */
async function upToDate<Found extends FoundNumbers>(
  database: Versioned,
  model: Model,
  { known: { found, mark }, tables }: { readonly known: Kept<Found>; readonly tables: TablesBehind },
): Promise<Found | undefined> {
  const changed = mark && database.changed?.since(mark)
  const { gathered } = database.engine.search
  if (!found || !changed || !gathered || tables.others.some(({ table }) => changed.has(table))) return undefined
  const looked = [...new Set(changed.get(tables.own.table))].map(Number)
  if (looked.length === 0) return found
  if (!looked.every(Number.isSafeInteger)) return undefined
  const present = await presentOf(database, model, { condition: found.condition, looked, gathered })
  return { ...found, numbers: withChanges(found.numbers, { looked, present, gathered }) }
}

/** Which of some rows a condition finds. */
async function presentOf(
  database: Versioned,
  model: Model,
  {
    condition,
    looked,
    gathered,
  }: { readonly condition: ListCondition; readonly looked: readonly number[]; readonly gathered: GatheredNumbers },
): Promise<ReadonlySet<number>> {
  const test = compileForEach(database.engine, condition, 'r')
  const tests = [
    gathered.lookup(sql.id('r', rowNumber(model) ?? ''), looked),
    database.engine.unindexed?.(test) ?? test,
  ]
  return new Set(await numbersWhere(database, model, { tests, most: looked.length, isBounded: true }))
}
