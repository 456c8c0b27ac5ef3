/** What SQLite writes as JSON is what reading it value by value shows, whatever a column of ours holds; or it says that it cannot write it. */
import type { Column, Json } from '@haykal/model'
import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database, Row, Stored } from '../../engine.ts'
import { sqliteCodec } from './codec/codec.ts'
import { openSqlite } from './open.ts'
import { sqliteEngine } from './sqlite.ts'
import { sqliteWrittenRows, ungathered } from './written-rows.ts'

const columns: readonly Column[] = [
  { kind: 'text' },
  { kind: 'integer' },
  { kind: 'real' },
  { kind: 'boolean' },
  { kind: 'json' },
  { kind: 'decimal' },
  { kind: 'decimal', scale: 0 },
  { kind: 'decimal', scale: 2 },
  { kind: 'decimal', scale: 9 },
  { kind: 'timestamp' },
  { kind: 'date' },
]

const numbers: readonly (number | bigint)[] = [
  ...[0n, 1n, -1n, 5n, 12n, 1_795_243_800n, 2n ** 53n - 1n, 2n ** 53n, 2n ** 53n + 1n, -(2n ** 53n) - 1n],
  ...[2n ** 63n - 1n, -(2n ** 63n)],
  ...[0.1, 0.5, -0.5, -0.004, 0.005, 1.005, -1.5, 12.3, 99.99, 0.29, 1e-7, 5e-324, 123_456_789_012.34],
  ...[9_999_999_999_999.99, 123_456_789_012_345.6, 1e15, 2 ** 53, 2 ** 63, 1e21, 1.5e300, -1e300, Number.MAX_VALUE],
  ...[Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
]
const texts: readonly string[] = [
  ...[
    '',
    ' ',
    'a',
    '5',
    '-1.5',
    '5.0',
    '007',
    '1e3',
    'NaN',
    'Infinity',
    '9223372036854775808',
    '12345678901234567890.5',
  ],
  ...[
    'null',
    'true',
    '"a"',
    '"\\ud800"',
    '[1,{"b":null}]',
    '{"a":1.50,"b":[]}',
    '[',
    '[1e999]',
    '1e999',
    '"file1e"',
    '-0',
  ],
  ...[
    'a\0b',
    '\0',
    'a\nb,\n{"c":1}',
    '\u0001\u001f\u007f\u2028',
    '"\\/',
    'مكتبة',
    '🦔',
    "it's",
    '%s',
    '\uFFFD',
    '/* as JSON */',
  ],
  ...[
    '2026-11-21',
    '2026-11-21 06:50:00',
    '2026-11-21T06:50:00.000Z',
    '2026-11-21T00:00:00',
    '2026-02-30T06:50:00.000Z',
  ],
  ...['1999-12-31', '0001-01-01', '1999-12-31T23:59:59.999Z', '0001-01-01T00:00:00.001Z'],
  ...['????-??-??T????????????Z', '2026-11-21T06:50:00.000z', '2026-11-21T06:50:00+02:00Z'],
  ...[`[${'9'.repeat(400)}]`, `${'['.repeat(600)}${']'.repeat(600)}`, `"${'long '.repeat(100)}"`],
]
const everything: readonly Stored[] = [...numbers, ...texts, Buffer.from('abc'), Buffer.from([0x61, 0xff, 0x62]), null]

let database: Database
beforeAll(async () => {
  database = await openSqlite(':memory:')
})
afterAll(async () => await database.close())

async function ask(statement: ReturnType<typeof sql<Row>>): Promise<Row> {
  const { rows } = await statement.execute(database.queries)
  return rows[0] ?? {}
}

/** What SQLite writes; undefined where it says that it cannot. */
async function written(statement: ReturnType<typeof sql<Row>>): Promise<Row | undefined> {
  try {
    return await ask(statement)
  } catch (error) {
    if (!sqliteWrittenRows.isUnwritable(error)) throw error
    return undefined
  }
}

describe.each(columns.map((column) => ({ column, name: JSON.stringify(column) })))('a column $name', ({ column }) => {
  const table = sql.id(`odd ${JSON.stringify(column)}`)
  beforeAll(async () => {
    await database.write(async (queries) => {
      await sql`create table ${table} (n integer primary key, v ${sqliteEngine.columnType(column)})`.execute(queries)
      for (const stored of everything) await sql`insert into ${table} (v) values (${stored})`.execute(queries)
      // A text of broken encoding.
      await sql`insert into ${table} (v) values (cast(x'61ff62' as text))`.execute(queries)
    })
  })
  const rowAt = (n: number) => sql<Row>`select v as f0 from ${table} where n = ${n} limit 1`

  test('is written as it is shown, or not at all', async () => {
    const seen: Json[] = []
    for (let n = 1; n <= everything.length + 1; n += 1) {
      const shown = sqliteCodec.decode((await ask(rowAt(n))).f0 ?? null, column)
      const found = await written(
        sqliteWrittenRows.gather(rowAt(n), {
          record: [{ name: "odd 'name'", from: 'f0', column }],
          lists: [
            { from: 'f0', of: column, as: 'h0' },
            { from: 'f0', of: 'place', as: 's0' },
          ],
          titles: [],
        }),
      )
      if (!found) continue
      seen.push(shown)
      expect.soft(JSON.parse(String(found.records)), `row ${n}`).toEqual({ "odd 'name'": shown })
      expect.soft(JSON.parse(`[${found.h0}]`), `row ${n}`).toEqual([shown])
      expect.soft(String(found.records)).not.toContain(',\n')
    }
    // What fits the column is among it: a check that nothing passes would be none.
    expect(seen.length).toBeGreaterThan(4)
    expect(seen).toContain(null)
  })
})

describe('titles of what rows point to', () => {
  const column = { kind: 'text' } as const
  const [key, title] = [
    { from: 'f0', column },
    { from: 'f1', column },
  ]
  const record = [{ name: 'v', from: 'f0', column }]

  test('are texts as they are shown, or are not written', async () => {
    const shown = new Map<string, Json>()
    for (const stored of [...everything, Buffer.from('')]) {
      const [name, text] = [String(stored), sql`cast(${stored} as text)`]
      const { v } = await ask(sql<Row>`select ${text} as v`)
      const told = sqliteCodec.decode(v ?? null, column) ?? ''
      const found = await written(
        sqliteWrittenRows.gather(sql<Row>`select 'a' as f0 limit 1`, {
          record,
          lists: [],
          titles: [
            { from: ['f0'], of: 1, key, title, as: 'n0', ask: () => sql<Row>`select ${name} as f0, ${text} as f1` },
          ],
        }),
      )
      if (!found) continue
      expect.soft(JSON.parse(String(found.n0))).toEqual({ [name]: told })
      shown.set(name, told)
    }
    expect(shown.size).toBeGreaterThan(50)
  })

  test('are those of the first rows alone, by all columns that point there', async () => {
    const rows = sql<Row>`select column1 as f0, column2 as f1 from (values ('a', 'b'), ('c', null), ('d', 'e')) limit 3`
    const titles = {
      of: 2,
      key,
      title,
      ask: (values: RawBuilder<unknown>) =>
        sql<Row>`select column1 as f0, upper(column1) as f1 from (values ('a'), ('b'), ('c'), ('d'), ('e'), ('f')) where column1 in ${values}`,
    }
    const found = await ask(
      sqliteWrittenRows.gather(rows, {
        record,
        lists: [],
        titles: [
          { ...titles, from: ['f0'], as: 'n0' },
          { ...titles, from: ['f0', 'f1'], as: 'n1' },
        ],
      }),
    )
    expect(found.n).toBe(3n)
    expect(JSON.parse(String(found.n0))).toEqual({ a: 'A', c: 'C' })
    expect(JSON.parse(String(found.n1))).toEqual({ a: 'A', b: 'B', c: 'C' })
  })
})

test('the rows alone can be asked for with their own values, whatever titles are asked with', () => {
  const rows = sql<Row>`select v as f0 from "odd?" where v not glob ${sql.lit('????')} and v > ${'a'} limit ${2}`
  const column = { kind: 'text' } as const
  const title = { from: 'f1', column }
  const ask = (values: RawBuilder<unknown>) =>
    sql<Row>`select k as f0, v as f1 from "odd?" where k in ${values} and v < ${'z'}`
  const gathered = (titles: Parameters<typeof sqliteWrittenRows.gather>[1]['titles']) =>
    ungathered(
      sqliteWrittenRows
        .gather(rows, { record: [{ name: 'v', from: 'f0', column }], lists: [], titles })
        .compile(database.queries),
    )
  const alone = rows.compile(database.queries)
  const expected = { sql: alone.sql, parameters: ['a', 2] }
  expect(gathered([])).toEqual(expected)
  expect(gathered([{ from: ['f0'], of: 1, key: { from: 'f0', column }, title, as: 'n0', ask }])).toEqual(expected)
  expect(ungathered(alone)).toBe(alone)
})

test('amounts of as many digits as the scale says are written, all of them', async () => {
  const column = { kind: 'decimal', scale: 2 } as const
  await database.write(async (queries) => await sql`create table amounts (v decimal)`.execute(queries))
  for (let n = 1; n < 200_000; n = Math.ceil(n * 1.07)) {
    for (const value of [`${n}.${n % 10}0`, `-0.${String(n % 100).padStart(2, '0')}`, (n / 100).toFixed(2)]) {
      const stored = sqliteCodec.encode(value, column)
      const rows = sql<Row>`select ${stored} as f0`
      const found = await written(
        sqliteWrittenRows.gather(rows, { record: [{ name: 'v', from: 'f0', column }], lists: [], titles: [] }),
      )
      expect(JSON.parse(String(found?.records))).toEqual({ v: sqliteCodec.decode(stored, column) })
    }
  }
})

test('rows come in their order, with what holds of each, and none are none', async () => {
  const rows = (most: number) =>
    sql<Row>`select column1 as f0, column1 % 2 as t0 from (values (3), (1), (2)) order by column1 desc limit ${most}`
  const asked = {
    record: [{ name: 'v', from: 'f0', column: { kind: 'integer' } as const }],
    lists: [{ from: 't0', of: 'test', as: 't0' } as const],
    titles: [],
  }
  expect(await ask(sqliteWrittenRows.gather(rows(3), asked))).toEqual({
    n: 3n,
    records: Buffer.from('{"v":3},\n{"v":2},\n{"v":1}'),
    t0: '101',
  })
  expect(await ask(sqliteWrittenRows.gather(rows(0), asked))).toEqual({ n: 0n, records: null, t0: null })
})

test('columns that SQLite cannot write are told beforehand', () => {
  expect(sqliteWrittenRows.canWrite([{ kind: 'text' }, { kind: 'decimal', scale: 2 }])).toBe(true)
  expect(sqliteWrittenRows.canWrite([{ kind: 'bytes' }])).toBe(false)
  expect(sqliteWrittenRows.canWrite([{ kind: 'text', isMixed: true }])).toBe(false)
  expect(sqliteWrittenRows.canWrite([{ kind: 'timestamp', written: 'seconds' }])).toBe(false)
})
