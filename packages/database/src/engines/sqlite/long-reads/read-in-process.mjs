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
 * @returns {import('./reading-process.ts').Answer}
 */
function answer({ sql, parameters }) {
  Atomics.store(isReading, 0, 1)
  Atomics.notify(isReading, 0)
  try {
    const statement = opened().prepare(sql).safeIntegers(true).raw(true)
    const rows = /** @type {import('../../../engine.ts').Stored[][]} */ (statement.all(...parameters))
    return { columns: statement.columns().map(({ name }) => name), rows }
  } catch (error) {
    // Opened anew the next time: what was seen of a file while it was cut short must not be taken for the file.
    file?.close()
    file = undefined
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    return { refusal: { code, message: error instanceof Error ? error.message : String(error) } }
  } finally {
    Atomics.store(isReading, 0, 0)
    Atomics.notify(isReading, 0)
  }
}

process.on('message', (/** @type {import('./reading-process.ts').Question} */ question) =>
  process.send?.(answer(question)),
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
