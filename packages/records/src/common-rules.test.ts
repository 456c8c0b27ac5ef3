/** Rules that let most records pass, and rules that let few: the same answers, each read in its own way. */
import { createAccess, type ModelRules } from '@haykal/access'
import { type Database, insertRecords, openDatabase, syncTables } from '@haykal/database'
import { boolean, fieldKinds, integer, relation, text } from '@haykal/fields'
import { defineModel, type Model, resolveModels } from '@haykal/model'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRecords, type RecordsCore } from './index.ts'

const seller = defineModel({
  name: 'sellers',
  title: 'name',
  fields: { name: text(), isActive: boolean(), manager: relation({ to: 'sellers' }) },
})
const sale = defineModel({
  name: 'sales',
  fields: { seller: relation({ to: 'sellers' }), keeper: relation({ to: 'sellers' }), rank: integer() },
  list: { sort: '-rank' },
})
const models = resolveModels([seller, sale], { kinds: fieldKinds, hasOrderKeys: true })
const count = 12_000
const roles = [{ name: 'most' }, { name: 'few' }, { name: 'either' }, { name: 'same' }, { name: 'late' }]
const fours = { seller: { eq: 4 } }
const rules = {
  sales: {
    most: { read: { 'seller.manager.isActive': { eq: true } }, edit: { 'seller.name': { ne: 'two' } } },
    few: { read: { 'seller.manager.name': { eq: '$me.name' } } },
    late: { read: { keeper: { eq: 2 } } },
    same: { read: fours, edit: { where: fours, fields: ['rank'] }, remove: fours },
    either: { read: { or: [{ seller: { eq: 4 } }, { 'seller.manager.isActive': { eq: true } }] } },
  },
} as unknown as { readonly [model: string]: ModelRules }

let database: Database
let core: RecordsCore
beforeAll(async () => {
  database = await openDatabase(':memory:')
  await syncTables(database, models)
  const access = createAccess(models, rules, { roles })
  core = { database, models, access, secret: 'a secret', closedOf: () => undefined }
  const [sellers, sales] = models.all as readonly [Model, Model]
  await database.write(async (queries) => {
    const connection = { engine: database.engine, queries }
    await insertRecords(connection, sellers, [
      { id: 1, name: 'one', isActive: true, manager: null },
      { id: 2, name: 'two', isActive: false, manager: 1 },
      { id: 3, name: 'three', isActive: false, manager: 1 },
      { id: 4, name: 'four', isActive: false, manager: 2 },
    ])
    await insertRecords(
      connection,
      sales,
      Array.from({ length: count }, (_, index) => ({
        id: index + 1,
        seller: index % 1000 === 0 ? 4 : index % 7 === 0 ? null : 2 + (index % 2),
        keeper: index < count / 2 ? 1 : 2,
        rank: (index * 7919) % count,
      })),
    )
  })
})
afterAll(async () => {
  await database?.close()
})

const sellerOf = (index: number) => (index % 1000 === 0 ? 4 : index % 7 === 0 ? null : 2 + (index % 2))

/** The ids that a role shall see, by rank from above. */
function wanted(sees: (seller: number | null) => boolean): number[] {
  return Array.from({ length: count }, (_, index) => ({ id: index + 1, rank: (index * 7919) % count, index }))
    .filter(({ index }) => sees(sellerOf(index)))
    .sort((one, other) => other.rank - one.rank)
    .map(({ id }) => id)
}

test.each([
  ['most', (of: number | null) => of === 2 || of === 3],
  ['few', (of: number | null) => of === 4],
  ['either', (of: number | null) => of !== null],
] as const)('lists what the role %s may see, whatever the order', async (role, sees) => {
  const records = openRecords(core, { id: '1', role, me: { name: 'two' } })
  const ids = wanted(sees)
  const first = await records.list('sales', { count: 'exact' })
  expect(first.data.map(({ id }) => id)).toEqual(ids.slice(0, 50))
  expect(first.meta.count).toBe(ids.length)
  const bounded = await records.list('sales', {})
  expect(bounded.meta.count).toBe(Math.min(ids.length, 10_000))
  const { next } = first.meta
  const second = next === null ? undefined : await records.list('sales', { after: next, limit: 500 })
  expect((second?.data ?? []).map(({ id }) => id)).toEqual(ids.slice(50, 550))
  const byKey = await records.list('sales', { sort: 'id', limit: 20 })
  expect(byKey.data.map(({ id }) => id)).toEqual(ids.toSorted((one, other) => one - other).slice(0, 20))
  const hidden = Array.from({ length: count }, (_, index) => index).find((index) => !sees(sellerOf(index)))
  await expect(records.read('sales', String((hidden ?? 0) + 1))).rejects.toMatchObject({ code: 'not_found' })
  expect((await records.read('sales', String(ids[0]))).data.id).toBe(ids[0])
})

test('finds what most may see though the first rows of an order hold none of it, there and back', async () => {
  const records = openRecords(core, { id: '1', role: 'late' })
  for (const sort of ['id', '-id', 'rank']) {
    const walked: unknown[] = []
    let page = await records.list('sales', { sort, limit: 500, count: 'none' })
    for (walked.push(...page.data); page.meta.next !== null; walked.push(...page.data))
      page = await records.list('sales', { sort, limit: 500, count: 'none', after: page.meta.next })
    const back: unknown[][] = []
    for (back.unshift([...page.data]); page.meta.prev !== null; back.unshift([...page.data]))
      page = await records.list('sales', { sort, limit: 500, count: 'none', before: page.meta.prev })
    const ids = (list: readonly unknown[]) => list.map((record) => (record as { readonly id: number }).id)
    const all = Array.from({ length: count / 2 }, (_, index) => index + count / 2 + 1)
    const rankOf = (id: number) => ((id - 1) * 7919) % count
    const inOrder = { id: all, '-id': all.toReversed(), rank: all.toSorted((a, b) => rankOf(a) - rankOf(b)) }[sort]
    expect(ids(walked), sort).toEqual(inOrder)
    expect(ids(back.flat()), `${sort}, back`).toEqual(inOrder)
  }
})

test('says which records of a page may be edited by a rule that most of them pass', async () => {
  const page = await openRecords(core, { id: '1', role: 'most' }).list('sales', { limit: 100 })
  const allowed = page.data.map((record) => record.seller !== 2)
  expect(allowed.filter(Boolean).length).toBeGreaterThan(10)
  expect(page.meta.can?.edit).toEqual(allowed)
})

test('knows without asking that what is seen may be changed, where the rules say the same of both', async () => {
  const records = openRecords(core, { id: '1', role: 'same', me: {} })
  const page = await records.list('sales', { sort: 'id' })
  expect(page.meta.can).toEqual({ edit: true, remove: true, fields: ['rank'] })
  const [first] = page.data
  await records.edit('sales', String(first?.id), { values: { rank: 1 }, base: { rank: first?.rank ?? null } })
  await expect(records.remove('sales', '2', '*')).rejects.toMatchObject({ code: 'not_found' })
})
