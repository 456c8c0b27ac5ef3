import { expect, test } from 'vitest'
import { fromLocalMoment, toLocalMoment } from './local-moment.ts'

const zones = ['UTC', 'Asia/Riyadh', 'America/St_Johns', 'Europe/Berlin', 'Pacific/Auckland']

test.each([
  '2026-11-21T06:50:00.000Z',
  '2026-07-01T23:59:59.000Z',
  '1969-12-31T12:00:00.007Z',
  '0099-03-01T12:00:00.000Z',
  '2026-03-29T00:59:00.000Z',
  '2026-03-29T01:00:00.000Z',
])('finds %s again on the clock of every zone', (moment) => {
  for (const zone of zones) expect(fromLocalMoment(toLocalMoment(moment, zone), zone)).toBe(moment)
})

test('shows what the clock of the zone shows', () => {
  expect(toLocalMoment('2026-11-21T22:50:00.000Z', 'Asia/Riyadh')).toBe('2026-11-22T01:50')
  expect(fromLocalMoment('2026-11-22T01:50', 'Asia/Riyadh')).toBe('2026-11-21T22:50:00.000Z')
})

test('reads a moment as people write it, with a space', () => {
  expect(fromLocalMoment('2026-11-22 01:50', 'Asia/Riyadh')).toBe('2026-11-21T22:50:00.000Z')
})

test('writes seconds only where there are some', () => {
  expect(toLocalMoment('2026-11-21T06:50:00.000Z', 'UTC')).toBe('2026-11-21T06:50')
  expect(toLocalMoment('2026-11-21T06:50:07.000Z', 'UTC')).toBe('2026-11-21T06:50:07')
  expect(toLocalMoment('2026-11-21T06:50:00.007Z', 'UTC')).toBe('2026-11-21T06:50:00.007')
})

test('leaves alone what is no moment', () => {
  expect(fromLocalMoment('soon', 'UTC')).toBe('soon')
})
