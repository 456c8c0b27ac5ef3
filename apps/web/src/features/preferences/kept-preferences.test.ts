import { expect, test } from 'vitest'
import { parseKept } from './kept-preferences.ts'

test('reads what was chosen, but no favourites: they stay with the person', () => {
  const chosen = {
    language: 'ar',
    digits: 'latn',
    calendar: 'hijri',
    timeZone: 'Asia/Riyadh',
    theme: 'dark',
    density: 'compact',
    keys: false,
  }
  expect(parseKept({ ...chosen, favourites: ['orders'] })).toEqual(chosen)
})

test.each([
  null,
  'ar',
  [],
  { language: 5, digits: 'roman', calendar: null, timeZone: {}, theme: 'blue', density: '', keys: 'no', role: 'owner' },
])('takes nothing of %j', (kept) => {
  expect(parseKept(kept)).toEqual({})
})
