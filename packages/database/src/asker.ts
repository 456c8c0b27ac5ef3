/** Whoever waits for what is being read: a read that takes long ends when they have gone. */
import { AsyncLocalStorage } from 'node:async_hooks'

/** Whoever waits. */
export interface Asker {
  /** Calls `listener` once they have gone, at once where they have already. Gives back what ends the waiting for that. */
  whenGone(listener: () => void): () => void
}

const askers = new AsyncLocalStorage<Asker | undefined>()

/** Runs `work` for somebody: all that it reads is read for them. */
export function askFor<Result>(asker: Asker, work: () => Result): Result {
  return askers.run(asker, work)
}

/** Runs what is to be brought to its end whoever waits for it, as writing is. */
export function askForNobody<Result>(work: () => Result): Result {
  return askers.run(undefined, work)
}

/** Whether whoever waited has gone. */
export function isAskerGone(): boolean {
  let isGone = false
  const stop = presentAsker()?.whenGone(() => {
    isGone = true
  })
  stop?.()
  return isGone
}

/** Who waits for what is read now; undefined: nobody who could go. */
export function presentAsker(): Asker | undefined {
  return askers.getStore()
}
