import { expect, test } from 'vitest'
import { tokenOf } from './token-of.ts'

test.each([
  ['#token=abc-DEF_1', '', 'abc-DEF_1'],
  ['', '?token=abc', 'abc'],
  ['#abc-DEF_1', '', 'abc-DEF_1'],
  ['', '', undefined],
  ['#other=x', '', undefined],
])('the token of %j %j is %j', (hash, search, token) => {
  expect(tokenOf(hash, search)).toBe(token)
})
