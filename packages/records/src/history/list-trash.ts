/** What was removed from a model and can be restored, what was removed last first, as one viewer may know of it. */
import type { TrashedRecord, TrashPage } from '@haykal/contract'
import { type Connection, forgetRemovals, selectTrash } from '@haykal/database'
import { inChangeSet } from '../changes/in-change-set.ts'
import type { Door } from '../door.ts'
import { type PlaceScope, writePlace } from './opaque-place.ts'
import { changedTitle, headsOf, titlesOfChanges } from './present-changes.ts'
import { historyPage, numberIn } from './record-history.ts'
import { type SeenChange, seenChanges } from './seen-changes.ts'

/** A page of the trash. */
export async function listTrash(
  door: Door,
  { after, limit = historyPage.usual }: { readonly after?: string; readonly limit?: number },
): Promise<TrashPage> {
  const { core, visible } = door
  const connection: Connection = core.database
  const place: PlaceScope = { secret: core.secret, of: ['trash', visible.model.name], pointer: '?after' }
  const before = after === undefined ? undefined : numberIn(place, after)
  const request = { model: visible.model.name, limit: limit + 1, ...(before === undefined ? {} : { before }) }
  const found = core.history ? await selectTrash(connection, request) : []
  const page = found.slice(0, limit)
  const seen = (await seenChanges(door, page, connection)).filter(({ stored }) => stored === undefined)
  const heads = await headsOf(door, page, connection)
  const together = new Map(page.map((removal) => [removal.number, removal.together]))
  const last = page.at(-1)
  return {
    data: seen.map(
      (each): TrashedRecord => ({
        set: heads.headOf(each.change),
        record: each.change.record,
        title: changedTitle(each),
        together: together.get(each.change.number) ?? 0,
        values: listedValues(each),
      }),
    ),
    meta: {
      next: found.length > limit && last ? writePlace(place, { number: last.number }) : null,
      titles: await titlesOfChanges(door, seen, connection),
    },
  }
}

function listedValues({ door: { visible }, before }: SeenChange) {
  const shown = visible.model.columns.filter(
    ({ name, options, column }) =>
      visible.field(name) && options.sensitive !== true && column.kind !== 'bytes' && before !== null && name in before,
  )
  return Object.fromEntries(shown.map(({ name }) => [name, before?.[name] ?? null]))
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
