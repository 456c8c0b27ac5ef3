/** Reads the page of a list that begins at a place, however the place is told. */

import type { ListBound } from '@haykal/contract'
import {
  countInFront,
  countRecords,
  hasPlaces,
  type Listing,
  type Page,
  type PageRequest,
  type PageStart,
  type Place,
  selectPlace,
  selectPlaceOfRow,
  selectPlaceOfShare,
  selectPlaceOfValue,
  selectRecords,
  selectShareOfPlace,
} from '@haykal/database'
import { boundedCount } from './bounded-count.ts'
import { badCursor, type CursorScope, readCursor } from './cursor.ts'
import type { Door } from './door.ts'
import type { ListStart } from './read-start.ts'

/** What a page is read from. */
export interface ListPages {
  /** Without a start. */
  readonly list: Omit<PageRequest, 'from'>
  readonly cursor: CursorScope
  /** Where pages are read. */
  readonly reading: Listing
}

/** A page, and whether there is something behind and in front of it. */
export interface FoundPage {
  readonly page: Page
  readonly hasNext: boolean
  readonly hasPrev: boolean
  /** Of a page that begins at a value: about which share of the list stands in front of it; absent: not told. */
  readonly share?: number
  /** Of a list that cannot be gone through in time. */
  readonly bounded?: ListBound
  /** Whose cursors lead on from it; absent: those of the list. */
  readonly scope?: CursorScope
}

/** The page. Throws `malformed` for a cursor that is not of this list, or whose record is gone. */
export async function pageFrom(door: Door, start: ListStart, pages: ListPages): Promise<FoundPage> {
  const { list, reading } = pages
  const { model } = door.visible
  const select = async (from?: PageStart) => await selectRecords(reading, model, { ...list, ...(from && { from }) })
  const lastPage = async (): Promise<FoundPage> => {
    const page = await select({ direction: 'before' })
    return { page, hasNext: false, hasPrev: page.hasMore }
  }
  if (start.type === 'first') {
    const page = await select()
    return { page, hasNext: page.hasMore, hasPrev: false }
  }
  if (start.type === 'last') return await lastPage()
  if (start.type === 'cursor') {
    const page = await select(await startAtCursor(door, start, pages))
    return start.direction === 'before'
      ? { page, hasNext: true, hasPrev: page.hasMore }
      : { page, hasNext: page.hasMore, hasPrev: true }
  }
  const place = await findPlace(door, start, list)
  if (!place) return await lastPage()
  const page = await select({ place, direction: 'after', isIncluded: true })
  // Behind everything that there is, people are shown the end rather than nothing.
  if (page.records.length === 0) return await lastPage()
  const { asJson: _, ...records } = list
  const before = { ...records, fields: model.key, limit: 1, from: { place, direction: 'before' } as const }
  const inFront = await selectRecords(reading, model, before)
  const share = start.type === 'value' ? await shareInFront(door, place, list) : undefined
  return { page, hasNext: page.hasMore, hasPrev: inFront.records.length > 0, ...(share !== undefined && { share }) }
}

async function startAtCursor(
  { core, visible }: Door,
  { cursor, direction }: Extract<ListStart, { type: 'cursor' }>,
  { list, cursor: scope }: ListPages,
): Promise<PageStart> {
  const found = readCursor(scope, cursor, direction)
  if (!('key' in found)) return { place: found, direction }
  const where = { key: found.key, condition: visible.scope('read') }
  const place = await selectPlace(core.database, visible.model, { ...where, order: list.order })
  if (!place) throw badCursor(direction)
  return { place, direction }
}

/** The place of a row, a share or a value; undefined: it lies behind the end. */
async function findPlace(
  { core: { database }, visible: { model } }: Door,
  start: Extract<ListStart, { type: 'row' | 'share' | 'value' }>,
  { condition, order }: ListPages['list'],
): Promise<Place | undefined> {
  const list = { condition, order }
  if (start.type === 'row') return await selectPlaceOfRow(database, model, { ...list, row: start.row })
  if (start.type === 'value') return await selectPlaceOfValue(database, model, { ...list, value: start.value })
  const { share } = start
  const bounded = await boundedCount(database, model, condition)
  const isShort = bounded.countKind === 'exact'
  const place = isShort ? undefined : await selectPlaceOfShare(database, model, { ...list, share })
  if (place) return place
  const count = isShort ? bounded.count : await countRecords(database, model, { condition })
  return await selectPlaceOfRow(database, model, { ...list, row: Math.floor((count ?? 0) * share) })
}

/** About which share of a list stands in front of a place; undefined where that could be told only by counting all of it. */
async function shareInFront(
  { core: { database }, visible: { model } }: Door,
  place: Place,
  { condition, order }: ListPages['list'],
): Promise<number | undefined> {
  const { count, countKind } = await boundedCount(database, model, condition)
  if (countKind !== 'exact') return await selectShareOfPlace(database, model, { condition, order, place })
  if (!count || !hasPlaces(model)) return undefined
  return (await countInFront(database, model, { condition, order, place, bound: count })) / count
}
