/** SQLite's plan of a statement (https://www.sqlite.org/eqp.html). */
import { CompiledQuery, type Kysely } from 'kysely'
import type { StatementPlan, Tables } from '../../engine.ts'
import { fewRows } from './driver.ts'
import type { PlanStep } from './long-reads/long-from.ts'

/** Its plan. Without statistics it is the same however many rows there are. */
export async function planSqlite(queries: Kysely<Tables>, { sql, parameters }: CompiledQuery): Promise<StatementPlan> {
  const explaining = CompiledQuery.raw(`${fewRows}explain query plan ${sql}`, [...parameters])
  const { rows } = await queries.executeQuery<Pick<PlanStep, 'detail'>>(explaining)
  const steps = rows.map(({ detail }) => detail)
  const sorted = steps.filter((step) => /^USE TEMP B-TREE FOR .*ORDER BY/.test(step))
  return {
    steps,
    sorts: sorted.length === 0 ? 'none' : sorted.some((step) => / FOR ORDER BY/.test(step)) ? 'all' : 'bunches',
    scanned: steps.flatMap((step) => /^SCAN (\S+)/.exec(step)?.[1] ?? []),
  }
}
