/** What texts are sorted by is there for every row: after an upgrade, and at the next start once another program wrote. */
import {
  everything,
  type FieldKind,
  type FieldKinds,
  type Model,
  type ModelDefinition,
  resolveModels,
} from '@haykal/model'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adoptTables } from '../adoption/adopt-tables.ts'
import type { Database, Row } from '../engine.ts'
import { openDatabase } from '../open-database.ts'
import { insertRecord, insertRecords, type Place, selectRecords, updateRecord } from '../records/index.ts'
import { orderKey } from '../records/order-key.ts'
import { type RunningPostgres, startPostgres } from '../testing/start-postgres.ts'
import { syncTables } from './sync-tables.ts'

/** Field kinds are of another floor: two small ones of our own are enough to make columns. */
function kindOf(kind: 'text' | 'integer'): FieldKind {
  return {
    kind,
    column: () => ({ kind }),
    parse: (input) => ({ ok: true, value: input }),
    toText: String,
    fromText: (text) => ({ ok: true, value: text }),
    filters: ['eq'],
    jsonSchema: () => ({}),
    sortsAsWords: kind === 'text',
  }
}
const kinds: FieldKinds = { text: kindOf('text'), integer: kindOf('integer') }

const longName = 'a name of a column that is longer than PostgreSQL takes by far'
const book: ModelDefinition = {
  name: 'odd "books"',
  key: ['shelf', 'code'],
  title: 'title',
  fields: {
    shelf: { kind: 'integer' },
    code: { kind: 'text' },
    title: { kind: 'text' },
    [longName]: { kind: 'text' },
    pages: { kind: 'integer' },
  },
  indexes: [['pages', '-title'], ['title', 'pages'], ['title']],
}

function bookModel(hasOrderKeys: boolean): Model {
  const [model] = resolveModels([book], { kinds, hasOrderKeys }).all
  if (!model) throw new Error('no model')
  return model
}
const before = bookModel(false)
const model = bookModel(true)

const words = ['Zebra', 'apple', 'Éclair', 'zoo', '', 'item 10', 'Item 9', 'مكتبة', null]

function bookNumber(index: number) {
  return {
    shelf: index % 7,
    code: `C${index}`,
    title: words[index % words.length] ?? null,
    [longName]: 'x',
    pages: index,
  }
}

let server: RunningPostgres
beforeAll(async () => {
  server = await startPostgres()
}, 60_000)
afterAll(async () => await server?.stop())

let number = 0
async function open(engine: string): Promise<Database> {
  number += 1
  return await openDatabase(engine === 'SQLite' ? ':memory:' : await server.createDatabase(`keys${number}`))
}

async function sync(database: Database, of = model) {
  await syncTables(database, { all: [of], get: () => of })
}

/** How many rows do not hold what their texts are sorted by, found without asking the database. */
async function staleRows({ queries }: Database): Promise<number> {
  const { rows } = await sql<Row>`select * from ${sql.id(book.name)}`.execute(queries)
  return rows.filter((row) =>
    ['code', 'title'].some((name) => row[`${name}$order`] !== orderKey((row[name] ?? null) as string | null)),
  ).length
}

async function titles(database: Database, limit: number): Promise<unknown[]> {
  const title = model.title
  const order = [title, ...model.key].map((field) => ({
    path: { hops: [], field },
    descending: false,
    isTie: field !== title,
  }))
  const found: unknown[] = []
  for (let place: Place | undefined; ; ) {
    const from = place && { place, direction: 'after' as const }
    const page = await selectRecords(database, model, {
      condition: everything,
      order,
      fields: [title, ...model.key],
      limit,
      ...(from && { from }),
    })
    found.push(...page.records.map((record) => `${record.title ?? 'nothing'} ${record.shelf}/${record.code}`))
    place = page.last
    if (!page.hasMore) return found
  }
}

describe.each(['SQLite', 'PostgreSQL'])('on %s', (engine) => {
  test('a table of an older version opens, is filled in once, and is sorted as words', async () => {
    const database = await open(engine)
    await sync(database, before)
    await database.write((queries) =>
      insertRecords(
        { engine: database.engine, queries },
        before,
        Array.from({ length: 1_300 }, (_, at) => bookNumber(at)),
      ),
    )
    await sync(database)
    expect(await staleRows(database)).toBe(0)
    const inOrder = (await titles(database, 97)).map((each) => String(each).replace(/ \d+\/C\d+$/, ''))
    expect(inOrder).toHaveLength(1_300)
    expect([...new Set(inOrder)]).toEqual([
      'nothing',
      '',
      'apple',
      'Éclair',
      'Item 9',
      'item 10',
      'Zebra',
      'zoo',
      'مكتبة',
    ])
    await sync(database)
    expect(await staleRows(database)).toBe(0)
    await database.close()
  })

  test('what is written by us is never without it', async () => {
    const database = await open(engine)
    await sync(database)
    await database.write(async (queries) => {
      const connection = { engine: database.engine, queries }
      await insertRecords(connection, model, [bookNumber(1), bookNumber(2), bookNumber(8)])
      await insertRecord(connection, model, { values: { shelf: 0, code: 'Ünder', title: 'New' }, returning: [] })
      await insertRecord(connection, model, { values: { shelf: 0, code: 'b' }, returning: [] })
      await updateRecord(connection, model, { key: [1, 'C1'], values: { title: 'Changed' }, returning: [] })
      await updateRecord(connection, model, { key: [2, 'C2'], values: { title: null }, returning: [] })
      await updateRecord(connection, model, { key: [1, 'C8'], values: { pages: 7 }, returning: [] })
    })
    expect(await staleRows(database)).toBe(0)
    await database.close()
  })

  test('rows that another program wrote are neither lost nor repeated, and take their place at the next start', async () => {
    const database = await open(engine)
    await sync(database)
    await database.write(async (queries) => {
      const table = sql.id(book.name)
      await insertRecords(
        { engine: database.engine, queries },
        model,
        Array.from({ length: 40 }, (_, at) => bookNumber(at)),
      )
      await sql`insert into ${table} (shelf, code, title) values (9, 'x', 'Quince'), (9, 'y', null), (9, 'z', '')`.execute(
        queries,
      )
      await sql`update ${table} set title = 'a' || title where pages < 20`.execute(queries)
      await sql`update ${table} set title = null where pages = 30`.execute(queries)
    })
    expect(await staleRows(database)).toBeGreaterThan(15)
    const meanwhile = await titles(database, 4)
    expect(new Set(meanwhile).size).toBe(43)
    expect(meanwhile).toHaveLength(43)
    await sync(database)
    expect(await staleRows(database)).toBe(0)
    expect((await titles(database, 5)).toSorted()).toEqual(meanwhile.toSorted())
    await database.close()
  })

  test('indexes serve what is sorted, and what is looked up in front of it', async () => {
    const database = await open(engine)
    await sync(database)
    const { rows } =
      engine === 'SQLite'
        ? await sql<Row>`select sql as text from sqlite_schema where type = 'index' and sql is not null`.execute(
            database.queries,
          )
        : await sql<Row>`select indexdef as text from pg_indexes where schemaname = 'public'`.execute(database.queries)
    const lists = rows.map(({ text }) => /\(([^()]*)\)$/.exec(String(text).replaceAll('"', ''))?.[1])
    // The primary key has no text on one engine, and what is empty has a test behind it.
    expect(lists.filter((list) => list !== undefined && list !== 'shelf, code').toSorted()).toEqual(
      [
        'title$order, shelf, code',
        'a name of _ff4ef1d49a47b088$order, shelf, code',
        'code$order, code, shelf',
        'pages NULLS FIRST, shelf, code',
        'pages NULLS FIRST, title$order DESC, shelf DESC, code DESC',
        'title$order, pages NULLS FIRST, shelf, code',
        'title, pages NULLS FIRST, shelf, code',
        'title, shelf, code',
      ]
        .map((list) => (engine === 'SQLite' ? list.replaceAll('DESC', 'desc').replaceAll(' NULLS FIRST', '') : list))
        .toSorted(),
    )
    await database.close()
  })

  test('whoever adopts the table is not told of it', async () => {
    const database = await open(engine)
    await sync(database)
    const { guesses } = await adoptTables(database)
    expect(guesses.map(({ definition }) => Object.keys(definition.fields))).toEqual([
      ['shelf', 'code', 'title', longName, 'pages'],
    ])
    await database.close()
  })
})

test('SQLite finds the rows that miss it by an index of none, and sorts no page', async () => {
  const database = await openDatabase(':memory:')
  await sync(database)
  const plan = async (statement: string) => {
    const { rows } = await sql<Row>`${sql.raw(`explain query plan ${statement}`)}`.execute(database.queries)
    return rows.map(({ detail }) => String(detail)).join('\n')
  }
  const { rows } = await sql<Row>`select sql from sqlite_schema where sql like '%coalesce%'`.execute(database.queries)
  const table = '"odd ""books"""'
  // One of them is of a text that is never NULL.
  expect(rows).toHaveLength(3)
  for (const row of rows) {
    const stale = String(row.sql).replace(/^.* where /is, '')
    expect(await plan(`select 1 from ${table} where ${stale} order by shelf, code limit 500`)).toMatch(
      /^SCAN odd "books" USING (COVERING )?INDEX .*(unsorted2|_[0-9a-f]{16})$/,
    )
  }
  expect(await plan(`select * from ${table} order by "title$order", shelf, code limit 51`)).not.toContain('TEMP B-TREE')
  await database.close()
})
