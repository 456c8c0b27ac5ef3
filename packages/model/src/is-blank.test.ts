import { expect, test } from 'vitest'
import { isBlank } from './is-blank.ts'

test.each(['', '  \n', '\u200b\u2060', '\u00a0\u3164', '\u202e\u2069', '\ufeff'])('sees nothing in %j', (text) => {
  expect(isBlank(text)).toBe(true)
})

test.each(['0', '–', 'ا', '\u200ba', '👩‍🚀'])('sees something in %j', (text) => {
  expect(isBlank(text)).toBe(false)
})
