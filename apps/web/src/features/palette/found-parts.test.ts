import { foldedWords } from '@haykal/model/fold-text'
import { expect, test } from 'vitest'
import { fitOf, partsOf } from './found-parts.ts'

const finds = (name: string, text: string) => fitOf(name, foldedWords(text)) !== undefined
const marked = (name: string, text: string) =>
  partsOf(name, foldedWords(text))
    .map((part) => (part.isFound ? `[${part.text}]` : part.text))
    .join('')

test('finds every word in any place, without case and accents', () => {
  expect(finds('Bestellungen für später', 'spater fur')).toBe(true)
  expect(finds('Bestellungen für später', 'fur nie')).toBe(false)
  expect(finds('Kōbō Paper', 'kobo')).toBe(true)
  expect(finds('Anything', '')).toBe(true)
})

test('finds Arabic names whichever form of a letter was typed, with and without tashkeel', () => {
  expect(finds('الأقسام', 'الاقسام')).toBe(true)
  expect(finds('مكتبة النيل', 'مكتبه')).toBe(true)
  expect(finds('مستشفى', 'مستشفي')).toBe(true)
  expect(finds('مُدَرِّس', 'مدرس')).toBe(true)
  expect(finds('مدرس', 'مُدَرِّس')).toBe(true)
  expect(finds('الطـــلبات', 'الطلبات')).toBe(true)
  expect(finds('الطلبات', 'شحنات')).toBe(false)
})

test('takes digits of every script for the same', () => {
  expect(finds('Hall 104', '١٠٤')).toBe(true)
  expect(finds('قاعة ١٠٤', '104')).toBe(true)
})

test('puts what begins so before what has it inside', () => {
  expect(fitOf('Orders', foldedWords('ord'))).toBe(0)
  expect(fitOf('Late orders', foldedWords('ord'))).toBe(1)
  expect(fitOf('Backorders', foldedWords('ord'))).toBe(2)
  expect(fitOf('الطلبات', foldedWords('طلبات'))).toBe(1)
})

test('sets apart what was found, with its accents and marks', () => {
  expect(marked('Café Lumière', 'lumi cafe')).toBe('[Café] [Lumi]ère')
  expect(marked('مُدَرِّس', 'مدر')).toBe('[مُدَرِّ]س')
  expect(marked('Backlog: log', 'log')).toBe('Backlog: [log]')
  expect(marked('Orders', 'zebra')).toBe('Orders')
  expect(marked('ﬁne', 'fi')).toBe('[ﬁ]ne')
})
