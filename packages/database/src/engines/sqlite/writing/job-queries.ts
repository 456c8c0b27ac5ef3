/** What jobs of a group ask with: Kysely on the writing connection, without turns, as only one job runs at a time. */
import type SqliteFile from 'better-sqlite3'
import { Kysely } from 'kysely'
import type { Tables } from '../../../engine.ts'
import { standsFor } from '../../../standing-connection.ts'
import { dialectOf, driverWithoutTransactions, KeepingConnection } from '../driver.ts'

/** Made once for a connection: making it for every job would cost as much as a small job. */
export function jobQueries(file: SqliteFile.Database): Kysely<Tables> {
  const connection = new JobConnection(file)
  const driver = driverWithoutTransactions('A job runs in a transaction already', {
    acquireConnection: async () => connection,
    async releaseConnection() {},
  })
  const queries = new Kysely<Tables>({ dialect: dialectOf(() => driver) })
  standsFor(queries, connection)
  return queries
}

/** Writes in a transaction only: a job that goes on after its transaction has ended, by an error or by not being waited for, changes nothing. */
class JobConnection extends KeepingConnection {
  protected override expectAllowed(statement: SqliteFile.Statement): void {
    if (!statement.readonly && !this.file.inTransaction)
      throw Object.assign(new Error('The transaction has ended'), { code: 'SQLITE_ABORT_ROLLBACK' })
  }
}
