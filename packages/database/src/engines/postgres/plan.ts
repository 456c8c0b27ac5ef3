/** PostgreSQL's plan of a statement (https://www.postgresql.org/docs/current/sql-explain.html). */
import { CompiledQuery, type Kysely, sql } from 'kysely'
import type { StatementPlan, Tables } from '../../engine.ts'

/** A node of a plan, as far as it is read. Its conditions hold values, and are told to nobody. */
interface PlanNode {
  readonly 'Node Type': string
  readonly Alias?: string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly 'Index Cond'?: string
  readonly Plans?: readonly PlanNode[]
}

/** Its plan. Of a few rows it would go through all of them, and sort them, whichever indexes there are: `asIfLong` makes that dear. */
export async function planPostgres(
  queries: Kysely<Tables>,
  statement: CompiledQuery,
  { asIfLong }: { readonly asIfLong: boolean },
): Promise<StatementPlan> {
  const explaining = CompiledQuery.raw(`explain (format json) ${statement.sql}`, [...statement.parameters])
  const { rows } = await queries.transaction().execute(async (transaction) => {
    if (asIfLong) {
      await sql`set local enable_seqscan = off`.execute(transaction)
      await sql`set local enable_sort = off`.execute(transaction)
    }
    return await transaction.executeQuery<{ readonly 'QUERY PLAN': string | readonly [{ readonly Plan: PlanNode }] }>(
      explaining,
    )
  })
  const written = rows[0]?.['QUERY PLAN'] ?? '[]'
  const [top] = typeof written === 'string' ? (JSON.parse(written) as { readonly Plan: PlanNode }[]) : written
  const nodes = top ? nodesOf(top.Plan) : []
  const types = nodes.map((node) => node['Node Type'])
  return {
    steps: nodes.map(stepOf),
    sorts: types.includes('Sort') ? 'all' : types.includes('Incremental Sort') ? 'bunches' : 'none',
    scanned: nodes.filter(goesThrough).flatMap(({ Alias = [] }) => Alias),
  }
}

function nodesOf(node: PlanNode): readonly PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)]
}

function goesThrough(node: PlanNode): boolean {
  const type = node['Node Type']
  return /Scan$/.test(type) && type !== 'Bitmap Heap Scan' && node['Index Cond'] === undefined
}

function stepOf(node: PlanNode): string {
  const { 'Relation Name': table, 'Index Name': index } = node
  return `${node['Node Type']}${index === undefined ? '' : ` using ${index}`}${table === undefined ? '' : ` on ${table}`}`
}
