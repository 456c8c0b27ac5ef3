/** What was removed from a model and can be restored, what was removed last first, as one viewer may know of it. */

import type { TrashedRecord, TrashPage } from '@haykal/contract'
import {
  type Connection,
  countRemovedWith,
  forgetRemovals,
  type StoredChange,
  selectSetChanges,
  selectTrash,
} from '@haykal/database'
import { valueIn } from '@haykal/model'
import { inChangeSet } from '../changes/in-change-set.ts'
import type { Door, Entrance } from '../door.ts'
import { type PlaceScope, writePlace } from './opaque-place.ts'
import { changedTitle, headsOf, titlesOfChanges } from './present-changes.ts'
import { seesAll } from './project-history.ts'
import { historyPage, numberIn } from './record-history.ts'
import { type SeenChange, seenChanges, seenOf } from './seen-changes.ts'
import { readSeenPage } from './seen-page.ts'

/** A page of the trash. */
export async function listTrash(
  door: Door,
  { after, limit = historyPage.usual }: { readonly after?: string; readonly limit?: number },
): Promise<TrashPage> {
  const { core, access, visible } = door
  const connection: Connection = core.database
  const of = ['trash', access.viewer.id, visible.model.name]
  const place: PlaceScope = { secret: core.secret, of, pointer: '?after' }
  const page = await readSeenPage<StoredChange, SeenChange>({
    from: after === undefined ? undefined : numberIn(place, after),
    limit,
    placeOf: ({ number }) => number,
    read: async (before, most) =>
      core.history
        ? await selectTrash(connection, {
            model: visible.model.name,
            limit: most,
            ...(before === undefined ? {} : { before }),
          })
        : [],
    see: async (removals) =>
      (await seenOf(door, removals, connection)).map((each) => (each?.stored === undefined ? each : undefined)),
  })
  const heads = await headsOf(door, page.rows, connection)
  const data: TrashedRecord[] = []
  for (const each of page.seen)
    data.push({
      set: heads.headOf(each.change),
      record: each.change.record,
      title: changedTitle(each),
      together: await countTogether(door, each.change, connection),
      values: listedValues(each),
    })
  return {
    data,
    meta: {
      next: page.next === null ? null : writePlace(place, { number: page.next }),
      titles: await titlesOfChanges(door, page.seen, connection),
    },
  }
}

/** Records that went with another one and are looked at for whether the viewer may know of them. */
const mostLookedAt = 200

/** How many records were removed together with one, of those that the viewer may know of. */
async function countTogether(entrance: Entrance, removal: StoredChange, connection: Connection): Promise<number> {
  const counts = await countRemovedWith(connection, removal)
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  if (all === 0 || counts.every(({ model }) => seesAll(entrance, model))) return all
  const followed = await selectSetChanges(connection, {
    changeSet: removal.changeSet,
    from: 0,
    direction: 'up',
    only: removal,
    limit: mostLookedAt,
  })
  const seen = await seenChanges(entrance, followed, connection)
  return seen.filter(({ change }) => change.act === 'remove' && change.root !== null).length
}

function listedValues({ door: { visible }, before }: SeenChange) {
  const shown = visible.model.columns.filter(
    ({ name, options, column }) =>
      visible.field(name) &&
      options.sensitive !== true &&
      column.kind !== 'bytes' &&
      before !== null &&
      Object.hasOwn(before, name),
  )
  return Object.fromEntries(shown.map(({ name }) => [name, valueIn(before, name)]))
}

/** Forgets the values of removed records of a model, for ever; that they were removed stays in the history. Gives how many. */
export async function emptyTrash(
  door: Door,
  { records }: { /** Absent: all. */ readonly records?: readonly string[] },
): Promise<number> {
  const model = door.visible.model.name
  if (!door.core.history) return 0
  return await inChangeSet(door, {
    work: ({ connection }) => forgetRemovals(connection, { model, ...(records ? { records } : {}) }),
    again: async () => 0,
  })
}
