/**
 * The program of a reading process: runs one statement after the other on a file that it only reads, and answers with rows.
 * Plain JavaScript, as is what it imports: taking types out costs a process and its thread 20 MB each, and half their start.
 */
import { Worker } from 'node:worker_threads'
import SqliteFile from 'better-sqlite3'

const path = process.argv[2] ?? ''
const isReading = new Int32Array(new SharedArrayBuffer(4))
/** @type {SqliteFile.Database | undefined} */
let file
/** @type {((beside: string | undefined) => void) | undefined} */
let attaching

/** @param {import('./reading-process.ts').Question} question */
async function openedFor({ sql, attached }) {
  const open = opened()
  // Only for searches through texts of others: what folds them has types to be taken out.
  if (sql.includes('haykal_') && attaching === undefined) {
    const [{ attachingTo }, { addHoldsFunction }] = await Promise.all([
      import('../beside/attaching.ts'),
      import('../beside/holds-function.ts'),
    ])
    addHoldsFunction(open)
    attaching = attachingTo(open)
  }
  attaching?.(attached)
  return open
}

function opened() {
  if (file) return file
  // Waiting for locks is the parent's part: it can do so without taking a process up.
  const opening = new SqliteFile(path, { readonly: true, fileMustExist: true, timeout: 0 })
  opening.pragma('query_only = on')
  file = opening
  return file
}

/**
 * @param {import('./reading-process.ts').Question} question
 * @returns {Promise<import('./reading-process.ts').Answer>}
 */
async function answer(question) {
  const { sql, parameters } = question
  try {
    const open = await openedFor(question)
    Atomics.store(isReading, 0, 1)
    Atomics.notify(isReading, 0)
    const statement = open.prepare(sql).safeIntegers(true).raw(true)
    const rows = /** @type {import('../../../engine.ts').Stored[][]} */ (statement.all(...parameters))
    return { columns: statement.columns().map(({ name }) => name), rows }
  } catch (error) {
    // Opened anew the next time: what was seen of a file while it was cut short must not be taken for the file.
    file?.close()
    file = undefined
    attaching = undefined
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    return { refusal: { code, message: error instanceof Error ? error.message : String(error) } }
  } finally {
    Atomics.store(isReading, 0, 0)
    Atomics.notify(isReading, 0)
  }
}

process.on('message', async (/** @type {import('./reading-process.ts').Question} */ question) =>
  process.send?.(await answer(question)),
)
process.on('disconnect', () => process.exit())
// Ctrl-C reaches the whole group; the parent still ends what it has begun.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {})

const watcher = new Worker(new URL('./watch-over-read.mjs', import.meta.url), {
  workerData: { path, parent: process.ppid, isReading },
  resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 },
})
watcher.once('message', () => process.send?.({ isReady: true }))
watcher.once('error', () => process.exit(1))
