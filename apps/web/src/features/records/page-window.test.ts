import { describe, expect, test } from 'vitest'
import { placeNear } from './far.ts'
import { wantedPage, windowOf } from './page-window.ts'
import { type PlacedPage, pagesAround } from './record-pages.ts'

/** A page of articles numbered from `start` on. */
function page(
  start: number,
  length: number,
  ends: { prev?: boolean; next?: boolean; count?: number } = {},
): PlacedPage {
  return {
    start,
    count: ends.count === undefined ? undefined : { value: ends.count, kind: 'exact' },
    data: Array.from({ length }, (_, index) => ({ id: start + index })),
    meta: {
      prev: ends.prev ? 'p' : null,
      next: ends.next ? 'n' : null,
      count: null,
      countKind: 'none',
      titles: { authors: { [start]: `Author ${start}` } },
    },
  }
}

describe('windowOf', () => {
  test('finds the record of a row, with the titles of its page', () => {
    const window = windowOf([page(0, 50, { next: true }), page(50, 100, { prev: true, next: true, count: 3503 })])
    expect(window.at(0)?.record).toEqual({ id: 0 })
    expect(window.at(149)).toEqual({ record: { id: 149 }, titles: { authors: { 50: 'Author 50' } } })
    expect(window.at(150)).toBeUndefined()
    expect(window).toMatchObject({ start: 0, end: 150, total: 3503 })
  })

  test('starts further down when the first pages were let go', () => {
    const window = windowOf([page(500, 100, { prev: true, next: true, count: 10_000 })])
    expect(window).toMatchObject({ start: 500, end: 600, total: 10_000 })
    expect(window.at(499)).toBeUndefined()
    expect(window.at(500)?.record).toEqual({ id: 500 })
  })

  test('goes on behind a count that only says "more than"', () => {
    expect(windowOf([page(9_900, 200, { prev: true, next: true, count: 10_000 })]).total).toBe(10_150)
  })

  test('ends where the records end, whatever was counted before', () => {
    expect(windowOf([page(0, 50), page(50, 7, { prev: true, count: 60 })]).total).toBe(57)
  })

  test('counts from the first record again when others came or went in front of it', () => {
    const fewer = windowOf([page(3, 50, { next: true })])
    expect(fewer.start).toBe(0)
    expect(fewer.at(0)?.record).toEqual({ id: 3 })
    const more = windowOf([page(-4, 54, { prev: true, next: true })])
    expect(more.start).toBe(0)
    expect(more.at(0)?.record).toEqual({ id: -4 })
  })

  test('is empty without pages', () => {
    expect(windowOf([])).toMatchObject({ start: 0, end: 0, total: 0 })
  })
})

describe('pagesAround', () => {
  const pages = [page(0, 50), page(50, 100), page(150, 100), page(250, 100)]
  const data = { pages, pageParams: pages.map(({ start }) => ({ row: start, limit: 100 })) }

  test('keeps only what is on the screen', () => {
    const kept = pagesAround(data, { first: 140, last: 170 })
    expect(kept.pages.map(({ start }) => start)).toEqual([50, 150])
    expect(kept.pageParams.map(({ row }) => row)).toEqual([50, 150])
  })

  test('keeps everything when nothing of it is on the screen', () => {
    expect(pagesAround(data, { first: 900, last: 930 })).toBe(data)
  })
})

describe('wantedPage', () => {
  const window = { start: 1_000, end: 2_000, total: 10_000 }

  test('wants nothing in the middle', () => {
    expect(wantedPage(window, { first: 1_500, last: 1_530 }).direction).toBe('none')
  })

  test('wants the next page shortly before the end', () => {
    expect(wantedPage(window, { first: 1_960, last: 1_990 })).toEqual({ direction: 'next', distance: -10 })
  })

  test('wants nothing for whoever only looks at the first rows', () => {
    const beginning = { start: 0, end: 50, total: 10_000 }
    expect(wantedPage(beginning, { first: 0, last: 26 }).direction).toBe('none')
    expect(wantedPage(beginning, { first: 1, last: 27 }).direction).toBe('next')
    expect(wantedPage(beginning, { first: 0, last: 45 }).direction).toBe('next')
  })

  test('says how far one has scrolled beyond the end', () => {
    expect(wantedPage(window, { first: 2_370, last: 2_400 })).toEqual({ direction: 'next', distance: 400 })
  })

  test('jumps to where one is far from all that is there', () => {
    expect(wantedPage(window, { first: 4_970, last: 5_000 })).toEqual({ direction: 'jump', distance: 2_970 })
    expect(wantedPage(window, { first: 300, last: 330 })).toEqual({ direction: 'jump', distance: 700 })
  })

  test('the top is the first page', () => {
    expect(placeNear(20, { total: 1_000_000, isCounted: true })).toEqual({ row: 0, limit: 200 })
  })

  test('begins where the window begins that it has jumped to', () => {
    expect(placeNear(5_000, { total: 9_000, isCounted: true })).toEqual({
      jump: { at: '4940' },
      row: 4_940,
      limit: 200,
    })
    expect(placeNear(500_000, { total: 1_000_000, isCounted: true })).toEqual({
      jump: { at: '49.994000%' },
      row: 499_940,
      limit: 200,
    })
    expect(placeNear(999_999, { total: 1_000_000, isCounted: true })).toEqual({
      jump: { last: true },
      row: 1_000_000,
      limit: 200,
    })
    // Nobody knows where it ends.
    expect(placeNear(9_999, { total: 10_000, isCounted: false })).toMatchObject({ jump: { at: '9939' } })
  })

  test('wants the page before shortly before the beginning', () => {
    expect(wantedPage(window, { first: 1_010, last: 1_040 }).direction).toBe('previous')
  })

  test('jumps to the top', () => {
    expect(wantedPage(window, { first: 0, last: 30 }).direction).toBe('jump')
    expect(wantedPage({ ...window, start: 100 }, { first: 0, last: 30 }).direction).toBe('previous')
  })

  test('wants nothing behind the last record', () => {
    expect(wantedPage({ start: 0, end: 57, total: 57 }, { first: 30, last: 57 }).direction).toBe('none')
  })
})
