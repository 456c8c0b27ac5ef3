/** Keeps the log of a file short: has it moved into the file when it has grown, without holding up who reads, and hardly who writes. */
import type SqliteFile from 'better-sqlite3'
import type { CheckpointThread } from './checkpoint-thread.ts'

/** When the log of one file is moved into it. */
export interface Checkpoints {
  /** Looks at the log, which costs some microseconds; begins what is to be done. */
  look(): void
  /** Waits for what has begun; nothing begins after that. */
  close(): Promise<void>
}

/** What takes part. */
export interface CheckpointOptions {
  readonly thread: CheckpointThread
  /** Runs work while nothing is written. */
  between(work: () => Promise<void>): Promise<void>
  /** The file is not where it was: another one may be. */
  isMoved(): boolean
  /** Told why a checkpoint failed. */
  failed(error: unknown): void
}

/**
 * Pages that the log may hold before they are moved into the file, and before whoever writes waits for that: 32 and 48 MB where pages are of the usual
 * size. Each time the log begins anew SQLite syncs its head in place, which readers notice; so that is not to happen often.
 */
const mostPages = { calm: 8_000, hurried: 12_000 } as const

/** Milliseconds until it is tried again, when somebody reads what is in the log, or the disk refuses. */
const rest = 250

/** Nothing is moved yet. */
export function createCheckpoints(file: SqliteFile.Database, options: CheckpointOptions): Checkpoints {
  const { thread, between, isMoved, failed } = options
  const state = file.prepare('pragma wal_checkpoint(noop)')
  let next = 0
  let running: Promise<void> | undefined
  let isClosed = false

  /** 0 as well where SQLite cannot tell: whoever writes or reads next is told why. */
  function pagesLeft(): number {
    try {
      const { log, checkpointed } = state.get() as { readonly log: number; readonly checkpointed: number }
      return log - checkpointed
    } catch {
      return 0
    }
  }
  async function run(): Promise<void> {
    if (pagesLeft() < mostPages.hurried) await thread.run()
    // Writes went on meanwhile. SQLite begins the log anew only once all of it is in the file, which it would never be under constant writes.
    if (!isClosed) await between(() => thread.run())
    if (pagesLeft() >= mostPages.calm) next = performance.now() + rest
  }
  return {
    look() {
      if (running || isClosed || performance.now() < next || pagesLeft() < mostPages.calm || isMoved()) return
      running = run()
        .catch((error: unknown) => {
          next = performance.now() + rest
          failed(error)
        })
        .finally(() => {
          running = undefined
        })
    },
    async close() {
      isClosed = true
      await running
    },
  }
}
