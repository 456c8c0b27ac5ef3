/**
 * What rules cost at a million orders: `pnpm bench rules`. Each list is asked without rules and with them in turn, in process, and
 * the middle of the ratios is told, so that a machine whose speed goes up and down tells the same.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAccess, type ModelRules } from '@haykal/access'
import { insertRecords, openDatabase, syncTables } from '@haykal/database'
import { datetime, decimal, fieldKinds, integer, relation, text } from '@haykal/fields'
import { defineModel, type Model, resolveModels, type Viewer } from '@haykal/model'
import { openRecords, type Records, type RecordsCore } from '@haykal/records'
import { median } from './median.ts'

const orders = 1_000_000
const shops = 2_000
const regions = 50
const rounds = 31
const listsARound = 10

const region = defineModel({ name: 'regions', title: 'name', fields: { name: text({ required: true }) } })
const shop = defineModel({
  name: 'shops',
  title: 'name',
  fields: { name: text({ required: true }), region: relation({ to: 'regions' }) },
})
const order = defineModel({
  name: 'orders',
  title: 'note',
  fields: {
    shop: relation({ to: 'shops' }),
    placedAt: datetime({ required: true }),
    total: decimal({ scale: 2 }),
    margin: decimal({ scale: 2 }),
    weight: integer(),
    note: text(),
  },
  indexes: [['-placedAt']],
  list: { columns: ['shop', 'placedAt', 'total', 'note'], sort: '-placedAt' },
})
const models = resolveModels([region, shop, order], { kinds: fieldKinds, hasOrderKeys: true })

/** Nine of ten orders are in regions whose name begins with `open`; twenty of a million in the one that is called `rare`. */
const most = { 'shop.region.name': { startsWith: 'open' } }
const rules = {
  orders: {
    most: { read: most, hide: ['margin'] },
    few: { read: { 'shop.region.name': { eq: '$me.name' } } },
    editing: {
      read: most,
      hide: ['margin'],
      edit: { where: { 'shop.name': { ne: 'shop 7' } }, fields: ['note', 'total'] },
    },
  },
  shops: { most: { read: true }, few: { read: true }, editing: { read: true } },
} as unknown as { readonly [model: string]: ModelRules }

const lists = [
  { name: 'most pass, a hidden field', role: 'most', goal: 1.3 },
  { name: 'most pass, others may be edited', role: 'editing', goal: 1.3 },
  { name: 'filtered, most pass', role: 'most', goal: 1.3, filter: { weight: { lt: 500 } } },
  { name: '20 of a million, two relations', role: 'few', goal: 3 },
] as const

const folder = mkdtempSync(join(tmpdir(), 'haykal-bench-'))
const database = await openDatabase(join(folder, 'data.sqlite'))
try {
  await fill()
  const access = createAccess(models, rules, { roles: [{ name: 'most' }, { name: 'few' }, { name: 'editing' }] })
  const core: RecordsCore = { database, models, access, secret: 'bench', closedOf: () => undefined }
  const as = (role: string) => openRecords(core, { id: '1', role, me: { name: 'rare' } } as Viewer)
  const free = as('owner')
  for (const { name, role, goal, ...list } of lists) {
    const options = { count: 'none' as const, ...('filter' in list && { filter: list.filter }) }
    const ruled = as(role)
    await time(ruled, options)
    await time(free, options)
    const found = (await ruled.list('orders', { ...options, limit: 50 })).data.length
    const pairs: { readonly without: number; readonly with: number }[] = []
    for (let round = 0; round < rounds; round += 1)
      pairs.push({ without: await time(free, options), with: await time(ruled, options) })
    const ratio = median(pairs.map((pair) => pair.with / pair.without))
    const figures = [ratio.toFixed(2).padStart(6), '× of', median(pairs.map(({ without }) => without)).toFixed(2), 'ms']
    process.stdout.write(
      `${name.padEnd(34)} ${figures.join(' ')}, goal ${goal} ${ratio <= goal ? 'met' : 'MISSED'}, ${found} records\n`,
    )
  }
} finally {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
}

/** The milliseconds of one list, as it is sent. */
async function time(records: Records, options: Parameters<Records['list']>[1]): Promise<number> {
  const start = performance.now()
  for (let turn = 0; turn < listsARound; turn += 1) await records.listAsJson('orders', options)
  return (performance.now() - start) / listsARound
}

async function fill(): Promise<void> {
  await syncTables(database, models)
  const [regionModel, shopModel, orderModel] = models.all as readonly [Model, Model, Model]
  const nameOf = (id: number) => (id === regions ? 'rare' : id % 10 === 0 ? `closed ${id}` : `open ${id}`)
  await database.write(async (queries) => {
    const connection = { engine: database.engine, queries }
    const ids = (count: number) => Array.from({ length: count }, (_, index) => index + 1)
    await insertRecords(
      connection,
      regionModel,
      ids(regions).map((id) => ({ id, name: nameOf(id) })),
    )
    const regionOf = (id: number) => (id === shops ? regions : (id % (regions - 1)) + 1)
    await insertRecords(
      connection,
      shopModel,
      ids(shops).map((id) => ({ id, name: `shop ${id}`, region: regionOf(id) })),
    )
    const first = Date.UTC(2020, 0, 1)
    for (let from = 0; from < orders; from += 10_000) {
      const rows = ids(10_000).map((next) => {
        const id = from + next
        const mixed = (id * 7_919) % orders
        return {
          id,
          shop: id % (orders / 20) === 0 ? shops : (mixed % (shops - 1)) + 1,
          placedAt: new Date(first + mixed * 60_000).toISOString(),
          total: `${(mixed % 5_000) + 1}.50`,
          margin: '1.00',
          weight: mixed % 1_000,
          note: `order ${id}`,
        }
      })
      await insertRecords(connection, orderModel, rows)
    }
  })
}
