/** Jumping in lists: to the end, to a row, to a share of the whole, to a value; the same on every engine. */
import { createAccess } from '@haykal/access'
import type { ListQuery } from '@haykal/contract'
import { insertRecords, openDatabase, syncTables } from '@haykal/database'
import { date, decimal, fieldKinds, integer, relation, text } from '@haykal/fields'
import { type AnyRecord, defineModel, resolveModels } from '@haykal/model'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openRecords, type RecordsCore } from './index.ts'
import { emptyDatabases } from './testing/empty-databases.ts'
import { refusalOf } from './testing/invoices.ts'

const names = ['Amal', 'Élodie', 'kareem', 'Karl', 'قيس', 'Zoë', null]

const person = defineModel({
  name: 'people',
  title: 'name',
  fields: {
    name: text(),
    born: date(),
    owes: decimal({ scale: 2 }),
    secret: integer(),
    friend: relation({ to: 'people' }),
  },
})
/** Many, and half of them not to be seen by readers. */
const event = defineModel({ name: 'events', fields: { at: integer({ required: true }), isOpen: integer() } })
const models = resolveModels([person, event], { kinds: fieldKinds, hasOrderKeys: true })
const rules = {
  people: { reader: { read: true, hide: ['secret'] } },
  events: { reader: { read: { isOpen: { eq: 1 } } }, public: { read: { at: { lt: 300 } } } },
}
const events = 24_000

describe.each(emptyDatabases('jump'))('jumping on $name', ({ address }) => {
  let core: RecordsCore
  beforeAll(async () => {
    const database = await openDatabase(await address())
    await syncTables(database, models)
    await database.write(async (queries) => {
      const writing = { engine: database.engine, queries }
      const [people, happened] = models.all
      if (!people || !happened) throw new Error('there are no models')
      const born = ['2026-03-11', '2026-03-12', null, '2026-03-12', '2026-04-01', '1999-01-01', '2026-03-13']
      await insertRecords(
        writing,
        people,
        names.map((name, index) => ({
          id: index + 1,
          name,
          born: born[index] ?? null,
          owes: index === 3 ? null : `${index * 10}.50`,
          secret: index,
          friend: 7 - index,
        })),
      )
      // Gaps between the keys, and an order that runs against them.
      await insertRecords(
        writing,
        happened,
        Array.from({ length: events }, (_, index) => ({ id: 1 + index * 3, at: events - index, isOpen: index % 2 })),
      )
    })
    core = {
      database,
      models,
      access: createAccess(models, rules as never),
      secret: 'a secret of the tests',
      closedOf: () => undefined,
    }
  }, 60_000)
  afterAll(async () => await core?.database.close())

  const list = async (model: string, query: ListQuery, role: 'owner' | 'reader' | 'public' = 'owner') =>
    await openRecords(core, { id: '1', role }).list(model, query)
  const namesFrom = async (query: ListQuery) => (await list('people', query)).data.map(({ name }) => name)

  const fromCases: readonly { readonly sort: string; readonly from: string; readonly first: string | null }[] = [
    { sort: 'name', from: 'K', first: 'kareem' },
    { sort: 'name', from: 'e', first: 'Élodie' },
    { sort: 'name', from: 'kar', first: 'kareem' },
    { sort: 'name', from: 'Karl', first: 'Karl' },
    { sort: 'name', from: 'f', first: 'kareem' },
    { sort: 'name', from: 'ق', first: 'قيس' },
    { sort: '-name', from: 'K', first: 'Karl' },
    { sort: '-name', from: 'f', first: 'Élodie' },
    { sort: 'friend', from: 'K', first: 'kareem' },
    { sort: '-friend', from: 'k', first: 'Karl' },
    { sort: 'born', from: '2026-03-12', first: 'Élodie' },
    { sort: 'born', from: '2026-03-14', first: 'قيس' },
    { sort: '-born', from: '2026-03-12', first: 'Karl' },
    { sort: 'owes', from: '20', first: 'kareem' },
    { sort: 'owes', from: '20.50', first: 'kareem' },
    { sort: '-owes', from: '20.50', first: 'kareem' },
    { sort: 'id', from: '5', first: 'قيس' },
  ]
  for (const { sort, from, first } of fromCases) {
    test(`begins at ${from} in a list sorted by ${sort}`, async () => {
      const whole = (await list('people', { sort })).data
      const page = await list('people', { sort, from, limit: 2 })
      const title = sort.endsWith('friend')
        ? page.meta.titles.people?.[String(page.data[0]?.friend)]
        : page.data[0]?.name
      expect(title).toBe(first)
      // The list goes on from there, and in front of it is all the rest.
      const at = whole.findIndex(({ id }) => id === page.data[0]?.id)
      expect(page.data).toEqual(whole.slice(at, at + 2))
      const front = await list('people', { sort, before: page.meta.prev ?? '' })
      expect(front.data).toEqual(whole.slice(0, at))
    })
  }

  test('shows the end where a value or a row lies behind everything', async () => {
    expect(await namesFrom({ sort: 'id', from: '1000', limit: 2 })).toEqual(['Zoë', null])
    expect(await namesFrom({ sort: 'id', at: '1000', limit: 2 })).toEqual(['Zoë', null])
    expect(await namesFrom({ sort: 'id', at: '100%', limit: 2 })).toEqual(['Zoë', null])
    expect(await namesFrom({ sort: 'id', last: true, limit: 2 })).toEqual(['Zoë', null])
  })

  test('tells that nothing is behind the last page, nor in front of the first', async () => {
    expect((await list('people', { sort: 'id', last: true, limit: 2 })).meta).toMatchObject({
      next: null,
      prev: expect.any(String),
    })
    expect((await list('people', { sort: 'id', last: true })).meta).toMatchObject({ next: null, prev: null })
    expect((await list('people', { sort: 'id', at: '0', limit: 2 })).meta).toMatchObject({
      next: expect.any(String),
      prev: null,
    })
    expect((await list('people', { sort: 'id', from: '1', limit: 2 })).meta).toMatchObject({
      next: expect.any(String),
      prev: null,
    })
  })

  test.each(['id', '-id', 'at', '-at', 'isOpen,at'])(
    'finds a share of a long list sorted by %s, about',
    async (sort) => {
      for (const role of ['owner', 'reader'] as const) {
        const whole = role === 'owner' ? events : events / 2
        for (const percent of [0.1, 25, 50, 99]) {
          const page = await list('events', { sort, at: `${percent}%`, limit: 1, count: 'none' }, role)
          const row = await rowOf(page.data[0] ?? {}, sort, role)
          // All of them, in an order that their keys tell, are found exactly; else what is looked at is a sample.
          const isEven = role === 'owner' && !sort.includes(',')
          expect(Math.abs(row / whole - percent / 100)).toBeLessThan(isEven ? 0.002 : 0.06)
          if (role === 'reader') expect(page.data[0]?.isOpen).toBe(1)
        }
      }
    },
  )

  /** How many stand in front of a record. */
  async function rowOf({ id, at, isOpen }: AnyRecord, sort: string, role: 'owner' | 'reader'): Promise<number> {
    const [field = 'id'] = sort.replace('-', '').split(',').slice(-1)
    const than = sort.startsWith('-') ? 'gt' : 'lt'
    const filter = sort.includes(',')
      ? { or: [{ isOpen: { lt: Number(isOpen) } }, { isOpen: { eq: Number(isOpen) }, at: { lt: Number(at) } }] }
      : { [field]: { [than]: field === 'id' ? Number(id) : Number(at) } }
    return (await list('events', { filter, limit: 1, count: 'exact' }, role)).meta.count ?? 0
  }

  test('tells about where in the list a value stands', async () => {
    const few = await list('people', { sort: 'id', from: '5' })
    expect(few.meta.share).toBe(4 / 7)
    const many = await list('events', { sort: '-at', from: '6000', limit: 1, count: 'none' })
    expect(many.meta.share).toBeCloseTo(0.75, 1)
    expect((await list('events', { sort: '-at', limit: 1 })).meta).not.toHaveProperty('share')
  })

  test('finds a share of the few that somebody may see', async () => {
    const page = await list('events', { sort: 'at', at: '50%', limit: 1 }, 'public')
    expect(page.data).toMatchObject([{ at: 150 }])
  })

  const refused: readonly { readonly query: ListQuery; readonly problems: readonly unknown[] }[] = [
    { query: { at: 'soon' }, problems: [['?at', 'malformed', undefined]] },
    { query: { at: '-1' }, problems: [['?at', 'malformed', undefined]] },
    { query: { at: '101%' }, problems: [['?at', 'malformed', undefined]] },
    {
      query: { at: '0', last: true, after: 'x' },
      problems: [
        ['?last', 'malformed', undefined],
        ['?at', 'malformed', undefined],
      ],
    },
    { query: { sort: 'born', from: 'K' }, problems: [['?from', 'bad_date', undefined]] },
    { query: { sort: 'owes', from: 'K' }, problems: [['?from', 'bad_number', undefined]] },
    { query: { sort: 'secret', from: '3' }, problems: [['?sort', 'unknown_field', { name: 'secret' }]] },
  ]
  for (const { query, problems } of refused) {
    test(`refuses ${JSON.stringify(query)}`, async () => {
      const reader = openRecords(core, { id: '1', role: 'reader' })
      expect(await refusalOf(reader.list('people', query))).toEqual(['malformed', ...problems])
    })
  }

  test('refuses a cursor that was changed, of another order, and of another model', async () => {
    const reader = openRecords(core, { id: '1', role: 'reader' })
    const { next } = (await reader.list('people', { sort: 'name', limit: 2 })).meta
    const [text = '', signed] = (next ?? '').split('.')
    const place = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[]
    // What it holds is what the list is sorted by, and the key: nothing that its reader may not see.
    expect(place).toEqual([
      expect.stringMatching(/^amal\tAmal$/),
      [{ int: '1' }, '1'].find((key) => JSON.stringify(key) === JSON.stringify(place[1])),
    ])
    const other = Buffer.from(JSON.stringify(['zoe', 1])).toString('base64url')
    for (const [model, query] of [
      ['people', { sort: 'name', after: `${other}.${signed}` }],
      ['people', { sort: 'name', after: text }],
      ['people', { sort: '-name', after: next ?? '' }],
      ['people', { sort: 'name,born', after: next ?? '' }],
      ['events', { sort: 'at', after: next ?? '' }],
    ] as const) {
      expect(await refusalOf(reader.list(model, query))).toEqual(['malformed', ['?after', 'bad_cursor', undefined]])
    }
  })
})
