import { describe, expect, test } from 'vitest'
import {
  filterOfParts,
  filterOfTerms,
  listAddressOf,
  nextSort,
  partsOf,
  readListAddress,
  termsOf,
} from './list-search.ts'

describe('readListAddress', () => {
  test('takes what a list understands', () => {
    const filter = { status: { eq: 'draft' } }
    expect(readListAddress({ q: 'love', sort: '-title', filter, page: '3' })).toEqual({
      q: 'love',
      sort: '-title',
      filter,
    })
  })

  test('leaves what is empty or of the wrong shape', () => {
    expect(readListAddress({ q: '', sort: 3, filter: 'x' })).toEqual({})
    expect(readListAddress({ filter: {} })).toEqual({})
    expect(readListAddress({ peek: 7 })).toEqual({})
  })

  test('takes the record that is open beside the list, which is no part of what the list is asked', () => {
    const address = readListAddress({ q: 'love', peek: '7' })
    expect(address).toEqual({ q: 'love', peek: '7' })
    expect(listAddressOf(address)).toEqual({ q: 'love' })
  })
})

describe('filter terms', () => {
  const terms = [
    { path: 'status', operator: 'in', value: ['draft', 'live'] },
    { path: 'words', operator: 'gte', value: '100' },
    { path: 'words', operator: 'lt', value: '200' },
  ]

  test('make one filter, and come back out of it', () => {
    const filter = filterOfTerms(terms)
    expect(filter).toEqual({ status: { in: ['draft', 'live'] }, words: { gte: '100', lt: '200' } })
    expect(termsOf(filter)).toEqual(terms)
  })

  test('may ask the same question twice', () => {
    const twice = [
      { path: 'title', operator: 'contains', value: 'a' },
      { path: 'title', operator: 'contains', value: 'b' },
    ]
    const filter = filterOfTerms(twice)
    expect(filter).toEqual({ and: [{ title: { contains: 'a' } }, { title: { contains: 'b' } }] })
    expect(termsOf(filter)).toEqual(twice)
  })

  test('are none for a filter that nests or negates', () => {
    expect(termsOf({ or: [{ a: { eq: 1 } }] })).toBeUndefined()
    expect(termsOf({ a: { eq: 1 }, not: { b: { eq: 2 } } })).toBeUndefined()
    expect(termsOf({ a: 1 })).toBeUndefined()
  })

  test('are empty for no filter', () => {
    expect(termsOf(undefined)).toEqual([])
    expect(filterOfTerms([])).toBeUndefined()
  })
})

test('a header sorts up, then down, then not at all', () => {
  expect(nextSort(undefined, 'title')).toBe('title')
  expect(nextSort('title', 'title')).toBe('-title')
  expect(nextSort('-title', 'title')).toBeUndefined()
  expect(nextSort('-words', 'title')).toBe('title')
})

describe('the parts of a filter', () => {
  const some = { lines: { some: { quantity: { gt: 5 } } } }
  const either = { or: [{ a: { eq: 1 } }, { b: { eq: 2 } }] }

  test('are single tests, and what takes more to say', () => {
    const filter = { and: [{ status: { eq: 'paid' } }, either, some] }
    const parts = [{ path: 'status', operator: 'eq', value: 'paid' }, { filter: either }, { filter: some }]
    expect(partsOf(filter)).toEqual(parts)
    expect(filterOfParts(parts)).toEqual(filter)
    expect(filterOfParts([{ filter: either }])).toEqual(either)
    expect(termsOf(some)).toBeUndefined()
  })

  test('stay whole where they are no filter', () => {
    expect(partsOf({ and: 3, status: 4 })).toEqual([{ filter: { and: 3 } }, { filter: { status: 4 } }])
  })
})
