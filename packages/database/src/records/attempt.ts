/** Tries something inside of a transaction: what fails is taken back alone, and the transaction goes on. */
import { sql } from 'kysely'
import type { Connection } from '../engine.ts'

/** Runs `work`; when it throws, everything that it wrote is rolled back before the error goes on. */
export async function attempt<Result>({ queries }: Connection, work: () => Promise<Result>): Promise<Result> {
  await sql`savepoint haykal_attempt`.execute(queries)
  try {
    const result = await work()
    await sql`release savepoint haykal_attempt`.execute(queries)
    return result
  } catch (error) {
    // Where the database has taken back the whole transaction by itself, there is nothing to go back to; the first error tells why.
    await sql`rollback to savepoint haykal_attempt`.execute(queries).catch(() => undefined)
    await sql`release savepoint haykal_attempt`.execute(queries).catch(() => undefined)
    throw error
  }
}
