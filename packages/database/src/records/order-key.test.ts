/** Texts are sorted as people read them. */
import { expect, test } from 'vitest'
import { orderKey } from './order-key.ts'

/** In the order of code points, as both engines compare. */
function sorted(texts: readonly string[]): readonly string[] {
  return texts.toSorted((one, other) => Buffer.compare(Buffer.from(orderKey(one)), Buffer.from(orderKey(other))))
}

test.each([
  ['letter case', ['apple', 'Banana', 'cherry', 'Zebra']],
  ['accents', ['eagle', 'Éclair', 'edge', 'zebra']],
  ['forms of Arabic letters', ['أحمد', 'إدريس', 'ازهر', 'بدر', 'مكتبة', 'مَلَك']],
  ['numbers, by their value', ['Item 2', 'item 9', 'Item 10', 'item ١١', 'Item 100']],
  ['long numbers', ['1', '99999999', '100000000', '999999999', '1000000000', '10000000000000000000000']],
  ['zeros in front', ['0', '000', '007', '7', '8']],
  ['a word before one that goes on', ['An', 'an', 'an apple', 'An-b', 'anb']],
  ['what is folded to the same, by its characters', ['Apple', 'apple', 'ápple']],
])('sorts %s', (_, texts) => {
  expect(sorted(texts.toReversed())).toEqual(texts)
})

test('what is no text comes first, and the empty text after it', () => {
  expect(orderKey(null)).toBe('')
  expect(orderKey('') > '').toBe(true)
  expect(sorted(['a', ' ', ''])).toEqual(['', ' ', 'a'])
})

test('stays short enough for an index, whatever the text', () => {
  for (const letter of ['a', 'ﷺ', '\u{1F600}', '9', '好']) {
    expect(Buffer.byteLength(orderKey(letter.repeat(5_000)))).toBeLessThanOrEqual(1_601)
  }
})
