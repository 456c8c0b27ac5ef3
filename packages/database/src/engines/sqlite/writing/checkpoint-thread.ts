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
  let tell: (answer: CheckpointAnswer) => void = () => {}
  let turn: Promise<void> = Promise.resolve()

  function start(): Worker {
    const resourceLimits = { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 }
    const begun = new Worker(program, { workerData: { path }, execArgv: [], resourceLimits })
    begun.on('message', (answer: CheckpointAnswer) => tell(answer))
    begun.on('error', ({ message }) => tell({ refusal: { code: 'THREAD_FAILED', message } }))
    begun.on('exit', () => {
      if (worker === begun) worker = undefined
      tell({ refusal: { code: 'THREAD_FAILED', message: 'The thread of checkpoints ended' } })
    })
    return begun
  }
  async function checkpoint(): Promise<void> {
    clearTimeout(rest)
    worker ??= start()
    const asked = worker
    // It keeps the process alive while it works, and only then.
    asked.ref()
    const { refusal } = await new Promise<CheckpointAnswer>((resolve) => {
      tell = resolve
      asked.postMessage('checkpoint')
    })
    asked.unref()
    rest = setTimeout(() => void end(), idle).unref()
    if (refusal) throw new SqliteFile.SqliteError(refusal.message, refusal.code)
  }
  async function end(): Promise<void> {
    clearTimeout(rest)
    const ended = worker
    worker = undefined
    await ended?.terminate()
  }
  return {
    async run() {
      const mine = turn.then(checkpoint)
      turn = mine.catch(() => undefined)
      await mine
    },
    async close() {
      await turn
      await end()
    },
  }
}
