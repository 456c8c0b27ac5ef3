// Tables that nobody would design and everybody meets: rows without a key, keys that are empty, values of another type, pointers of many sorts.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { createAccess, type ModelRules } from '@haykal/access'
import { type Database, makeHistoryTable, openDatabase } from '@haykal/database'
import { datetime, fieldKinds, integer, relation, text } from '@haykal/fields'
import { type AnyRecord, type Filter, filterBounds, idOfKey, type ModelDefinition, resolveModels } from '@haykal/model'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { describeModels, openRecords, type Records, type RecordsCore } from './index.ts'
import { keptChanges } from './testing/kept-changes.ts'

let folder: string
let file: string
const opened: Database[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'haykal-odd-'))
  file = join(folder, 'odd.sqlite')
})
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close()
  rmSync(folder, { recursive: true })
})

interface Surroundings extends Partial<RecordsCore> {
  readonly rules?: { readonly [model: string]: ModelRules }
}

/** Another program makes the file; it is then opened with models that somebody gave. */
async function coreOf(
  schema: string,
  definitions: readonly ModelDefinition[],
  { rules = {}, ...given }: Surroundings = {},
): Promise<RecordsCore> {
  const made = new DatabaseSync(file)
  made.exec(schema)
  made.close()
  const database = await openDatabase(file)
  opened.push(database)
  const models = resolveModels(definitions, { kinds: fieldKinds, isLoose: true })
  const access = createAccess(models, rules)
  return { database, models, access, secret: 'a secret of the tests', closedOf: () => undefined, ...given }
}

const owner = { id: 'the owner', role: 'owner' } as const

async function recordsOf(...given: Parameters<typeof coreOf>): Promise<Records> {
  return openRecords(await coreOf(...given), owner)
}

/** Every page from the first to the last, then back to the first. */
async function walk(records: Records, model: string, query: { sort?: string; limit: number }) {
  const onward: AnyRecord[] = []
  let page = await records.list(model, query)
  onward.push(...page.data)
  while (page.meta.next !== null) {
    if (onward.length > 100) throw new Error('the list does not end')
    page = await records.list(model, { ...query, after: page.meta.next })
    onward.push(...page.data)
  }
  const backward = [...page.data]
  while (page.meta.prev !== null) {
    if (backward.length > 100) throw new Error('the list does not begin')
    page = await records.list(model, { ...query, before: page.meta.prev })
    backward.unshift(...page.data)
  }
  return { onward, backward }
}

const plain = (name: string, more: Partial<ModelDefinition> = {}): ModelDefinition => ({
  name,
  key: [],
  fields: { a: text(), b: integer() },
  ...more,
})

describe('rows that nothing tells apart', () => {
  const schema = `create table t (a, b); insert into t values ('x', 1), ('x', 1), (null, 2), ('y', 1), ('x', 1), (null, 2), ('x', 3)`

  test.each([undefined, 'a', '-a', 'b,a', '-b'])(
    'are all listed, page by page and back, sorted by %s',
    async (sort) => {
      const records = await recordsOf(schema, [plain('t')])
      const { onward, backward } = await walk(records, 't', { limit: 2, ...(sort === undefined ? {} : { sort }) })
      expect(onward).toHaveLength(7)
      expect(backward).toEqual(onward)
      expect(onward.filter(({ a, b }) => a === 'x' && b === 1)).toHaveLength(3)
    },
  )

  test('have no page', async () => {
    const records = await recordsOf(schema, [plain('t')])
    for (const id of ['', '1', 'W10', '~W10'])
      await expect(records.read('t', id)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('are read from a view, which may show a row twice under one key', async () => {
    const view = plain('v', { source: 'view', key: 'b' })
    const records = await recordsOf(`${schema}; create view v as select * from t`, [view])
    const { onward, backward } = await walk(records, 'v', { limit: 3, sort: 'b' })
    expect(onward.map(({ b }) => b)).toEqual([1, 1, 1, 1, 2, 2, 3])
    expect(backward).toEqual(onward)
    expect((await records.read('v', '3')).data).toEqual({ a: 'x', b: 3 })
  })
})

describe('values that a column was not made for', () => {
  test('keep their place in every order, whatever they are', async () => {
    const values = `(1, 9e999), (2, -9e999), (3, x'00ff'), (4, 'a'), (5, cast(x'61ff' as text)), (6, cast(x'61fe' as text)), (7, 9223372036854775807), (8, null), (9, 0.1), (10, ''), (11, x''), (12, 'b')`
    const odd: ModelDefinition = { name: 't', key: 'b', fields: { b: integer(), a: text() } }
    const records = await recordsOf(`create table t (b integer primary key, a); insert into t values ${values}`, [odd])
    for (const sort of ['a', '-a', 'a,-b', '-b']) {
      const { onward, backward } = await walk(records, 't', { limit: 1, sort })
      expect(onward).toHaveLength(12)
      expect(new Set(onward.map(({ b }) => b)).size).toBe(12)
      expect(backward).toEqual(onward)
    }
  })

  test('can be keys, and each record is found by its own', async () => {
    const schema = `create table t (k int primary key, a text) without rowid;
      insert into t values (1, 'one'), ('five', 'text'), (x'6162', 'bytes'), (1.5, 'half'), (9e999, 'beyond'), (9223372036854775807, 'big')`
    const odd: ModelDefinition = { name: 't', key: 'k', fields: { k: integer(), a: text() } }
    const records = await recordsOf(schema, [odd])
    const { data } = await records.list('t', { sort: 'k' })
    expect(data).toHaveLength(6)
    const [model] = resolveModels([odd], { kinds: fieldKinds }).all
    for (const record of data) {
      const id = idOfKey(model as never, [record.k ?? null])
      const read = await records.read('t', id)
      expect(read.data).toEqual(record)
      expect(read.meta.id).toBe(id)
      const { meta } = await records.edit('t', id, { values: { a: 'new' }, base: { a: record.a ?? null } })
      expect(meta.id).toBe(id)
    }
    expect((await records.list('t', { filter: { a: { eq: 'new' } } })).data).toHaveLength(6)
  })
})

describe('keys that several rows share', () => {
  const schema = `create table t (k text primary key, a text); insert into t values (null, 'one'), (null, 'two'), ('x', 'three')`
  const model: ModelDefinition = { name: 't', key: 'k', fields: { k: text(), a: text() } }
  const empty = '~W251bGxd'

  test('show a record that cannot be changed, and say why', async () => {
    const records = await recordsOf(schema, [model])
    const { meta } = await records.read('t', empty)
    expect(meta).toMatchObject({ id: empty, can: { edit: false, remove: false }, closed: 'same-key' })
    await expect(records.edit('t', empty, { values: { a: 'new' }, base: { a: 'one' } })).rejects.toMatchObject({
      code: 'locked',
      details: { params: { reason: 'same-key' } },
    })
    await expect(records.remove('t', empty, '*')).rejects.toMatchObject({ code: 'locked' })
    expect((await records.list('t')).data).toHaveLength(3)
  })

  test('are harmless once one row has it alone', async () => {
    const records = await recordsOf(`${schema}; delete from t where a = 'two'`, [model])
    const { meta } = await records.read('t', empty)
    expect(meta).toMatchObject({ can: { edit: true } })
    await records.edit('t', empty, { values: { a: 'new' }, base: { a: 'one' } })
    expect((await records.read('t', empty)).data.a).toBe('new')
  })
})

describe('triggers', () => {
  const model: ModelDefinition = { name: 't', key: 'k', fields: { k: integer(), a: text() } }
  const table = `create table t (k integer primary key, a text); insert into t values (1, 'one')`

  test('that keep a row as it was refuse the change rather than swallow it', async () => {
    const triggers = [
      ['insert', 'new.a'],
      ['update', 'new.a'],
      ['delete', 'old.a'],
    ].map(
      ([act, a]) => `create trigger no_${act} before ${act} on t when ${a} is not null begin select raise(ignore); end`,
    )
    const records = await recordsOf([table, ...triggers].join(';'), [model])
    const refused = { code: 'invalid', details: { problems: [{ pointer: '/values', code: 'refused_by_database' }] } }
    await expect(records.create('t', { k: 2, a: 'two' })).rejects.toMatchObject(refused)
    await expect(records.edit('t', '1', { values: { a: 'new' }, base: { a: 'one' } })).rejects.toMatchObject(refused)
    await expect(records.remove('t', '1', '*')).rejects.toMatchObject(refused)
    expect((await records.list('t')).data).toEqual([{ k: 1, a: 'one' }])
  })
})

describe('pointers', () => {
  const schema = `create table countries (id integer primary key, code text unique not null, name text, secret text);
    create table towns (id integer primary key, country text references countries (code), year integer, number integer);
    create table orders (year integer, number integer, note text, primary key (year, number));
    insert into countries values (1, 'EG', 'Egypt', 's'), (2, 'DE', 'Germany', 't');
    insert into orders values (2026, 1, 'first'), (2026, 2, 'second');
    insert into towns values (1, 'EG', 2026, 1), (2, 'DE', 2026, 2), (3, 'DE', null, 1)`
  const countries: ModelDefinition = {
    name: 'countries',
    title: 'name',
    fields: { code: text({ required: true, unique: true }), name: text(), secret: text() },
  }
  const orders: ModelDefinition = {
    name: 'orders',
    key: ['year', 'number'],
    fields: { year: integer(), number: integer(), note: text() },
  }
  const towns: ModelDefinition = {
    name: 'towns',
    fields: {
      country: relation({ to: 'countries', keyKind: 'text', toField: 'code', searchable: true }),
      year: integer(),
      number: integer(),
    },
    references: [{ to: 'orders', fields: { year: 'year', number: 'number' } }],
  }
  const all = [countries, orders, towns]

  test('to a column that is not the key bring titles, sort, filter, search and check like others', async () => {
    const records = await recordsOf(schema, all)
    const page = await records.list('towns', { sort: 'country,-id' })
    expect(page.data.map(({ id }) => id)).toEqual([1, 3, 2])
    expect(page.meta.titles).toEqual({ '["countries","code"]': { EG: 'Egypt', DE: 'Germany' } })
    const asked = async (query: object) => (await records.list('towns', query)).data.map(({ id }) => id)
    expect(await asked({ filter: { 'country.name': { eq: 'Germany' } } })).toEqual([2, 3])
    expect(await asked({ filter: { country: { eq: 'EG' } } })).toEqual([1])
    expect(await asked({ q: 'egy' })).toEqual([1])
    await expect(
      records.edit('towns', '1', { values: { country: '1' }, base: { country: 'EG' } }),
    ).rejects.toMatchObject({
      details: { problems: [{ pointer: '/values/country', code: 'no_such_record' }] },
    })
    expect(
      (await records.edit('towns', '1', { values: { country: 'DE' }, base: { country: 'EG' } })).data.country,
    ).toBe('DE')
  })

  test('of several columns are told to those who may know where they lead', async () => {
    const hidden = {
      rules: { orders: { reader: { read: false } }, countries: { reader: { read: true, hide: ['code'] } } },
    }
    const core = await coreOf(schema, all, hidden as never)
    const told = (role: 'owner' | 'reader') =>
      describeModels(core, { id: 'x', role }).find(({ name }) => name === 'towns')
    expect(told('owner')).toMatchObject({ references: towns.references, fields: { country: { toField: 'code' } } })
    expect(JSON.stringify(told('reader'))).not.toMatch(/orders|countries|code/)
  })

  test('of several columns make children on the other side', async () => {
    const { models } = await coreOf(schema, all)
    expect(models.get('orders')?.backRelations).toEqual([
      {
        model: 'towns',
        fields: [
          { child: 'year', parent: 'year' },
          { child: 'number', parent: 'number' },
        ],
      },
    ])
    expect(models.get('countries')?.backRelations).toEqual([
      { model: 'towns', fields: [{ child: 'country', parent: 'code' }] },
    ])
  })
})

describe('changes', () => {
  const model: ModelDefinition = {
    name: 't',
    key: 'k',
    fields: { k: integer({ generated: true }), a: text(), b: integer() },
  }
  const table = 'create table t (k integer primary key, a text, b integer)'

  test('are kept as what differed and as what became, in the transaction', async () => {
    const core = await coreOf(table, [model], { history: {} })
    await core.database.write((queries) => makeHistoryTable({ engine: core.database.engine, queries }))
    const records = openRecords(core, owner)
    await records.create('t', { a: 'one' })
    await records.edit('t', '1', { values: { b: 2 }, base: { b: null } })
    await records.edit('t', '1', { values: { b: 2 }, base: { b: 2 } })
    await records.remove('t', '1', '*')
    const [first, second] = [
      { k: 1, a: 'one', b: null },
      { k: 1, a: 'one', b: 2 },
    ]
    expect(await keptChanges(core.database)).toMatchObject([
      { act: 'create', record: '1', before: null, after: first },
      { act: 'edit', record: '1', before: { b: null }, after: second },
      { act: 'remove', record: '1', before: second, after: null },
    ])
  })

  test('that cannot be kept are not made', async () => {
    const isMoved = () => {
      throw new Error('the file is gone')
    }
    const core = await coreOf(table, [model], { history: { expectThere: isMoved } })
    await core.database.write((queries) => makeHistoryTable({ engine: core.database.engine, queries }))
    const records = openRecords(core, owner)
    await expect(records.create('t', { a: 'one' })).rejects.toThrow('the file is gone')
    expect(await keptChanges(core.database)).toEqual([])
    expect((await records.list('t')).data).toEqual([])
  })
})

describe('moments that programs write in several ways', () => {
  const schema = `create table t (id integer primary key, at);
    insert into t values (1, '2026-01-31'), (2, '2026-01-31T00:00:00.000Z'), (3, '2026-01-31 00:00'), (4, 1769817600), (5, '2026-02-01'), (6, null)`

  test.each(['iso', 'sql', 'seconds'] as const)(
    'are found as they are shown, in a column of the form %s',
    async (written) => {
      const fields = { id: integer(), at: datetime({ written }) }
      const records = await recordsOf(schema, [{ name: 't', key: ['id'], fields }])
      const found = async (filter: Filter) =>
        (await records.list('t', { filter, limit: 50 })).data.map((record) => record.id)
      const isShown = written === 'seconds' ? [1, 2, 3, 4] : [1, 2, 3]
      const moment = '2026-01-31T00:00:00.000Z'
      expect(await found({ at: { eq: moment } })).toEqual(isShown)
      expect(await found({ at: { in: [moment, null] } })).toEqual([...isShown, 6])
      expect(await found({ at: { ne: moment } })).toEqual([1, 2, 3, 4, 5, 6].filter((id) => !isShown.includes(id)))
    },
  )

  test('are found among as many as may be asked for', async () => {
    const fields = { id: integer(), at: datetime({ written: 'iso' }) }
    const records = await recordsOf(schema, [{ name: 't', key: ['id'], fields }])
    const days = Array.from({ length: filterBounds.listLength }, (_, day) =>
      new Date(Date.UTC(2026, 0, 31 + day)).toISOString(),
    )
    const page = await records.list('t', { filter: { at: { in: days } }, limit: 50 })
    expect(page.data.map((record) => record.id)).toEqual([1, 2, 3, 5])
  })
})
