import { expect, test } from 'vitest'
import { searchRecords } from './record-search.ts'

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const names = (count: number) => Array.from({ length: count }, (_, index) => `m${index}`)

test('keeps the order of the models, whichever answers first', async () => {
  const seen: (readonly string[])[] = []
  await searchRecords({
    models: ['slow', 'quick', 'middling'],
    ask: async (model) => {
      await wait({ slow: 60, quick: 1, middling: 30 }[model] ?? 0)
      return [model]
    },
    onFound: (found) => seen.push(found),
    signal: new AbortController().signal,
  })
  expect(seen.at(-1)).toEqual(['slow', 'quick', 'middling'])
})

test('does not wait long for one model, and then only adds at the end', async () => {
  const seen: (readonly string[])[] = []
  await searchRecords({
    models: ['slow', 'quick'],
    ask: async (model) => {
      await wait(model === 'slow' ? 700 : 1)
      return [model]
    },
    onFound: (found) => seen.push(found),
    signal: new AbortController().signal,
  })
  expect(seen).toEqual([['quick'], ['quick', 'slow']])
})

test('asks five at a time', async () => {
  let [running, most] = [0, 0]
  await searchRecords({
    models: names(30),
    ask: async () => {
      running += 1
      most = Math.max(most, running)
      await wait(2)
      running -= 1
      return []
    },
    onFound: () => {},
    signal: new AbortController().signal,
  })
  expect(most).toBe(5)
})

test('asks no more models when enough is found, or nobody waits any more', async () => {
  let asked = 0
  const ask = async () => {
    asked += 1
    return names(5)
  }
  const search = { models: names(200), ask, onFound: () => {} }
  await searchRecords({ ...search, signal: new AbortController().signal })
  expect(asked).toBeLessThan(15)
  asked = 0
  await searchRecords({ ...search, signal: AbortSignal.abort() })
  expect(asked).toBe(0)
})

test('finds the records of the others where one model fails, and says so', async () => {
  const seen: (readonly string[])[] = []
  const end = await searchRecords({
    models: ['good', 'bad'],
    ask: async (model) => {
      if (model === 'bad') throw new Error('refused')
      return [model]
    },
    onFound: (found) => seen.push(found),
    signal: new AbortController().signal,
  })
  expect(seen).toEqual([['good']])
  expect(end.error).toBeInstanceOf(Error)
})
