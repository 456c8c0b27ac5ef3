/** Facets: how often fields have which values, under a filter, a search and the rules, on each engine. */

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ListQuery } from '@haykal/contract'
import { insertRecords, openDatabase } from '@haykal/database'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { facetBounds, openRecords } from './index.ts'
import { emptyDatabases } from './testing/empty-databases.ts'
import { refusalOf } from './testing/invoices.ts'
import { openShop, type Shop } from './testing/shop.ts'

describe.each(emptyDatabases('facets'))('on $name', ({ address }) => {
  let shop: Shop
  beforeAll(async () => {
    shop = await openShop(await address())
    const owner = shop.as('owner')
    for (const [customer, status, note, pieces] of [
      [1, 'paid', 'red', 1],
      [1, 'paid', 'green', 1],
      [1, 'draft', 'red', 2],
      [2, 'paid', 'red', 2],
      [2, 'shipped', 'blue', null],
      [null, 'draft', 'red', 3],
    ] as const)
      await owner.create('orders', { customer, status, note, pieces })
  }, 60_000)
  afterAll(async () => await shop?.close())

  const facets = async (role: string, query: ListQuery) => {
    const { data, meta } = await shop.as(role).list('orders', { limit: 0, count: 'none', ...query })
    expect(data).toEqual([])
    const counts = Object.entries(meta.facets ?? {}).map(([name, { values, others }]) => [
      name,
      Object.fromEntries((values ?? []).map(({ value, count }) => [String(value), count])),
      others,
    ])
    return { counts, titles: meta.titles }
  }

  test('count the values of all records, with the titles of what relations point to', async () => {
    expect(await facets('owner', { facets: ['status', 'customer'] })).toEqual({
      counts: [
        ['status', { paid: 3, draft: 2, shipped: 1 }, 0],
        ['customer', { 1: 3, 2: 2, null: 1 }, 0],
      ],
      titles: { customers: { 1: 'Nile', 2: 'Rhine' } },
    })
  })

  test('count under the filter, each as if there were none on its own field', async () => {
    const filter = { status: { in: ['paid'] }, customer: { eq: 1 } }
    expect((await facets('owner', { filter, facets: ['status', 'customer', 'pieces'] })).counts).toEqual([
      ['status', { paid: 2, draft: 1 }, 0],
      ['customer', { 1: 2, 2: 1 }, 0],
      ['pieces', { 1: 2 }, 0],
    ])
    const mixed = { or: [{ status: { eq: 'paid' } }, { note: { eq: 'blue' } }] }
    expect((await facets('owner', { filter: mixed, facets: ['status'] })).counts).toEqual([
      ['status', { paid: 3, shipped: 1 }, 0],
    ])
  })

  test('count what is searched for, and what points back', async () => {
    expect((await facets('owner', { q: 'red', facets: ['status'] })).counts).toEqual([
      ['status', { paid: 2, draft: 2 }, 0],
    ])
    const filter = { lines: { some: {} } }
    expect((await facets('owner', { filter, facets: ['status'] })).counts).toEqual([['status', {}, 0]])
  })

  test('count only what the rules let somebody read, whatever the filter says of the field that a rule asks for', async () => {
    const filter = { customer: { eq: 2 } }
    expect(await facets('clerk', { filter, facets: ['customer', 'status'] })).toEqual({
      counts: [
        ['customer', { 1: 3 }, 0],
        ['status', {}, 0],
      ],
      titles: { customers: { 1: 'Nile' } },
    })
  })

  test('tell how many have other values than the most frequent', async () => {
    const owner = shop.as('owner')
    for (let pieces = 100; pieces < 100 + facetBounds.values; pieces += 1) await owner.create('orders', { pieces })
    const { counts } = await facets('owner', { facets: ['pieces'] })
    const [, values = {}, others] = counts[0] ?? []
    expect([Object.keys(values).length, others]).toEqual([facetBounds.values, 4])
  })

  test('are refused for what is hidden as for what is unknown, and where they are too many', async () => {
    const refusal = async (query: ListQuery, role = 'clerk') => await refusalOf(shop.as(role).list('orders', query))
    expect(await refusal({ facets: ['margin', 'nothing'] })).toEqual([
      'malformed',
      ['?facets', 'unknown_field', { name: 'margin' }],
      ['?facets', 'unknown_field', { name: 'nothing' }],
    ])
    const many = Array.from({ length: facetBounds.fields + 1 }, (_, index) => `f${index}`)
    expect(await refusal({ facets: many })).toEqual([
      'malformed',
      ['?facets', 'too_many_facets', { max: facetBounds.fields }],
    ])
  })
})

test('values that take too long to count are not counted, and the page is there without them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'haykal-facets-'))
  const path = join(folder, 'shop.sqlite')
  const shop = await openShop(path)
  const orders = shop.core.models.get('orders')
  if (!orders) throw new Error('There are no orders')
  const note = 'a long note '.repeat(20)
  const many = Array.from({ length: 30_000 }, (_, index) => ({ customer: 1, status: 'paid', note, pieces: index }))
  const { engine } = shop.database
  await shop.database.write((queries) => insertRecords({ engine, queries }, orders, many))
  await shop.close()
  // No process is started within a millisecond: every read that may be long is too long.
  const database = await openDatabase(path, { longestRead: 1 })
  try {
    const records = openRecords({ ...shop.core, database }, { id: '1', role: 'owner' })
    const { data, meta } = await records.list('orders', { facets: ['pieces'], limit: 1, count: 'none', sort: 'id' })
    expect([data.length, meta.facets]).toEqual([1, { pieces: { values: null } }])
  } finally {
    await database.close()
    await rm(folder, { recursive: true })
  }
})
