/** The program of a reading process: runs one statement after the other on a file that it only reads, and answers with rows. */
import { Worker } from 'node:worker_threads'
import SqliteFile from 'better-sqlite3'
import type { Stored } from '../../../engine.ts'
import type { Answer, Question } from './reading-process.ts'

const path = process.argv[2] ?? ''
const isReading = new Int32Array(new SharedArrayBuffer(4))
let file: SqliteFile.Database | undefined

function opened(): SqliteFile.Database {
  if (file) return file
  // Waiting for locks is the parent's part: it can do so without taking a process up.
  file = new SqliteFile(path, { readonly: true, fileMustExist: true, timeout: 0 })
  file.pragma('query_only = on')
  return file
}

function answer({ sql, parameters }: Question): Answer {
  Atomics.store(isReading, 0, 1)
  Atomics.notify(isReading, 0)
  try {
    const statement = opened().prepare(sql).safeIntegers(true).raw(true)
    const rows = statement.all(...parameters) as Stored[][]
    return { columns: statement.columns().map(({ name }) => name), rows }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    return { refusal: { code, message: error instanceof Error ? error.message : String(error) } }
  } finally {
    Atomics.store(isReading, 0, 0)
    Atomics.notify(isReading, 0)
  }
}

process.on('message', (question: Question) => process.send?.(answer(question)))
process.on('disconnect', () => process.exit())
// Ctrl-C reaches the whole group; the parent still ends what it has begun.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})

const watcher = new Worker(new URL('./watch-over-read.ts', import.meta.url), {
  workerData: { path, parent: process.ppid, isReading },
  resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 },
})
watcher.once('message', () => process.send?.({ isReady: true } satisfies Answer))
watcher.once('error', () => process.exit(1))
