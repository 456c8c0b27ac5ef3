import { expect, test } from 'vitest'
import { originFor, stretchRows } from './scroll-origin.ts'

test('stays at the top of every list that fits', () => {
  expect(originFor(0, 0)).toBe(0)
  expect(originFor(200_000, 0)).toBe(0)
})

test('moves on before the stretch ends, and back before it begins', () => {
  expect(originFor(200_001, 0)).toBe(100_000)
  expect(originFor(199_999, 100_000)).toBe(100_000)
  expect(originFor(150_000, 100_000)).toBe(100_000)
  expect(originFor(149_999, 100_000)).toBe(0)
  expect(originFor(10, 900_000)).toBe(0)
})

test('keeps every row of a million inside the stretch, both ways', () => {
  let origin = 0
  const rows = Array.from({ length: 10_001 }, (_, index) => index * 100)
  for (const row of [...rows, ...rows.toReversed()]) {
    origin = originFor(row, origin)
    expect(row - origin).toBeGreaterThanOrEqual(0)
    expect(row - origin).toBeLessThan(stretchRows)
  }
  expect(origin).toBe(0)
})
