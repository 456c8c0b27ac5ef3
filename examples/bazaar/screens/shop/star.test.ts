import { expect, test } from 'vitest'
import { starPath } from './star.ts'

test('draws an outer and an inner corner for every point', () => {
  expect(starPath(4, 10, 0.5)).toBe('M0 -10L3.54 -3.54L10 0L3.54 3.54L0 10L-3.54 3.54L-10 0L-3.54 -3.54Z')
})
