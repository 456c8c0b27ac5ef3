/** Counts: asked for with every page of a list, so counted once as long as nothing in the database changes. */
import { type Condition, isEverything, type Model } from '@haykal/model'
import { type CompiledQuery, sql } from 'kysely'
import type { Connection, Database, Row } from '../engine.ts'
import { compileCondition } from './compile-condition.ts'
import { whereSql } from './where-sql.ts'

/** What to count. */
export interface CountRequest {
  readonly condition: Condition
  /** Where to stop; absent: at the end. */
  readonly bound?: number
}

/** Where to count. A transaction tells no version: what is counted in it is counted each time. */
type Counted = Connection & Pick<Database, 'version'>

/** Counts the records of a condition. */
export async function countRecords(
  database: Counted,
  model: Model,
  { condition, bound }: CountRequest,
): Promise<number> {
  const parts =
    bound === undefined
      ? [compileCondition(database.engine, condition, 'r')]
      : (await whereSql(database, model, { condition, isInOrder: true })).tests
  const where = isEverything(condition) ? sql`` : sql`where ${sql.join(parts, sql` and `)}`
  const limit = bound === undefined ? sql`` : sql`limit ${bound}`
  const counted = sql`select 1 from ${sql.id(model.table)} as r ${where} ${limit}`
  const query = sql<Row>`select count(*) as n from (${counted}) as c`.compile(database.queries)
  return await oncePerVersion(database, questionOf(query), async () => {
    const { rows } = await database.queries.executeQuery(query)
    return Number(rows[0]?.n ?? 0)
  })
}

/** The whole statement with its values: two people share a count only when the database was asked the very same. */
function questionOf({ sql: text, parameters }: CompiledQuery): string {
  return JSON.stringify([text, parameters], (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value))
}

interface Kept {
  readonly version: number
  readonly counts: Map<string, number>
}

/** With more different questions than this between two changes it begins anew. */
const mostCounts = 1_000

const keptByDatabase = new WeakMap<Counted, Kept>()

async function oncePerVersion(database: Counted, question: string, count: () => Promise<number>): Promise<number> {
  const version = database.version?.()
  if (version === undefined) return await count()
  const counts = countsOf(database, version)
  const known = counts.get(question) ?? (await count())
  if (counts.size >= mostCounts) counts.clear()
  counts.set(question, known)
  return known
}

function countsOf(database: Counted, version: number): Map<string, number> {
  const kept = keptByDatabase.get(database)
  if (kept?.version === version) return kept.counts
  const counts = new Map<string, number>()
  keptByDatabase.set(database, { version, counts })
  return counts
}
