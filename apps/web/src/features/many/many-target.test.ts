import { fieldKinds, integer, text } from '@haykal/fields'
import { type AnyRecord, type Model, resolveModels } from '@haykal/model'
import { expect, test } from 'vitest'
import { allChosen, choose, noneChosen } from './chosen-records.ts'
import { findingsOf } from './many-target.ts'

const { all } = resolveModels(
  [
    { name: 'orders', key: 'number', fields: { number: integer(), status: text() } },
    { name: 'members', key: ['team', 'person'], fields: { team: integer(), person: integer() } },
  ],
  { kinds: fieldKinds },
)
const [orders, members] = all as readonly [Model, Model]
const some = (...numbers: readonly number[]) =>
  numbers.map((number): readonly [string, AnyRecord] => [`${number}`, { number }])

test('all that match are named by what the list answers', () => {
  const search = { q: 'late', sort: '-number', filter: { status: { eq: 'paid' } } }
  expect(findingsOf({ model: orders, search, chosen: allChosen })).toEqual([
    { q: 'late', filter: { status: { eq: 'paid' } } },
  ])
  expect(findingsOf({ model: orders, search: {}, chosen: allChosen })).toEqual([{}])
})

test('of all, those that were taken out again are not meant', () => {
  const search = { filter: { status: { eq: 'paid' } } }
  const chosen = choose(allChosen, some(7, 9), false)
  expect(findingsOf({ model: orders, search, chosen })).toEqual([
    { filter: { and: [{ status: { eq: 'paid' } }, { not: { number: { in: [7, 9] } } }] } },
  ])
})

test('chosen ones are named by their keys, as many at once as a filter takes', () => {
  const chosen = choose(noneChosen, some(...Array.from({ length: 501 }, (_, index) => index)), true)
  const parts = findingsOf({ model: orders, search: { q: 'late' }, chosen })
  expect(parts).toHaveLength(2)
  expect(parts[1]).toEqual({ filter: { number: { in: [500] } } })
})

test('a key of several fields is named by all of them', () => {
  const chosen = choose(noneChosen, [['x', { team: 1, person: 2 }]], true)
  expect(findingsOf({ model: members, search: {}, chosen })).toEqual([
    { filter: { or: [{ team: { eq: 1 }, person: { eq: 2 } }] } },
  ])
})
