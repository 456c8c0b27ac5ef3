/** Limits of lists: each is named where it is passed, and what is just within it is answered, quickly. */
import type { ListQuery } from '@haykal/contract'
import { type Filter, filterBounds, type Json } from '@haykal/model'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pageSize } from './index.ts'
import { refusalOf } from './testing/invoices.ts'
import { openShop, type Shop } from './testing/shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
  await shop.order({ note: 'a'.repeat(2_000) })
})
afterAll(async () => await shop?.close())

const levels = (count: number): Filter => (count === 0 ? { id: { eq: 1 } } : { not: levels(count - 1) })
const tests = (count: number): Filter => ({ id: Object.fromEntries(Array.from({ length: count }, () => ['eq', 1])) })
const wide = (count: number): Filter => ({ or: Array.from({ length: count }, () => tests(1)) })
const back = (count: number): Filter =>
  Array.from({ length: count }).reduce<Filter>((of) => ({ 'customer.orders': { some: of } }), { id: { eq: 1 } })
const list = (count: number): Filter => ({ id: { in: Array.from({ length: count }, (_, index) => index) } })
const pattern = (length: number): Filter => ({ note: { contains: 'a'.repeat(length) } })
const sort = (count: number) => Array.from({ length: count }, (_, index) => (index % 2 ? 'note' : '-id')).join(',')

const { depth, nodes, childDepth, listLength, patternLength } = filterBounds
test.each<[string, ListQuery, ListQuery, readonly Json[]]>([
  ['levels', { filter: levels(depth) }, { filter: levels(depth + 1) }, ['?filter', 'too_deep', { max: depth }]],
  // Each test counts, and the object that it stands in.
  [
    'tests',
    { filter: wide(nodes / 2 - 1) },
    { filter: wide(nodes / 2) },
    ['?filter', 'too_many_tests', { max: nodes }],
  ],
  [
    'levels of records that point back',
    { filter: back(childDepth) },
    { filter: back(childDepth + 1) },
    ['?filter', 'too_deep', { max: childDepth }],
  ],
  [
    'values in a list',
    { filter: list(listLength) },
    { filter: list(listLength + 1) },
    ['?filter/id/in', 'too_many_values', { max: listLength }],
  ],
  [
    'characters to look for',
    { filter: pattern(patternLength) },
    { filter: pattern(patternLength + 1) },
    ['?filter/note/contains', 'too_long', { max: patternLength }],
  ],
  ['fields to sort by', { sort: sort(8) }, { sort: sort(9) }, ['?sort', 'too_many_sort_fields', { max: 8 }]],
  [
    'records a page',
    { limit: pageSize.most },
    { limit: pageSize.most + 1 },
    ['?limit', 'too_large', { min: 0, max: pageSize.most }],
  ],
])('names the limit of %s', async (...[, within, beyond, problem]) => {
  expect(await refusalOf(shop.as('owner').list('orders', within))).toBe('not refused')
  expect(await refusalOf(shop.as('owner').list('orders', beyond))).toEqual(['malformed', problem])
})

test('takes wildcards as they are typed: no pattern makes the database go back and forth', async () => {
  const wildcards = `${'%a_'.repeat(filterBounds.patternLength / 3 - 1)}b`
  const start = performance.now()
  for (const operator of ['contains', 'startsWith', 'endsWith'])
    expect((await shop.as('owner').list('orders', { filter: { note: { [operator]: wildcards } } })).data).toEqual([])
  // With wildcards, as many as these would take longer than anybody waits.
  expect(performance.now() - start).toBeLessThan(2_000)
})

test('refuses values that are nested deeper than any filter', async () => {
  const deep = JSON.parse(`${'['.repeat(9_000)}1${']'.repeat(9_000)}`) as Json
  expect(await refusalOf(shop.as('owner').list('orders', { filter: { id: { in: deep } } }))).toMatchObject([
    'malformed',
    {},
  ])
  expect(await refusalOf(shop.as('owner').list('orders', { filter: { note: { eq: deep } } }))).toMatchObject([
    'malformed',
    {},
  ])
})
