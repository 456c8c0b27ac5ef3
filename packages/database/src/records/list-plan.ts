/** How lists would be read if they were long: by which indexes, and what the database would do without one. */
import { everything, type Model, type ModelField } from '@haykal/model'
import { CompiledQuery, type QueryResult, type RawBuilder, sql } from 'kysely'
import type { Database, Queries, Row, StatementPlan } from '../engine.ts'
import { column } from './compile-condition.ts'
import { directionSql, joinsSql, orderSql } from './order.ts'
import type { OrderTerm, PageRequest } from './page.ts'
import { selectRecords } from './select-records.ts'

/** Where plans are asked for. */
export type Planned = Pick<Database, 'engine' | 'queries'>

/** Whether records come in an order without being sorted first. */
export async function isReadInOrder(
  { engine, queries }: Planned,
  model: Model,
  order: readonly OrderTerm[],
): Promise<boolean> {
  const request = { condition: everything, order, fields: model.key, limit: 50 }
  for (const statement of await statementsOf({ engine, queries }, model, request)) {
    if (!isInOrder(await engine.plan(queries, statement, { asIfLong: true }), order)) return false
  }
  return true
}

/** The same of those that share a value in each of some fields. */
export async function areReadInOrder(
  { engine, queries }: Planned,
  model: Model,
  { order, alike }: { readonly order: readonly OrderTerm[]; readonly alike: readonly ModelField[] },
): Promise<boolean> {
  const terms = orderSql(engine, order, false)
  const tests = alike.map((field) => sql`${column('r', field)} = ${anyValue(model, field)}`)
  const directed = terms.map((term) => directionSql(engine, term))
  const statement = sql<Row>`select 1 from ${sql.id(model.table)} as r ${joinsSql(engine, terms)}
    where ${sql.join(tests, sql` and `)} order by ${sql.join(directed)} limit 50`
  return isInOrder(await engine.plan(queries, statement.compile(queries), { asIfLong: true }), order)
}

/** Those that are level in all that was asked for are soon put in the order of their keys. */
function isInOrder({ sorts }: StatementPlan, order: readonly OrderTerm[]): boolean {
  const named = order.filter(({ isTie }) => isTie !== true)
  return sorts === 'none' || (sorts === 'bunches' && named.length <= 1)
}

/** What is asked of a field: for one value, for all beyond one, for whatever has none. */
export type Lookup = 'equal' | 'beyond' | 'empty'

/** Whether records are found by what is asked of a field without looking at all of them. */
export async function isLookedUpBy(
  { engine, queries }: Planned,
  model: Model,
  { field, lookup }: { readonly field: ModelField; readonly lookup: Lookup },
): Promise<boolean> {
  const table = sql.id(model.table)
  const value = anyValue(model, field)
  const tests: { readonly [lookup in Lookup]: RawBuilder<unknown> } = {
    equal: sql`${column('r', field)} = ${value}`,
    beyond: sql`${column('r', field)} > ${value}`,
    empty: sql`${column('r', field)} is null`,
  }
  const statement = sql<Row>`select 1 from ${table} as r where ${tests[lookup]} limit 50`.compile(queries)
  return !(await engine.plan(queries, statement, { asIfLong: true })).scanned.includes('r')
}

/** A value of the very column: whatever its type is, there is no doubt about it. */
function anyValue(model: Model, field: ModelField): RawBuilder<unknown> {
  return sql`(select ${column('v', field)} from ${sql.id(model.table)} as v limit 1)`
}

/** What the database does, step by step, to read a page as it is asked for now. */
export async function stepsOfPage(database: Planned, model: Model, request: PageRequest): Promise<readonly string[]> {
  const { engine, queries } = database
  const last = (await statementsOf(database, model, request)).at(-1)
  return last ? (await engine.plan(queries, last, { asIfLong: false })).steps : []
}

/** The statements by which a page is read where none of them finds anything, so that all are asked. What is only counted to decide between them is counted. */
async function statementsOf(database: Planned, model: Model, request: PageRequest): Promise<readonly CompiledQuery[]> {
  const statements: CompiledQuery[] = []
  const { engine, queries } = database
  const executor = queries.getExecutor().withConnectionProvider({
    provideConnection: (use) =>
      use({
        async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
          if (/\bselect count\(\*\) as n from \(/.test(query.sql))
            return await queries.executeQuery<R>(CompiledQuery.raw(query.sql, [...query.parameters]))
          statements.push(query)
          return { rows: [] }
        },
        streamQuery() {
          throw new Error('A page is read in one piece')
        },
      }),
  })
  // All that statements of ours are asked by: compiling, and asking what is compiled.
  const noting = {
    getExecutor: () => executor,
    executeQuery: (query: CompiledQuery) => executor.executeQuery(query),
  } as unknown as Queries
  await selectRecords({ engine, queries: noting }, model, request)
  return statements
}
