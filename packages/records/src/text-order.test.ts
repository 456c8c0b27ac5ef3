/** Random texts of six scripts, sorted by themselves, as titles of relations and as keys: every way through the pages gives the one documented order. */
import { createAccess } from '@haykal/access'
import { insertRecords, openDatabase, syncTables } from '@haykal/database'
import { type RunningPostgres, startPostgres } from '@haykal/database/testing'
import { fieldKinds, relation, slug, text } from '@haykal/fields'
import { type AnyRecord, defineModel, HaykalError, type Json, resolveModels } from '@haykal/model'
import { foldText } from '@haykal/model/fold-text'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeCursor } from './cursor.ts'
import { openRecords, type Records, type RecordsCore } from './index.ts'
import { pick, type Random, randomOf } from './testing/random-filter.ts'

/** Another one looks elsewhere: `HAYKAL_SEED=7 pnpm exec vitest run text-order`. */
const seed = Number(process.env.HAYKAL_SEED ?? 5)

const secret = 'a secret of the tests'
const writer = defineModel({ name: 'writers', title: 'name', fields: { name: text() } })
const letter = defineModel({
  name: 'letters',
  title: 'subject',
  fields: { subject: text(), slug: slug(), writer: relation({ to: 'writers' }) },
  list: { sort: '-subject' },
})
/** Its key is a text, and long ones begin alike. */
const stamp = defineModel({
  name: 'stamps',
  key: 'name',
  fields: { name: text(), letter: relation({ to: 'letters' }) },
})
/** Who may not know of what it points to has a mere key. */
const note = defineModel({ name: 'notes', fields: { stamp: relation({ to: 'stamps', keyKind: 'text' }) } })
const models = resolveModels([writer, letter, stamp, note], { kinds: fieldKinds, hasOrderKeys: true })

/** What texts are made of: few of each, so that many are folded to the same. */
const pieces = [
  ['a', 'A', 'á', 'Å', 'b', 'B', 'z', 'ß', 'ł', 'ﬁ', 'e\u0301'],
  ['ا', 'أ', 'إ', 'ب', 'بَ', 'ة', 'ه', 'ى', 'ي', 'ک', 'ـ'],
  ['а', 'А', 'ё', 'Ё', 'е', 'я', 'Й'],
  ['α', 'Ά', 'Α', 'ω', 'ς', 'σ'],
  ['א', 'בּ', 'ב', 'ש', 'שׁ'],
  ['好', '中', '\u{20000}', 'か', 'が', 'カ'],
  [' ', '-', "'", '0', '7', '007', '10', '9', '١٠', '۹', '99999999999', '\u{1F600}', '\uFFFD', '\u200F'],
] as const

function randomText(random: Random): string {
  const script = pick<readonly string[]>(random, pieces)
  const length = Math.floor(random() * 5)
  return Array.from({ length }, () =>
    pick(random, random() < 0.7 ? script : pick<readonly string[]>(random, pieces)),
  ).join('')
}

function orNothing(random: Random, value: Json): Json {
  return random() < 0.15 ? null : value
}

const random = randomOf(seed)
const writers = Array.from({ length: 25 }, (_, index) => ({
  id: index + 1,
  name: orNothing(random, randomText(random)),
}))
const letters = Array.from({ length: 240 }, (_, index) => ({
  id: index + 1,
  subject: orNothing(random, randomText(random)),
  slug: orNothing(random, pick(random, ['a', 'b', 'part-9', 'part-10', 'é', 'e'])),
  writer: orNothing(random, 1 + Math.floor(random() * 25)),
}))
const names = new Set(['b', 'A', 'a', ...Array.from({ length: 90 }, () => randomText(random))])
for (const end of ['b', 'a', 'c', 'ca']) names.add(`${'long '.repeat(60)}${end}`)
const stamps = [...names].map((name) => ({ name, letter: 1 + Math.floor(random() * 240) }))

const notes = ['b', 'A', 'a'].map((stamp, index) => ({ id: index + 1, stamp }))

function byCodePoints(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other))
}

/** The order of two texts as it is documented: nothing first, folded, numbers by their value, then by the characters. */
function byWords(one: Json, other: Json): number {
  if (one === null || other === null) return Number(one !== null) - Number(other !== null)
  const [first, second] = [one, other].map((each) =>
    foldText(String(each).slice(0, 200)).replace(/\d+/g, (digits) => digits.padStart(40, '0')),
  )
  return byCodePoints(first ?? '', second ?? '') || byCodePoints(String(one).slice(0, 200), String(other).slice(0, 200))
}

const nameOf = (record: AnyRecord) => writers.find(({ id }) => id === record.writer)?.name ?? null

type Compare = (one: AnyRecord, other: AnyRecord) => number
const by =
  (textOf: (record: AnyRecord) => Json, direction = 1): Compare =>
  (one, other) =>
    direction * byWords(textOf(one), textOf(other))
const byId =
  (direction = 1): Compare =>
  (one, other) =>
    direction * (Number(one.id) - Number(other.id))
const subject = (record: AnyRecord) => record.subject ?? null
const named = (record: AnyRecord) => record.name ?? null
/** Those that point to nobody come before those that point to somebody without a name. */
const byPointing =
  (direction = 1): Compare =>
  (one, other) =>
    direction * (Number(one.writer !== null) - Number(other.writer !== null))
/** What points to one of several of the same name stands together. */
const byWriter =
  (direction = 1): Compare =>
  (one, other) =>
    direction * (Number(one.writer) - Number(other.writer))
const exactly: Compare = (one, other) => byCodePoints(String(one.name), String(other.name))

const orders: readonly [model: string, sort: string, compares: readonly Compare[]][] = [
  ['letters', 'subject', [by(subject), byId()]],
  ['letters', '', [by(subject, -1), byId(-1)]],
  ['letters', 'slug,-subject', [by((record) => record.slug ?? null), by(subject, -1), byId()]],
  ['letters', 'writer', [byPointing(), by(nameOf), byWriter(), byId()]],
  ['letters', '-writer,subject', [byPointing(-1), by(nameOf, -1), byWriter(-1), by(subject), byId(-1)]],
  ['stamps', '', [by(named), exactly]],
  ['stamps', '-name', [by(named, -1), (one, other) => -exactly(one, other)]],
]

const rows: { readonly [model: string]: readonly AnyRecord[] } = { writers, letters, stamps, notes }
const idOf = (record: AnyRecord): Json => record.id ?? record.name ?? null

let server: RunningPostgres
beforeAll(async () => {
  server = await startPostgres()
}, 60_000)
afterAll(async () => await server?.stop())

describe.each(['SQLite', 'PostgreSQL'])('on %s', (engine) => {
  let core: RecordsCore
  let records: Records
  beforeAll(async () => {
    const database = await openDatabase(
      engine === 'SQLite' ? ':memory:' : await server.createDatabase('text_order', 'sv'),
    )
    await syncTables(database, models)
    await database.write(async (queries) => {
      for (const model of models.all) {
        await insertRecords({ engine: database.engine, queries }, model, rows[model.name] ?? [])
      }
    })
    const access = createAccess(models, {})
    core = { database, models, access, secret, closedOf: () => undefined, now: () => new Date() }
    records = openRecords(core, { id: 'the owner', role: 'owner' })
  })
  afterAll(async () => await core?.database.close())

  /** All of a list, page by page: from its beginning, or back from a place. */
  async function walk(model: string, sort: string, before?: string | null): Promise<readonly Json[]> {
    const [way, next] = before === undefined ? (['after', 'next'] as const) : (['before', 'prev'] as const)
    const pages: Json[][] = []
    for (let at = before; at !== null; ) {
      const limit = 1 + Math.floor(random() * 30)
      const { data, meta } = await records.list(model, { sort, limit, ...(at === undefined ? {} : { [way]: at }) })
      pages.push(data.map(idOf))
      at = meta[next]
    }
    return (before === undefined ? pages : pages.toReversed()).flat()
  }

  test.each(orders)(
    '%s sorted by "%s" come in the documented order, whole and page by page',
    async (model, sort, compares) => {
      const documented = (rows[model] ?? [])
        .toSorted((one, other) => compares.reduce((found, compare) => found || compare(one, other), 0))
        .map(idOf)
      const whole = await records.list(model, { sort, limit: 500 })
      expect(whole.data.map(idOf)).toEqual(documented)
      expect(await walk(model, sort)).toEqual(documented)
      const front = await records.list(model, { sort, limit: documented.length - 1 })
      const last = await records.list(model, { sort, limit: 1, after: front.meta.next ?? '' })
      expect(last.data.map(idOf)).toEqual(documented.slice(-1))
      expect(await walk(model, sort, last.meta.prev)).toEqual(documented.slice(0, -1))
    },
  )

  test('a filter asks for the text itself, whatever it is sorted by', async () => {
    const wanted = letters.find(({ subject: of }) => of !== null && of !== '')?.subject ?? ''
    const { data } = await records.list('letters', { filter: { subject: { eq: wanted } }, sort: 'id', limit: 500 })
    expect(data.map(idOf)).toEqual(letters.filter(({ subject: of }) => of === wanted).map(idOf))
  })

  test('a relation is sorted by titles, and by its keys for those who may not know of what it points to', async () => {
    expect((await records.list('notes', { sort: 'stamp' })).data.map(idOf)).toEqual([2, 3, 1])
    const access = createAccess(models, { notes: { public: { read: true } } })
    const stranger = openRecords({ ...core, access }, { id: null, role: 'public' })
    const { data, meta } = await stranger.list('notes', { sort: 'stamp', limit: 2 })
    expect(meta.titles).toEqual({})
    const rest = await stranger.list('notes', { sort: 'stamp', limit: 2, after: meta.next ?? '' })
    expect([...data, ...rest.data].map(idOf).toSorted()).toEqual([1, 2, 3])
  })

  test('nobody sees what texts are sorted by, and nobody can ask for it', async () => {
    const [letterShown] = (await records.list('letters', { limit: 1 })).data
    expect(Object.keys(letterShown ?? {})).toEqual(['id', 'subject', 'slug', 'writer'])
    for (const request of [
      { sort: 'subject$order' },
      { fields: ['subject$order'] },
      { filter: { subject$order: { eq: 'a' } } },
    ]) {
      await expect(records.list('letters', request)).rejects.toMatchObject({ code: 'malformed' })
    }
  })

  test('a cursor from before texts were sorted so is refused, and says where to begin', async () => {
    const scope = { secret, model: 'letters', order: JSON.stringify(['subject', 'id']) }
    const old = writeCursor(scope, ['Zebra', 3], () => [3])
    const refused = await records.list('letters', { sort: 'subject', after: old }).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(HaykalError)
    expect(refused).toMatchObject({
      code: 'malformed',
      details: { problems: [{ pointer: '?after', code: 'bad_cursor' }] },
    })
  })
})
