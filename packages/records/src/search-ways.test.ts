/** However a search is read, by looking up, by walking through an order or by asking row by row, it finds what the texts say and no more. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ModelRules } from '@haykal/access'
import { type Database, insertRecords } from '@haykal/database'
import { fieldKinds, integer, longText, relation, text } from '@haykal/fields'
import { type AnyRecord, defineModel, resolveModels } from '@haykal/model'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRecords, type RecordsCore } from './index.ts'
import { mostRanked } from './ranked-order.ts'
import { openCore } from './testing/open-core.ts'

const writer = defineModel({
  name: 'writers',
  title: 'name',
  fields: { name: text({ required: true, searchable: true }) },
})
const letter = defineModel({
  name: 'letters',
  title: 'id',
  fields: {
    id: integer({ required: true, generated: true }),
    body: longText({ searchable: true }),
    writer: relation({ to: 'writers', searchable: true }),
    pages: integer(),
    weight: integer({ required: true }),
  },
  key: 'id',
  list: { columns: ['id', 'writer', 'pages'], sort: '-id' },
})
const models = resolveModels([writer, letter], { kinds: fieldKinds, hasOrderKeys: true })
const rules: { readonly [model: string]: ModelRules } = {
  letters: { reader: { read: { weight: { lt: 90 } } }, editor: { read: { weight: { lt: 2 } } } },
  writers: { reader: { read: true }, editor: { read: true } },
} as never

/** Words, each with the share of the texts that have it: from what few have to what is too common to be gathered. */
const shares = { quince: 0.0004, guava: 0.01, mango: 0.07, lemon: 0.45, bread: 0.97, in: 0.3 }
const words = Object.keys(shares)
const letters = 24_000

/** The same numbers in every run. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

interface Letter extends AnyRecord {
  readonly id: number
  readonly body: string
  readonly writer: number
  readonly pages: number | null
  readonly weight: number
}

const random = createRandom(7)
const names = Array.from({ length: 200 }, (_, index) =>
  index % 20 === 0 ? `Mango & Sons ${index}` : `Writer ${index}`,
)
const rows: Letter[] = Array.from({ length: letters }, (_, index) => ({
  // Some are missing, and none is near zero.
  id: 1_000 + index * 3 + (index % 3),
  body: words.filter((word) => random() < (shares[word as keyof typeof shares] ?? 0)).join(' '),
  writer: 1 + Math.floor(random() * names.length),
  pages: random() < 0.1 ? null : Math.floor(random() * 300),
  weight: Math.floor(random() * 100),
}))

const folder = mkdtempSync(join(tmpdir(), 'haykal-search-'))
let database: Database
let core: RecordsCore

beforeAll(async () => {
  core = await openCore(join(folder, 'letters.sqlite'), { models, rules, now: '2026-11-29T06:50:00.000Z' })
  database = core.database
  await database.write(async (queries) => {
    const connection = { engine: database.engine, queries }
    const [writers, ofLetters] = models.all
    if (!writers || !ofLetters) throw new Error('no models')
    await insertRecords(
      connection,
      writers,
      names.map((name, index) => ({ id: index + 1, name })),
    )
    await insertRecords(connection, ofLetters, rows)
  })
}, 60_000)

afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

const orders = {
  '': (one: Letter, other: Letter) => other.id - one.id,
  pages: (one: Letter, other: Letter) => (one.pages ?? -1) - (other.pages ?? -1) || one.id - other.id,
  '-weight': (one: Letter, other: Letter) => other.weight - one.weight || other.id - one.id,
} as const
const readers = { owner: 100, reader: 90, editor: 2 } as const

interface Asked {
  readonly q: string
  readonly as?: keyof typeof readers
  readonly sort?: keyof typeof orders
  readonly filter?: { readonly pages: { readonly lt: number } }
}

function expected({ q, as = 'owner', sort = '', filter }: Asked, from: readonly Letter[]): number[] {
  const sought = q.split(' ')
  return from
    .filter(({ weight }) => weight < readers[as])
    .filter(({ pages }) => !filter || (pages !== null && pages < filter.pages.lt))
    .filter(({ body, writer: by }) => sought.every((word) => holds(body, word) || holds(names[by - 1] ?? '', word)))
    .toSorted(orders[sort])
    .map(({ id }) => id)
}

/** As people are told: what is shorter than three letters is found where a word begins. */
function holds(held: string, word: string): boolean {
  return word.length > 2 ? held.toLowerCase().includes(word) : ` ${held.toLowerCase()}`.includes(` ${word}`)
}

async function expectToFind(asked: Asked, from: readonly Letter[] = rows): Promise<void> {
  const { q, as = 'owner', sort = '', filter } = asked
  const name = JSON.stringify(asked)
  const all = expected(asked, from)
  const list = async (query: object) =>
    await openRecords(core, { id: as, role: as }).list('letters', {
      q,
      limit: 300,
      ...(sort && { sort }),
      ...(filter && { filter: filter as never }),
      ...query,
    })
  const first = await list({})
  const isRanked = first.meta.search === 'ranked'
  const { count, countKind } = first.meta
  expect(
    countKind === 'exact' ? count === all.length : (count ?? 0) <= all.length,
    `${name}: ${count}, ${countKind}`,
  ).toBe(true)
  if (isRanked) {
    expect(all.length, name).toBeLessThanOrEqual(mostRanked)
    const ids = first.data.map(({ id }) => id)
    let next = first.meta.next
    while (next !== null) {
      const page = await list({ after: next })
      ids.push(...page.data.map(({ id }) => id))
      next = page.meta.next
    }
    expect(
      ids.toSorted((one, other) => Number(one) - Number(other)),
      name,
    ).toEqual(all.toSorted((one, other) => one - other))
    return
  }
  expect(
    first.data.map(({ id }) => id),
    name,
  ).toEqual(all.slice(0, 300))
  const last = await list({ last: true })
  expect(
    last.data.map(({ id }) => id),
    `the end of ${name}`,
  ).toEqual(all.slice(-300))
  if (first.meta.next === null) return
  const second = await list({ after: first.meta.next })
  expect(
    second.data.map(({ id }) => id),
    `further on in ${name}`,
  ).toEqual(all.slice(300, 600))
  const back = await list({ before: second.meta.prev })
  expect(
    back.data.map(({ id }) => id),
    `back in ${name}`,
  ).toEqual(all.slice(0, 300))
}

const searches = [
  ...words,
  'mango guava',
  'lemon mango',
  'quince bread',
  'bread lemon',
  'bread writer',
  'in lemon',
  'in mango',
  'sons',
  'nothing',
]

test.each(Object.keys(orders))(
  'finds what the texts say, whatever is sorted by: “%s”',
  { timeout: 60_000 },
  async (sort) => {
    for (const q of searches) await expectToFind({ q, sort: sort as keyof typeof orders })
  },
)

test.each(['reader', 'editor'] as const)('finds no more than a %s may see', { timeout: 60_000 }, async (as) => {
  for (const q of searches) for (const sort of ['', '-weight'] as const) await expectToFind({ q, as, sort })
})

test.each([3, 200])('finds what passes a filter as well: fewer than %s pages', { timeout: 60_000 }, async (lt) => {
  for (const q of searches) await expectToFind({ q, sort: 'pages', filter: { pages: { lt } } })
})

test('what was found is found anew once anything has changed', { timeout: 60_000 }, async () => {
  const owner = openRecords(core, { id: 'owner', role: 'owner' })
  let now: readonly Letter[] = rows
  for (let turn = 0; turn < 5; turn += 1) {
    const changed = now[turn * 1_001] as Letter
    const body = changed.body.includes('mango') ? 'bread' : 'mango bread'
    await owner.edit('letters', String(changed.id), { values: { body }, base: { body: changed.body } })
    now = now.map((each) => (each === changed ? { ...each, body } : each))
    const made = { body: 'mango quince', writer: 2, pages: 1, weight: 5 }
    const { data } = await owner.create('letters', made)
    now = [...now, { ...made, id: Number(data.id) }]
    for (const q of ['mango', 'quince', 'mango bread', 'bread'])
      for (const sort of ['', 'pages'] as const) await expectToFind({ q, sort }, now)
  }
})
