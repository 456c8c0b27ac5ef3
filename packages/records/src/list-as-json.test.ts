/** A page as JSON says what the page of records says, whether the database can write it or not. */
import { isUtf8 } from 'node:buffer'
import { createAccess, type ModelRules } from '@haykal/access'
import type { ListQuery, RecordPage } from '@haykal/contract'
import { type Database, openDatabase, selectRecords, syncTables } from '@haykal/database'
import { bytes, datetime, decimal, fieldKinds, integer, relation, tags, text } from '@haykal/fields'
import { computed, defineModel, everything, resolveModels, rollup } from '@haykal/model'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openRecords, type Records, type RecordsCore } from './index.ts'

const makers = defineModel({
  name: 'makers',
  title: 'name',
  fields: { name: text(), country: text(), things: rollup({ of: 'things.maker', count: true }) },
})
const things = defineModel({
  name: 'things',
  title: 'label',
  fields: {
    label: text(),
    size: integer(),
    price: decimal({ scale: 2 }),
    twice: computed({ from: 'price * 2', as: decimal({ scale: 2 }) }),
    secret: text(),
    words: tags(),
    madeAt: datetime(),
    maker: relation({ to: 'makers' }),
    mendedBy: relation({ to: 'makers' }),
    picture: bytes(),
  },
})
const places = defineModel({
  name: 'places',
  key: ['row', 'seat'],
  fields: { row: text(), seat: integer(), taken: text() },
})
const models = resolveModels([makers, things, places], { kinds: fieldKinds, hasOrderKeys: true })

const rules: { readonly [model: string]: ModelRules } = {
  makers: { reader: { read: { country: { eq: 'EG' } } } },
  things: {
    reader: {
      read: { size: { lt: 100 } },
      edit: { 'maker.country': { eq: 'EG' } },
      remove: { label: { eq: 'b' } },
      hide: ['secret'],
    },
  },
  places: { reader: { read: true, edit: { taken: { isNull: true } }, remove: { row: { eq: 'a, "1"' } } } },
}

let database: Database
let core: RecordsCore
beforeEach(async () => {
  database = await openDatabase(':memory:')
  await syncTables(database, models)
  const access = createAccess(models, rules)
  core = { database, models, access, secret: 'a secret of the tests', closedOf: () => undefined, isOurs: true }
  const owner = as('owner')
  for (const [id, country] of [
    [1, 'EG'],
    [2, 'FR'],
  ] as const)
    await owner.create('makers', { name: `Maker "${id}"`, country })
  for (const [index, label] of ['a', 'b', 'c', null].entries())
    await owner.create('things', {
      label,
      size: index === 2 ? 100 : index,
      price: ['0.10', '-12.00', '9999999.99', null][index] ?? null,
      secret: 'for owners',
      words: index === 0 ? ['new', 'at 9'] : [],
      madeAt: '2026-11-21T06:50:00.000Z',
      maker: [1, 2, 1, null][index] ?? null,
      mendedBy: [null, 1, null, 2][index] ?? null,
      picture: index === 0 ? 'AAEC' : null,
    })
  for (const [row, seat] of [
    ['a, "1"', 1],
    ['b', 1],
    ['b', 2],
  ] as const)
    await owner.create('places', { row, seat, taken: seat === 2 ? 'yes' : null })
})
afterEach(async () => await database.close())

function as(role: string): Records {
  return openRecords(core, { id: 'somebody', role })
}

type AnyStored = { readonly [column: string]: string | number | bigint | Uint8Array }

/** Writes past the kinds of fields, as another program may. */
async function write(table: string, id: number, values: AnyStored): Promise<void> {
  await database.write(async (queries) => {
    await queries.updateTable(table).set(values).where('id', '=', id).execute()
  })
}

/** The page, once it was seen to be the same as JSON. */
async function same(records: Records, model: string, query: ListQuery = {}): Promise<RecordPage> {
  const page = await records.list(model, query)
  const { json } = await records.listAsJson(model, query)
  const written = JSON.parse(json) as RecordPage
  expect({ ...written, meta: { ...written.meta, ...led(written) } }).toEqual(
    JSON.parse(JSON.stringify({ ...page, meta: { ...page.meta, ...led(page) } })),
  )
  return written
}

/** Whether a page leads on and back: one place may be told as 24 or as 24.0. */
function led({ meta: { next, prev } }: RecordPage) {
  return { next: next !== null, prev: prev !== null }
}

/** Whether the database writes a list with these fields. */
async function isWritten(name: string, fields: readonly string[]): Promise<boolean> {
  const model = models.get(name)
  if (!model) throw new Error(`There is no ${name}.`)
  const asked = model.fields.filter((field) => fields.includes(field.name))
  const order = model.key.map((field) => ({ path: { hops: [], field }, descending: false }))
  const page = await selectRecords(database, model, {
    condition: everything,
    order,
    fields: asked,
    limit: 50,
    asJson: { pointed: [], tests: [] },
  })
  return page.written !== undefined
}

const plain = ['id', 'label', 'size', 'price', 'twice', 'words', 'madeAt', 'maker', 'mendedBy']

test('an owner is given the same, however it is sorted, and from wherever it is read', async () => {
  for (const sort of ['', '-label', 'maker', '-price,label', 'twice', 'maker.name,-size', 'madeAt']) {
    const first = await same(as('owner'), 'things', { sort, limit: 2, fields: plain })
    const second = await same(as('owner'), 'things', { sort, limit: 2, fields: plain, after: first.meta.next ?? '' })
    expect(second.meta.next).toBeNull()
    const back = await same(as('owner'), 'things', { sort, limit: 2, fields: plain, before: second.meta.prev ?? '' })
    expect(back.data).toEqual(first.data)
  }
})

test('what is hidden stays hidden, of records and of titles, and who may do what is the same', async () => {
  const page = await same(as('reader'), 'things', { sort: 'id', fields: plain })
  expect(page.data.map(({ label }) => label)).toEqual(['a', 'b', null])
  expect(page.meta.can).toMatchObject({ edit: [true, false, false], remove: [false, true, false] })
  expect(page.meta.titles).toEqual({ makers: { 1: 'Maker "1"' } })
  const { json } = await as('reader').listAsJson('things', { fields: plain })
  expect(json).not.toContain('secret')
  expect(json).not.toContain('for owners')
  expect(json).not.toContain('Maker \\"2')
})

test('what may be done with records is told in their order, whichever way the page is read', async () => {
  const sorted = { sort: 'row,seat', limit: 2 }
  const first = await same(as('reader'), 'places', sorted)
  expect(first.meta.can).toMatchObject({ edit: [true, true], remove: [true, false] })
  const second = await same(as('reader'), 'places', { ...sorted, after: first.meta.next ?? '' })
  expect(second.meta.can).toMatchObject({ edit: [false], remove: [false] })
  const back = await same(as('reader'), 'places', { ...sorted, before: second.meta.prev ?? '' })
  expect(back).toEqual({ ...first, meta: { ...first.meta, next: expect.any(String), prev: null } })
})

test('titles are of the records of the page alone, whichever relations point there', async () => {
  const titlesOf = async (query: ListQuery) => (await same(as('owner'), 'things', query)).meta.titles
  const [one, other] = [{ 1: 'Maker "1"' }, { 2: 'Maker "2"' }]
  expect(await titlesOf({ sort: 'id', limit: 1, fields: ['maker'] })).toEqual({ makers: one })
  expect(await titlesOf({ sort: 'id', limit: 1, fields: ['mendedBy'] })).toEqual({})
  expect(await titlesOf({ sort: '-id', limit: 1, fields: plain })).toEqual({ makers: other })
  expect(await titlesOf({ sort: '-mendedBy', limit: 2, fields: plain })).toEqual({ makers: { ...one, ...other } })
})

describe('what the database cannot write', () => {
  test('is told by the columns: bytes, and what is rolled up', async () => {
    expect(await isWritten('things', plain)).toBe(true)
    expect(await isWritten('things', [...plain, 'picture'])).toBe(false)
    expect(await isWritten('makers', ['id', 'name', 'things'])).toBe(false)
    await same(as('owner'), 'things')
    await same(as('owner'), 'makers')
  })

  test.each([
    ['bytes in a text', 'things', { label: Buffer.from('abc') }],
    ['an amount of more digits', 'things', { price: 1.23456 }],
    ['a moment in another form', 'things', { madeAt: '2026-11-21 06:50:00' }],
    ['a number without end', 'things', { words: '[1e999]' }],
    ['a title of bytes', 'makers', { name: Buffer.from('abc') }],
  ])('is read value by value: %s, which another program has written', async (_, table, values) => {
    await write(table, 1, values)
    for (const sort of ['id', 'label', '-price', 'madeAt']) await same(as('owner'), 'things', { sort, fields: plain })
    await same(as('reader'), 'things', { fields: plain })
  })
})

test('a text of broken encoding is sent as it is read, in UTF-8', async () => {
  await database.write(async (queries) => {
    await queries
      .updateTable('things')
      .set((eb) => ({ label: eb.cast(eb.val(Buffer.from([0x61, 0xff, 0x62])), 'text') }))
      .where('id', '=', 2)
      .execute()
  })
  const { data } = await same(as('owner'), 'things', { sort: 'id', fields: plain })
  expect(data[1]).toMatchObject({ label: 'a\uFFFDb' })
  const { bytes } = await as('owner').listAsJson('things', { sort: 'id', fields: plain })
  expect(isUtf8(bytes)).toBe(true)
  const first = await same(as('owner'), 'things', { sort: '-label', fields: plain, limit: 2 })
  await same(as('owner'), 'things', { sort: '-label', fields: plain, limit: 2, after: first.meta.next ?? '' })
})

test('large numbers and what has no place in a number come as they are read', async () => {
  await write('things', 1, { size: 9223372036854775807n })
  await write('things', 2, { size: 'many' })
  const page = await same(as('owner'), 'things', { sort: '-size', limit: 1, fields: plain })
  expect(page.data).toMatchObject([{ size: 'many' }])
  const next = await same(as('owner'), 'things', {
    sort: '-size',
    limit: 1,
    fields: plain,
    after: page.meta.next ?? '',
  })
  expect(next.data).toMatchObject([{ size: '9223372036854775807' }])
})

test('facets, counts and shares come with it', async () => {
  await same(as('owner'), 'things', { facets: ['maker', 'label'], count: 'exact' })
  await same(as('owner'), 'things', { sort: 'size', from: '1' })
  await same(as('owner'), 'things', { limit: 0 })
  await same(as('owner'), 'things', { q: 'a' })
  await same(as('owner'), 'things', { filter: { id: { eq: 99 } } })
})
