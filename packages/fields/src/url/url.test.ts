import fc from 'fast-check'
import { expect, test } from 'vitest'
import { describeFieldKind } from '../testing/describe-field-kind.ts'
import { readableUrl, urlKind } from './url.ts'
import { urlExamples } from './url-examples.ts'

describeFieldKind(urlKind, urlExamples)

test('takes only what a browser opens as a web page, however a scheme is written', () => {
  const pieces = fc.constantFrom(
    'java',
    'script',
    ':',
    '/',
    '//',
    '\\',
    '\t',
    '\n',
    ' ',
    'https',
    'http',
    'a.b',
    '@',
    '#',
    '\u0001',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (given) => {
      for (const read of [urlKind.parse(given.join(''), {}), urlKind.fromText(given.join(''), {})]) {
        if (!read.ok) continue
        expect(['http:', 'https:']).toContain(new URL(read.value, 'app:/').protocol)
        expect(new URL(read.value).href).toBe(read.value)
      }
    }),
    { numRuns: 2000 },
  )
})

test('is read without what goes without saying, in letters', () => {
  expect(readableUrl('https://example.com/')).toBe('example.com')
  expect(readableUrl('http://example.com/a')).toBe('http://example.com/a')
  expect(readableUrl('https://example.com/%D9%87%D9%8A%D9%83%D9%84')).toBe('example.com/هيكل')
  expect(readableUrl('https://example.com/a%0A%20b')).toBe('example.com/a%0A%20b')
  expect(readableUrl('https://example.com/%E0%A4%A')).toBe('example.com/%E0%A4%A')
})

test('is found by a part of it as it is read', () => {
  expect(urlKind.asPart?.('com/هي')).toBe('com/%D9%87%D9%8A')
  expect(urlKind.asPart?.('half \ud83d')).toBe('half %EF%BF%BD')
})
