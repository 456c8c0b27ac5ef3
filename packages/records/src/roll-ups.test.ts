/** Roll-ups and computed fields in lists, for whoever may see what they are made of: the same on every engine. */
import { createAccess } from '@haykal/access'
import { openDatabase, syncTables } from '@haykal/database'
import { type RunningPostgres, startPostgres } from '@haykal/database/testing'
import { choice, date, decimal, fieldKinds, integer, relation, text } from '@haykal/fields'
import { type AnyRecord, computed, defineModel, type Json, resolveModels, rollup } from '@haykal/model'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeModels, openRecords, type Records, type RecordsCore } from './index.ts'

const customer = defineModel({
  name: 'customers',
  fields: {
    name: text({ required: true }),
    limit: decimal({ scale: 2 }),
    ordered: rollup({ of: 'orders', sum: 'total' }),
    left: computed({ from: 'coalesce(limit, 0) - ordered', as: decimal({ scale: 2 }) }),
  },
})

const order = defineModel({
  name: 'orders',
  fields: {
    customer: relation({ to: 'customers', required: true }),
    status: choice({ options: ['draft', 'paid'], required: true, default: 'draft' }),
    lines: rollup({ of: 'lines', count: true }),
    large: rollup({ of: 'lines', count: true, where: { quantity: { gte: 3 } } }),
    total: rollup({ of: 'lines', sum: 'amount' }),
    least: rollup({ of: 'lines', min: 'price' }),
    last: rollup({ of: 'lines', max: 'promisedOn' }),
    usual: rollup({ of: 'lines', average: 'quantity' }),
    /** What is on the tin in cheap lines: shows that two hops may be asked in a roll-up. */
    ofPaid: rollup({ of: 'lines', sum: 'quantity', where: { 'order.status': { eq: 'paid' } } }),
    margin: rollup({ of: 'lines', sum: 'cost' }),
  },
})

const line = defineModel({
  name: 'lines',
  fields: {
    order: relation({ to: 'orders', required: true, onRemove: 'cascade' }),
    price: decimal({ scale: 2 }),
    quantity: integer(),
    cost: decimal({ scale: 4 }),
    promisedOn: date(),
    amount: computed({ from: 'price * quantity', as: decimal({ scale: 2 }) }),
    profit: computed({ from: 'amount - cost * quantity', as: decimal({ scale: 2 }) }),
  },
})

const place = defineModel({
  name: 'places',
  key: ['row', 'seat'],
  fields: { row: integer(), seat: integer(), taken: rollup({ of: 'tickets', count: true }) },
})

const ticket = defineModel({
  name: 'tickets',
  fields: { inRow: integer(), onSeat: integer() },
  references: [{ to: 'places', fields: { inRow: 'row', onSeat: 'seat' } }],
})

/** Editors do not know what things cost; readers see lines of two and more only, and no customers; the public sees orders without lines. */
const rules = {
  lines: { editor: { read: true, hide: ['cost'] }, reader: { read: { quantity: { gte: 2 } } } },
  orders: { public: { read: true } },
  customers: { reader: {} },
}

let server: RunningPostgres
beforeAll(async () => {
  server = await startPostgres()
}, 60_000)
afterAll(async () => {
  await server?.stop()
})

describeRollups('SQLite', async () => ':memory:')
describeRollups('PostgreSQL', async () => await server.createDatabase('rollups'))

function describeRollups(engine: string, address: () => Promise<string>): void {
  describe(`roll-ups on ${engine}`, () => {
    let core: RecordsCore
    const as = (role: string): Records => openRecords(core, { id: role, role } as Parameters<typeof openRecords>[1])
    beforeAll(async () => {
      const database = await openDatabase(await address())
      const models = resolveModels([customer, order, line, place, ticket], { kinds: fieldKinds, hasOrderKeys: true })
      await syncTables(database, models)
      const access = createAccess(models, rules as unknown as Parameters<typeof createAccess>[1])
      core = { database, models, access, secret: 's', closedOf: () => undefined }
      const owner = as('owner')
      await owner.create('customers', { name: 'A', limit: '100.00' })
      for (const status of ['draft', 'paid', 'paid']) await owner.create('orders', { customer: 1, status })
      const lines: readonly AnyRecord[] = [
        { order: 1, price: '0.10', quantity: 3, cost: '0.0501', promisedOn: '2026-11-21' },
        { order: 1, price: '0.20', quantity: 1, cost: null, promisedOn: '2026-12-24' },
        { order: 1, price: '1234567.89', quantity: 4, cost: '1.0000', promisedOn: null },
        { order: 2, price: '5.00', quantity: 2, cost: '2.5000', promisedOn: null },
      ]
      for (const each of lines) await owner.create('lines', each)
    })
    afterAll(async () => {
      await core?.database.close()
    })

    const ids = async (role: string, filter: { [name: string]: Json }, sort?: string) =>
      (await as(role).list('orders', { filter, ...(sort === undefined ? {} : { sort }) })).data.map(({ id }) => id)

    test('are exact, and say what there is where there is nothing', async () => {
      const { data } = await as('owner').list('orders', { sort: 'id' })
      expect(data[0]).toEqual({
        id: 1,
        customer: 1,
        status: 'draft',
        lines: 3,
        large: 2,
        total: '4938272.06',
        least: '0.10',
        last: '2026-12-24',
        usual: '2.67',
        ofPaid: 0,
        margin: '1.0501',
      })
      expect(data[2]).toMatchObject({ lines: 0, total: '0.00', least: null, last: null, usual: null, margin: '0.0000' })
      expect((await as('owner').read('orders', '2')).data).toMatchObject({ lines: 1, total: '10.00', ofPaid: 2 })
    })

    test('can be computed with, and rolled up again', async () => {
      const { data } = await as('owner').list('customers')
      expect(data).toEqual([{ id: 1, name: 'A', limit: '100.00', ordered: '4938282.06', left: '-4938182.06' }])
    })

    test('can be sorted and filtered by, from page to page', async () => {
      expect(await ids('owner', {}, '-total')).toEqual([1, 2, 3])
      expect(await ids('owner', {}, 'lines')).toEqual([3, 2, 1])
      expect(await ids('owner', { total: { gt: '9.99' } })).toEqual([1, 2])
      expect(await ids('owner', { lines: { eq: 0 } })).toEqual([3])
      expect(await ids('owner', { 'customer.left': { lt: '0' } })).toEqual([1, 2, 3])
      const first = await as('owner').list('orders', { sort: 'total', limit: 2 })
      const next = await as('owner').list('orders', { sort: 'total', limit: 2, after: first.meta.next ?? '' })
      expect([...first.data, ...next.data].map(({ id }) => id)).toEqual([3, 2, 1])
      expect(await ids('owner', {}, '-usual')).toEqual([1, 2, 3])
      const lines = await as('owner').list('lines', { sort: '-profit', filter: { amount: { gte: '0.20' } } })
      expect(lines.data.map(({ id, profit }) => [id, profit])).toEqual([
        [3, '4938267.56'],
        [4, '5.00'],
        [1, '0.15'],
        [2, null],
      ])
    })

    test('count only what a person may read', async () => {
      const { data } = await as('reader').list('orders', { sort: 'id' })
      expect(data[0]).toMatchObject({ lines: 2, large: 2, total: '4938271.86', usual: '3.50' })
      expect(await ids('reader', { lines: { eq: 3 } })).toEqual([])
      expect(await ids('reader', { lines: { eq: 2 } })).toEqual([1])
    })

    test('are not there for whoever may not see what they are made of', async () => {
      const [of] = (await as('editor').list('orders')).data
      expect(Object.keys(of ?? {})).not.toContain('margin')
      const [first] = (await as('editor').list('lines')).data
      expect(Object.keys(first ?? {})).not.toContain('profit')
      await expect(ids('editor', { margin: { gt: '0' } })).rejects.toMatchObject({ code: 'malformed' })
      await expect(ids('editor', {}, 'margin')).rejects.toMatchObject({ code: 'malformed' })
      const [bare] = (await as('public').list('orders')).data
      expect(Object.keys(bare ?? {})).toEqual(['id', 'customer', 'status'])
      const told = JSON.stringify(describeModels(core, { id: null, role: 'public' }))
      expect(told).not.toMatch(/lines|amount|total/)
    })

    test('cannot be written, nor brought along by a new record', async () => {
      await expect(as('owner').create('orders', { customer: 1, total: '1.00' })).rejects.toMatchObject({
        details: { problems: [{ pointer: '/values/total', code: 'read_only' }] },
      })
      await expect(
        as('owner').edit('lines', '1', { values: { amount: '1.00' }, base: { amount: '0.30' } }),
      ).rejects.toMatchObject({ details: { problems: [{ pointer: '/values/amount', code: 'read_only' }] } })
    })

    test('are of records with keys of several fields, too', async () => {
      const owner = as('owner')
      for (const [row, seat] of [
        [1, 1],
        [1, 2],
        [2, 1],
      ] as const)
        await owner.create('places', { row, seat })
      for (const inRow of [1, 1, 2, null]) await owner.create('tickets', { inRow, onSeat: 1 })
      const { data } = await owner.list('places', { sort: 'row,seat' })
      expect(data.map(({ taken }) => taken)).toEqual([2, 0, 1])
      expect((await owner.list('places', { filter: { taken: { gt: 1 } }, fields: ['taken'] })).data).toEqual([
        { row: 1, seat: 1, taken: 2 },
      ])
    })

    test('leave their record to be edited and removed as any other', async () => {
      const owner = as('owner')
      const edit = { values: { status: 'paid' }, base: { status: 'draft' } }
      const edited = await owner.edit('orders', '1', edit)
      expect(edited.data).toMatchObject({ status: 'paid', lines: 3, total: '4938272.06', ofPaid: 8 })
      await owner.edit('lines', '3', { values: { quantity: 1 }, base: { quantity: 4 } })
      await expect(owner.remove('orders', '1', edited.meta.etag)).rejects.toMatchObject({ code: 'conflict' })
      const { meta } = await owner.read('orders', '1')
      await owner.remove('orders', '1', meta.etag)
      expect((await owner.list('lines')).data.map(({ id }) => id)).toEqual([4])
    })
  })
}
