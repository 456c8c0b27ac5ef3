/** Whether a schema that names are looked up in has an index of a name. */
import { sql } from 'kysely'
import type { Queries } from '../../engine.ts'

/** Whether there is one. */
export async function hasIndex(queries: Queries, name: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from pg_indexes where schemaname = any(current_schemas(false)) and indexname = ${name}`.execute(
      queries,
    )
  return rows.length > 0
}
