import { fieldKinds, text } from '@haykal/fields'
import { defineModel, resolveModels } from '@haykal/model'
import { expect, test } from 'vitest'
import { changedFields } from './changed-fields.ts'

const [article] = resolveModels(
  [defineModel({ name: 'articles', fields: { title: text(), teaser: text(), body: text() }, title: 'title' })],
  { kinds: fieldKinds },
).all
if (!article) throw new Error('the model is missing')

const names = (change: Parameters<typeof changedFields>[1]) =>
  changedFields(article, change).map(({ field }) => field.name)

test('tells the fields in the order of the model', () => {
  const fields = { body: { before: 'a', after: 'b' }, title: { before: null, after: 'c' } }
  expect(names({ act: 'edit', fields })).toEqual(['title', 'body'])
})

test('leaves out what a created record began without, and a removed one did not have', () => {
  const fields = { title: { before: null, after: 'a' }, teaser: { before: null, after: null } }
  expect(names({ act: 'create', fields })).toEqual(['title'])
  const removed = { title: { before: 'a', after: null }, teaser: { before: null, after: null } }
  expect(names({ act: 'remove', fields: removed })).toEqual(['title'])
})

test('tells an edit that emptied a field', () => {
  expect(names({ act: 'edit', fields: { teaser: { before: 'a', after: null } } })).toEqual(['teaser'])
})

test('tells that a sealed field was changed', () => {
  expect(names({ act: 'create', fields: { body: { before: null, after: null, sealed: true } } })).toEqual(['body'])
})

test('leaves out a field that the model has lost', () => {
  expect(names({ act: 'edit', fields: { gone: { before: 'a', after: 'b' } } })).toEqual([])
})
