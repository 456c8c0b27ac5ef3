/** Work on many records in steps: each step is a transaction and a request of its own, all are one change-set, and between them anybody else gets their turn. */
import { setImmediate as letOthersRun } from 'node:timers/promises'
import type { KeptRecord, ManyReply } from '@haykal/contract'
import type { Connection } from '@haykal/database'
import type { Json } from '@haykal/model'
import { attemptIn } from '../changes/attempt-in.ts'
import { inChangeSet, type Writing } from '../changes/in-change-set.ts'
import type { Entrance } from '../door.ts'
import { badPlace, type PlaceScope, readPlace, writePlace } from '../history/opaque-place.ts'
import { LeftAsIs } from './kept.ts'

/** Bounds of a step: milliseconds, milliseconds after which readers get their turn, and records told by name. */
const bounds = { time: 200, slice: 8, told: 100 } as const

/** Records that are looked up at once; a step ends between two such batches only. */
export const batchSize = 50

/** Does something to one record; undefined: it was nothing that counts. */
export type EachRecord = (writing: Writing) => Promise<Outcome | undefined>

/** Some of the records, and where to go on after them; `next` absent: these were the last. */
export interface Batch {
  readonly each: readonly EachRecord[]
  readonly next?: Json
}

/** What became of one record: changed, left as it is, or both, field by field. */
export interface Outcome {
  readonly isDone: boolean
  readonly kept?: KeptRecord
}

/** What is to be done in all. */
export interface ManyWork {
  /** What the steps are about: a step of one thing does not go on with another. */
  readonly about: Json
  /** How many records there are to be gone through; asked at the first step. */
  total(connection: Connection): Promise<number>
  /** The next records after a place; null: from the beginning. */
  batch(place: Json, writing: Writing): Promise<Batch>
}

/** How far the steps have come. */
interface Progress {
  readonly changeSet: string
  readonly done: number
  readonly kept: number
  readonly total: number
  readonly place: Json
}

/** Does one step. Throws `malformed` for a `next` that belongs to something else. */
export async function doStep(entrance: Entrance, work: ManyWork, next: string | undefined): Promise<ManyReply> {
  const { core, access, origin } = entrance
  const of = ['many', access.viewer.id, JSON.stringify(work.about)]
  const scope: PlaceScope = { secret: core.secret, of, pointer: '/next' }
  const goOn = async (before: Progress) => {
    // Only the first step could be a retry of another request: all others say where they go on.
    const { once: _, ...again } = origin
    return (await runStep({ ...entrance, origin: again }, work, { scope, before })) as ManyReply
  }
  if (next !== undefined) return await goOn(readProgress(scope, next))
  const first = await runStep(entrance, work, { scope })
  // It was carried out before and its answer lost: what was done is found as it should be, and the rest is gone on with.
  return typeof first === 'string' ? await goOn({ changeSet: first, ...none }) : first
}

const none = { done: 0, kept: 0, total: -1, place: null } as const

interface Step {
  readonly scope: PlaceScope
  /** Absent: it is the first. */
  readonly before?: Progress
}

/** Gives the id of a change-set in place of an answer where the same request became one before. */
async function runStep(entrance: Entrance, work: ManyWork, { scope, before }: Step): Promise<ManyReply | string> {
  return await inChangeSet<ManyReply | string>(entrance, {
    ...(before ? { continued: before.changeSet } : {}),
    async work(writing) {
      const total = before && before.total >= 0 ? before.total : await work.total(writing.connection)
      const step = await goThrough(work, writing, before?.place ?? null)
      const done = (before?.done ?? 0) + step.done
      const kept = (before?.kept ?? 0) + step.keptCount
      const { id: changeSet, size } = writing.set
      return {
        changeSet: size === 0 ? null : changeSet,
        done,
        keptCount: kept,
        kept: step.kept,
        total: Math.max(total, done + kept),
        next: step.next === undefined ? null : writePlace(scope, { changeSet, done, kept, total, place: step.next }),
      }
    },
    again: async (changeSet) => changeSet,
  })
}

interface GoneThrough {
  /** Undefined: the end was reached. */
  readonly next: Json | undefined
  readonly done: number
  readonly keptCount: number
  readonly kept: readonly KeptRecord[]
}

async function goThrough(work: ManyWork, writing: Writing, from: Json): Promise<GoneThrough> {
  const start = performance.now()
  const kept: KeptRecord[] = []
  let [done, keptCount, slice] = [0, 0, start]
  let next: Json | undefined = from
  while (next !== undefined && performance.now() - start < bounds.time) {
    const batch: Batch = await work.batch(next, writing)
    for (const run of batch.each) {
      const outcome = await attemptIn(writing, () => run(writing)).catch(leftAsIs)
      if (outcome?.isDone) done += 1
      if (outcome?.kept) keptCount += 1
      if (outcome?.kept && kept.length < bounds.told) kept.push(outcome.kept)
      if (performance.now() - slice < bounds.slice) continue
      await letOthersRun()
      slice = performance.now()
    }
    next = batch.next
  }
  return { next, done, keptCount, kept }
}

function leftAsIs(error: unknown): Outcome {
  if (error instanceof LeftAsIs) return { isDone: false, kept: error.kept }
  throw error
}

function readProgress(scope: PlaceScope, next: string): Progress {
  const progress = readPlace(scope, next)
  if (typeof progress.changeSet !== 'string') throw badPlace(scope.pointer)
  return progress as unknown as Progress
}
