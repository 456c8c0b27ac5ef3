import { expect, test } from 'vitest'
import { changedRetention, isShortened } from './retention-changes.ts'

const seen = { history: null, trash: 90 }

test('sends only what differs, with what was seen', () => {
  expect(changedRetention(seen, { history: null, trash: 30 })).toEqual({ values: { trash: 30 }, base: { trash: 90 } })
  expect(changedRetention(seen, seen)).toEqual({ values: {}, base: {} })
  expect(changedRetention(seen, { history: 365, trash: null })).toEqual({
    values: { history: 365, trash: null },
    base: { history: null, trash: 90 },
  })
})

test('asks when something would be kept for a shorter time', () => {
  expect(isShortened(seen, { trash: 30 })).toBe(true)
  expect(isShortened(seen, { history: 36_500 })).toBe(true)
  expect(isShortened(seen, { trash: 91 })).toBe(false)
  expect(isShortened(seen, { trash: null })).toBe(false)
  expect(isShortened(seen, {})).toBe(false)
})
