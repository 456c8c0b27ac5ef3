/** Numbers that were gathered are followed: what is there of those that were looked at, and of no others. */
import { expect, test } from 'vitest'
import { sqliteEngine } from '../engines/sqlite/sqlite.ts'
import { fewKeys, type Gathered, gatheredOf, inBoth, withChanges } from './gathered.ts'

const gathered = sqliteEngine.search.gathered
if (!gathered) throw new Error('SQLite gathers no numbers')

/** The same numbers in every run. */
function createRandom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** As if all had been gathered anew. */
function anew(numbers: Iterable<number>): Gathered {
  return gatheredOf([...numbers], gathered as NonNullable<typeof gathered>)
}

test.each([30, 3 * fewKeys])('changes among about %s numbers', (size) => {
  const random = createRandom(size)
  for (let round = 0; round < 200; round += 1) {
    const before = new Set(Array.from({ length: random(size) }, () => 1 + random(2 * size)))
    const looked = [...new Set(Array.from({ length: random(12) }, () => 1 + random(2 * size)))]
    const present = new Set(looked.filter(() => random(2) === 0))
    const after = new Set([...before].filter((number) => !looked.includes(number)))
    for (const number of present) after.add(number)
    const followed = withChanges(anew(before), { looked, present, gathered })
    expect(followed.each).toEqual(anew(after).each)
    if (followed.map) expect(followed.map).toEqual(gathered.mapOf(followed.each))
  }
})

test('where nothing is another, nothing is made anew', () => {
  const before = anew(Array.from({ length: 2 * fewKeys }, (_, index) => 3 * index))
  const after = withChanges(before, { looked: [2, 3], present: new Set([3]), gathered })
  expect(after.each).toBe(before.each)
  expect(after.map).toBe(before.map)
})

test('what two have in common', () => {
  expect(inBoth(anew([5, 1, 3, 1]), anew([3, 4, 5])).each).toEqual([3, 5])
  expect(inBoth(anew([]), anew([1])).each).toEqual([])
})
