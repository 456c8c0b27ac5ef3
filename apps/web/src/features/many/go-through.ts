/** Goes through a change of many records, or the undo of one, step by step, until it is done, stopped between two steps, or a step fails. */
import type { KeptRecord, ManyReply } from '@haykal/contract'

/** How many of the kept records are remembered by name; the rest are counted. */
export const mostNamed = 100

/** How far it is. */
export interface ManyProgress {
  readonly reply: ManyReply
  /** The first of those that were left as they are. */
  readonly kept: readonly KeptRecord[]
}

/** What the steps are watched with. */
export interface StepsWatch {
  readonly onStep: (progress: ManyProgress) => unknown
  readonly isStopped: () => boolean
}

/** Takes the steps that are left, from where it is. `ask` takes one; what it throws ends them, and what was done before stays. */
export async function goThrough(
  ask: (next: string | undefined) => Promise<ManyReply>,
  from: ManyProgress | undefined,
  { onStep, isStopped }: StepsWatch,
): Promise<ManyProgress> {
  let progress = from
  do {
    const reply = await ask(progress?.reply.next ?? undefined)
    progress = { reply, kept: [...(progress?.kept ?? []), ...reply.kept].slice(0, mostNamed) }
    onStep(progress)
  } while (progress.reply.next !== null && !isStopped())
  return progress
}
