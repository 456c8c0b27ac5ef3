import { expect, test } from 'vitest'
import { tameDirection } from './tame-direction.ts'

test('leaves a text without marks as it is', () => {
  expect(tameDirection('Nile Trading – النيل')).toBe('Nile Trading – النيل')
})

test('takes overrides away, so that a name does not read backwards', () => {
  expect(tameDirection('invoice\u202efdp.exe')).toBe('invoicefdp.exe')
  expect(tameDirection('a\u202db\u202cc')).toBe('abc')
})

test('takes away what closes more than the text has opened', () => {
  expect(tameDirection('a\u2069\u2069b')).toBe('ab')
  expect(tameDirection('\u2067a\u202cb\u2069')).toBe('\u2067ab\u2069')
})

test('closes what the text leaves open', () => {
  expect(tameDirection('\u2067a\u202bb')).toBe('\u2067a\u202bb\u202c\u2069')
})

test('keeps isolates and embeddings that are whole', () => {
  expect(tameDirection('to \u2067شركة\u2069, \u202bعمان\u202c')).toBe('to \u2067شركة\u2069, \u202bعمان\u202c')
})

test('keeps joiners, which make one sign of several', () => {
  expect(tameDirection('👩‍🚀 می\u200cخواهم')).toBe('👩‍🚀 می\u200cخواهم')
})
