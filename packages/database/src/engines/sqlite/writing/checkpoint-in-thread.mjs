/**
 * The program of the thread that moves the log into the file: one checkpoint a message, on a connection of its own that is closed
 * in between, so that an idle thread keeps nobody from the file. Plain JavaScript, as taking types out makes a thread slow to start.
 */
import { parentPort, workerData } from 'node:worker_threads'
import SqliteFile from 'better-sqlite3'

/** @returns {import('./checkpoint-thread.ts').CheckpointAnswer} */
function checkpoint() {
  let file
  try {
    file = new SqliteFile(workerData.path, { fileMustExist: true, timeout: 0 })
    file.pragma('synchronous = full')
    file.pragma('wal_checkpoint(passive)')
    return {}
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    return { refusal: { code, message: error instanceof Error ? error.message : String(error) } }
  } finally {
    file?.close()
  }
}

parentPort?.on('message', () => parentPort?.postMessage(checkpoint()))
