/** While people write, whatever they write, each search finds what there is at that moment and no more. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ModelRules } from '@haykal/access'
import { type Database, insertRecords, openDatabase } from '@haykal/database'
import { fieldKinds, integer, longText, relation, text } from '@haykal/fields'
import { type AnyRecord, defineModel, resolveModels } from '@haykal/model'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRecords, type RecordsCore } from './index.ts'
import { openCore } from './testing/open-core.ts'
import { pick, randomOf } from './testing/random-filter.ts'

/** Another one writes elsewhere: `HAYKAL_SEED=7 pnpm exec vitest run search-while-writing`. */
const seed = Number(process.env.HAYKAL_SEED ?? 5)
const rounds = Number(process.env.HAYKAL_ROUNDS ?? 40)

const writer = defineModel({
  name: 'writers',
  title: 'name',
  fields: { name: text({ required: true, searchable: true }), rank: integer() },
})
const letter = defineModel({
  name: 'letters',
  title: 'subject',
  fields: {
    subject: text({ required: true, searchable: true }),
    writer: relation({ to: 'writers', searchable: true }),
    // Who changes a letter changes what finds those that answer it.
    answers: relation({ to: 'letters', searchable: true }),
    body: longText({ searchable: true }),
    weight: integer({ required: true }),
  },
  list: { columns: ['subject'], sort: '-weight' },
})
const models = resolveModels([writer, letter], { kinds: fieldKinds, hasOrderKeys: true })
const rules: { readonly [model: string]: ModelRules } = {
  letters: { reader: { read: { weight: { lt: 50 } } } },
  // What may be read of the writers is another condition behind each search.
  writers: { reader: { read: { rank: { lt: 3 } } } },
} as never

interface Letter extends AnyRecord {
  readonly id: number
  readonly subject: string
  readonly writer: number
  readonly answers: number | null
  readonly body: string
  readonly weight: number
}
interface Writer extends AnyRecord {
  readonly id: number
  readonly name: string
  readonly rank: number
}

const random = randomOf(seed)
const below = (most: number) => Math.floor(random() * most)
/** From what few have to what most have, which is too much to be gathered. */
const shares = { quince: 0.001, guava: 0.02, mango: 0.2, bread: 0.97 } as const
const words = Object.keys(shares) as (keyof typeof shares)[]
const textOf = () => words.filter((word) => random() < shares[word]).join(' ')
const letters = new Map<number, Letter>()
const writers = new Map<number, Writer>()
for (let id = 1; id <= 40; id += 1) writers.set(id, { id, name: `Writer ${id}`, rank: below(6) })
for (let id = 1; id <= 21_500; id += 1)
  letters.set(id, {
    id,
    subject: `Letter ${id}`,
    writer: 1 + below(40),
    answers: random() < 0.01 ? 1 + below(20) : null,
    body: textOf(),
    weight: below(100),
  })

const folder = mkdtempSync(join(tmpdir(), 'haykal-writing-'))
const path = join(folder, 'letters.sqlite')
let database: Database
let other: Database
let core: RecordsCore

beforeAll(async () => {
  core = await openCore(path, { models, rules, now: '2026-11-29T06:50:00.000Z' })
  database = core.database
  await database.write(async (queries) => {
    const connection = { engine: database.engine, queries }
    const [ofWriters, ofLetters] = models.all
    if (!ofWriters || !ofLetters) throw new Error('no models')
    await insertRecords(connection, ofWriters, [...writers.values()])
    await insertRecords(connection, ofLetters, [...letters.values()])
  })
  other = await openDatabase(path)
}, 60_000)

afterAll(async () => {
  await other.close()
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

const acts = {
  async create() {
    const made = {
      subject: `New ${below(9)}`,
      writer: 1 + below(40),
      answers: null,
      body: textOf(),
      weight: below(100),
    }
    const { data } = await openRecords(core, { id: 'owner', role: 'owner' }).create('letters', made)
    letters.set(Number(data.id), { ...made, id: Number(data.id) })
  },
  async edit() {
    const letter = pick(random, [...letters.values()])
    const values = pick(random, [{ body: textOf() }, { weight: below(100) }, { writer: 1 + below(40) }])
    const base = Object.fromEntries(Object.keys(values).map((name) => [name, letter[name] ?? null]))
    await openRecords(core, { id: 'owner', role: 'owner' }).edit('letters', String(letter.id), { values, base })
    letters.set(letter.id, { ...letter, ...values })
  },
  /** One that others answer. */
  async retitle() {
    const letter = letters.get(1 + below(20))
    if (!letter) return
    const values = { subject: `${pick(random, ['Guava', 'Plain'])} ${letter.id}` }
    const base = { subject: letter.subject }
    await openRecords(core, { id: 'owner', role: 'owner' }).edit('letters', String(letter.id), { values, base })
    letters.set(letter.id, { ...letter, ...values })
  },
  async rename() {
    const writer = pick(random, [...writers.values()])
    const values = { name: `${pick(random, ['Mango', 'Guava', 'Writer'])} ${writer.id}`, rank: below(6) }
    const base = { name: writer.name, rank: writer.rank }
    await openRecords(core, { id: 'owner', role: 'owner' }).edit('writers', String(writer.id), { values, base })
    writers.set(writer.id, { ...writer, ...values })
  },
  /** By a statement, of many at once. */
  async weigh() {
    const [from, weight] = [below(21_000), below(100)]
    await database.write(async (queries) => {
      await queries
        .updateTable('letters')
        .set({ weight })
        .where('id', '>=', from)
        .where('id', '<', from + 300)
        .execute()
    })
    for (const each of letters.values())
      if (each.id >= from && each.id < from + 300) letters.set(each.id, { ...each, weight })
  },
  async takeBack() {
    const asked = database.write(async (queries) => {
      await queries.updateTable('letters').set({ weight: 0 }).where('id', '<', 500).execute()
      await expectToFind()
      throw new Error('on second thoughts')
    })
    await expect(asked).rejects.toThrow('on second thoughts')
  },
  /** By another program. */
  async writeElsewhere() {
    const id = pick(
      random,
      [...letters.keys()].filter((each) => each > 20),
    )
    await other.write(async (queries) => {
      await queries.updateTable('letters').set({ weight: 7 }).where('id', '=', id).execute()
    })
    const letter = letters.get(id)
    if (letter) letters.set(id, { ...letter, weight: 7 })
  },
  async remove() {
    const id = pick(
      random,
      [...letters.keys()].filter((each) => each > 20),
    )
    await database.write(async (queries) => {
      await queries.deleteFrom('letters').where('id', '=', id).execute()
    })
    letters.delete(id)
  },
} as const

interface Asked {
  readonly q: string
  readonly as: 'owner' | 'reader'
  readonly filter?: { readonly weight: { readonly lt: number } }
}

function expected({ q, as, filter }: Asked): number[] {
  const titleOf = (writer: Writer | undefined) => (writer && (as === 'owner' || writer.rank < 3) ? writer.name : '')
  const mayRead = ({ weight }: Letter) => as === 'owner' || weight < 50
  const found = (letter: Letter, word: string) => {
    const answered = letters.get(letter.answers ?? 0)
    const texts = [letter.subject, letter.body, titleOf(writers.get(letter.writer))]
    if (answered && mayRead(answered)) texts.push(answered.subject)
    return texts.some((each) => each.toLowerCase().includes(word))
  }
  return [...letters.values()]
    .filter((letter) => mayRead(letter) && (!filter || letter.weight < filter.weight.lt))
    .filter((letter) => q.split(' ').every((word) => found(letter, word)))
    .toSorted((one, another) => another.weight - one.weight || another.id - one.id)
    .map(({ id }) => id)
}

async function expectToFind(): Promise<void> {
  const asked: Asked = {
    q: pick(random, [...words, 'mango guava', 'mango bread', 'quince bread', 'nothing']),
    as: pick(random, ['owner', 'reader'] as const),
    ...(random() < 0.3 && { filter: { weight: { lt: 60 } } }),
  }
  const { q, as, filter } = asked
  const name = `${JSON.stringify(asked)}, HAYKAL_SEED=${seed}`
  const query = { q, limit: 100, sort: '-weight', ...(filter && { filter: filter as never }) }
  const { data, meta } = await openRecords(core, { id: as, role: as }).list('letters', query)
  const all = expected(asked)
  expect(
    data.map(({ id }) => id),
    name,
  ).toEqual(all.slice(0, 100))
  if (meta.countKind === 'exact') expect(meta.count, name).toBe(all.length)
  else expect(meta.count, name).toBeLessThanOrEqual(all.length)
}

test('what people write is found at once', { timeout: 120_000 }, async () => {
  for (let round = 0; round < rounds; round += 1) {
    await acts[pick(random, Object.keys(acts) as (keyof typeof acts)[])]()
    for (let turn = 0; turn < 4; turn += 1) await expectToFind()
  }
})
