/** What was searched for is marked as people see it: with its accents and marks, in every script, and nothing else. */
import { expect, test } from 'vitest'
import { foldedWords } from './fold-text.ts'
import { foundParts } from './found-parts.ts'

test.each([
  ['Café Lumière, café', 'cafe', '[Café] Lumière, [café]'],
  ['مُدَرِّسُ المَدْرَسَةِ', 'مدرس', '[مُدَرِّسُ] ال[مَدْرَسَ]ةِ'],
  ['مكتبة النيل', 'مكتبه نيل', '[مكتبة] ال[نيل]'],
  ['الطـــلب', 'طلب', 'ال[طـــلب]'],
  ['Große Straße', 'strasse', 'Große [Straße]'],
  ['Iğdır', 'IGDIR', '[Iğdır]'],
  ['ﬁne', 'fin', '[ﬁn]e'],
  ['قاعة ١٠٤', '104', 'قاعة [١٠٤]'],
  ['北京市图书馆', '图书', '北京市[图书]馆'],
  ['北京市', '京', '北[京]市'],
  ['an orange and a banana', 'an', '[an] orange [an]d a banana'],
  ['Urgent — عاجل', 'عا urgent', '[Urgent] — [عا]جل'],
  ['Orders', 'zebra', 'Orders'],
  ['anything', '', 'anything'],
])('in %s, %s is %s', (text, typed, marked) => {
  const parts = foundParts(text, foldedWords(typed))
  expect(parts.map((part) => (part.isFound ? `[${part.text}]` : part.text)).join('')).toBe(marked)
  expect(parts.map((part) => part.text).join('')).toBe(text)
})

test.each([
  ['+20 100 123 4567', '1001234', '+20 [100 123 4]567'],
  ['+20 100 123 4567', '(100) 123', '+20 [100 123] 4567'],
  ['+20 100 123 4567', '100-123', '+20 [100 123] 4567'],
  ['+20 100 123 4567', '٤٥٦٧', '+20 100 123 [4567]'],
  ['+20 100 123 4567', '10', '+20 100 123 4567'],
  ['+20 100 123 4567', '01 0', '+20 100 123 4567'],
])('in the groups of %s, %s is %s', (text, typed, marked) => {
  const parts = foundParts(text, foldedWords(typed), /[\s()./-]/)
  expect(parts.map((part) => (part.isFound ? `[${part.text}]` : part.text)).join('')).toBe(marked)
})
