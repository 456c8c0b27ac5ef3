/** A bulk edit of a hundred thousand records, taken back after somebody else has edited five hundred of them. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { insertRecords } from '@haykal/database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { allSteps, openShop, type Shop } from '../testing/shop.ts'

const records = 100_000
const others = 500

let folder: string
let shop: Shop
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'haykal-undo-'))
  shop = await openShop(join(folder, 'shop.sqlite'))
  const model = shop.core.models.get('orders')
  if (!model) throw new Error('there are no orders')
  const rows = Array.from({ length: records }, (_, index) => ({
    id: index + 1,
    status: 'draft',
    note: `Order ${index}`,
  }))
  const { engine } = shop.database
  await shop.database.write((queries) => insertRecords({ engine, queries }, model, rows))
})
afterAll(async () => {
  await shop?.close()
  rmSync(folder, { recursive: true, force: true })
})

test('keeps and names the five hundred, and sets back the rest, while others are not held up', async () => {
  const owner = shop.as('owner')
  const { found, asOf } = await owner.countMany('orders', { act: 'edit' })
  expect(found).toBe(records)
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const start = performance.now()
  const which = { asOf }
  const values = { status: 'paid' }
  const edited = await allSteps((next) => owner.changeMany('orders', { which, values, ...(next ? { next } : {}) }))
  const changeSet = edited.at(-1)?.changeSet ?? ''
  expect(edited.at(-1)).toMatchObject({ done: records, keptCount: 0, total: records })
  const editing = performance.now() - start

  const touched = Array.from({ length: others }, (_, index) => String(index * 200 + 7))
  for (const id of touched)
    await shop.as('editor').edit('orders', id, { values: { status: 'shipped' }, base: { status: 'paid' } })
  const preview = await owner.previewUndo(changeSet)
  expect(preview).toMatchObject({ total: records, keptCount: others })
  expect(preview.back).toEqual([{ model: 'orders', act: 'edit', count: records - others }])

  const begun = performance.now()
  const undone = await allSteps((next) => owner.undo(changeSet, next ? { next } : {}))
  expect(undone.at(-1)).toMatchObject({ done: records - others, keptCount: others })
  expect(new Set(undone.flatMap(({ kept }) => kept.map(({ record }) => record)))).toEqual(new Set(touched))
  expect(new Set(undone.flatMap(({ kept }) => kept.map(({ reason }) => reason)))).toEqual(new Set(['changed']))
  delay.disable()
  const count = async (status: 'draft' | 'shipped') =>
    (await owner.list('orders', { filter: { status: { eq: status } }, count: 'exact', limit: 1 })).meta.count
  expect([await count('draft'), await count('shipped')]).toEqual([records - others, others])
  const [edit, undo] = [editing, performance.now() - begun].map((ms) => `${(ms / 1_000).toFixed(1)} s`)
  const [p99, worst] = [delay.percentile(99), delay.max].map((ns) => `${(ns / 1e6).toFixed(0)} ms`)
  process.stdout.write(
    `edit ${edit} in ${edited.length} steps, undo ${undo} in ${undone.length}; event loop held up p99 ${p99}, worst ${worst}\n`,
  )
}, 1_800_000)
