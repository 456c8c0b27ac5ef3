import type { KeptRecord, ManyReply } from '@haykal/contract'
import { expect, test } from 'vitest'
import { goThrough, type ManyProgress } from './go-through.ts'

const kept = (record: string): KeptRecord => ({ model: 'orders', record, title: record, reason: 'changed', fields: [] })

/** Three steps of two records, of each of which one is kept. */
async function ask(next: string | undefined): Promise<ManyReply> {
  const step = Number(next ?? 0) + 1
  const more = step < 3 ? `${step}` : null
  return { changeSet: 'c', done: step, keptCount: step, kept: [kept(`${step}`)], total: 6, next: more }
}
const never = () => false

test('goes on until nothing is left, and remembers what was kept in all steps', async () => {
  const seen: number[] = []
  const end = await goThrough(ask, undefined, { onStep: ({ reply }) => seen.push(reply.done), isStopped: never })
  expect(seen).toEqual([1, 2, 3])
  expect(end.reply.next).toBeNull()
  expect(end.kept.map(({ record }) => record)).toEqual(['1', '2', '3'])
})

test('stops between two steps, and goes on from there', async () => {
  const half = await goThrough(ask, undefined, { onStep: () => undefined, isStopped: () => true })
  expect(half.reply).toMatchObject({ done: 1, next: '1' })
  const end = await goThrough(ask, half, { onStep: () => undefined, isStopped: never })
  expect(end.reply).toMatchObject({ done: 3, next: null })
  expect(end.kept).toHaveLength(3)
})

test('is not stopped when it is asked to be after its last step', async () => {
  const end = await goThrough(() => ask('2'), undefined, { onStep: () => undefined, isStopped: () => true })
  expect(end.reply.next).toBeNull()
})

test('tells what was done before a step failed', async () => {
  const seen: ManyProgress[] = []
  const failing = async (next: string | undefined) => {
    if (next === '2') throw new Error('no network')
    return await ask(next)
  }
  const watch = { onStep: (progress: ManyProgress) => seen.push(progress), isStopped: never }
  await expect(goThrough(failing, undefined, watch)).rejects.toThrow('no network')
  expect(seen.at(-1)?.reply).toMatchObject({ done: 2, next: '2' })
})

test('remembers the names of a hundred kept ones', async () => {
  const reply = { changeSet: null, done: 0, keptCount: 300, total: 300, next: null }
  const many = Array.from({ length: 300 }, (_, index) => kept(`${index}`))
  const end = await goThrough(async () => ({ ...reply, kept: many }), undefined, {
    onStep: () => undefined,
    isStopped: never,
  })
  expect(end.kept).toHaveLength(100)
})
