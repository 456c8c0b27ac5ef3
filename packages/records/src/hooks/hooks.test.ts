/** Code of a project inside of a change-set: all of it counts, or nothing. */
import { type HaykalError, invalid } from '@haykal/model'
import { afterEach, describe, expect, test } from 'vitest'
import { keptChanges } from '../testing/kept-changes.ts'
import { openShop, type Shop, type ShopFaces } from '../testing/shop.ts'

let shop: Shop
afterEach(async () => await shop.close())

const open = async (faces: ShopFaces) => {
  shop = await openShop(':memory:', faces)
  return shop.as('owner')
}

const errorOf = async (promise: Promise<unknown>) =>
  (await promise.then(
    () => undefined,
    (error: unknown) => error,
  )) as HaykalError

describe('hooks', () => {
  test('change what is stored, fields that people cannot set too', async () => {
    await open({
      beforeSave: (draft) => {
        draft.shipments = 3
      },
    })
    const { id } = await shop.order()
    expect(await shop.stored('orders', id)).toMatchObject({ shipments: 3 })
  })

  test('refuse a save, and then nothing is written', async () => {
    const owner = await open({
      afterSave: () => {
        throw invalid([{ pointer: '/values/note', code: 'refused_by_check', params: { message: 'Not on Fridays.' } }])
      },
    })
    const before = await keptChanges(shop.database)
    const error = await errorOf(owner.create('orders', { note: 'x' }))
    expect(error.details.problems).toMatchObject([{ pointer: '/values/note', params: { message: 'Not on Fridays.' } }])
    expect((await owner.list('orders')).data).toEqual([])
    expect(await keptChanges(shop.database)).toEqual(before)
  })

  test('write to other models in the same change-set, and undo takes that back too', async () => {
    const owner = await open({
      afterSave: async (record, { records }) => {
        await records.create('lines', { order: record.id ?? null, product: 'Gift' })
      },
    })
    const { changeSet } = await shop.order()
    expect((await owner.list('lines')).data).toMatchObject([{ product: 'Gift' }])
    expect(await owner.undo(changeSet)).toMatchObject({ done: 2, keptCount: 0 })
    expect((await owner.list('lines')).data).toEqual([])
  })

  test('that lead to each other without end are told as a mistake of the project', async () => {
    const owner = await open({
      afterSave: async (record, { records }) => {
        await records.edit('orders', record, { pieces: Number(record.pieces ?? 0) + 1 })
      },
    })
    const error = await errorOf(owner.create('orders', { note: 'x' }))
    expect(error.code).toBe('project_failed')
    expect((await owner.list('orders')).data).toEqual([])
  })

  test('that leave something that does not fit are told so', async () => {
    const owner = await open({
      beforeSave: (draft) => {
        draft.status = 'unheard of'
        draft.nothing = 1
      },
    })
    const error = await errorOf(owner.create('orders', { note: 'x' }))
    expect(error.details.problems?.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/values/status', 'not_an_option'],
      ['/values/nothing', 'unknown_field'],
    ])
  })
})

describe('actions', () => {
  test('run on the records that they are for, as one change-set that names them', async () => {
    const owner = await open({
      ship: async (records, trusted) => void (await trusted.edit('orders', records, { status: 'shipped' })),
    })
    const [one, two] = [await shop.order({ status: 'paid' }), await shop.order({ status: 'paid' })]
    const { changeSet } = await owner.runAction('orders', { name: 'ship', records: [one.id, two.id] })
    expect((await owner.readChanges(changeSet ?? '')).set).toMatchObject({
      means: 'action',
      action: 'Ship',
      counts: [{ model: 'orders', act: 'edit', count: 2 }],
    })
    const error = await errorOf(owner.runAction('orders', { name: 'ship', records: [one.id] }))
    expect(error.details.problems).toEqual([{ pointer: '/records/0', code: 'not_for_action' }])
    expect((await errorOf(owner.runAction('orders', { name: 'sink', records: [one.id] }))).code).toBe('not_found')
  })

  test('that throw half-way have done nothing, and do not tell why', async () => {
    const owner = await open({
      ship: async (records, trusted) => {
        await trusted.edit('orders', records[0] ?? {}, { status: 'shipped' })
        throw new Error('the carrier does not answer')
      },
    })
    const { id } = await shop.order({ status: 'paid' })
    const error = await errorOf(owner.runAction('orders', { name: 'ship', records: [id] }))
    expect([error.code, error.details.problems]).toEqual(['project_failed', undefined])
    expect(await shop.stored('orders', id)).toMatchObject({ status: 'paid' })
  })

  test('are for whoever may edit the record', async () => {
    await open({
      ship: async (records, trusted) => void (await trusted.edit('orders', records, { status: 'shipped' })),
    })
    const { id } = await shop.order({ status: 'paid' })
    const error = await errorOf(shop.as('clerk').runAction('orders', { name: 'ship', records: [id] }))
    expect(error.code).toBe('not_allowed')
    expect((await errorOf(shop.as('reader').runAction('orders', { name: 'ship', records: [id] }))).code).toBe(
      'not_allowed',
    )
  })
})
