/** Waits for another program's lock without holding up this process, which SQLite's own waiting would. */
import { setTimeout as pause } from 'node:timers/promises'

/** Milliseconds between two tries: at first as short as most writes take, then longer. */
const pauses = [2, 5, 10, 20, 40] as const

/** Does `work`, again and again while another program is in the way; after `patience` milliseconds SQLite's refusal is thrown. */
export async function retryBusy<Result>(patience: number, work: () => Result): Promise<Result> {
  const start = performance.now()
  for (let attempt = 0; ; attempt += 1) {
    try {
      return work()
    } catch (error) {
      if (!isBusy(error) || performance.now() - start > patience) throw error
      await pause(pauses[attempt] ?? 40)
    }
  }
}

/** Whether SQLite refused because another program has the file to itself at the moment. */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')
}
