import type { SaidRules } from '@haykal/contract'
import { expect, test } from 'vitest'
import {
  countChanges,
  fieldRight,
  hasUnfinished,
  roleRulesOf,
  tidied,
  withFieldRight,
  withRole,
} from './rules-draft.ts'

test('what is usual is not said', () => {
  const some = withRole({}, 'reader', { read: { age: { gt: 40 } } })
  expect(tidied(some)).toEqual({ reader: { read: { age: { gt: 40 } }, create: false, edit: false, remove: false } })
  expect(withRole(some, 'reader', { read: true })).toEqual({})
  expect(withRole({}, 'editor', { hide: [] })).toEqual({})
})

test('a field is hidden, only seen, or as it was, and never two of them', () => {
  const hidden = withFieldRight(roleRulesOf({}, 'editor'), 'age', 'hide')
  expect(fieldRight(hidden, 'age')).toBe('hide')
  const seen = withFieldRight(hidden, 'age', 'only')
  expect(seen).toMatchObject({ hide: [], readOnly: ['age'] })
  expect(fieldRight(withFieldRight(seen, 'age', 'shown'), 'age')).toBe('shown')
})

test('changes are counted by what is meant, not by how it was written', () => {
  const kept: SaidRules = { reader: { read: true, hide: ['b', 'a'] } }
  expect(countChanges(kept, { reader: { read: true, edit: false, hide: ['a', 'b'] } })).toBe(0)
  expect(countChanges(kept, { reader: { read: false, hide: ['a'] }, editor: { read: true } })).toBe(5)
  expect(countChanges(kept, {})).toBe(1)
})

test('a filter that asks nothing yet is not finished', () => {
  expect(hasUnfinished({ reader: { read: {} } })).toBe(true)
  expect(hasUnfinished({ reader: { read: { age: { gt: 1 } } } })).toBe(false)
})
