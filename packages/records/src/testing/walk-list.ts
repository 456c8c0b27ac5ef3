/** Random lists walked page by page: every way through one gives what it gives in one piece. */
import { createAccess, type ModelRules } from '@haykal/access'
import type { ListQuery, RecordPage } from '@haykal/contract'
import {
  type Database,
  deleteRecord,
  existsRecord,
  insertRecord,
  insertRecords,
  openDatabase,
  syncTables,
  updateRecord,
} from '@haykal/database'
import { boolean, choice, date, datetime, decimal, fieldKinds, integer, number, relation, text } from '@haykal/fields'
import {
  type AnyRecord,
  computed,
  defineModel,
  everything,
  type Filter,
  HaykalError,
  isOfOthers,
  type Json,
  type Model,
  type ModelField,
  type Models,
  resolveModels,
  rollup,
} from '@haykal/model'
import { openRecords, type Records, type RecordsCore } from '../index.ts'
import { pick, type Random, randomFilter } from './random-filter.ts'

const place = defineModel({
  name: 'places',
  title: 'name',
  fields: {
    name: text(),
    height: integer(),
    within: relation({ to: 'places' }),
    things: rollup({ of: 'things', count: true }),
  },
})
const thing = defineModel({
  name: 'things',
  title: 'label',
  fields: {
    label: text(),
    code: text(),
    size: integer(),
    weight: number(),
    price: decimal({ scale: 2 }),
    isOpen: boolean(),
    day: date(),
    moment: datetime(),
    state: choice({ options: ['draft', 'paid', 'قيد'] }),
    place: relation({ to: 'places' }),
    worth: computed({ from: 'price * size', as: decimal({ scale: 2 }) }),
    pieces: rollup({ of: 'pieces', sum: 'weight' }),
    earliest: rollup({ of: 'pieces', min: 'made' }),
  },
})
const piece = defineModel({
  name: 'pieces',
  key: ['thing', 'number'],
  fields: { thing: relation({ to: 'things' }), number: integer(), weight: decimal({ scale: 1 }), made: date() },
})
const models: Models = resolveModels([place, thing, piece], { kinds: fieldKinds, hasOrderKeys: true })

const texts = [
  '',
  'a',
  'A',
  'ab',
  'Äb',
  'B',
  'é',
  'ß',
  'قيد',
  'قَيْد',
  'file 9',
  'file 10',
  '\u{1F600}',
  '\uFFFD',
  'z',
  ' a',
  "'",
  '\t',
]
const values: { readonly [kind: string]: readonly Json[] } = {
  text: texts,
  choice: ['draft', 'paid', 'قيد'],
  integer: [0, 1, -1, 2, 3, 9007199254740991, '9223372036854775807', '-9223372036854775808'],
  number: [0, 0.1, 0.5, -1.25, 1e21, 1e-7, 3],
  decimal: ['0.0', '1.5', '-0.1', '999999.9'],
  boolean: [true, false],
  date: ['2026-01-01', '2026-02-28', '1999-12-31'],
  datetime: ['2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.001Z', '1999-12-31T23:59:59.999Z'],
}

/** What lists are sorted by; two of them or three are joined to an order. */
const sorts: { readonly [model: string]: readonly string[] } = {
  things: [
    ...['id', 'label', 'code', 'size', 'weight', 'price', 'isOpen', 'day', 'moment', 'state', 'place'],
    ...['worth', 'pieces', 'earliest', 'place.height', 'place.within', 'place.things', 'place.within.name'],
  ],
  places: ['id', 'name', 'height', 'within', 'things', 'within.things'],
  pieces: ['thing', 'number', 'weight', 'made', 'thing.label', 'thing.place', 'thing.worth'],
}

/** Records that lists are made of, on one engine. */
export interface ListGround {
  readonly database: Database
  readonly random: Random
}

/** Makes the tables in an empty database, and so many things. */
export async function openListGround(
  address: string,
  { random, things }: { readonly random: Random; readonly things: number },
): Promise<ListGround> {
  const database = await openDatabase(address)
  await syncTables(database, models)
  await database.write(async (queries) => {
    const connection = { engine: database.engine, queries }
    const many = (name: string, count: number, make: (index: number) => AnyRecord) =>
      insertRecords(
        connection,
        modelNamed(name),
        Array.from({ length: count }, (_, index) => make(index)),
      )
    await many('places', 9, (index) => ({ id: index + 1, name: null, height: null, within: null }))
    await many('things', things, (index) => ({ id: (index + 1) * 3, ...randomThing(random) }))
    await many('pieces', things, (index) => ({
      thing: 3 * (1 + Math.floor(random() * things)),
      number: index,
      weight: pick(random, values.decimal ?? []),
      made: valueOrNothing(random, 'date'),
    }))
    const returning = modelNamed('places').key
    for (let id = 1; id <= 9; id += 1) {
      const values = {
        name: valueOrNothing(random, 'text'),
        height: valueOrNothing(random, 'integer'),
        within: maybe(random, 1 + Math.floor(random() * 9)),
      }
      await updateRecord(connection, modelNamed('places'), { key: [id], values, returning })
    }
  })
  return { database, random }
}

function modelNamed(name: string): Model {
  const model = models.get(name)
  if (!model) throw new Error(`there is no model ${name}`)
  return model
}

function maybe(random: Random, value: Json): Json {
  return random() < 0.25 ? null : value
}

function valueOrNothing(random: Random, kind: string): Json {
  return maybe(random, pick(random, values[kind] ?? [null]))
}

function randomThing(random: Random): AnyRecord {
  const stored = modelNamed('things').fields.filter((field) => !field.isKey && field.derived === undefined)
  return Object.fromEntries(
    stored.map(({ name, kind, references }) => [
      name,
      references === undefined ? valueOrNothing(random, kind.kind) : maybe(random, 1 + Math.floor(random() * 9)),
    ]),
  )
}

/** A list that somebody asks for: of which model, under which rules, how. */
export interface RandomList {
  readonly model: string
  readonly records: Records
  readonly query: ListQuery
  /** In words, for whoever has to find out what went wrong. */
  readonly told: string
}

/** A random list; undefined where rules or filter say nothing that makes sense. */
export function randomList({ database, random }: ListGround): RandomList | undefined {
  const model = pick(random, ['things', 'things', 'things', 'places', 'pieces'])
  const value = (field: ModelField): Json =>
    random() < 0.1
      ? null
      : field.references === undefined
        ? pick(random, values[field.kind.kind] ?? [null])
        : 1 + Math.floor(random() * 9)
  const filterOf = (name: string, depth: number) =>
    randomFilter(random, { models, model: modelNamed(name), value }, depth)
  const read = (name: string, depth: number): Filter | true => (random() < 0.5 ? true : filterOf(name, depth))
  const edit = random() < 0.3 ? { edit: read(model, 1) } : {}
  const rules = {
    [model]: { reader: { read: read(model, 2), ...edit } },
    places: { reader: { read: read('places', 1) } },
  }
  const sort = [
    ...new Set(Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(random, sorts[model] ?? []))),
  ]
    .map((name) => (random() < 0.5 ? `-${name}` : name))
    .join(',')
  const filter = random() < 0.6 ? undefined : filterOf(model, 2)
  // What is rolled up is asked for in a way of its own, so some lists are asked for without.
  const fields =
    random() < 0.6
      ? modelNamed(model)
          .fields.filter((field) => !isOfOthers(field))
          .map(({ name }) => name)
      : undefined
  const query: ListQuery = { sort, limit: 500, ...(filter && { filter }), ...(fields && { fields }) }
  const access = tryAccess(rules)
  if (!access) return undefined
  const core: RecordsCore = { database, models, access, secret: 'a secret of the tests', closedOf: () => undefined }
  const records = openRecords(core, { id: '1', role: 'reader' })
  return { model, records, query, told: JSON.stringify({ model, rules, query }) }
}

/** Rules that say nothing somewhere are refused, as those of a project are. */
function tryAccess(rules: { readonly [model: string]: { readonly [role: string]: unknown } }) {
  try {
    return createAccess(models, rules as unknown as { readonly [model: string]: ModelRules })
  } catch {
    return undefined
  }
}

/** The whole of a list in one page; undefined where the request is refused. */
export async function wholeOf({ records, model, query }: RandomList): Promise<RecordPage | undefined> {
  try {
    return await records.list(model, query)
  } catch (error) {
    if (error instanceof HaykalError && error.code === 'malformed') return undefined
    throw error
  }
}

/** All pages of a list, from the first forwards or from the last backwards, in the order of the list. `between` runs after every page. */
export async function walk(
  { records, model, query }: RandomList,
  {
    limit,
    direction,
    between,
  }: { readonly limit: number; readonly direction: 'forwards' | 'backwards'; readonly between?: () => Promise<void> },
): Promise<AnyRecord[]> {
  const found: AnyRecord[][] = []
  let start: ListQuery = direction === 'backwards' ? { last: true } : {}
  while (true) {
    const asked = { ...query, ...start, limit, count: 'none' } as const
    const { data, meta } = await pageInBothForms(records, model, asked)
    found.push([...data])
    const next = direction === 'backwards' ? meta.prev : meta.next
    if (next === null) return (direction === 'backwards' ? found.toReversed() : found).flat()
    start = direction === 'backwards' ? { before: next } : { after: next }
    await between?.()
  }
}

/** A page as JSON says it, and as it is sent. Throws unless the page of records says the same. */
async function pageInBothForms(records: Records, model: string, asked: ListQuery): Promise<RecordPage> {
  const page = await records.list(model, asked)
  const { json } = await records.listAsJson(model, asked)
  const written = JSON.parse(json) as RecordPage
  const [one, other] = [written, page].map((each) => JSON.stringify(comparable(each)))
  if (one !== other) throw new Error(`As JSON: ${one}\nAs records: ${other}`)
  return written
}

/** Which records may be changed is told in no order, nor are titles; and a place can be told in two ways, as 24 and as 24.0. */
function comparable({ data, meta }: RecordPage): object {
  const { can = {}, titles, next, prev, ...rest } = meta
  const acts = Object.entries(can).map(([act, of]) => [act, Array.isArray(of) ? of.toSorted() : of])
  const named = Object.entries(titles).map(([model, of]) => [model, Object.entries(of).toSorted()])
  return {
    data,
    acts,
    named: named.toSorted(),
    hasNext: next !== null,
    hasPrev: prev !== null,
    rest: Object.entries(rest).toSorted(),
  }
}

/** The keys of records, as texts. */
export function keysOf(model: string, found: readonly AnyRecord[]): string[] {
  const { key } = modelNamed(model)
  return found.map((record) => key.map(({ name }) => String(record[name])).join('/'))
}

/** Makes a thing, removes one, changes one, or renames a place: whatever may happen while somebody turns pages. */
export async function stir({ database, random }: ListGround): Promise<void> {
  await database.write(async (queries) => {
    const connection = { engine: database.engine, queries }
    const things = modelNamed('things')
    const id = 1 + Math.floor(random() * 120)
    const returning = things.key
    const way = pick(random, ['insert', 'remove', 'edit', 'rename'])
    if (way === 'insert' && !(await existsRecord(connection, things, { key: [id], condition: everything }))) {
      await insertRecord(connection, things, { values: { id, ...randomThing(random) }, returning })
    }
    if (way === 'remove') {
      await queries.deleteFrom('pieces').where('thing', '=', id).execute()
      await deleteRecord(connection, things, [id])
    }
    if (way === 'edit') await updateRecord(connection, things, { key: [id], values: randomThing(random), returning })
    if (way === 'rename') {
      const values = { name: valueOrNothing(random, 'text'), height: valueOrNothing(random, 'integer') }
      await updateRecord(connection, modelNamed('places'), { key: [1 + Math.floor(random() * 9)], values, returning })
    }
  })
}

/** What there is at a moment: the keys of a list, and by key all that may decide where a record stands in it. */
export interface Moment {
  readonly listed: ReadonlySet<string>
  readonly standing: ReadonlyMap<string, string>
}

/** Looks at a list and at what lies behind it. */
export async function momentOf({ database }: ListGround, list: RandomList): Promise<Moment> {
  const core: RecordsCore = {
    database,
    models,
    access: createAccess(models, {}),
    secret: 'another',
    closedOf: () => undefined,
  }
  const owner = openRecords(core, { id: '1', role: 'owner' })
  const all = async (name: string) => {
    const { data } = await owner.list(name, { limit: 500, count: 'none' })
    return new Map(keysOf(name, data).map((key, index) => [key, data[index] ?? {}]))
  }
  const [places, things, pieces] = [await all('places'), await all('things'), await all('pieces')]
  const chain = (id: Json | undefined, depth: number): Json[] => {
    const found = depth > 0 ? places.get(String(id)) : undefined
    return found ? [found, ...chain(found.within, depth - 1)] : []
  }
  const behind: { readonly [model: string]: (record: AnyRecord) => Json } = {
    places: (record) => [record, ...chain(record.within, 3)],
    things: (record) => [record, ...chain(record.place, 3)],
    pieces: (record) => [
      record,
      things.get(String(record.thing)) ?? null,
      ...chain(things.get(String(record.thing))?.place, 3),
    ],
  }
  const records = { places, things, pieces }[list.model as 'things']
  const whole = await wholeOf(list)
  return {
    listed: new Set(keysOf(list.model, whole?.data ?? [])),
    standing: new Map([...records].map(([key, record]) => [key, JSON.stringify(behind[list.model]?.(record) ?? null)])),
  }
}

/** The keys of what was listed at every moment, and stood where it stands all the time. */
export function stayedIn([first, ...later]: readonly Moment[]): string[] {
  return [...(first?.listed ?? [])].filter((key) =>
    later.every(({ listed, standing }) => listed.has(key) && standing.get(key) === first?.standing.get(key)),
  )
}
