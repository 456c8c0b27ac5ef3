/** Whatever was done can be taken back by whoever may do the opposite; what has become of records since is kept. */
import type { AnyRecord } from '@haykal/model'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { emptyDatabases } from '../testing/empty-databases.ts'
import { allSteps, openShop, type Shop } from '../testing/shop.ts'

describe.each(emptyDatabases('undo'))('undo on $name', ({ address }) => {
  let shop: Shop
  beforeEach(async () => {
    shop = await openShop(await address())
  })
  afterEach(async () => await shop.close())

  const orders = async () => (await shop.as('owner').list('orders', { sort: 'id' })).data
  const edit = (id: string, values: AnyRecord, base: AnyRecord) => shop.as('owner').edit('orders', id, { values, base })

  test('of a creation removes the record, and its own undo brings it back the same', async () => {
    const owner = shop.as('owner')
    const { id, changeSet } = await shop.order({ pin: 'tamarind', margin: 7 })
    const before = await shop.stored('orders', id)
    const undone = await owner.undo(changeSet)
    expect(undone).toMatchObject({ done: 1, keptCount: 0, next: null })
    expect(await orders()).toEqual([])
    await owner.undo(undone.changeSet ?? '')
    expect(await shop.stored('orders', id)).toEqual(before)
  })

  test('of an edit sets back only what is still as the edit left it, and names what is kept', async () => {
    const owner = shop.as('owner')
    const { id } = await shop.order({ pieces: 1 })
    const { meta } = await edit(id, { pieces: 2, status: 'paid' }, { pieces: 1, status: 'draft' })
    await edit(id, { pieces: 3, note: 'Later' }, { pieces: 2, note: 'An order' })
    const preview = await owner.previewUndo(meta.changeSet ?? '')
    expect(preview).toMatchObject({ total: 1, keptCount: 1, isDone: false })
    expect(preview.kept).toMatchObject([{ record: id, reason: 'changed', fields: ['pieces'] }])
    expect(await shop.stored('orders', id)).toMatchObject({ pieces: 3, status: 'paid' })
    const undone = await owner.undo(meta.changeSet ?? '')
    expect(undone).toMatchObject({ done: 1, keptCount: 1 })
    expect(await shop.stored('orders', id)).toMatchObject({ pieces: 3, status: 'draft', note: 'Later' })
  })

  test('of a removal restores the record with its lines, under the same ids', async () => {
    const owner = shop.as('owner')
    const { id } = await shop.order()
    for (const product of ['Lamp', 'Tray']) await owner.create('lines', { order: Number(id), product })
    const before = (await owner.list('lines')).data
    const { changeSet } = await owner.remove('orders', id, '*')
    const [trashed] = (await owner.trash('orders')).data
    expect(trashed).toMatchObject({ record: id, title: 'An order', together: 2, set: { id: changeSet } })
    expect((await owner.trash('lines')).data).toEqual([])
    const undone = await owner.undo(changeSet ?? '', { only: [{ model: 'orders', record: id }] })
    expect(undone).toMatchObject({ done: 3, keptCount: 0 })
    expect((await owner.list('lines')).data).toEqual(before)
    expect((await owner.trash('orders')).data).toEqual([])
  })

  test('asks what to do where a unique value is taken, or what was pointed to is gone', async () => {
    const owner = shop.as('owner')
    const { changeSet } = await owner.remove('customers', '2', '*')
    await owner.create('customers', { name: 'Other', code: 'R' })
    const preview = await owner.previewUndo(changeSet ?? '')
    expect(preview.kept).toMatchObject([{ reason: 'not_unique', fields: ['code'], title: 'Rhine' }])
    expect(preview.clearable).toBe(1)
    expect(await owner.undo(changeSet ?? '')).toMatchObject({ done: 0, keptCount: 1, changeSet: null })
    expect(await owner.undo(changeSet ?? '', { choice: 'clear' })).toMatchObject({ done: 1, keptCount: 0 })
    expect(await shop.stored('customers', '2')).toMatchObject({ name: 'Rhine', code: null })
  })

  test('of what is half gone takes back the other half', async () => {
    const owner = shop.as('owner')
    const [one, two] = [await shop.order(), await shop.order()]
    const asOf = (await owner.countMany('orders', { act: 'edit' })).asOf
    const many = await owner.changeMany('orders', { which: { asOf }, values: { status: 'paid' } })
    expect(many).toMatchObject({ done: 2, keptCount: 0, total: 2 })
    await owner.remove('orders', one.id, '*')
    const undone = await owner.undo(many.changeSet ?? '')
    expect(undone).toMatchObject({ done: 1, keptCount: 1, kept: [{ record: one.id, reason: 'gone' }] })
    expect(await shop.stored('orders', two.id)).toMatchObject({ status: 'draft' })
  })

  test('is for whoever may do the opposite, field by field, and for nobody else', async () => {
    const clerk = shop.as('clerk')
    const { id } = await shop.order({ pieces: 1, margin: 5 })
    const { meta } = await edit(id, { pieces: 2, margin: 6 }, { pieces: 1, margin: 5 })
    expect(await clerk.undo(meta.changeSet ?? '')).toMatchObject({ done: 1, keptCount: 0 })
    // What is hidden from them stays, and is not named.
    expect(await shop.stored('orders', id)).toMatchObject({ pieces: 1, margin: 6 })
    const paid = await edit(id, { status: 'paid' }, { status: 'draft' })
    const refused = await clerk.undo(paid.meta.changeSet ?? '')
    expect(refused).toMatchObject({ done: 0, keptCount: 1, kept: [{ reason: 'not_allowed' }] })
    const german = await shop.order({ customer: 2 })
    await expect(clerk.undo(german.changeSet)).rejects.toMatchObject({ code: 'not_found' })
    await expect(clerk.undo('nothing')).rejects.toMatchObject({ code: 'not_found' })
  })

  test('of a bulk edit of thousands keeps what somebody else edited since, and names it', async () => {
    const owner = shop.as('owner')
    for (let number = 0; number < 620; number += 1) await shop.order({ pieces: number })
    const asOf = (await owner.countMany('orders', { act: 'edit' })).asOf
    const which = { asOf }
    const values = { status: 'paid' }
    const steps = await allSteps((next) => owner.changeMany('orders', { which, values, ...(next ? { next } : {}) }))
    expect(steps.at(-1)).toMatchObject({ done: 620, keptCount: 0, total: 620 })
    const changeSet = steps.at(-1)?.changeSet ?? ''
    for (let id = 1; id <= 60; id += 1) {
      const values = id % 2 === 0 ? { status: 'shipped' } : { note: 'Touched' }
      const base = id % 2 === 0 ? { status: 'paid' } : { note: 'An order' }
      await shop.as('editor').edit('orders', String(id), { values, base })
    }
    const preview = await owner.previewUndo(changeSet)
    expect(preview).toMatchObject({ total: 620, keptCount: 30 })
    expect(preview.back).toEqual([{ model: 'orders', act: 'edit', count: 590 }])
    const undone = await allSteps((next) => owner.undo(changeSet, next ? { next } : {}))
    expect(undone.at(-1)).toMatchObject({ done: 590, keptCount: 30, total: 620 })
    expect(undone.flatMap(({ kept }) => kept.map(({ record }) => Number(record))).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 30 }, (_, index) => 2 * index + 2),
    )
    const status = async (filter: 'shipped' | 'draft') =>
      (await owner.list('orders', { filter: { status: { eq: filter } }, count: 'exact' })).meta.count
    expect([await status('shipped'), await status('draft')]).toEqual([30, 590])
    // And all of it can be had back once more.
    const last = undone.at(-1)?.changeSet ?? ''
    const redone = await allSteps((next) => owner.undo(last, next ? { next } : {}))
    expect(redone.at(-1)).toMatchObject({ done: 590, keptCount: 0 })
  }, 120_000)
})
