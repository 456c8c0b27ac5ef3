import { expect, test } from 'vitest'
import { stockShare, stockState } from './stock-level.ts'

test('tells an empty shelf from a nearly empty one', () => {
  expect(stockState(0, 10)).toBe('out')
  expect(stockState(10, 10)).toBe('low')
  expect(stockState(11, 10)).toBe('enough')
})

test('keeps the bar inside its frame', () => {
  expect(stockShare(-3, 10)).toBe(0)
  expect(stockShare(20, 10)).toBe(0.5)
  expect(stockShare(4_000, 10)).toBe(1)
  expect(stockShare(5, 0)).toBe(1)
})
