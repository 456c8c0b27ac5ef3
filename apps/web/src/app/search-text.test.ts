import { describe, expect, test } from 'vitest'
import { readSearch, writeSearch } from './search-text.ts'

describe('search text', () => {
  test('writes a simple filter so that people can read it', () => {
    const search = {
      q: 'love me',
      sort: '-placedAt,name',
      filter: { status: { eq: 'paid' }, total: { gte: 40, lt: 90 } },
    }
    expect(writeSearch(search)).toBe(
      '?q=love+me&sort=-placedAt,name&filter[status][eq]=paid&filter[total][gte]=40&filter[total][lt]=90',
    )
  })

  test('reads back what it wrote, values as text', () => {
    expect(readSearch('?q=love+me&filter[status][in]=paid,late&filter[total][gte]=40')).toEqual({
      q: 'love me',
      filter: { status: { in: 'paid,late' }, total: { gte: '40' } },
    })
  })

  test('writes a list in one parameter', () => {
    expect(writeSearch({ filter: { status: { in: ['paid', 'late'] } } })).toBe('?filter[status][in]=paid,late')
  })

  test.each([
    [{ or: [{ a: { eq: 1 } }, { b: { eq: 2 } }] }],
    [{ not: { a: { eq: 1 } } }],
    [{ name: { in: ['a,b', 'c'] } }],
    [{ name: { eq: null } }],
    [{ 'odd]name': { eq: 'x' } }],
  ])('keeps %j whole, as JSON', (filter) => {
    const text = writeSearch({ filter })
    expect(text).toMatch(/^\?filter=/)
    expect(readSearch(text)).toEqual({ filter })
  })

  test('joins tests to a filter in JSON', () => {
    expect(readSearch('?filter={"not":{"a":{"eq":1}}}&filter[b][eq]=2')).toEqual({
      filter: { and: [{ not: { a: { eq: 1 } } }, { b: { eq: '2' } }] },
    })
  })

  test('leaves out what is empty', () => {
    expect(writeSearch({ q: '', sort: undefined, filter: {} })).toBe('')
  })

  test('ignores a filter that is no JSON', () => {
    expect(readSearch('?filter=%7Bbroken')).toEqual({ filter: undefined })
  })

  test('keeps signs that mean something in an address', () => {
    const search = { q: 'a&b=c#d?e+f%20 عربي' }
    expect(readSearch(writeSearch(search))).toEqual(search)
  })
})
