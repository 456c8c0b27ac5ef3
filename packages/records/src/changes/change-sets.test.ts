/** What the history holds of each act: one change-set, with everything in it, also of what nobody may read. */
import { historyTable } from '@haykal/database'
import { HaykalError } from '@haykal/model'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { emptyDatabases } from '../testing/empty-databases.ts'
import { keptChanges } from '../testing/kept-changes.ts'
import { openShop, type Shop } from '../testing/shop.ts'

const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'not refused',
    (error: unknown) => (error instanceof HaykalError ? error.code : String(error)),
  )

describe.each(emptyDatabases('sets'))('change-sets on $name', ({ address }) => {
  let shop: Shop
  beforeEach(async () => {
    shop = await openShop(await address())
  })
  afterEach(async () => await shop.close())

  test('name their act, and an act that changed nothing is none', async () => {
    const owner = shop.as('owner')
    const { id, changeSet } = await shop.order()
    const edited = await owner.edit('orders', id, { values: { pieces: 3 }, base: { pieces: null } })
    const same = await owner.edit('orders', id, { values: { pieces: 3 }, base: { pieces: 3 } })
    const removed = await owner.remove('orders', id, '*')
    expect(changeSet).toMatch(/^[0-9a-z]{29}$/)
    expect(new Set([changeSet, edited.meta.changeSet, removed.changeSet]).size).toBe(3)
    expect(same.meta.changeSet).toBeUndefined()
    const kept = (await keptChanges(shop.database)).slice(2)
    expect(kept.map(({ act, means }) => [act, means])).toEqual([
      ['create', 'api'],
      ['edit', 'api'],
      ['remove', 'api'],
    ])
  })

  test('hold of an edit what it changed and what the record became', async () => {
    const { id } = await shop.order()
    await shop.as('owner').edit('orders', id, { values: { pieces: 3 }, base: { pieces: null } })
    const [edit] = (await keptChanges(shop.database)).slice(-1)
    expect(edit?.before).toEqual({ pieces: null })
    expect(edit?.after).toMatchObject({ note: 'An order', pieces: 3, customer: 1 })
  })

  test('hold sensitive values so that nobody reads them in the database', async () => {
    const { id } = await shop.order({ pin: 'tamarind' })
    await shop.as('owner').edit('orders', id, { values: { pin: 'cinnamon' }, base: { pin: 'tamarind' } })
    const rows = await shop.database.queries.selectFrom(historyTable).selectAll().execute()
    expect(rows.flatMap((row) => Object.values(row).map(String)).join(' ')).not.toMatch(/tamarind|cinnamon/)
    const [latest] = (await shop.as('owner').history('orders', id)).data
    expect(latest?.fields).toEqual({ pin: { before: null, after: null, sealed: true } })
  })

  test('tell what another program changed, once it is looked at, and write it down before the next change', async () => {
    const owner = shop.as('owner')
    const { id } = await shop.order()
    await shop.database.write((queries) => queries.updateTable('orders').set({ note: 'Meddled' }).execute())
    const before = (await keptChanges(shop.database)).length
    const [noticed] = (await owner.history('orders', id)).data
    expect(noticed).toMatchObject({
      set: { id: '', by: null, means: 'outside' },
      fields: { note: { before: 'An order', after: 'Meddled' } },
    })
    expect(await keptChanges(shop.database)).toHaveLength(before)
    await owner.edit('orders', id, { values: { pieces: 1 }, base: { pieces: null } })
    const kept = (await keptChanges(shop.database)).slice(before)
    expect(kept).toMatchObject([
      { means: 'outside', act: 'edit', before: { note: 'An order' } },
      { means: 'api', act: 'edit', before: { pieces: null } },
    ])
    expect((await owner.history('orders', id)).data).toHaveLength(3)
  })

  test('make a retry with the same key one write, and refuse the key for anything else', async () => {
    const once = { key: 'k1', asked: 'create an order' }
    const first = await shop.as('owner', { means: 'api', once }).create('orders', { note: 'Once' })
    const again = await shop.as('owner', { means: 'api', once }).create('orders', { note: 'Once' })
    expect([again.meta.id, again.meta.changeSet]).toEqual([first.meta.id, first.meta.changeSet])
    expect((await shop.as('owner').list('orders')).data).toHaveLength(1)
    const other = { means: 'api', once: { key: 'k1', asked: 'create another' } } as const
    expect(await refusalOf(shop.as('owner', other).create('orders', { note: 'Other' }))).toBe('repeated_key')
    // Keys are each person's own.
    const theirs = await shop.as('editor', { means: 'api', once }).create('orders', { note: 'Once' })
    expect(theirs.meta.id).not.toBe(first.meta.id)
  })

  test('make of fifty equal requests at once one write', async () => {
    const once = { key: 'k2', asked: 'the same' }
    const replies = await Promise.all(
      Array.from({ length: 50 }, () => shop.as('owner', { means: 'api', once }).create('orders', { note: 'Once' })),
    )
    expect(new Set(replies.map(({ meta }) => meta.changeSet)).size).toBe(1)
    expect((await shop.as('owner').list('orders')).data).toHaveLength(1)
  })

  test('say in a conflict who changed the field, and when', async () => {
    const { id } = await shop.order()
    await shop.as('editor').edit('orders', id, { values: { pieces: 2 }, base: { pieces: null } })
    const error = await shop
      .as('owner')
      .edit('orders', id, { values: { pieces: 5 }, base: { pieces: null } })
      .catch((refused: HaykalError) => refused.details.conflict)
    expect(error).toMatchObject({ pieces: { base: null, theirs: 2, yours: 5, by: 'Name of the editor' } })
  })
})

describe.each(emptyDatabases('sets'))('children on $name', ({ address }) => {
  let shop: Shop
  beforeEach(async () => {
    shop = await openShop(await address())
  })
  afterEach(async () => await shop.close())

  const lines = async () => (await shop.as('owner').list('lines')).data

  test('are saved with their parent, as one change-set', async () => {
    const owner = shop.as('owner')
    const made = await owner.create('orders', { note: 'With lines' }, [
      {
        model: 'lines',
        field: 'order',
        create: [{ values: { product: 'Lamp', quantity: 1 } }, { values: { product: 'Tray', quantity: 2 } }],
      },
    ])
    expect(await lines()).toMatchObject([{ product: 'Lamp' }, { product: 'Tray' }])
    const [lamp, tray] = await lines()
    const { etag } = (await owner.read('lines', String(tray?.id))).meta
    const edited = await owner.edit('orders', made.meta.id, {
      values: { note: 'Changed' },
      base: { note: 'With lines' },
      children: [
        {
          model: 'lines',
          field: 'order',
          create: [{ values: { product: 'Bowl' } }],
          edit: [{ id: String(lamp?.id), values: { quantity: 7 }, base: { quantity: 1 } }],
          remove: [{ id: String(tray?.id), etag }],
        },
      ],
    })
    expect(await lines()).toMatchObject([
      { product: 'Lamp', quantity: 7 },
      { product: 'Bowl', quantity: null },
    ])
    const { counts } = (await owner.readChanges(edited.meta.changeSet ?? '')).set
    expect(counts).toEqual(
      expect.arrayContaining([
        { model: 'orders', act: 'edit', count: 1 },
        { model: 'lines', act: 'create', count: 1 },
        { model: 'lines', act: 'edit', count: 1 },
        { model: 'lines', act: 'remove', count: 1 },
      ]),
    )
  })

  test('are told all that is wrong with them at once, under their place, and then nothing is saved', async () => {
    const owner = shop.as('owner')
    const { id } = await shop.order()
    const error = (await owner
      .edit('orders', id, {
        values: { status: 'gone', note: 'Changed' },
        base: { status: 'draft', note: 'An order' },
        children: [
          {
            model: 'lines',
            field: 'order',
            create: [{ values: { product: '' } }, { values: { product: 'Lamp', quantity: 0 } }],
          },
        ],
      })
      .catch((refused: unknown) => refused)) as HaykalError
    expect(error.code).toBe('invalid')
    expect(error.details.problems?.map(({ pointer }) => pointer)).toEqual([
      '/values/status',
      '/children/0/create/0/values/product',
      '/children/0/create/1/values/quantity',
    ])
    const children = (await owner
      .edit('orders', id, {
        values: { note: 'Changed' },
        base: { note: 'An order' },
        children: [
          {
            model: 'lines',
            field: 'order',
            create: [{ values: { product: '' } }, { values: { product: 'Lamp', quantity: 0 } }],
          },
        ],
      })
      .catch((refused: unknown) => refused)) as HaykalError
    expect(children.details.problems?.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/children/0/create/0/values/product', 'required'],
      ['/children/0/create/1/values/quantity', 'too_small'],
    ])
    expect(await shop.stored('orders', id)).toMatchObject({ note: 'An order' })
    expect(await lines()).toEqual([])
  })

  test('of another record are not found, and an old base of a child is a conflict at its place', async () => {
    const owner = shop.as('owner')
    const [one, other] = [await shop.order(), await shop.order()]
    const line = await owner.create('lines', { order: Number(one.id), product: 'Lamp', quantity: 1 })
    const edit = { id: line.meta.id, values: { quantity: 2 }, base: { quantity: 9 } }
    const children = [{ model: 'lines', field: 'order', edit: [edit] }]
    expect(await refusalOf(owner.edit('orders', other.id, { values: {}, base: {}, children }))).toBe('not_found')
    const error = (await owner
      .edit('orders', one.id, { values: {}, base: {}, children })
      .catch((refused: unknown) => refused)) as HaykalError
    expect(error.code).toBe('conflict')
    expect(error.details.problems).toMatchObject([
      {
        pointer: '/children/0/edit/0/values/quantity',
        code: 'changed_meanwhile',
        params: { base: 9, theirs: 1, yours: 2 },
      },
    ])
  })
})
