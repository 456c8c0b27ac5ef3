import { expect, test } from 'vitest'
import { hueOf, initialOf } from './avatar.tsx'

test('takes the first letter of a name, in any script', () => {
  expect(initialOf('مكتبة النيل')).toBe('م')
  expect(initialOf('  «łódź»')).toBe('Ł')
  expect(initialOf('#7 Street')).toBe('7')
})

test('leaves Georgian letters as they are, since fonts lack their capitals', () => {
  expect(initialOf('თბილისი')).toBe('თ')
})

test('keeps a letter and its mark together', () => {
  expect(initialOf('e\u0301cole')).toBe('E\u0301')
})

test('has something to show for a name without letters', () => {
  expect(initialOf('…')).toBe('…')
  expect(initialOf('')).toBe('')
  expect(initialOf('🏳️‍🌈')).toBe('🏳')
})

test('gives a name the same colour every time', () => {
  expect(hueOf('Café Lumière')).toBe(hueOf('Café Lumière'))
})
