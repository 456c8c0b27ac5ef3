/** What is told from the present: how it is read, and which moments it means where clocks and weeks are not alike. */
import { describe, expect, test } from 'vitest'
import type { Clock } from './clock.ts'
import { readRelative, spanOf, writeRelative } from './relative-moment.ts'

const day = { column: { kind: 'date' } } as const
const moment = { column: { kind: 'timestamp' } } as const
/** A Wednesday; in Cairo it is already Thursday. */
const now = '2026-11-25T22:30:00.000Z'
const cairo: Clock = { zone: 'Africa/Cairo', weekStart: 6, now }
const utc: Clock = { zone: 'UTC', weekStart: 1, now }

function means(text: string, clock: Clock, field: typeof day | typeof moment): readonly string[] {
  const relative = readRelative(text)
  if (!relative) throw new Error(`${text} is nothing relative`)
  const { from, until, isLong } = spanOf(relative, field, clock)
  return isLong ? [from, until] : [from]
}

describe('a day', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['$today', ['2026-11-25'], ['2026-11-26']],
    ['$today(-1)', ['2026-11-24'], ['2026-11-25']],
    ['$today(-7d)', ['2026-11-18'], ['2026-11-19']],
    ['$today(+2w)', ['2026-12-09'], ['2026-12-10']],
    ['$today(-1mo)', ['2026-10-25'], ['2026-10-26']],
    ['$today(-1y)', ['2025-11-25'], ['2025-11-26']],
    ['$now', ['2026-11-25'], ['2026-11-26']],
    ['$now(-23h)', ['2026-11-24'], ['2026-11-25']],
    ['$week', ['2026-11-23', '2026-11-30'], ['2026-11-21', '2026-11-28']],
    ['$week(-1)', ['2026-11-16', '2026-11-23'], ['2026-11-14', '2026-11-21']],
    ['$month', ['2026-11-01', '2026-12-01'], ['2026-11-01', '2026-12-01']],
    ['$month(2)', ['2027-01-01', '2027-02-01'], ['2027-01-01', '2027-02-01']],
    ['$month(-7d)', ['2026-11-01', '2026-12-01'], ['2026-11-01', '2026-12-01']],
    ['$quarter', ['2026-10-01', '2027-01-01'], ['2026-10-01', '2027-01-01']],
    ['$quarter(-1)', ['2026-07-01', '2026-10-01'], ['2026-07-01', '2026-10-01']],
    ['$year(-1)', ['2025-01-01', '2026-01-01'], ['2025-01-01', '2026-01-01']],
  ])('of %s is %j in UTC and %j in Cairo', (text, inUtc, inCairo) => {
    expect([means(text, utc, day), means(text, cairo, day)]).toEqual([inUtc, inCairo])
  })
})

test('a moment lies where clocks say so, on days when they are changed too', () => {
  expect(means('$now(-90min)', utc, moment)).toEqual(['2026-11-25T21:00:00.000Z'])
  expect(means('$today', cairo, moment)).toEqual(['2026-11-25T22:00:00.000Z', '2026-11-26T22:00:00.000Z'])
  expect(means('$month', cairo, moment)).toEqual(['2026-10-31T22:00:00.000Z', '2026-11-30T22:00:00.000Z'])
  // Clocks go forward at midnight in Cairo: that day begins at one.
  const spring: Clock = { ...cairo, now: '2026-04-24T10:00:00.000Z' }
  expect(means('$today', spring, moment)).toEqual(['2026-04-23T22:00:00.000Z', '2026-04-24T21:00:00.000Z'])
  const autumn: Clock = { zone: 'Europe/Berlin', weekStart: 1, now: '2026-10-25T10:00:00.000Z' }
  expect(means('$today', autumn, moment)).toEqual(['2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'])
})

test('the last of a long month is the last of a short one', () => {
  const last: Clock = { ...utc, now: '2026-03-31T00:00:00.000Z' }
  expect(means('$today(-1mo)', last, day)).toEqual(['2026-02-28'])
})

test('no distance leads out of the calendar', () => {
  for (const text of ['$today(99999y)', '$year(-99999)', '$today(-99999mo)', '$now(99999w)'])
    for (const field of [day, moment]) expect(means(text, utc, field)[0]).toMatch(/^\d{4}-\d{2}-\d{2}/)
})

test.each([
  '$tomorrow',
  '$now(7)',
  '$now(-7x)',
  '$today(1h)',
  '$today(',
  '$today()',
  'today',
  '$today(-1000000d)',
  '$$now',
])('%s is nothing relative', (text) => expect(readRelative(text)).toBeUndefined())

test.each(['$now', '$now(-7d)', '$today(30d)', '$month(-1)', '$year'])('%s is read and written', (text) => {
  const relative = readRelative(text)
  expect(relative && writeRelative(relative)).toBe(text)
})
