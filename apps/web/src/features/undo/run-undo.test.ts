import type { KeptRecord, ManyReply } from '@haykal/contract'
import { expect, test } from 'vitest'
import { runUndo } from './run-undo.ts'

const keptRecord = (record: string): KeptRecord => ({
  model: 'articles',
  record,
  title: record,
  reason: 'changed',
  fields: ['title'],
})

const replies: readonly ManyReply[] = [
  { changeSet: 'u', done: 200, keptCount: 1, kept: [keptRecord('7')], total: 450, next: 'a' },
  { changeSet: 'u', done: 399, keptCount: 2, kept: [keptRecord('300')], total: 450, next: 'b' },
  { changeSet: 'u', done: 448, keptCount: 2, kept: [], total: 450, next: null },
]

const replyTo = (next: string | undefined) => {
  const reply = replies[[undefined, 'a', 'b'].indexOf(next)]
  if (!reply) throw new Error(`asked with ${next}`)
  return Promise.resolve(reply)
}

test('asks until nothing comes next, and gathers what was left as it is', async () => {
  const told: number[] = []
  const outcome = await runUndo({ step: replyTo, onStep: ({ done }) => told.push(done), isStopped: () => false })
  expect(told).toEqual([200, 399, 448])
  expect(outcome).toMatchObject({ changeSet: 'u', done: 448, keptCount: 2, total: 450, isStopped: false })
  expect(outcome.kept.map(({ record }) => record)).toEqual(['7', '300'])
})

test('stops between two steps and tells how far it came', async () => {
  let done = 0
  const outcome = await runUndo({
    step: replyTo,
    onStep: (reply) => {
      done = reply.done
    },
    isStopped: () => done >= 300,
  })
  expect(outcome).toMatchObject({ done: 399, total: 450, isStopped: true })
})

test('is not stopped when it is asked to be after its last step', async () => {
  const outcome = await runUndo({ step: () => replyTo('b'), onStep: () => undefined, isStopped: () => true })
  expect(outcome.isStopped).toBe(false)
})
