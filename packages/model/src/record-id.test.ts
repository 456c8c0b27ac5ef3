/** Ids of records go into addresses and come back as keys. */
import { expect, test } from 'vitest'
import { decodeBase64Url, encodeBase64Url, idOfKey } from './record-id.ts'

test('names a record by its key, and by one opaque text when the key has several parts', () => {
  expect(idOfKey([7])).toBe('7')
  expect(idOfKey(['a/b %2F'])).toBe('a/b %2F')
  expect(idOfKey([1, 'مفتاح'])).toMatch(/^[A-Za-z0-9_-]+$/)
  expect(idOfKey([1, '2'])).not.toBe(idOfKey(['1', 2]))
})

test('gives every text back from base64url', () => {
  for (const text of ['', 'a', 'ab', 'abc', '>>>???', 'هيكل', '🦔'])
    expect(decodeBase64Url(encodeBase64Url(text))).toBe(text)
})

test('refuses what is no base64url of UTF-8', () => {
  for (const text of ['*', '_w', 'a']) expect(() => decodeBase64Url(text)).toThrow()
})
