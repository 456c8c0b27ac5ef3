/** Makes what is committed durable without holding up anybody: SQLite writes commits into its log, and the log is synced from here, on a thread of libuv's. */
import { close, fdatasync } from 'node:fs'
import { promisify } from 'node:util'

/** The syncs of one log. */
export interface LogSync {
  /** Resolves once all that was committed before this call is durable. Throws what the disk said. */
  durable(): Promise<void>
  /** Waits for the syncs that have begun, and lets go of the log. */
  close(): Promise<void>
}

const syncFile = promisify(fdatasync)
const closeFile = promisify(close)

/** Syncs by a descriptor of our own, which it closes in the end. One sync runs at a time: it serves all commits before its start, and the next one all that came meanwhile. */
export function createLogSync(descriptor: number): LogSync {
  let running: Promise<void> | undefined
  let next: Promise<void> | undefined
  function begin(): Promise<void> {
    const begun = syncFile(descriptor).finally(() => {
      if (running === begun) running = undefined
    })
    running = begun
    return begun
  }
  async function afterRunning(): Promise<void> {
    await running?.catch(() => undefined)
    next = undefined
    await begin()
  }
  return {
    async durable() {
      if (running === undefined && next === undefined) await begin()
      else {
        next ??= afterRunning()
        await next
      }
    },
    async close() {
      await next?.catch(() => undefined)
      await running?.catch(() => undefined)
      await closeFile(descriptor)
    },
  }
}
