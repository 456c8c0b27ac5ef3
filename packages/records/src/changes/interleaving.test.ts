/** Eight writers at once, by form, in bulk and by import: nothing that was accepted is overwritten unseen, and the history alone gives the data. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { historyTable, selectChange, selectLatest } from '@haykal/database'
import { type RunningPostgres, startPostgres } from '@haykal/database/testing'
import { type AnyRecord, HaykalError, type Json } from '@haykal/model'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPlace } from '../history/opaque-place.ts'
import { allSteps, openShop, type Shop } from '../testing/shop.ts'

let server: RunningPostgres
let folder: string
beforeAll(async () => {
  server = await startPostgres()
  folder = mkdtempSync(join(tmpdir(), 'haykal-interleaving-'))
}, 60_000)
afterAll(async () => {
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const writers = 8
const turns = 60
const records = 12
const fields = ['note', 'pieces', 'status', 'margin'] as const

/** Numbers that look random and are the same every time. */
function numbers(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function someValue(field: (typeof fields)[number], next: (below: number) => number): Json {
  if (field === 'status') return ['draft', 'paid', 'shipped'][next(3)] ?? null
  return field === 'note' ? `note ${next(1_000)}` : next(1_000)
}

/** What writers were told, by change-set: what they had seen of each field that they wrote. */
interface Told {
  readonly seen: Map<string, AnyRecord>
  /** By the change-set of a bulk edit or an import, the last change before it was counted, or began. */
  readonly since: Map<string, number>
}

/** One writer's edits: of a record that it looked at some time ago, or of all that a filter finds. */
async function write(shop: Shop, seed: number, told: Told): Promise<void> {
  const next = numbers(seed)
  const person = shop.as(seed % 2 === 0 ? 'owner' : 'editor', { means: 'form' })
  let glance = await person.read('orders', String(next(records) + 1))
  for (let turn = 0; turn < turns; turn += 1) {
    if (next(8) === 0) await writeMany(shop, next, told)
    if (next(20) === 0) await importSome(shop, next, told)
    // Often what was seen is old by now.
    if (next(3) > 0) glance = await person.read('orders', String(next(records) + 1))
    const chosen = fields.filter(() => next(2) === 0)
    const values = Object.fromEntries(chosen.map((field) => [field, someValue(field, next)]))
    const base = Object.fromEntries(chosen.map((field) => [field, glance.data[field] ?? null]))
    const reply = await person.edit('orders', glance.meta.id, { values, base }).catch((error: unknown) => {
      if (error instanceof HaykalError && ['conflict', 'busy'].includes(error.code)) return undefined
      throw error
    })
    if (reply?.meta.changeSet !== undefined) told.seen.set(reply.meta.changeSet, base)
    if (reply) glance = reply
  }
}

async function writeMany(shop: Shop, next: (below: number) => number, { since }: Told): Promise<void> {
  const owner = shop.as('owner', { means: 'bulk' })
  const filter = { status: { eq: someValue('status', next) } }
  const { asOf } = await owner.countMany('orders', { act: 'edit', filter })
  const last = await numberOf(shop, asOf)
  const field = fields[next(fields.length)] ?? 'note'
  const values = { [field]: someValue(field, next) }
  const which = { filter, asOf }
  const steps = await allSteps((step) => owner.changeMany('orders', { which, values, ...(step ? { next: step } : {}) }))
  for (const { changeSet } of steps) if (changeSet !== null) since.set(changeSet, last)
}

/** A file of half of the orders, found by their keys. What others change once it has begun is theirs. */
async function importSome(shop: Shop, next: (below: number) => number, { since }: Told): Promise<void> {
  const field = fields[next(fields.length)] ?? 'note'
  const ids = Array.from({ length: records }, (_, index) => index + 1).filter(() => next(2) === 0)
  const values = ids.map((id) => [String(id), String(someValue(field, next))])
  let last = 0
  async function* rows() {
    last = (await selectLatestNumber(shop)) ?? 0
    for (const [index, cells] of values.entries()) {
      yield { line: index + 2, cells }
      await pause(next(3))
    }
  }
  const importing = shop.as('owner', { means: 'import' })
  const { changeSet } = await importing.import('orders', {
    columns: ['id', field],
    rows: rows(),
    reject: async () => {},
  })
  if (changeSet !== null) since.set(changeSet, last)
}

async function selectLatestNumber({ core }: Shop): Promise<number | undefined> {
  const latest = await selectLatest(core.database)
  return latest && (await selectChange(core.database, latest))?.number
}

/** The last change before a moment. */
async function numberOf({ core }: Shop, asOf: string): Promise<number> {
  const place = readPlace({ secret: core.secret, of: ['as of', 'the owner'], pointer: '' }, asOf)
  const { changeSet, ordinal } = place as { changeSet: string; ordinal: number }
  return (await selectChange(core.database, { changeSet, ordinal }))?.number ?? 0
}

interface Row {
  readonly id: number
  readonly set: string
  readonly record: string
  readonly act: string
  readonly before: AnyRecord
  readonly after: AnyRecord
}

async function historyOfOrders({ database }: Shop): Promise<readonly Row[]> {
  const rows = await database.queries
    .selectFrom(historyTable)
    .selectAll()
    .where('model', '=', 'orders')
    .orderBy('id')
    .execute()
  const image = (text: unknown) => JSON.parse(String(text ?? '{}')) as AnyRecord
  return rows.map(({ id, change_set, record, act, before, after }) => ({
    id: Number(id),
    set: String(change_set),
    record: String(record),
    act: String(act),
    before: image(before),
    after: image(after),
  }))
}

describe.each([
  { name: 'SQLite', address: async () => join(folder, 'shop.sqlite') },
  { name: 'PostgreSQL', address: async () => await server.createDatabase('interleaving') },
])('eight writers on $name', ({ address }) => {
  test('overwrite nothing unseen, and their history gives exactly the data', async () => {
    const shop = await openShop(await address())
    try {
      for (let number = 0; number < records; number += 1) await shop.order({ pieces: 0, margin: 0 })
      const told: Told = { seen: new Map(), since: new Map() }
      await Promise.all(Array.from({ length: writers }, (_, index) => write(shop, index + 1, told)))
      const history = await historyOfOrders(shop)

      const replayed = new Map<string, AnyRecord>()
      const lastTouch = new Map<string, Row>()
      for (const row of history) {
        const names = Object.keys(row.act === 'edit' ? row.before : row.after)
        for (const name of names) {
          const place = `${row.record} ${name}`
          const base = told.seen.get(row.set)
          const since = told.since.get(row.set)
          const touch = lastTouch.get(place)
          // By form: what was there is what the writer saw. In bulk: what was there was there when it was counted, or is its own.
          if (base) expect(row.before[name], `${row.set} ${place}`).toEqual(base[name])
          if (since !== undefined && touch && touch.set !== row.set) expect(touch.id).toBeLessThanOrEqual(since)
          lastTouch.set(place, row)
        }
        const before = replayed.get(row.record)
        if (row.act === 'edit') for (const name of names) expect(before?.[name]).toEqual(row.before[name])
        replayed.set(row.record, row.after)
      }
      const { data } = await shop.as('owner').list('orders', { sort: 'id', limit: 500 })
      const stored = data.map(({ pin: _, ...record }) => record)
      expect([...replayed.values()].toSorted((one, other) => Number(one.id) - Number(other.id))).toEqual(stored)
      expect(told.seen.size).toBeGreaterThan(100)
      expect(told.since.size).toBeGreaterThan(5)
    } finally {
      await shop.close()
    }
  }, 120_000)
})
