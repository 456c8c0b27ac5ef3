/** What an older file is searched by is filled in while everybody works, and a search says so meanwhile. On each engine. */
import { createAccess } from '@haykal/access'
import { type Database, fillLater, insertRecords, openDatabase, syncTables, type Unfilled } from '@haykal/database'
import { fieldKinds, integer, text } from '@haykal/fields'
import { defineModel, resolveModels } from '@haykal/model'
import { describe, expect, test } from 'vitest'
import { openRecords } from './index.ts'
import { emptyDatabases } from './testing/empty-databases.ts'

const definition = (searchable: boolean) =>
  defineModel({ name: 'songs', title: 'number', fields: { number: integer(), name: text({ searchable }) } })
const [before, now] = [false, true].map((searchable) =>
  resolveModels([definition(searchable)], { kinds: fieldKinds, hasOrderKeys: true }),
)
const rows = 6_000

async function prepared(database: Database) {
  const unfilled: Unfilled[] = []
  if (!now) throw new Error('no models')
  await syncTables(database, now, { later: (each) => void unfilled.push(each) })
  const filling = fillLater(database, unfilled)
  const searched = { reachOf: async (model: { readonly name: string }) => filling.reachOf(model) }
  const core = { database, models: now, access: createAccess(now, {}), secret: 's'.repeat(32), searched }
  const records = openRecords({ ...core, closedOf: () => undefined }, { id: null, role: 'owner' })
  const found = async (q: string) => {
    const { data, meta } = await records.list('songs', { q })
    return { numbers: data.map(({ number }) => number), reach: meta.reach }
  }
  return { filling, found, records, unfilled }
}

describe.each(emptyDatabases('fill'))('on $name', ({ address }) => {
  test('an older file is served at once, says what it does not find yet, and finds it in the end', async () => {
    const database = await openDatabase(await address())
    if (!before) throw new Error('no models')
    await syncTables(database, before)
    const [songs] = before.all
    if (!songs) throw new Error('no model')
    const made = Array.from({ length: rows }, (_, index) => ({ number: index, name: `Song ${index} أغنية` }))
    await database.write((queries) => insertRecords({ engine: database.engine, queries }, songs, made))

    const first = await prepared(database)
    expect(first.unfilled).toHaveLength(1)
    expect(await first.found('song 5999')).toEqual({
      numbers: [],
      reach: { why: 'building', model: 'songs', share: 0 },
    })
    const { data } = await first.records.create('songs', { number: 7_000, name: 'Écrite entre-temps' })
    await first.records.edit('songs', '1', { values: { name: 'Changed early' }, base: { name: 'Song 0 أغنية' } })
    expect((await first.found('ecrite')).numbers).toEqual([data.number])
    first.filling.begin()
    await expect.poll(async () => (await first.found('song 5999')).reach?.share ?? 1).toBeGreaterThan(0)
    await first.filling.close()

    const second = await prepared(database)
    second.filling.begin()
    await second.filling.settled()
    expect(await second.found('song 5999')).toEqual({ numbers: [5_999], reach: undefined })
    expect(await second.found('اغنيه 5998')).toEqual({ numbers: [5_998], reach: undefined })
    expect(await second.found('changed early')).toEqual({ numbers: [0], reach: undefined })
    expect((await prepared(database)).unfilled).toEqual([])
    await database.close()
  }, 60_000)
})
