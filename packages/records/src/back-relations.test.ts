/** Filters that ask for the records that point back: what they find on each engine, and that nothing hidden can be told from them. */
import type { Filter } from '@haykal/model'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyDatabases } from './testing/empty-databases.ts'
import { refusalOf } from './testing/invoices.ts'
import { openShop, type Shop } from './testing/shop.ts'

describe.each(emptyDatabases('back'))('on $name', ({ address }) => {
  let shop: Shop
  beforeAll(async () => {
    shop = await openShop(await address())
    const owner = shop.as('owner')
    // Two customers are there: 1 in Egypt, 2 in Germany.
    await owner.create('customers', { name: 'Thames', code: 'T' })
    await owner.create('orders', { customer: 1, note: 'one', status: 'paid', pieces: 3 })
    await owner.create('orders', { customer: 1, note: 'two', status: 'draft' })
    await owner.create('orders', { customer: 2, note: 'three', status: 'paid', pieces: 9, margin: 5 })
    await owner.create('orders', { note: 'four', status: 'shipped' })
    await owner.create('lines', { order: 1, product: 'tea', quantity: 2 })
    await owner.create('lines', { order: 1, product: 'mint', quantity: 1 })
    await owner.create('lines', { order: 3, product: 'tea', quantity: 9 })
  }, 60_000)
  afterAll(async () => await shop?.close())

  const found = async (role: string, model: string, filter: Filter) =>
    (await shop.as(role).list(model, { filter, sort: 'id' })).data.map(({ id }) => id)

  test.each<[string, Filter, readonly number[]]>([
    ['orders', { lines: { some: {} } }, [1, 3]],
    ['orders', { lines: { none: {} } }, [2, 4]],
    ['orders', { 'lines.order': { none: {} } }, [2, 4]],
    ['orders', { lines: { some: { product: { eq: 'tea' }, quantity: { gt: 2 } } } }, [3]],
    ['orders', { lines: { none: { product: { eq: 'mint' } } } }, [2, 3, 4]],
    ['orders', { lines: { some: { product: { eq: 'tea' } }, none: { product: { eq: 'mint' } } } }, [3]],
    ['orders', { not: { lines: { some: {} } } }, [2, 4]],
    ['orders', { or: [{ lines: { some: { quantity: { gt: 5 } } } }, { status: { eq: 'draft' } }] }, [2, 3]],
    ['orders', { 'customer.orders': { some: { status: { eq: 'draft' } } } }, [1, 2]],
    ['orders', { 'customer.orders': { none: { status: { eq: 'draft' } } } }, [3]],
    ['customers', { orders: { some: { status: { eq: 'paid' }, pieces: { gt: 5 } } } }, [2]],
    ['customers', { orders: { none: {} } }, [3]],
    ['customers', { orders: { some: { lines: { some: { product: { eq: 'mint' } } } } } }, [1]],
    ['customers', { orders: { some: { 'customer.country': { eq: 'DE' } } } }, [2]],
    ['lines', { 'order.lines': { some: { product: { eq: 'mint' } } } }, [1, 2]],
  ])('%s with %j are %j', async (model, filter, ids) => {
    expect(await found('owner', model, filter)).toEqual(ids)
    expect((await shop.as('owner').list(model, { filter, limit: 0 })).meta.count).toBe(ids.length)
  })

  test('counts only what the rules let somebody read', async () => {
    // Clerks see the orders of Egypt: of a German customer they know none, and none that it would have.
    expect(await found('clerk', 'customers', { orders: { some: {} } })).toEqual([1])
    expect(await found('clerk', 'customers', { orders: { none: {} } })).toEqual([2, 3])
    expect(await found('clerk', 'customers', { orders: { some: { pieces: { eq: 9 } } } })).toEqual([])
  })

  test('answers for what is hidden as for what is not there', async () => {
    const refusal = async (role: string, model: string, filter: Filter) =>
      await refusalOf(shop.as(role).list(model, { filter }))
    const [hidden, unknown] = await Promise.all(
      ['margin', 'nothing'].map(async (name) =>
        JSON.stringify(await refusal('clerk', 'customers', { orders: { some: { [name]: { gt: 0 } } } })),
      ),
    )
    expect(hidden?.replaceAll('margin', 'nothing')).toBe(unknown)
    expect(hidden).toContain('?filter/orders/some/margin')
    // Nobody who is not signed in may know of lines, so there are none by which to ask.
    expect(await refusal('owner', 'orders', { shipments: { some: {} } })).toEqual([
      'malformed',
      ['?filter/shipments/some', 'unknown_field', undefined],
    ])
    expect(await refusal('owner', 'orders', { lines: { all: {} } })).toEqual([
      'malformed',
      ['?filter/lines', 'unknown_field', undefined],
    ])
    expect(await refusal('owner', 'orders', { lines: { some: 3 } })).toEqual([
      'malformed',
      ['?filter/lines/some', 'wrong_type', { expected: 'object' }],
    ])
  })

  test('sorts and pages what such a filter finds', async () => {
    const filter = { lines: { some: {} } }
    const first = await shop.as('owner').list('orders', { filter, sort: '-note', limit: 1 })
    const second = await shop
      .as('owner')
      .list('orders', { filter, sort: '-note', limit: 1, after: first.meta.next ?? '' })
    expect([...first.data, ...second.data].map(({ note }) => note)).toEqual(['three', 'one'])
    expect(second.meta.next).toBeNull()
  })
})
