/** Paths are filled in and list queries are written so that any name survives. */
import { expect, test } from 'vitest'
import { fillPath } from './endpoints.ts'
import { writeListQuery } from './list-query.ts'

test('percent-encodes what stands in a path, dots that a URL would swallow included', () => {
  expect(fillPath('/api/v1/{model}/{id}', { model: 'odd name', id: 'a/b?%2F#' })).toBe(
    '/api/v1/odd%20name/a%2Fb%3F%252F%23',
  )
  expect(fillPath('/api/v1/{model}/{id}', { model: '..', id: '.' })).toBe('/api/v1/%2E%2E/%2E')
})

test('writes only what differs from the defaults', () => {
  expect(writeListQuery({}).toString()).toBe('')
  expect(writeListQuery({ filter: {}, sort: '', q: '' }).toString()).toBe('')
  expect(
    Object.fromEntries(
      writeListQuery({ filter: { a: { eq: 1 } }, sort: '-a', fields: ['a', 'b'], limit: 5, count: 'none' }),
    ),
  ).toEqual({
    filter: '{"a":{"eq":1}}',
    sort: '-a',
    fields: 'a,b',
    limit: '5',
    count: 'none',
  })
})
