/** Says what would happen if a change-set were taken back now: by doing it and taking that back at once or, of a large one, by what the history tells. */
import type { ChangeCount, KeptRecord, UndoPreview } from '@haykal/contract'
import { type Connection, countSet, type StoredChange, selectChangedSince, selectSetChanges } from '@haykal/database'
import { attemptIn } from '../changes/attempt-in.ts'
import { inChangeSet, type Writing } from '../changes/in-change-set.ts'
import type { Entrance } from '../door.ts'
import { headsOf } from '../history/present-changes.ts'
import { seesAll } from '../history/project-history.ts'
import { seenChanges } from '../history/seen-changes.ts'
import { LeftAsIs } from '../many/kept.ts'
import type { Outcome } from '../many/many-steps.ts'
import { undoChange } from './opposite.ts'
import { expectKnown } from './undo-changes.ts'

/** Changes up to which all of them are tried; beyond, only those of records that were changed since. */
const mostTried = 500

/** Records that are told by name. */
const mostTold = 100

/** What would happen. Throws `not_found` for a change-set of which the viewer may know nothing. */
export async function previewUndo(entrance: Entrance, changeSet: string): Promise<UndoPreview> {
  const first = await expectKnown(entrance, changeSet)
  const connection: Connection = entrance.core.database
  const request = { changeSet, from: beyondAll, direction: 'down', limit: mostTried + 1 } as const
  const changes = await selectSetChanges(connection, request)
  const isLarge = changes.length > mostTried
  const tried = isLarge ? await selectChangedSince(connection, { changeSet, limit: mostTried }) : changes
  const tally = await tryAll(entrance, tried)
  const counts =
    isLarge && tried.every(({ model }) => seesAll(entrance, model)) ? await countSet(connection, changeSet) : []
  const untried = counts.map(({ model, act, count }) => ({
    model,
    act,
    count: count - tried.filter((change) => change.model === model && change.act === act).length,
  }))
  const back = sumOf([...tally.back, ...untried])
  const heads = await headsOf(entrance, [first], connection)
  return {
    set: heads.headOf(first),
    total: tally.seen + untried.reduce((sum, { count }) => sum + count, 0),
    back,
    keptCount: tally.keptCount,
    kept: tally.kept,
    clearable: tally.clearable,
    isDone: back.length === 0,
  }
}

const beyondAll = 2 ** 31 - 1

interface Tally {
  seen: number
  keptCount: number
  clearable: number
  readonly back: ChangeCount[]
  readonly kept: KeptRecord[]
}

/** Thrown so that nothing of what was tried is committed. */
class OnlyTried extends Error {}

async function tryAll(entrance: Entrance, changes: readonly StoredChange[]): Promise<Tally> {
  const tally: Tally = { seen: 0, keptCount: 0, clearable: 0, back: [], kept: [] }
  const { once: _, ...origin } = entrance.origin
  const trying = inChangeSet(
    { ...entrance, origin },
    {
      async work(writing): Promise<void> {
        for (const change of changes) await tryOne(entrance, writing, { change, tally })
        throw new OnlyTried()
      },
      again: async () => {},
    },
  )
  await trying.catch((error: unknown) => {
    if (!(error instanceof OnlyTried)) throw error
  })
  return tally
}

async function tryOne(
  entrance: Entrance,
  writing: Writing,
  { change, tally }: { readonly change: StoredChange; readonly tally: Tally },
): Promise<void> {
  const size = writing.set.size
  const outcome = await attemptIn(writing, async (): Promise<Outcome | undefined> => {
    const [seen] = await seenChanges(entrance, [change], writing.connection)
    return seen && (await undoChange(seen, writing, 'leave'))
  }).catch((error: unknown): Outcome => {
    if (!(error instanceof LeftAsIs)) throw error
    return { isDone: false, kept: error.kept }
  })
  if (!outcome) return
  tally.seen += 1
  const isWritten = writing.set.size > size
  if (outcome.isDone && isWritten) tally.back.push({ model: change.model, act: change.act, count: 1 })
  if (!outcome.kept) return
  tally.keptCount += 1
  const isClearable = ['not_unique', 'no_such_record'].includes(outcome.kept.reason) && outcome.kept.code === undefined
  if (isClearable) tally.clearable += 1
  if (tally.kept.length < mostTold) tally.kept.push(outcome.kept)
}

function sumOf(counts: readonly ChangeCount[]): ChangeCount[] {
  const sums = new Map<string, ChangeCount>()
  for (const { model, act, count } of counts) {
    const name = JSON.stringify([model, act])
    const sum = (sums.get(name)?.count ?? 0) + count
    if (sum > 0) sums.set(name, { model, act, count: sum })
  }
  return [...sums.values()]
}
