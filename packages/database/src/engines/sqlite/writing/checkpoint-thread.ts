/** Moves the log of a file into the file on a thread of its own, as that waits for the disk. */
import { Worker } from 'node:worker_threads'
import SqliteFile from 'better-sqlite3'

/** What the thread says when it is done, or why SQLite refused. */
export interface CheckpointAnswer {
  readonly refusal?: { readonly code: string; readonly message: string }
}

/** The thread of one file: starts when it is needed, ends when it was not for a while. */
export interface CheckpointThread {
  /** Copies into the file what nobody reads in the log any more, and syncs both. Throws SQLite's refusals. */
  run(): Promise<void>
  /** Waits for what has begun, and ends the thread. */
  close(): Promise<void>
}

/** Milliseconds without work after which the thread ends. */
const idle = 10_000

const program = new URL('./checkpoint-in-thread.mjs', import.meta.url)

/** No thread yet. */
export function createCheckpointThread(path: string): CheckpointThread {
  let worker: Worker | undefined
  let rest: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined

  function started(): Worker {
    if (worker) return worker
    const resourceLimits = { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 }
    const begun = new Worker(program, { workerData: { path }, execArgv: [], resourceLimits })
    begun.unref()
    begun.once('exit', () => {
      if (worker === begun) worker = undefined
    })
    worker = begun
    return begun
  }
  async function ask(): Promise<void> {
    clearTimeout(rest)
    const asked = started()
    const answer = await new Promise<CheckpointAnswer>((resolve, reject) => {
      asked.once('message', resolve)
      asked.once('error', reject)
      asked.once('exit', () => reject(new Error('The thread of checkpoints ended')))
      asked.postMessage('checkpoint')
    })
    for (const name of ['message', 'error', 'exit']) asked.removeAllListeners(name)
    rest = setTimeout(() => void end(), idle).unref()
    if (answer.refusal) throw new SqliteFile.SqliteError(answer.refusal.message, answer.refusal.code)
  }
  async function end(): Promise<void> {
    clearTimeout(rest)
    const ended = worker
    worker = undefined
    await ended?.terminate()
  }
  async function run(): Promise<void> {
    const before = running
    const mine = (async () => {
      await before?.catch(() => undefined)
      await ask().catch(async (error: unknown) => {
        if (!(error instanceof SqliteFile.SqliteError)) await end()
        throw error
      })
    })()
    running = mine
    await mine
  }
  return {
    run,
    async close() {
      await running?.catch(() => undefined)
      await end()
    },
  }
}
