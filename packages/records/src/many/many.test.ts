/** Changes of many records: the same checks as by hand, step by step, and nothing that others did meanwhile is overwritten. */
import { invalid } from '@haykal/model'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { allSteps, openShop, type Shop } from '../testing/shop.ts'

let shop: Shop
beforeEach(async () => {
  shop = await openShop()
})
afterEach(async () => await shop.close())

const filter = { status: { eq: 'draft' } }
const values = { status: 'paid' }

describe('all that a filter finds', () => {
  test('is counted first, changed as one change-set, and followed though it matches no more', async () => {
    const owner = shop.as('owner')
    for (let number = 0; number < 120; number += 1) await shop.order({ status: number % 4 === 0 ? 'shipped' : 'draft' })
    const { found, allowed, asOf } = await owner.countMany('orders', { act: 'edit', filter })
    expect([found, allowed]).toEqual([90, 90])
    const which = { filter, asOf }
    const steps = await allSteps((next) => owner.changeMany('orders', { which, values, ...(next ? { next } : {}) }))
    expect(new Set(steps.map(({ changeSet }) => changeSet)).size).toBe(1)
    expect(steps.at(-1)).toMatchObject({ done: 90, keptCount: 0, total: 90 })
    expect((await owner.list('orders', { filter, count: 'exact' })).meta.count).toBe(0)
  })

  test('is left alone where somebody has changed the same field since it was counted, or where it has come since', async () => {
    const owner = shop.as('owner')
    const [one, two, three] = [await shop.order(), await shop.order(), await shop.order()]
    const { asOf } = await owner.countMany('orders', { act: 'edit' })
    await shop.as('editor').edit('orders', one.id, { values: { status: 'shipped' }, base: { status: 'draft' } })
    await shop.as('editor').edit('orders', two.id, { values: { note: 'Other field' }, base: { note: 'An order' } })
    const late = await shop.order()
    const reply = await owner.changeMany('orders', { which: { asOf }, values })
    expect(reply).toMatchObject({
      done: 2,
      keptCount: 1,
      kept: [{ record: one.id, reason: 'changed', fields: ['status'] }],
    })
    expect(await shop.stored('orders', one.id)).toMatchObject({ status: 'shipped' })
    expect(await shop.stored('orders', two.id)).toMatchObject({ status: 'paid' })
    expect(await shop.stored('orders', three.id)).toMatchObject({ status: 'paid' })
    expect(await shop.stored('orders', late.id)).toMatchObject({ status: 'draft' })
  })

  test('is what the person may read and edit', async () => {
    await shop.order({ customer: 1 })
    await shop.order({ customer: 1, status: 'paid' })
    await shop.order({ customer: 2 })
    const clerk = shop.as('clerk')
    const count = await clerk.countMany('orders', { act: 'edit' })
    expect(count).toMatchObject({ found: 2, allowed: 1 })
    const reply = await clerk.changeMany('orders', { which: { asOf: count.asOf }, values: { note: 'Mine' } })
    expect(reply).toMatchObject({ done: 1, keptCount: 1, kept: [{ record: '2', reason: 'not_allowed' }], total: 2 })
    await expect(shop.as('owner').changeMany('orders', { which: { asOf: count.asOf }, values })).rejects.toMatchObject({
      code: 'malformed',
    })
    await expect(clerk.countMany('orders', { act: 'remove' })).rejects.toMatchObject({ code: 'not_allowed' })
  })

  test('is removed with its children, but for what others hold', async () => {
    const owner = shop.as('owner')
    const [one, two] = [await shop.order({ customer: 1 }), await shop.order({ customer: 2 })]
    await owner.create('lines', { order: Number(one.id), product: 'Lamp' })
    const customers = await owner.countMany('customers', { act: 'remove' })
    const held = await owner.changeMany('customers', { which: { asOf: customers.asOf } })
    expect(held).toMatchObject({ done: 0, keptCount: 2, changeSet: null })
    expect(held.kept.map(({ reason }) => reason)).toEqual(['held', 'held'])
    const { asOf } = await owner.countMany('orders', { act: 'remove' })
    expect(await owner.changeMany('orders', { which: { asOf } })).toMatchObject({ done: 2, keptCount: 0 })
    expect((await owner.list('lines')).data).toEqual([])
    expect((await owner.trash('orders')).data.map(({ record, together }) => [record, together])).toEqual([
      [two.id, 0],
      [one.id, 1],
    ])
  })
})

test('what one record is refused for after it was written takes nothing from the change-set of the others', async () => {
  await shop.close()
  shop = await openShop(':memory:', {
    afterSave: (record, { act }) => {
      if (act === 'edit' && record.id === 1) throw invalid([{ pointer: '/values/status', code: 'not_an_option' }])
    },
  })
  const owner = shop.as('owner', { means: 'bulk' })
  const [one, two] = [await shop.order(), await shop.order()]
  const { asOf } = await owner.countMany('orders', { act: 'edit' })
  const reply = await owner.changeMany('orders', { which: { asOf }, values })
  expect(reply).toMatchObject({
    done: 1,
    keptCount: 1,
    kept: [{ record: one.id, reason: 'invalid', fields: ['status'] }],
  })
  const [latest] = (await owner.changes()).data
  expect(latest).toMatchObject({
    id: reply.changeSet,
    means: 'bulk',
    by: { id: 'the owner' },
    first: { record: two.id },
  })
  expect((await owner.history('orders', one.id)).data).toHaveLength(1)
})

describe('chosen records', () => {
  test('are changed where they are as they were seen', async () => {
    const owner = shop.as('owner')
    const [one, two] = [await shop.order(), await shop.order()]
    await shop.as('editor').edit('orders', two.id, { values: { status: 'shipped' }, base: { status: 'draft' } })
    const base = { status: 'draft' }
    const which = {
      records: [
        { id: one.id, base },
        { id: two.id, base },
        { id: '999', base },
      ],
    }
    const reply = await owner.changeMany('orders', { which, values })
    expect(reply).toMatchObject({ done: 1, keptCount: 2, total: 3, next: null })
    expect(reply.kept.map(({ record, reason }) => [record, reason])).toEqual([
      [two.id, 'changed'],
      ['999', 'gone'],
    ])
  })

  test('need a base each', async () => {
    const { id } = await shop.order()
    const which = { records: [{ id }, { id, base: { note: 'x' } }] }
    await expect(shop.as('owner').changeMany('orders', { which, values })).rejects.toMatchObject({
      code: 'base_required',
      details: { problems: [{ pointer: '/which/records/0' }, { pointer: '/which/records/1' }] },
    })
  })

  test('are refused as a whole where no record could take the values', async () => {
    const { id } = await shop.order()
    const which = { records: [{ id, base: { status: 'draft' } }] }
    await expect(
      shop.as('owner').changeMany('orders', { which, values: { status: 'unheard of' } }),
    ).rejects.toMatchObject({ code: 'invalid', details: { problems: [{ pointer: '/values/status' }] } })
  })
})
