/** Connections that nobody has to wait for: what is compiled already is asked of them at once. */
import { CompiledQuery, type QueryResult } from 'kysely'
import type { Queries } from './engine.ts'

/** What is asked of a connection: SQL, and the values for its places. */
export type Question = Pick<CompiledQuery, 'sql' | 'parameters'>

/** A connection that can be asked at any time. */
export interface StandingConnection {
  executeQuery<Row>(question: Question): Promise<QueryResult<Row>>
}

const standing = new WeakMap<Queries, StandingConnection>()

/** Says that everything asked by way of `queries` goes to one connection, at any time, and through no plugins. */
export function standsFor(queries: Queries, connection: StandingConnection): void {
  standing.set(queries, connection)
}

/** Asks what is compiled. Finding a connection for it costs Kysely about as much as a short statement costs SQLite (docs/performance.md). */
export async function askCompiled<Row>(queries: Queries, question: Question): Promise<QueryResult<Row>> {
  const connection = standing.get(queries)
  if (connection) return await connection.executeQuery<Row>(question)
  return await queries.executeQuery<Row>(CompiledQuery.raw(question.sql, [...question.parameters]))
}
