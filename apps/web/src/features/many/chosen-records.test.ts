import { expect, test } from 'vitest'
import {
  allChosen,
  choose,
  chosenCount,
  fits,
  type IdAndRecord,
  isChosen,
  mostChosen,
  noneChosen,
} from './chosen-records.ts'

const some = (...ids: readonly string[]): readonly IdAndRecord[] => ids.map((id) => [id, { id }])
const simple = { key: [{}] } as unknown as Parameters<typeof fits>[1]
const composite = { key: [{}, {}] } as unknown as Parameters<typeof fits>[1]

test('records are chosen and taken out again', () => {
  const chosen = choose(choose(noneChosen, some('1', '2', '3'), true), some('2'), false)
  expect([...chosen.records.keys()]).toEqual(['1', '3'])
  expect(['1', '2', '3', '4'].map((id) => isChosen(chosen, id))).toEqual([true, false, true, false])
  expect(chosenCount(chosen, 100)).toBe(2)
})

test('of all that match, those taken out are remembered, and only those', () => {
  const chosen = choose(choose(allChosen, some('1', '2'), false), some('2'), true)
  expect([...chosen.records.keys()]).toEqual(['1'])
  expect(['1', '2', '3'].map((id) => isChosen(chosen, id))).toEqual([false, true, true])
  expect(chosenCount(chosen, 100)).toBe(99)
})

test('keeps each record as the list showed it', () => {
  expect(choose(noneChosen, [['7', { id: 7, city: 'Tunis' }]], true).records.get('7')).toEqual({ id: 7, city: 'Tunis' })
})

test('is bounded by what one request can name', () => {
  const many = some(...Array.from({ length: mostChosen }, (_, index) => `${index}`))
  expect(fits(choose(noneChosen, many, true), simple)).toBe(true)
  expect(fits(choose(noneChosen, [...many, ...some('more')], true), simple)).toBe(false)
  expect(fits(choose(allChosen, many.slice(0, 500), false), simple)).toBe(true)
  expect(fits(choose(allChosen, many.slice(0, 501), false), simple)).toBe(false)
  expect(fits(choose(allChosen, many.slice(0, 31), false), composite)).toBe(false)
})
