import { expect, test } from 'vitest'
import { fromLocalMoment, toLocalMoment } from './local-moment.ts'

test.each([
  '2026-11-21T06:50:00.000Z',
  '2026-07-01T23:59:59.000Z',
  '1969-12-31T12:00:00.007Z',
  '0099-03-01T12:00:00.000Z',
])('finds %s again on the clock of the reader', (moment) => {
  expect(fromLocalMoment(toLocalMoment(moment))).toBe(moment)
})

test('writes seconds only where there are some', () => {
  expect(toLocalMoment('2026-11-21T06:50:00.000Z')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)
  expect(toLocalMoment('2026-11-21T06:50:07.000Z')).toMatch(/:07$/)
})

test('leaves alone what is no moment', () => {
  expect(fromLocalMoment('soon')).toBe('soon')
})
