/** The second thread of a reading process: ends the process while it is deep in SQLite and cannot hear, when somebody waits to write or its parent is gone. */
import { statSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { writerWaits } from './writer-waits.mjs'

/** Milliseconds between two looks: with SQLite's own pauses a writer that finds a reader there is in well before 50 ms. */
const interval = 3

/** @type {{ path: string, parent: number, isReading: Int32Array<SharedArrayBuffer> }} */
const { path, parent, isReading } = workerData

parentPort?.postMessage('watching')

while (true) {
  Atomics.wait(isReading, 0, 0)
  const inode = String(statSync(path, { bigint: true, throwIfNoEntry: false })?.ino)
  while (Atomics.load(isReading, 0) === 1) {
    // Only a kill ends a query at once, and gives its locks back.
    if (process.ppid !== parent || writerWaits(path, inode)) process.kill(process.pid, 'SIGKILL')
    Atomics.wait(isReading, 0, 1, interval)
  }
}
