/** Lists that cannot be gone through in time: what is shown of them, and what is not; the same on every engine. */
import { createAccess } from '@haykal/access'
import type { ListQuery } from '@haykal/contract'
import { insertRecords, openDatabase, syncTables } from '@haykal/database'
import { choice, fieldKinds, integer, text } from '@haykal/fields'
import { type AnyRecord, defineModel, resolveModels } from '@haykal/model'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mostLookedAt } from './bounded-page.ts'
import { openRecords, type RecordsCore } from './index.ts'
import { emptyDatabases } from './testing/empty-databases.ts'
import { refusalOf } from './testing/invoices.ts'

const order = defineModel({
  name: 'orders',
  fields: {
    placed: integer({ required: true }),
    total: integer(),
    margin: integer(),
    status: choice({ options: ['draft', 'paid'] }),
    note: text({ maxLength: 1_000 }),
  },
  // Nothing but its own order is indexed.
  list: { columns: ['placed', 'total'], sort: '-placed', indexed: false },
})
const models = resolveModels([order], { kinds: fieldKinds, hasOrderKeys: true })
const rules = { orders: { reader: { read: { status: { eq: 'paid' } }, hide: ['margin'] } } }
const orders = 26_000
const filler = 'a note that makes the table as large as one that is worth the detour '.repeat(3)

describe.each(emptyDatabases('bounded', { inFiles: true }))('a list without an index on $name', ({ address }) => {
  let core: RecordsCore
  beforeAll(async () => {
    // In which no process has started, and no server has gone through all of it.
    const database = await openDatabase(await address(), { longestList: 2 })
    await syncTables(database, models)
    const [model] = models.all
    if (!model) throw new Error('there is no model')
    await database.write(async (queries) => {
      const records = Array.from({ length: orders }, (_, index) => ({
        id: index + 1,
        placed: index,
        total: (index * 7_919) % orders,
        margin: index,
        status: index % 2 ? 'paid' : 'draft',
        note: index === 10 ? 'a needle far back' : index === orders - 30 ? 'a needle in front' : filler,
      }))
      await insertRecords({ engine: database.engine, queries }, model, records)
    })
    core = { database, models, access: createAccess(models, rules), secret: 'of the tests', closedOf: () => undefined }
  }, 120_000)
  afterAll(async () => await core?.database.close())

  const list = async (query: ListQuery, role: 'owner' | 'reader' = 'owner') =>
    await openRecords(core, { id: '1', role }).list('orders', { limit: 20, ...query })
  const placesOf = (data: readonly AnyRecord[]) => data.map(({ placed }) => placed)
  const newest = (from: number, count = 20) => Array.from({ length: count }, (_, index) => orders - 1 - from - index)

  test('stands in its usual order where it takes too long to sort, and goes on in it both ways', async () => {
    const first = await list({ sort: 'total' })
    expect(first.meta).toMatchObject({ bounded: { isSorted: false }, count: null, countKind: 'none', prev: null })
    expect(placesOf(first.data)).toEqual(newest(0))
    const second = await list({ sort: 'total', after: first.meta.next ?? '' })
    expect(placesOf(second.data)).toEqual(newest(20))
    expect(second.meta.bounded).toEqual({ isSorted: false })
    const back = await list({ sort: 'total', before: second.meta.prev ?? '' })
    expect(placesOf(back.data)).toEqual(newest(0))
    const end = await list({ sort: 'total', last: true })
    expect(placesOf(end.data)).toEqual(newest(orders - 20))
    expect(end.meta).toMatchObject({ bounded: { isSorted: false }, next: null })
  })

  test('shows what is found among the first records, and says how many those are', async () => {
    const { data, meta } = await list({ filter: { note: { contains: 'needle' } } })
    expect(placesOf(data)).toEqual([orders - 30])
    expect(meta).toMatchObject({
      bounded: { isSorted: true, looked: mostLookedAt },
      next: null,
      prev: null,
      count: null,
    })
  })

  test('sorts nothing and looks no further where both would take too long', async () => {
    const { data, meta } = await list({ sort: '-total', filter: { note: { contains: 'needle' } } })
    expect(placesOf(data)).toEqual([orders - 30])
    expect(meta.bounded).toEqual({ isSorted: false, looked: mostLookedAt })
  })

  test('is there as a whole for whoever waits', async () => {
    const { data, meta } = await list({ sort: 'total', whole: true })
    expect(data.map(({ total }) => total)).toEqual(Array.from({ length: 20 }, (_, index) => index))
    expect(meta).not.toHaveProperty('bounded')
    const needles = await list({ sort: 'placed', filter: { note: { contains: 'needle' } }, whole: true })
    expect(placesOf(needles.data)).toEqual([10, orders - 30])
    const next = await list({ sort: 'total', whole: true, after: meta.next ?? '' })
    expect(next.data[0]?.total).toBe(20)
  })

  test('shows nobody what the rules keep from them', async () => {
    const first = await list({ sort: 'total' }, 'reader')
    expect(placesOf(first.data)).toEqual(newest(0, 40).filter((place) => place % 2))
    expect(JSON.stringify(first)).not.toContain('margin')
    const second = await list({ sort: 'total', after: first.meta.next ?? '' }, 'reader')
    expect(placesOf(second.data)).toEqual(newest(40, 40).filter((place) => place % 2))
    const hidden = await list({ sort: 'total', filter: { note: { contains: 'needle far back' } } }, 'reader')
    expect(hidden.data).toEqual([])
    expect(await refusalOf(list({ sort: 'margin' }, 'reader'))).toEqual([
      'malformed',
      ['?sort', 'unknown_field', { name: 'margin' }],
    ])
  })

  test('is led on in by its own cursors only, whole', async () => {
    const { meta } = await list({ sort: 'total' })
    const next = meta.next ?? ''
    for (const bad of [`${next}x`, next.slice(1), `~${next}`, '~', `~${'A'.repeat(40)}.${'B'.repeat(22)}`]) {
      const refusal = await refusalOf(list({ sort: 'total', after: bad }))
      expect(refusal, bad).toEqual(['malformed', ['?after', 'bad_cursor', undefined]])
    }
    // In its usual order the list needs no bounds, but where such a page ends it may be gone on from.
    expect(placesOf((await list({ after: next })).data)).toEqual(newest(20))
  })

  test('is refused where one asks for a place in the middle of an order that is not there', async () => {
    expect(await refusalOf(list({ sort: 'total', at: '400' }))).toEqual(['took_too_long'])
  })

  test('is a list like any other where an index has its order', async () => {
    const { data } = await list({ count: 'none' })
    expect(placesOf(data)).toEqual(newest(0))
  })
})
