/** Whatever SQLite holds in whatever column is shown, and found again by what is shown. */
import { type Column, type Json, timestampForms } from '@haykal/model'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database, Row, Stored } from '../../../engine.ts'
import { openSqlite } from '../open.ts'
import { sqliteCodec } from './codec.ts'
import { plainOddities } from './oddities.ts'

const columns: readonly Column[] = [
  { kind: 'text' },
  { kind: 'text', isMixed: true },
  { kind: 'integer' },
  { kind: 'real' },
  { kind: 'boolean' },
  { kind: 'json' },
  { kind: 'bytes' },
  { kind: 'decimal' },
  { kind: 'decimal', scale: 2 },
  { kind: 'timestamp' },
  { kind: 'date' },
  ...timestampForms.flatMap((written): Column[] => [
    { kind: 'timestamp', written },
    { kind: 'date', written },
  ]),
]

const integers: readonly bigint[] = [
  ...[0n, 1n, -1n, 5n, -40n, 65_537n, 2_461_366n, 1_795_243_800n, 1_795_219_200n, 1_795_243_800_123n],
  ...[2n ** 53n, 2n ** 53n + 1n, -(2n ** 53n) - 1n, 2n ** 63n - 1n, -(2n ** 63n), -62_135_596_800n, 253_402_300_800n],
]
const reals: readonly number[] = [
  ...[0, -0, 1, 5, 0.1, -1.5, 1.005, 1e-7, 5e-324, 1e15, 2 ** 53, 2 ** 63, 1e21, 1.5e300, -1e300],
  ...[Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1_795_243_800.5, 1_795_219_200, 2_461_365.5],
  ...[-100_000.25, -0.25],
]
const texts: readonly string[] = [
  ...['', ' ', 'a', '5', '-1.5', '5.0', '007', '1e3', '1e+21', ' 5', '0x10', '-0', 'NaN', 'Infinity', '-Infinity'],
  ...['9223372036854775807', '9223372036854775808', '12345678901234567890.5', 'null', 'true', '"a"', '[1,{"b":null}]'],
  ...['[', '1e999', 'a\0b', '\0', 'مكتبة', '🦔', 'AAEC/w==', 'AB==', 'abcd', "it's", '%', '\uFFFD'],
  ...['2026-11-21', '2026-11-21 06:50:00', '2026-11-21T06:50', '2026-11-21T06:50:00.1Z', '2026-11-21 06:50:00.120000'],
  ...[
    '2026-11-21T00:00:00',
    '2026-11-21 00:00:00+00:00',
    '2026-02-30 10:00:00',
    '2026-11-21 24:00:00',
    '0000-01-01 00:00',
  ],
  ...['0001-01-01T00:00:00.000Z', '9999-12-31 23:59:59.999', 'abcdefghijTlmnopqrstuvwZ'],
]
const blobs: readonly Uint8Array[] = [[], [0], [255, 0, 1], [...Buffer.from('abc')], [...Buffer.from('5')]].map(
  (bytes) => Buffer.from(bytes),
)
const everything: readonly Exclude<Stored, null>[] = [...integers, ...reals, ...texts, ...blobs]

/** Whether a number is a moment between two milliseconds: it is shown as one of them, which many others are too. */
function isFiner(stored: Stored, column: Column): boolean {
  if (typeof stored !== 'number' || (column.kind !== 'timestamp' && column.kind !== 'date')) return false
  return Number(sqliteCodec.encode(sqliteCodec.decode(stored, column), column)) !== stored
}

/** Whether a text is JSON in a column of JSON: the same can be written in many ways, and nobody can ask for it. */
function isJson(stored: Stored, column: Column): boolean {
  return column.kind === 'json' && typeof stored === 'string' && sqliteCodec.decode(stored, column) !== stored
}

let database: Database
beforeAll(async () => {
  database = await openSqlite(':memory:')
  await database.write(async (queries) => {
    await sql`create table odd (n integer primary key, v)`.execute(queries)
    for (const [n, stored] of everything.entries()) {
      await sql`insert into odd (n, v) values (${n}, ${stored})`.execute(queries)
    }
  })
})
afterAll(async () => await database.close())

describe.each(columns.map((column) => ({ column, name: JSON.stringify(column) })))(
  'in the column $name',
  ({ column }) => {
    test('everything is shown, as JSON that comes through', () => {
      for (const stored of [...everything, null]) {
        const shown = sqliteCodec.decode(stored, column)
        expect(JSON.parse(JSON.stringify(shown))).toEqual(shown === 0 ? 0 : shown)
        expect(sqliteCodec.decoder(column)(stored)).toEqual(shown)
      }
    })

    test('everything is found by what is shown, and nothing else is', async () => {
      for (const [n, stored] of everything.entries()) {
        const shown = sqliteCodec.decode(stored, column)
        if (isFiner(stored, column) || isJson(stored, column)) continue
        const oddities = sqliteCodec.oddities?.(shown, column) ?? []
        const { rows } = await sql<Row>`select n, v from odd where v in (${sql.join(oddities)})`.execute(
          database.queries,
        )
        const found = rows.map((row) => sqliteCodec.decode(row.v ?? null, column))
        expect
          .soft(
            rows.map((row) => Number(row.n)),
            `${typeof stored} ${stored} shown as ${JSON.stringify(shown)}`,
          )
          .toContain(n)
        expect.soft(found.map(String), `found by ${JSON.stringify(shown)}`).toEqual(found.map(() => String(shown)))
      }
    })

    test('anything can be written, whatever comes in', async () => {
      const values: readonly Json[] = ['9223372036854775808', '99999999999999999999', 1e300, '', true, [5], { size: 5 }]
      for (const value of values) {
        await sql`select ${sqliteCodec.encode(value, column)}`.execute(database.queries)
      }
    })
  },
)

test('plain texts, numbers and bytes are among what is shown so', () => {
  const oddities = (value: Json) => plainOddities(value)
  expect(oddities('5')).toEqual(['5', 5n])
  expect(oddities('-1.5')).toEqual(['-1.5', -1.5])
  expect(oddities('007')).toEqual(['007'])
  expect(oddities('9223372036854775807')).toEqual(['9223372036854775807', 9223372036854775807n])
  expect(oddities('Infinity!')).toEqual(['Infinity!'])
  expect(oddities('-Infinity')).toEqual(['-Infinity', Number.NEGATIVE_INFINITY])
  expect(oddities('AAEC/w==')).toEqual(['AAEC/w==', Buffer.from([0, 1, 2, 255])])
  expect(oddities(5)).toEqual([5n])
  expect(oddities(0.5)).toEqual([0.5])
  expect(oddities(true)).toEqual([1n])
  expect(oddities(null)).toEqual([null])
  expect(oddities({ size: 5 })).toEqual([])
})

const moment = '2026-11-21T06:50:00.000Z'

describe.each([
  { written: 'iso', stored: moment, later: '2026-11-21T06:50:00.123Z' },
  { written: 'sql', stored: '2026-11-21 06:50:00', later: '2026-11-21 06:50:00.123' },
  { written: 'seconds', stored: 1_795_243_800n, later: 1_795_243_800.123 },
  { written: 'milliseconds', stored: 1_795_243_800_000n, later: 1_795_243_800_123n },
  { written: 'julian', stored: 2_461_365.784_722_222, later: 2_461_365.784_723_645 },
] as const)('moments written as $written', ({ written, stored, later }) => {
  const column: Column = { kind: 'timestamp', written }

  test('are stored as other programs write them', () => {
    const encoded = [moment, '2026-11-21T06:50:00.123Z'].map((each) => sqliteCodec.encode(each, column))
    if (written === 'julian') {
      expect(Number(encoded[0])).toBeCloseTo(Number(stored), 8)
      expect(Number(encoded[1])).toBeCloseTo(Number(later), 8)
    } else {
      expect(encoded).toEqual([stored, later])
    }
  })

  test('come back to the millisecond, from the first year to the last', () => {
    const step = 7_919 * 86_400_000 + 12_345_678
    for (let at = Date.parse('0001-01-01T00:00:00.000Z'); at < Date.parse('9999-12-31T23:59:59.999Z'); at += step + 1) {
      const value = new Date(at).toISOString()
      const encoded = sqliteCodec.encode(value, column)
      expect(sqliteCodec.decode(encoded, column)).toBe(value)
      expect(sqliteCodec.encode(value.slice(0, 10), { kind: 'date', written })).toEqual(
        sqliteCodec.encode(`${value.slice(0, 10)}T00:00:00.000Z`, column),
      )
    }
  })

  test('compare in SQL as they do in time', async () => {
    const moments = ['0001-01-01T00:00:00.000Z', '1969-12-31T23:59:59.999Z', moment, '2026-11-21T06:50:01.000Z']
    const encoded = moments.map((each) => sqliteCodec.encode(each, column))
    for (const [index, before] of encoded.slice(0, -1).entries()) {
      const { rows } = await sql<Row>`select ${before} < ${encoded[index + 1] ?? null} as ordered`.execute(
        database.queries,
      )
      expect(rows[0]?.ordered).toBe(1n)
    }
  })

  test('are left alone where they are none', () => {
    for (const odd of ['soon', '', 9e18, -9e18]) expect(sqliteCodec.decode(odd, column)).toBe(odd)
    expect(sqliteCodec.decode(2n ** 63n - 1n, column)).toBe('9223372036854775807')
    expect(sqliteCodec.encode('soon', column)).toBe('soon')
  })
})

test("writes the very Julian days that SQLite's own functions give", async () => {
  for (const value of [moment, '1582-10-15T12:34:56.789Z', '2000-01-01T00:00:00.001Z']) {
    const { rows } = await sql<Row>`select julianday(${value}) as day`.execute(database.queries)
    expect(sqliteCodec.encode(value, { kind: 'timestamp', written: 'julian' })).toBe(rows[0]?.day)
  }
})

test('takes half seconds, and days at midnight only for days', () => {
  expect(sqliteCodec.decode(1_795_243_800.5, { kind: 'timestamp', written: 'seconds' })).toBe(
    '2026-11-21T06:50:00.500Z',
  )
  expect(sqliteCodec.decode(1_795_219_200n, { kind: 'date', written: 'seconds' })).toBe('2026-11-21')
  expect(sqliteCodec.decode(1_795_243_800n, { kind: 'date', written: 'seconds' })).toBe(1_795_243_800)
  expect(sqliteCodec.decode(2_461_365.5, { kind: 'date', written: 'julian' })).toBe('2026-11-21')
})

test('keeps what reads as a number as one where a column is mixed', () => {
  const encode = (value: Json) => sqliteCodec.encode(value, { kind: 'text', isMixed: true })
  const numbers = ['5', '-1.5', '0', '9223372036854775807', '0.1'].map(encode)
  expect(numbers).toEqual([5n, -1.5, 0n, 9223372036854775807n, 0.1])
  for (const text of ['007', '1e3', ' 5', '-0', '5.0', '.5', '9223372036854775808', '0.12345678901234567890', '٥']) {
    expect(encode(text)).toBe(text)
  }
})

test('gives of large bytes only how many, and takes no number for a size', async () => {
  const short = async (stored: Stored) => {
    const value = database.engine.shortBytes?.(sql`v`, 4) ?? sql`null`
    const { rows } = await sql<Row>`select ${value} as v from (select ${stored} as v)`.execute(database.queries)
    return sqliteCodec.decode(rows[0]?.v ?? null, { kind: 'bytes' })
  }
  expect(await short(Buffer.alloc(104_857))).toEqual({ size: 104_857 })
  expect(await short(Buffer.alloc(5))).toEqual({ size: 5 })
  expect(await short(Buffer.alloc(4))).toBe('AAAAAA==')
  expect(await short('a long text')).toBe('a long text')
  expect(await short(104_857n)).toBe(104_857)
  expect(await short(104_857.5)).toBe(104_857.5)
  expect(await short(null)).toBeNull()
})
