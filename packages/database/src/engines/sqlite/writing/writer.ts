/** All that writes into one file: groups of writes, the syncs of its log, its checkpoints, and what is done when a sync fails. */
import { openSync } from 'node:fs'
import type SqliteFile from 'better-sqlite3'
import { retryBusy } from '../retry-busy.ts'
import { createCheckpointThread } from './checkpoint-thread.ts'
import { createCheckpoints } from './checkpoints.ts'
import { createGroupCommit, type GroupCommit } from './group-commit.ts'
import { createLogSync } from './log-sync.ts'
import { rewriteLog } from './rewrite-log.ts'
import { createSyncWatch } from './sync-failed.ts'

/** A file that is written into. */
export interface Writer {
  readonly write: GroupCommit['write']
  /** Waits until all that was begun has its answer; the connection is still open then. */
  close(): Promise<void>
}

/** Milliseconds that mending waits for another program's transaction. */
const patience = 5_000

/** What is done behind each commit. */
export interface Committing {
  committed(): void
}

/** For a connection that keeps its journal apart from ours: what is committed is synced by SQLite, in place. */
export function createPlainWriter(file: SqliteFile.Database, { committed }: Committing): Writer {
  return createGroupCommit(file, { committed })
}

/**
 * For a connection in WAL mode. SQLite itself syncs no commits from here on (`synchronous = normal`), and moves nothing into the file while others wait
 * for an answer: both are done aside (docs/decisions/0030-commits-are-grouped-and-synced-off-the-loop.md).
 */
export function createLoggedWriter(
  file: SqliteFile.Database,
  { isMoved, committed }: Committing & { readonly isMoved: () => boolean },
): Writer {
  const paths = pathsOf(file)
  // Opened while it is surely there. SQLite takes no locks on it, so that closing it takes none away, which closing the file itself would.
  const descriptor = openSync(paths.log, 'r+')
  const log = createLogSync(descriptor)
  file.pragma('synchronous = normal')
  file.pragma('wal_autocheckpoint = 0')
  const thread = createCheckpointThread(paths.file)
  const watch = createSyncWatch(mend)
  const groups = createGroupCommit(file, {
    expectWell: watch.expectWell,
    async durable() {
      await log.durable().catch((error: unknown) => {
        throw watch.failed(error)
      })
      // This sync succeeded, yet one before it may have lost the same pages.
      watch.expectWell()
    },
    committed() {
      committed()
      checkpoints.look()
    },
    lost: (error) => (isFailedSync(error) ? watch.failed(error) : error),
  })
  const checkpoints = createCheckpoints(file, {
    thread,
    between: groups.between,
    isMoved,
    failed(error) {
      if (isFailedSync(error)) watch.failed(error)
    },
  })
  async function mend(): Promise<void> {
    await groups.between(async () => {
      await retryBusy(patience, () => file.exec('begin immediate'))
      try {
        await rewriteLog(descriptor)
      } finally {
        file.exec('rollback')
      }
      // Shows that the file can be written and synced too.
      if (!isMoved()) await thread.run()
    })
  }
  return {
    write: groups.write,
    async close() {
      await groups.close()
      await watch.close()
      await checkpoints.close()
      await thread.close()
      await log.close()
    },
  }
}

/** Where SQLite itself keeps them: links are followed. */
function pathsOf(file: SqliteFile.Database): { readonly file: string; readonly log: string } {
  const path = String(file.prepare("select file from pragma_database_list where name = 'main'").pluck().get())
  return { file: path, log: `${path}-wal` }
}

/** Whether SQLite could not sync. */
function isFailedSync(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^SQLITE_IOERR_(DIR_)?FSYNC$/.test(String(error.code))
}
