import { CalendarDate, IslamicUmalquraCalendar, parseDate } from '@internationalized/date'
import { expect, test } from 'vitest'
import { beginning, hasSeconds, inWords, readDate, withDay, writeDate } from './date-values.ts'

test.each(['2026-11-21', '0001-01-01', '9999-12-31', '2024-02-29'])('finds the day %s again', (day) => {
  expect(writeDate(readDate(day, undefined))).toBe(day)
})

test.each(['2026-11-21T06:50:00.000Z', '1969-12-31T23:59:59.007Z', '0099-03-01T12:00:00.000Z'])(
  'finds the moment %s again in any zone',
  (moment) => {
    for (const zone of ['UTC', 'Asia/Riyadh', 'America/St_Johns']) {
      expect(writeDate(readDate(moment, zone))).toBe(moment)
    }
  },
)

test('tells the two moments apart that a clock shows twice when summer ends', () => {
  for (const moment of ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']) {
    expect(writeDate(readDate(moment, 'Europe/Berlin'))).toBe(moment)
  }
})

test('writes a day of the Hijri calendar as the Gregorian day that it is', () => {
  expect(writeDate(new CalendarDate(new IslamicUmalquraCalendar(), 1448, 6, 11))).toBe('2026-11-21')
})

test('says which day it is in another calendar', () => {
  expect(inWords(readDate('2026-11-21', undefined), 'en-u-ca-islamic-umalqura')).toMatch(/^Jumada II 11, 1448/)
  expect(inWords(readDate('2026-11-20T22:00:00.000Z', 'Asia/Riyadh'), 'en')).toBe('November 21, 2026')
})

test('keeps the time when another day is chosen', () => {
  const moment = readDate('2026-11-21T06:50:07.008Z', 'Asia/Riyadh')
  expect(writeDate(withDay(moment, parseDate('2026-12-01'), 'Asia/Riyadh'))).toBe('2026-12-01T06:50:07.008Z')
})

test('takes midnight of the zone for a day without a time', () => {
  expect(writeDate(withDay(null, parseDate('2026-12-01'), 'Asia/Riyadh'))).toBe('2026-11-30T21:00:00.000Z')
  expect(writeDate(withDay(null, parseDate('2026-12-01'), undefined))).toBe('2026-12-01')
})

test('shows seconds only where there are some', () => {
  expect(hasSeconds(readDate('2026-11-21T06:50:00.000Z', 'UTC'))).toBe(false)
  expect(hasSeconds(readDate('2026-11-21T06:50:00.500Z', 'UTC'))).toBe(true)
  expect(hasSeconds(beginning('UTC'))).toBe(false)
  expect(hasSeconds(readDate('2026-11-21', undefined))).toBe(false)
})
