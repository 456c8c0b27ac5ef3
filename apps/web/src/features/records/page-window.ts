/** The stretch of a list that is at hand: which rows are there, how many there are in all, which record is in which row. */
import type { Titles } from '@haykal/contract'
import type { AnyRecord } from '@haykal/model'
import type { PlacedPage } from './record-pages.ts'

/** A record of a list, with the titles of the records that it points to. */
export interface ListedRecord {
  readonly record: AnyRecord
  readonly titles: Titles
}

/** The stretch. */
export interface PageWindow {
  /** The first row that is there, and the first behind them that is not. */
  readonly start: number
  readonly end: number
  /** The rows of the whole list, as far as is known. */
  readonly total: number
  /** They were counted to the end. */
  readonly isCounted: boolean
  /** The record of a row; undefined for one that is not there. */
  at(row: number): ListedRecord | undefined
}

/** How many rows before the end of what is there the next page is asked for: a turn of the wheel or two. */
const nearness = 60
/** The same, as long as one has not scrolled. */
const nearAtRest = 10

/** How far a list goes on, at least, when nobody knows its end. */
const rowsAhead = 50

/** What stands in the place of the rows until the first of them are there: shapes of rows, as many as a screen holds. */
export const waitingWindow: PageWindow = { start: 0, end: 0, total: 40, isCounted: false, at: () => undefined }

/** The stretch that pages make. */
export function windowOf(pages: readonly PlacedPage[]): PageWindow {
  const [first] = pages
  const last = pages.at(-1)
  if (!first || !last) return { start: 0, end: 0, total: 0, isCounted: true, at: () => undefined }
  // Records may have come or gone in front of the stretch since the rows were numbered: where it begins is row 0.
  const shift = first.meta.prev === null ? first.start : Math.min(0, first.start)
  const start = first.start - shift
  const end = last.start + last.data.length - shift
  const total = last.meta.next === null ? end : Math.max(last.count?.value ?? 0, end + rowsAhead)
  const isCounted = last.meta.next === null || last.count?.kind === 'exact'
  return { start, end, total, isCounted, at: (row) => listedAt(pages, row + shift) }
}

/** What was made of a record: the same for as long as the record is, so that its row is drawn once. */
const listed = new WeakMap<AnyRecord, ListedRecord>()

function listedAt(pages: readonly PlacedPage[], place: number): ListedRecord | undefined {
  const page = pages.find(({ start, data }) => place >= start && place < start + data.length)
  const record = page?.data[place - page.start]
  if (!page || !record) return undefined
  const { titles } = page.meta
  const before = listed.get(record)
  if (before?.titles === titles) return before
  const made = { record, titles }
  listed.set(record, made)
  return made
}

/** From so many rows beyond what is there on, one has jumped rather than scrolled. */
const jumped = 500

/** What to fetch so that the rows `first` to `last` are there soon: nothing, the next page, the one before, or from somewhere else. */
export function wantedPage(
  { start, end, total }: Pick<PageWindow, 'start' | 'end' | 'total'>,
  { first, last }: { readonly first: number; readonly last: number },
): { readonly direction: 'none' | 'next' | 'previous' | 'jump'; readonly distance: number } {
  if (start > 0 && first < start + nearness) {
    return { direction: start - first > jumped ? 'jump' : 'previous', distance: start - first }
  }
  // Whoever has not scrolled may only be looking: nothing is asked for before the end is in sight.
  const reach = first === 0 ? nearAtRest : nearness
  if (end < total && first - end > jumped) return { direction: 'jump', distance: first - end }
  if (end < total && last > end - reach) return { direction: 'next', distance: last - end }
  return { direction: 'none', distance: 0 }
}
