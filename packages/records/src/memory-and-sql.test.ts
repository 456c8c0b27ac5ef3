/** Random rules and filters asked of random records in memory and by the databases: the answers are the same. */
import { createAccess, type ModelRules } from '@haykal/access'
import { type Database, insertRecords, openDatabase, selectRecords, syncTables } from '@haykal/database'
import { type RunningPostgres, startPostgres } from '@haykal/database/testing'
import { boolean, choice, date, datetime, decimal, fieldKinds, integer, number, relation, text } from '@haykal/fields'
import {
  type AnyRecord,
  defineModel,
  type Filter,
  type Json,
  type Model,
  type ModelField,
  matches,
  resolveModels,
} from '@haykal/model'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pick, type Random, randomFilter, randomOf } from './testing/random-filter.ts'

/** Another one looks elsewhere: `HAYKAL_SEED=7 pnpm exec vitest run memory-and-sql`. */
const seed = Number(process.env.HAYKAL_SEED ?? 11)
/** Thousands where time is given, hundreds with every test. */
const rounds = Number(process.env.HAYKAL_ROUNDS ?? 600)

const place = defineModel({
  name: 'places',
  title: 'name',
  fields: { name: text(), height: integer(), within: relation({ to: 'places' }) },
})
const thing = defineModel({
  name: 'things',
  title: 'label',
  fields: {
    label: text(),
    size: integer(),
    weight: number(),
    price: decimal({ scale: 2 }),
    isOpen: boolean(),
    day: date(),
    moment: datetime(),
    state: choice({ options: ['draft', 'paid', 'قيد'] }),
    place: relation({ to: 'places' }),
    part: relation({ to: 'things' }),
  },
})
const models = resolveModels([place, thing], { kinds: fieldKinds, hasOrderKeys: true })

const texts = ['', 'a', 'A', 'ab', 'B', 'é', 'ß', 'قيد', '100%', 'a_b', 'a\\b', '\u{1F600}', '\uFFFD', 'z', ' a', "'"]
const values: { readonly [kind: string]: readonly Json[] } = {
  text: texts,
  longText: texts,
  choice: ['draft', 'paid', 'قيد'],
  integer: [0, 1, -1, 2, 3, 4, 5, 6, 7, '9223372036854775807', '-9223372036854775808', 9007199254740991],
  relation: [1, 2, 3, 4, 5, 6, 7, 8, 99],
  number: [0, 0.5, -1.25, 1e21, 1e-7, 3],
  decimal: ['0.00', '12.50', '-0.01', '9999999999999.99', '12.49'],
  boolean: [true, false],
  date: ['2026-01-01', '2026-02-28', '1999-12-31'],
  datetime: ['2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.001Z', '1999-12-31T23:59:59.999Z'],
}

function valueFor(random: Random, field: ModelField): Json {
  return pick(random, values[field.kind.kind] ?? [null])
}

/** A record for each id from 1 to 8; relations point to those, or to nothing. */
function randomRecords(random: Random, model: Model): AnyRecord[] {
  return Array.from({ length: 8 }, (_, index) =>
    Object.fromEntries(
      model.fields.map((field) => {
        if (field.isKey) return [field.name, index + 1]
        if (random() < 0.25) return [field.name, null]
        return [field.name, field.references === undefined ? valueFor(random, field) : 1 + Math.floor(random() * 8)]
      }),
    ),
  )
}

function modelNamed(name: string): Model {
  const model = models.get(name)
  if (!model) throw new Error(`there is no model ${name}`)
  return model
}

let server: RunningPostgres
const databases = new Map<string, Database>()
let records: ReadonlyMap<string, readonly AnyRecord[]>
beforeAll(async () => {
  const random = randomOf(seed)
  records = new Map(models.all.map((model) => [model.name, randomRecords(random, model)]))
  server = await startPostgres()
  for (const [engine, address] of [
    ['SQLite', ':memory:'],
    ['PostgreSQL', await server.createDatabase('memory')],
  ] as const) {
    const database = await openDatabase(address)
    databases.set(engine, database)
    await syncTables(database, models)
    await database.write(async (queries) => {
      for (const model of models.all) {
        await insertRecords({ engine: database.engine, queries }, model, records.get(model.name) ?? [])
      }
    })
  }
}, 60_000)
afterAll(async () => {
  for (const database of databases.values()) await database.close()
  await server?.stop()
})

test.each([
  ['SQLite', rounds],
  ['PostgreSQL', Math.ceil(rounds / 3)],
] as const)(
  'asks %s and memory alike',
  async (engine, times) => {
    const database = databases.get(engine)
    if (!database) throw new Error('not open')
    const random = randomOf(seed + 1)
    const model = modelNamed('things')
    const fold = engine === 'SQLite' ? undefined : (text: string) => text.toLowerCase()
    const ground = {
      models,
      asksChildren: true,
      value: (field: ModelField) => (random() < 0.1 ? null : valueFor(random, field)),
    }
    const related = (to: Model, key: ModelField, value: Json) =>
      (records.get(to.name) ?? []).filter((each) => String(each[key.name]) === String(value))
    let asked = 0
    for (let round = 0; round < times; round += 1) {
      const rule = randomFilter(random, { ...ground, model }, 3)
      const scope = randomFilter(random, { ...ground, model: modelNamed('places') }, 2)
      const rules = { things: { reader: { read: rule } }, places: { reader: { read: scope } } }
      const visible = tryAccess(rules)?.for({ id: '1', role: 'reader' }).model('things')
      const filter = randomFilter(random, { ...ground, model }, 3)
      const parsed = visible?.parseFilter(filter)
      if (!visible || !parsed?.ok) continue
      asked += 1
      const condition = { type: 'all', of: [visible.scope('read'), parsed.condition] } as const
      const key = model.key.map((field) => ({ path: { hops: [], field }, descending: false }))
      const page = await selectRecords(database, model, { condition, order: key, fields: model.key, limit: 500 })
      const inMemory = (records.get('things') ?? []).filter((record) =>
        matches(condition, record, fold ? { related, fold } : { related }),
      )
      expect({ rule, scope, filter, ids: inMemory.map(({ id }) => id) }).toEqual({
        rule,
        scope,
        filter,
        ids: page.records.map(({ id }) => id),
      })
    }
    // Filters that are refused ask nothing: most must be none of them.
    expect(asked).toBeGreaterThan(times / 4)
  },
  60_000,
)

/** Rules that say nothing somewhere are refused, as those of a project are: then there is nothing to compare. */
function tryAccess(rules: { readonly [model: string]: { readonly [role: string]: { readonly read: Filter } } }) {
  try {
    return createAccess(models, rules as unknown as { readonly [model: string]: ModelRules })
  } catch {
    return undefined
  }
}
