/** The history of one record, newest first, as one viewer may know of it. */
import type { ChangePage, RecordChange, RecordHistoryQuery } from '@haykal/contract'
import { type Connection, type StoredChange, selectRecordChanges } from '@haykal/database'
import { type AnyRecord, keyOfId, malformed, notFound } from '@haykal/model'
import { keepImages } from '../changes/images.ts'
import { findOutsideChange } from '../changes/outside-change.ts'
import { readStored } from '../changes/write-change.ts'
import type { Door } from '../door.ts'
import { isReadable } from '../save-record.ts'
import { badPlace, type PlaceScope, readPlace, writePlace } from './opaque-place.ts'
import { type HeadSource, headsOf, presentChange, titlesOfChanges } from './present-changes.ts'
import { type SeenChange, seenOf } from './seen-changes.ts'
import { readSeenPage } from './seen-page.ts'

/** Changes a page: what is given where nothing is asked, and the most. */
export const historyPage = { usual: 50, most: 200 } as const

/** A page of it. Throws `not_found` for a record of which nothing may be known, `malformed` for a field that is not there. */
export async function recordHistory(door: Door, id: string, query: RecordHistoryQuery): Promise<ChangePage> {
  const { core, visible } = door
  const { model } = visible
  const { field, after, limit = historyPage.usual } = query
  if (field !== undefined && !visible.field(field))
    throw malformed([{ pointer: '?field', code: 'unknown_field', params: { name: field } }])
  const connection: Connection = core.database
  const key = keyOfId(model, id)
  const stored = key && (await readStored(door, key, connection))
  if (!key || (stored && !(await isReadable(door, stored, { connection })))) throw notFound()
  const of = ['history', door.access.viewer.id, model.name, id, field ?? null]
  const place: PlaceScope = { secret: core.secret, of, pointer: '?after' }
  const from = after === undefined ? undefined : numberIn(place, after)
  const request = { model: model.name, record: id, ...(field === undefined ? {} : { field }) }
  const see = async (changes: readonly StoredChange[]) =>
    (await seenOf(door, changes, connection)).map((each) =>
      field === undefined || each?.fields.some(({ name }) => name === field) ? each : undefined,
    )
  const noticed =
    from === undefined ? await see(await noticedOutside(door, { id, image: stored?.image ?? null }, connection)) : []
  const page = await readSeenPage<StoredChange, SeenChange>({
    from,
    limit,
    placeOf: ({ number }) => number,
    see,
    read: async (before, most) =>
      core.history
        ? await selectRecordChanges(connection, {
            ...request,
            limit: most,
            ...(before === undefined ? {} : { before }),
          })
        : [],
  })
  const seen = [...noticed.flatMap((each) => each ?? []), ...page.seen]
  // Of what never was and of what is gone unseen there is the same to say.
  if (!stored && seen.length === 0) throw notFound()
  const heads = await headsOf(door, page.rows, connection)
  return {
    data: seen.map((each) => presentOrNotice(each, heads)),
    meta: {
      next: page.next === null ? null : writePlace(place, { number: page.next }),
      titles: await titlesOfChanges(door, seen, connection),
    },
  }
}

/** Reads the number in a place. Throws `malformed`. */
export function numberIn(scope: PlaceScope, place: string): number {
  const { number } = readPlace(scope, place)
  if (typeof number !== 'number') throw badPlace(scope.pointer)
  return number
}

/** Number of the change that is noticed while the history is read, and not written down before the next write: reading changes nothing. */
const unwritten = Number.MAX_SAFE_INTEGER

async function noticedOutside(
  { core, visible: { model } }: Door,
  { id, image }: { readonly id: string; readonly image: AnyRecord | null },
  connection: Connection,
): Promise<StoredChange[]> {
  if (!core.history) return []
  const change = await findOutsideChange(core, { model, id, image }, connection)
  if (!change) return []
  const at = (core.now?.() ?? new Date()).toISOString()
  const row = { changeSet: '', ordinal: 0, at, model: model.name, record: id, act: change.act, root: null }
  const set = { by: null, means: 'outside', undoes: null, action: null }
  return [{ number: unwritten, ...row, ...set, ...keepImages(change, core.secret) }]
}

function presentOrNotice(seen: SeenChange, heads: HeadSource): RecordChange {
  const presented = presentChange(seen, heads)
  return seen.change.number === unwritten ? { ...presented, id: '' } : presented
}
