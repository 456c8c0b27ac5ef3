import { expect, test } from 'vitest'
import { changed, takenBack } from './change-preferences.ts'

const before = { theme: 'light', language: 'en' } as const

test('changes what is named, and forgets what is null', () => {
  expect(changed(before, { theme: 'dark', digits: 'arab' })).toEqual({ theme: 'dark', language: 'en', digits: 'arab' })
  expect(changed(before, { theme: null })).toEqual({ language: 'en' })
})

test('takes a change back to what was before it', () => {
  const changes = { theme: 'dark', density: 'compact' } as const
  expect(takenBack(changed(before, changes), before, changes)).toEqual(before)
  expect(takenBack(changed(before, { theme: null }), before, { theme: null })).toEqual(before)
})

test('leaves what was chosen after the change that is taken back', () => {
  const first = { theme: 'dark', density: 'compact' } as const
  const now = changed(changed(before, first), { theme: 'system' })
  expect(takenBack(now, before, first)).toEqual({ theme: 'system', language: 'en' })
})
