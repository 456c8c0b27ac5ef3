/** Slow lists and the index that helps: what is advised does help, on every engine, and what is remembered holds no value. */
import { createAccess } from '@haykal/access'
import type { ListQuery } from '@haykal/contract'
import { insertRecords, openDatabase, syncTables } from '@haykal/database'
import { choice, fieldKinds, integer, longText, relation, text } from '@haykal/fields'
import { computed, defineModel, type Json, resolveModels } from '@haykal/model'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openRecords, type RecordsCore } from '../index.ts'
import { emptyDatabases } from '../testing/empty-databases.ts'
import type { ListAdvice } from './advise.ts'
import type { ListShape } from './list-shape.ts'
import { type KeptList, makeAdvisedIndex, presentSlowLists } from './present-slow-lists.ts'
import { createSlowLists } from './slow-lists.ts'

/** Fields that hold numbers, one for each case, as no index of one is to help another. */
const numbers = [...'abcdefghijkl']

const customer = defineModel({
  name: 'customers',
  title: 'name',
  fields: { name: text({ required: true }), country: text(), pin: text() },
  list: { columns: ['name'], indexed: false },
})
const order = defineModel({
  name: 'orders',
  fields: {
    placed: integer({ required: true }),
    customer: relation({ to: 'customers' }),
    total: integer(),
    margin: integer(),
    status: choice({ options: ['draft', 'paid'] }),
    city: text(),
    town: text(),
    kind: text(),
    ...Object.fromEntries(numbers.map((name) => [name, integer()])),
    note: longText(),
    twice: computed({ from: 'total * 2', as: integer() }),
  },
  list: { columns: ['placed', 'total'], sort: '-placed', indexed: false },
})
const models = resolveModels([customer, order], { kinds: fieldKinds, hasOrderKeys: true })
const rules = { orders: { editor: { read: true, hide: ['margin'] } }, customers: { editor: { read: true } } }
const orders = 12_000
const filler = 'a note that makes the table as large as one that is worth the detour '.repeat(8)
const owner = { id: '1', role: 'owner' } as const

describe.each(emptyDatabases('advice', { inFiles: true }))('slow lists on $name', ({ address }) => {
  let core: RecordsCore
  const told: string[] = []
  beforeAll(async () => {
    const database = await openDatabase(await address(), { longestList: 2 })
    await syncTables(database, models)
    const [customers, ordered] = models.all
    if (!customers || !ordered) throw new Error('there are no models')
    await database.write(async (queries) => {
      const writing = { engine: database.engine, queries }
      const people = Array.from({ length: 300 }, (_, index) => ({
        id: index + 1,
        name: `N${index}`,
        country: `C${index % 9}`,
      }))
      await insertRecords(writing, customers, people)
      const records = Array.from({ length: orders }, (_, index) => ({
        id: index + 1,
        placed: index,
        customer: 1 + (index % 300),
        total: (index * 7_919) % orders,
        margin: index,
        status: index % 2 ? 'paid' : 'draft',
        city: `City ${index % 50}`,
        town: `Town ${index % 50}`,
        kind: `K${index % 3}`,
        ...Object.fromEntries(numbers.map((name, at) => [name, (index * (7_919 + at)) % (orders - at)])),
        note: filler,
      }))
      await insertRecords(writing, ordered, records)
    })
    core = {
      database,
      models,
      access: createAccess(models, rules),
      secret: 'of the tests',
      closedOf: () => undefined,
      hasOwnTables: true,
    }
  }, 120_000)
  afterAll(async () => await core?.database.close())

  const developed = (): RecordsCore => {
    const tell = ({ model }: ListShape, { indexes }: ListAdvice) =>
      void told.push(
        `${model}: ${indexes.map(({ terms }) => terms.map(({ field }) => field.name).join(',')).join(' | ')}`,
      )
    return { ...core, slowLists: createSlowLists({ tell }) }
  }
  const list = async (on: RecordsCore, query: ListQuery, role: 'owner' | 'editor' = 'owner') =>
    await openRecords(on, { id: '1', role }).list('orders', { limit: 20, ...query })
  const only = async (on: RecordsCore, views: readonly KeptList[] = []) => (await presentSlowLists(on, owner, views))[0]

  const cases: readonly {
    readonly asks: string
    readonly query: ListQuery
    readonly steps: readonly string[]
    /** Few are found, and then sorted: not worth a process of its own, but it has one. */
    readonly isSortedThen?: true
  }[] = [
    { asks: 'an order', query: { sort: 'a' }, steps: ['orders a'] },
    { asks: 'one backwards, which is the same from its end', query: { sort: '-b' }, steps: ['orders b'] },
    { asks: 'one of words', query: { sort: '-city' }, steps: ['orders city'] },
    { asks: 'one that turns', query: { sort: 'c,-d' }, steps: ['orders c,-d,id'] },
    { asks: 'one of which an index has the beginning', query: { sort: 'a,-l' }, steps: ['orders a,-l,id'] },
    { asks: 'one value in an order', query: { filter: { e: { eq: 3 } }, sort: '-f' }, steps: ['orders e,f'] },
    {
      asks: 'one word in the usual order',
      query: { filter: { town: { eq: 'Town 7' } } },
      steps: ['orders town,placed'],
    },
    {
      asks: 'one word in an order of words',
      query: { filter: { kind: { eq: 'K1' } }, sort: 'town' },
      steps: ['orders kind,town'],
    },
    { asks: 'one value in the order of the key', query: { filter: { k: { eq: 3 } }, sort: 'id' }, steps: ['orders k'] },
    { asks: 'what is empty', query: { filter: { g: { isNull: true } } }, steps: ['orders g,placed'] },
    { asks: 'a few values', query: { filter: { h: { in: [3, 4] } } }, steps: ['orders h'], isSortedThen: true },
    { asks: 'a range', query: { filter: { i: { gt: 11_980 } } }, steps: ['orders i'], isSortedThen: true },
    { asks: 'a range in its own order', query: { filter: { j: { lt: 9 } }, sort: 'j' }, steps: ['orders j'] },
    {
      asks: 'what stands in another table',
      query: { filter: { 'customer.country': { eq: 'C3' } } },
      steps: ['customers country'],
      isSortedThen: true,
    },
  ]

  test.each(cases)('$asks: what is advised helps, and is advised no more', async ({ query, steps, isSortedThen }) => {
    const on = developed()
    const before = await list(on, query)
    expect(before.meta.hint).toBe('unindexed')
    const advised = (await only(on))?.steps ?? []
    expect(advised.map(({ model, terms }) => `${model} ${terms.join(',')}`)).toEqual(steps)
    for (const step of advised) expect(await makeAdvisedIndex(on, owner, step)).toBe(true)
    const after = await only(on)
    expect({ steps: after?.steps, sorted: after?.sorted, how: after?.tests.map(({ how }) => how) }).toEqual({
      steps: [],
      sorted: 'index',
      how: after?.tests.map(() => 'index'),
    })
    const again = await list(developed(), query)
    expect(again.meta.hint).not.toBe('unindexed')
    if (core.database.engine.name === 'sqlite' && !isSortedThen) expect(again.meta).not.toHaveProperty('bounded')
    const whole = await list(core, { ...query, whole: true })
    expect(again.data).toEqual(whole.data)
  })

  test('of what an index cannot help, that is said', async () => {
    const on = developed()
    await list(on, { filter: { note: { contains: 'needle' } } })
    await list(on, { sort: 'twice' })
    const lists = await presentSlowLists(on, owner, [])
    const hows = lists.map(({ tests, sorted, steps }) => ({ how: tests.map(({ how }) => how), sorted, steps }))
    expect(hows).toHaveLength(2)
    expect(hows).toContainEqual({ how: ['texts'], sorted: 'index', steps: [] })
    expect(hows).toContainEqual({ how: [], sorted: 'never', steps: [] })
  })

  test('a list that was shown in part is remembered with its plan, and never with what was asked for', async () => {
    const on = { ...core, slowLists: createSlowLists() }
    const { meta } = await list(on, { filter: { and: [{ note: { contains: 'a needle' } }] }, sort: '-twice' }, 'editor')
    expect(meta).toMatchObject({ bounded: { isSorted: false } })
    expect(meta).not.toHaveProperty('hint')
    await list(on, { filter: { note: { contains: 'another needle' } }, sort: '-twice' })
    expect(on.slowLists.all()).toHaveLength(1)
    await expect.poll(() => on.slowLists.all()[0]?.plan.length).toBeGreaterThan(0)
    expect(JSON.stringify(on.slowLists.all())).not.toContain('needle')
    const slow = await only(on)
    expect(slow).toMatchObject({ model: 'orders', times: 2, bounded: 2, count: orders, isSearched: false })
    expect(slow?.sort).toEqual([{ path: [{ en: 'Twice' }].map(({ en }) => en), descending: true }])
  })

  test('views that would gain are named as far as their owner is told of them, and counted', async () => {
    const on = developed()
    await list(on, { sort: '-total,city' })
    const view = (name: string, list: Json, isTold: boolean): KeptList => ({
      id: name,
      name,
      model: 'orders',
      list,
      isTold,
    })
    const slow = await only(on, [
      view('Shared', { sort: '-total,city' }, true),
      view('Another order', { sort: 'placed' }, true),
      view('Of somebody', { sort: 'total,-city' }, false),
    ])
    expect(slow?.views).toEqual([{ id: 'Shared', name: 'Shared' }])
    expect(slow?.otherViews).toBe(1)
    expect(JSON.stringify(slow)).not.toContain('Of somebody')
  })

  test('whoever may not see a field is told of no list that asks for it', async () => {
    const on = { ...core, slowLists: createSlowLists({ tell: () => undefined }) }
    await list(on, { sort: 'margin,total' })
    await list(on, { filter: { margin: { gt: 3 } }, sort: 'total,margin' })
    expect(await presentSlowLists(on, { id: '2', role: 'editor' }, [])).toEqual([])
    expect(
      await makeAdvisedIndex(on, { id: '2', role: 'editor' }, { model: 'orders', terms: ['margin', 'total'] }),
    ).toBe(false)
  })

  test('only what is advised is made', async () => {
    const on = developed()
    await list(on, { sort: 'margin,city' })
    expect(await makeAdvisedIndex(on, owner, { model: 'orders', terms: ['note'] })).toBe(false)
    expect(await makeAdvisedIndex(on, owner, { model: 'nowhere', terms: ['margin', 'city'] })).toBe(false)
  })

  test('whoever develops is told once of each list, and of none that has its index', async () => {
    const on = developed()
    told.length = 0
    for (const value of [1, 2, 3]) await list(on, { filter: { margin: { lt: value } }, sort: 'customer,total' })
    await list(on, {})
    expect(told).toHaveLength(1)
  })
})

test('of a table of somebody else the statement is told', async () => {
  const database = await openDatabase(':memory:')
  const odd = defineModel({
    name: 'odd',
    table: 'odd "orders"',
    fields: { total: integer({ column: 'the total' }), name: text() },
    list: { columns: ['total'], indexed: false },
  })
  const own = resolveModels([odd], { kinds: fieldKinds })
  await syncTables(database, own)
  const access = createAccess(own, {})
  const slowLists = createSlowLists({ tell: () => undefined })
  const core: RecordsCore = { database, models: own, access, secret: 's', closedOf: () => undefined, slowLists }
  await openRecords(core, owner).list('odd', { sort: '-total,name' })
  const [slow] = await presentSlowLists(core, owner, [])
  expect(slow?.steps).toEqual([
    {
      model: 'odd',
      terms: ['total', '-name', 'id'],
      statements: [
        expect.stringMatching(
          /^create index if not exists ".+" on "odd ""orders""" \("the total", "name" desc, "id"\);$/,
        ),
      ],
    },
  ])
  await database.close()
})
