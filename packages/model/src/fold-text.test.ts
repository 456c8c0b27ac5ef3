import { expect, test } from 'vitest'
import { foldedWords, foldText, latinDigits } from './fold-text.ts'

test.each([
  ['Crème Brûlée', 'creme brulee'],
  ['ŁÓDŹ', 'lodz'],
  ['Iğdır İZMİR ısı', 'igdir izmir isi'],
  ['Straße GROẞ', 'strasse gross'],
  ['Smørrebrød Ærø œuvre', 'smorrebrod aero oeuvre'],
  ['ΣΟΦΟΣ σοφός', 'σοφοσ σοφοσ'],
  ['北京 ｱｲ', '北京 アイ'],
  ['فارسی ہے', 'فارسي هي'],
  ['مَكْتَبَة', 'مكتبه'],
  ['إبراهيم أحمد آدم', 'ابراهيم احمد ادم'],
  ['مصطفى', 'مصطفي'],
  ['کتاب', 'كتاب'],
  ['كـــتاب', 'كتاب'],
  ['١٢٣ ۴۵۶', '123 456'],
  ['a\u200d\u202eb\u200fc', 'abc'],
  ['ﬁne Ⅳ', 'fine iv'],
])('folds %s to %s', (text, folded) => {
  expect(foldText(text)).toBe(folded)
})

test('words are folded one by one, and spaces are none', () => {
  expect(foldedWords('  Ágnes   ٧ ')).toEqual(['agnes', '7'])
  expect(foldedWords(' \n ')).toEqual([])
})

test('digits become Latin ones, and nothing else changes', () => {
  expect(latinDigits('۱۲۳ و ٤٥٦')).toBe('123 و 456')
})
