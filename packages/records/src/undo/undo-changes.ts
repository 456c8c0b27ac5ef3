/** Takes a change-set back: its changes in reverse, each by the same rules as any other write, as one change-set more. */
import type { ManyReply, UndoRequest } from '@haykal/contract'
import { type Connection, countSet, type StoredChange, selectSetChanges } from '@haykal/database'
import { type Json, notFound } from '@haykal/model'
import type { Entrance } from '../door.ts'
import { isKnown } from '../history/present-changes.ts'
import { seesAll } from '../history/project-history.ts'
import { seenChanges } from '../history/seen-changes.ts'
import { batchSize, doStep, type EachRecord, type ManyWork } from '../many/many-steps.ts'
import { undoChange } from './opposite.ts'

/** Takes it back, one step at a time. Throws `not_found` for a change-set of which the viewer may know nothing. */
export async function undoChanges(
  entrance: Entrance,
  changeSet: string,
  { next, ...part }: UndoRequest,
): Promise<ManyReply> {
  // Whoever goes on was told of it when they began.
  if (next === undefined) await expectKnown(entrance, changeSet)
  const undoing: Entrance = { ...entrance, origin: { ...entrance.origin, means: 'undo', undoes: changeSet } }
  return await doStep(undoing, undoWork(undoing, changeSet, part), next)
}

/** The first change of a change-set of which the viewer may know. Throws `not_found`. */
export async function expectKnown(entrance: Entrance, changeSet: string): Promise<StoredChange> {
  const connection: Connection = entrance.core.database
  const request = { changeSet, from: 0, direction: 'up', limit: 1 } as const
  const [first] = entrance.core.history ? await selectSetChanges(connection, request) : []
  if (!first || !(await isKnown(entrance, changeSet, connection))) throw notFound()
  return first
}

/** What is to be done to take a change-set, or a part of it, back. */
export function undoWork(
  entrance: Entrance,
  changeSet: string,
  { only, choice = 'leave' }: Omit<UndoRequest, 'next'>,
): ManyWork {
  const parts = only ?? [undefined]
  return {
    about: ['undo', changeSet, (only ?? null) as Json, choice],
    total: (connection) => countKnown(entrance, { changeSet, isPart: only !== undefined }, connection),
    async batch(place, { connection }) {
      const { part, from } = placeIn(place)
      const of = parts[part]
      const request = { changeSet, from, direction: 'down', limit: batchSize, ...(of ? { only: of } : {}) } as const
      const changes = await selectSetChanges(connection, request)
      const last = changes.at(-1)
      const each = changes.map(
        (change): EachRecord =>
          async (writing) => {
            // Looked at when its turn has come: what came after it in the change-set is taken back by then.
            const [seen] = await seenChanges(entrance, [change], writing.connection)
            return seen && (await undoChange(seen, writing, choice))
          },
      )
      if (changes.length === batchSize && last) return { each, next: { part, from: last.ordinal } }
      return part + 1 < parts.length ? { each, next: { part: part + 1, from: beyondLast } } : { each }
    },
  }
}

/** Higher than any place in a change-set. */
const beyondLast = 2 ** 31 - 1

function placeIn(place: Json): { readonly part: number; readonly from: number } {
  return place === null ? { part: 0, from: beyondLast } : (place as { readonly part: number; readonly from: number })
}

/** How many changes there are in all; 0 where to say so would tell of what the viewer may not know. */
async function countKnown(
  entrance: Entrance,
  { changeSet, isPart }: { readonly changeSet: string; readonly isPart: boolean },
  connection: Connection,
): Promise<number> {
  const counts = isPart ? [] : await countSet(connection, changeSet)
  return counts.every(({ model }) => seesAll(entrance, model)) ? counts.reduce((sum, { count }) => sum + count, 0) : 0
}
