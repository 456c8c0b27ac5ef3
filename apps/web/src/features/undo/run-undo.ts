/** Takes a change-set back step by step, as the server gives the steps, until it is done or somebody stops it. */
import type { KeptRecord, ManyReply } from '@haykal/contract'

/** What came of it. */
export interface UndoOutcome {
  /** The change-set that was written; null: nothing was. */
  readonly changeSet: string | null
  readonly done: number
  readonly keptCount: number
  /** The first that were left as they are. */
  readonly kept: readonly KeptRecord[]
  readonly total: number
  /** It was stopped before its end; what was done stays done. */
  readonly isStopped: boolean
}

/** How it is gone through. */
export interface UndoRun {
  /** Takes one step; `next` is what the step before gave, undefined for the first. */
  readonly step: (next: string | undefined) => Promise<ManyReply>
  readonly onStep: (reply: ManyReply) => void
  readonly isStopped: () => boolean
}

/** More are not listed anyhow. */
const mostKept = 100

/** Runs all steps. Rejects when one fails; what the steps before it did stays done. */
export async function runUndo({ step, onStep, isStopped }: UndoRun): Promise<UndoOutcome> {
  let reply = await step(undefined)
  let kept = reply.kept
  onStep(reply)
  while (reply.next !== null && !isStopped()) {
    reply = await step(reply.next)
    kept = [...kept, ...reply.kept].slice(0, mostKept)
    onStep(reply)
  }
  const { changeSet, done, keptCount, total, next } = reply
  return { changeSet, done, keptCount, kept, total, isStopped: next !== null }
}
