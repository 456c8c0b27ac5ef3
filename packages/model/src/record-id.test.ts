import { expect, test } from 'vitest'
import type { FieldKind } from './field-kind.ts'
import { accept, refuse } from './problem.ts'
import { decodeBase64Url, encodeBase64Url, idOfKey, keyOfId } from './record-id.ts'
import { resolveModels } from './resolve-project.ts'

const text: FieldKind = {
  kind: 'text',
  filters: [],
  column: () => ({ kind: 'text' }),
  parse: (input) => (typeof input === 'string' ? accept(input) : refuse('wrong_type')),
  toText: String,
  fromText: (typed) => accept(typed),
  jsonSchema: () => ({}),
}
const integer: FieldKind = {
  ...text,
  kind: 'integer',
  parse: (input) => (Number.isInteger(input) ? accept(input) : refuse('wrong_type')),
  fromText: (typed) => (/^\s*\d+\s*$/.test(typed) ? accept(Number(typed)) : refuse('bad_number')),
}

function keyOf(...kinds: readonly string[]) {
  const names = kinds.map((_, index) => `k${index}`)
  const fields = Object.fromEntries(kinds.map((kind, index) => [`k${index}`, { kind }]))
  const [model] = resolveModels([{ name: 'm', key: names, fields }], { kinds: { text, integer } }).all
  if (!model) throw new Error('there is no model')
  return model
}

const named = keyOf('text')
const numbered = keyOf('integer')
const tagged = keyOf('integer', 'text')

test('an id is the key itself, a composite key one URL-safe text', () => {
  expect(idOfKey(numbered, [7])).toBe('7')
  expect(idOfKey(named, ['a/b %2F'])).toBe('a/b %2F')
  expect(idOfKey(tagged, [1, 'مفتاح'])).toMatch(/^[A-Za-z0-9_-]+$/)
  expect(idOfKey(tagged, [1, '2'])).not.toBe(idOfKey(tagged, ['1', 2]))
})

test('a key that could not stand in an address is written another way, and no other key is', () => {
  const odd = ['', '.', '..', '-', '~', '~WyIiXQ', null]
  for (const key of odd) {
    const id = idOfKey(named, [key])
    expect(id).toMatch(/^~[A-Za-z0-9_-]+$/)
    expect(keyOfId(named, id)).toEqual([key])
  }
  const plain = ['new', 'a/b', '%2F', 'é', '.a', '---', ' x ', 'مفتاح', '😀']
  for (const key of plain) {
    expect(idOfKey(named, [key])).toBe(key)
    expect(keyOfId(named, key)).toEqual([key])
  }
  expect(new Set([...odd, ...plain].map((key) => idOfKey(named, [key]))).size).toBe(odd.length + plain.length)
})

test('a key that does not fit its column is named all the same', () => {
  for (const key of ['five', 1.5, '7', null]) {
    const id = idOfKey(numbered, [key])
    expect(id).toMatch(/^~/)
    expect(keyOfId(numbered, id)).toEqual([key])
  }
})

test('a key that may come to mean another record is never mistaken for a lasting one', () => {
  const [model] = resolveModels([{ name: 'm', key: 'n', fields: { n: { kind: 'integer', passing: true } } }], {
    kinds: { integer },
  }).all
  if (!model) throw new Error('there is no model')
  const id = idOfKey(model, [7])
  expect(id).toMatch(/^~/)
  expect(keyOfId(model, id)).toEqual([7])
  expect(keyOfId(model, '7')).toBeUndefined()
  expect(keyOfId(numbered, id)).toBeUndefined()
})

test('every record has one id only', () => {
  for (const id of [
    ' 7',
    '07',
    `~${encodeBase64Url('[7]')}`,
    `~${encodeBase64Url('[ "five"]')}`,
    '~',
    '~!',
    '~W10',
    '',
  ]) {
    expect(keyOfId(numbered, id)).toBeUndefined()
  }
  for (const id of [
    '',
    '!',
    encodeBase64Url('[1]'),
    encodeBase64Url('{"0":1,"1":2,"length":2}'),
    encodeBase64Url('[1,{}]'),
  ]) {
    expect(keyOfId(tagged, id)).toBeUndefined()
  }
  expect(keyOfId({ key: [] }, idOfKey({ key: [] }, []))).toBeUndefined()
})

test('gives every text back from base64url', () => {
  for (const each of ['', 'a', 'ab', 'abc', '>>>???', 'هيكل', '🦔'])
    expect(decodeBase64Url(encodeBase64Url(each))).toBe(each)
})

test('refuses what is no base64url of UTF-8', () => {
  for (const each of ['*', '_w', 'a']) expect(() => decodeBase64Url(each)).toThrow()
})
