/** What happens after the disk has refused to make something durable: nothing is written until all that there is has been made durable anew. */
import { setTimeout as pause } from 'node:timers/promises'

/** Watches over the syncs of one file. */
export interface SyncWatch {
  /** Throws while syncs fail. */
  expectWell(): void
  /** Notes that a sync failed; gives the error that people get. */
  failed(cause: unknown): Error
  /** Gives up mending. */
  close(): Promise<void>
}

/** The code of an error that no SQLite has. */
export type WriteRefusal = 'SYNC_FAILED'

/** Milliseconds until it is tried again: at first soon, later every few seconds. */
const pauses = [100, 200, 400, 800, 1_600, 3_200] as const

/** `mend` makes all that was committed durable in a way that does not trust what was synced before; throws where that fails. */
export function createSyncWatch(mend: () => Promise<void>): SyncWatch {
  let failure: Error | undefined
  let mending: Promise<void> | undefined
  const closing = new AbortController()

  async function untilMended(): Promise<void> {
    for (let attempt = 0; ; attempt += 1) {
      await pause(pauses[attempt] ?? pauses.at(-1), undefined, { ref: false, signal: closing.signal })
      try {
        await mend()
        failure = undefined
        mending = undefined
        return
      } catch (error) {
        failure = syncFailed(error)
      }
    }
  }
  return {
    expectWell() {
      if (failure) throw failure
    },
    failed(cause) {
      failure ??= syncFailed(cause)
      // It ends by an error only when the file is closed.
      if (!closing.signal.aborted) mending ??= untilMended().catch(() => undefined)
      return failure
    },
    async close() {
      closing.abort()
      await mending
    },
  }
}

function syncFailed(cause: unknown): Error {
  const message = `The disk did not keep what was written: ${cause instanceof Error ? cause.message : cause}`
  const code: WriteRefusal = 'SYNC_FAILED'
  return Object.assign(new Error(message, { cause }), { code })
}
