/** Filters become groups to build with, and groups the same filters again. */
import type { Filter } from '@haykal/model'
import { describe, expect, test } from 'vitest'
import { filterOf, isUnfinished, newChildren, newGroup, newTest, treeOf } from './filter-tree.ts'

const paid: Filter = { status: { eq: 'paid' } }
const big: Filter = { total: { gt: '1000.00' } }

describe('a filter', () => {
  test.each<Filter>([
    paid,
    { ...paid, ...big },
    { or: [paid, big] },
    { not: { or: [paid, big] } },
    { not: { ...paid, ...big } },
    { and: [paid, { or: [big, { 'customer.country': { eq: 'EG' } }] }] },
    { or: [paid, { status: { eq: 'late' }, total: { gt: '5.00' } }] },
    { or: [{ not: paid }, big] },
    { lines: { some: {} } },
    { lines: { none: { quantity: { gt: 5 } } } },
    { and: [paid, { lines: { some: { or: [{ quantity: { gt: 5 } }, { price: { lt: '1.00' } }] } } }] },
    { 'customer.orders': { some: { lines: { none: {} } } } },
  ])('%j is built, and comes out of it again', (filter) => {
    const tree = treeOf(filter)
    expect(tree && filterOf(tree)).toEqual(filter)
    expect(tree && isUnfinished(tree)).toBe(false)
  })

  test('may be written in another way, and means the same', () => {
    const tree = (filter: Filter) => {
      const group = treeOf(filter)
      return group && filterOf(group)
    }
    expect(tree({ and: [paid, { and: [big] }] })).toEqual({ ...paid, ...big })
    expect(tree({ not: { not: paid } })).toEqual(paid)
    expect(tree({ or: [paid] })).toEqual(paid)
    expect(tree({})).toBeUndefined()
    expect(tree({ not: { not: { or: [paid, big] } } })).toEqual({ or: [paid, big] })
  })

  test.each<Filter>([{ status: 3 }, { and: 3 }, { or: [3] }, { not: [] }, { lines: { some: 3 } }])(
    '%j is none to build with',
    (filter) => expect(treeOf(filter)).toBeUndefined(),
  )
})

test('what is not filled in yet is left out', () => {
  const group = newGroup('all', [
    newTest('status'),
    newGroup('any'),
    newTest('total', { path: 'total', operator: 'gt', value: 1 }),
  ])
  expect(filterOf(group)).toEqual({ total: { gt: 1 } })
  expect(isUnfinished(group)).toBe(true)
  expect(isUnfinished(newGroup('all', [newChildren('lines')]))).toBe(false)
  expect(filterOf(newGroup())).toBeUndefined()
})
