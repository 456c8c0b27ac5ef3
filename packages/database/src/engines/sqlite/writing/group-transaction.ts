/** The transaction of a group: a savepoint for each job, so that one which fails is taken back alone, and one commit for all. */
import type SqliteFile from 'better-sqlite3'
import type { Kysely } from 'kysely'
import type { Tables } from '../../../engine.ts'
import { jobQueries } from './job-queries.ts'

/** What a caller wants done in a transaction. */
export type Work<Result> = (queries: Kysely<Tables>) => Promise<Result>

/** How a job went: what it gave, or its own error, for which it was taken back alone. */
export type Outcome = { readonly value: unknown } | { readonly error: unknown }

/** A transaction that can be begun again and again. Its statements are prepared once. */
export interface GroupTransaction {
  /** Throws SQLite's refusals, `SQLITE_BUSY` among them. */
  begin(): void
  /** Throws when the whole transaction is lost, which SQLite sees to by itself after some errors: a full disk, a disk that fails. */
  run(work: Work<unknown>): Promise<Outcome>
  commit(): void
  /** Takes back all that is not committed. Never throws. */
  takeBack(): void
}

/** Prepares it on a connection that is set up. */
export function createGroupTransaction(file: SqliteFile.Database): GroupTransaction {
  const queries = jobQueries(file)
  // IMMEDIATE: a transaction that reads first and writes later could not be retried when another program wrote in between.
  const begin = file.prepare('begin immediate')
  const [commit, rollback] = [file.prepare('commit'), file.prepare('rollback')]
  const [save, release, back] = [
    file.prepare('savepoint job'),
    file.prepare('release job'),
    file.prepare('rollback to job'),
  ]

  function takeBack(): void {
    try {
      if (file.inTransaction) rollback.run()
    } catch {
      // Then nothing can begin either, and whoever writes is told why.
    }
  }
  function takeJobBack(): void {
    if (!file.inTransaction) return
    try {
      back.run()
      release.run()
    } catch {
      takeBack()
    }
  }
  async function runJob(work: Work<unknown>): Promise<Outcome> {
    try {
      save.run()
      const value = await work(queries)
      if (file.inTransaction) release.run()
      return { value }
    } catch (error) {
      takeJobBack()
      return { error }
    }
  }
  return {
    begin: () => void begin.run(),
    async run(work) {
      const outcome = await runJob(work)
      if (!file.inTransaction) throw 'error' in outcome ? outcome.error : lostTransaction()
      return outcome
    },
    commit: () => void commit.run(),
    takeBack,
  }
}

/** A job went on after an error that had ended its transaction. */
function lostTransaction(): Error {
  return Object.assign(new Error('The transaction was rolled back'), { code: 'SQLITE_ABORT_ROLLBACK' })
}
