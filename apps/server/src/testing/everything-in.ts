/** Reads a whole database, so that a test can tell that nothing in it was changed. */
import type { Database } from '@haykal/database'

/** Every row of every table, as text; for engines and tables of tests only, which are small. */
export async function everythingIn({ engine, queries }: Database): Promise<string> {
  const tables = (await engine.introspect(queries)).filter(({ kind }) => kind === 'table')
  const rows = await Promise.all(
    tables.map(async ({ name }) => [name, await queries.selectFrom(name).selectAll().execute()] as const),
  )
  return JSON.stringify(rows, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
}
