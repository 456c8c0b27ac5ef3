/** The conformance suite of engines: the same questions to every one of them, on a real database. */
import { type Column, type ColumnKind, type Json, timestampForms } from '@haykal/model'
import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adoptTables } from '../adoption/adopt-tables.ts'
import type { Database, Refusal, Row } from '../engine.ts'

interface Sample {
  readonly column: Column
  readonly values: readonly Json[]
}

/** Values that every engine stores and gives back exactly. */
const samples: readonly Sample[] = [
  { column: { kind: 'text' }, values: ['', 'plain', "it's “quoted” \\ % _", 'مكتبة النيل', 'Łódź', '🦔', ' spaced '] },
  {
    column: { kind: 'integer' },
    values: [0, -1, 9_007_199_254_740_991, '9223372036854775807', '-9223372036854775808'],
  },
  { column: { kind: 'real' }, values: [0, 0.1, -1.5e300, 5e-324] },
  { column: { kind: 'boolean' }, values: [true, false] },
  { column: { kind: 'date' }, values: ['2026-11-21', '0001-01-01', '9999-12-31'] },
  { column: { kind: 'timestamp' }, values: ['2026-11-21T06:50:00.123Z', '1970-01-01T00:00:00.000Z'] },
  { column: { kind: 'text', isMixed: true }, values: ['5', '-1.5', '007', '1e3', '9223372036854775808', 'five', ''] },
  ...timestampForms.flatMap((written): Sample[] => [
    { column: { kind: 'timestamp', written }, values: ['2026-11-21T06:50:00.123Z', '0001-01-01T00:00:00.000Z'] },
    { column: { kind: 'date', written }, values: ['2026-11-21', '0001-01-01', '9999-12-31'] },
  ]),
  { column: { kind: 'decimal', scale: 2 }, values: ['0.10', '-12.50', '1234567890123.45', '7.00'] },
  { column: { kind: 'json' }, values: [{ a: [1, 'two', null] }, [], 'text', 3, false] },
  { column: { kind: 'bytes' }, values: ['', 'AAEC/w=='] },
]

async function run(database: Database, statement: RawBuilder<unknown>): Promise<void> {
  await database.write(async (queries) => statement.execute(queries))
}

/** What the engine says of the error that a statement ends with. */
async function refusalOf(database: Database, statement: RawBuilder<unknown>): Promise<Refusal | undefined> {
  try {
    await run(database, statement)
  } catch (error) {
    return database.engine.explainRefusal(error)
  }
  throw new Error('the statement was not refused')
}

/** Describes an engine; `open` gives an empty database. */
export function describeEngine(name: string, open: () => Promise<Database>): void {
  describe(`the ${name} engine`, () => {
    let database: Database
    beforeAll(async () => {
      database = await open()
    })
    afterAll(async () => {
      await database?.close()
    })

    for (const [index, { column, values }] of samples.entries()) {
      test(`gives back all that it stores in ${JSON.stringify(column)}`, async () => {
        const { engine, queries } = database
        const table = sql.id(`sample_${index}`)
        await run(database, sql`create table ${table} (n integer primary key, v ${engine.columnType(column)})`)
        await database.write(async (writing) => {
          for (const [n, value] of values.entries()) {
            await sql`insert into ${table} (n, v) values (${n}, ${engine.codec.encode(value, column)})`.execute(writing)
          }
          await sql`insert into ${table} (n, v) values (${values.length}, ${engine.codec.encode(null, column)})`.execute(
            writing,
          )
        })
        const { rows } = await sql<Row>`select v from ${table} order by n`.execute(queries)
        expect(rows.map((row) => engine.codec.decode(row.v ?? null, column))).toEqual([...values, null])
      })
    }

    test('numbers its own keys', async () => {
      await run(database, sql`create table numbered (id ${database.engine.generatedKey()}, name text)`)
      const ids = await database.write(async (writing) => {
        const first = await sql<Row>`insert into numbered (name) values ('a') returning id`.execute(writing)
        const second = await sql<Row>`insert into numbered (name) values ('b') returning id`.execute(writing)
        return [first, second].map(({ rows }) => Number(rows[0]?.id))
      })
      expect(ids[1]).toBeGreaterThan(ids[0] ?? 0)
    })

    test('finds text in any ASCII case, with wildcards taken as typed', async () => {
      await run(database, sql`create table texts (t text)`)
      await run(database, sql`insert into texts values ('Love 100%'), ('glove'), ('lo_ve'), ('other')`)
      const matching = async (pattern: string) =>
        (
          await sql<Row>`select t from texts where ${database.engine.like(sql.id('t'), pattern)} order by t`.execute(
            database.queries,
          )
        ).rows.map((row) => row.t)
      expect((await matching('%LOVE%')).sort()).toEqual(['Love 100%', 'glove'])
      expect(await matching('%\\%')).toEqual(['Love 100%'])
      expect(await matching('lo\\_ve')).toEqual(['lo_ve'])
    })

    test('sorts what texts are sorted by by code points', async () => {
      const texts = ['', 'Z', 'a', 'a b', 'a\tb', 'z', 'é', 'ب', '\uFFFD', '\u{1F600}']
      await run(database, sql`create table ordered (k ${database.engine.orderKeyType} not null)`)
      for (const text of texts) await run(database, sql`insert into ordered values (${text})`)
      const { rows } = await sql<Row>`select k from ordered order by k`.execute(database.queries)
      expect(rows.map(({ k }) => k)).toEqual(
        texts.toSorted((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other))),
      )
    })

    test('says why it refuses', async () => {
      await run(database, sql`create table parents (id integer primary key)`)
      await run(
        database,
        sql`create table children (id integer primary key, parent integer references parents (id), code text unique, size integer not null check (size > 0))`,
      )
      await run(database, sql`insert into parents values (1)`)
      await run(database, sql`insert into children values (1, 1, 'a', 1)`)
      expect(await refusalOf(database, sql`insert into children values (2, 1, 'a', 1)`)).toEqual({
        reason: 'unique',
        columns: ['code'],
      })
      expect((await refusalOf(database, sql`insert into children values (3, 9, 'c', 1)`))?.reason).toBe('reference')
      expect((await refusalOf(database, sql`delete from parents`))?.reason).toBe('reference')
      expect((await refusalOf(database, sql`insert into children values (4, 1, 'd', null)`))?.reason).toBe('required')
      expect((await refusalOf(database, sql`insert into children values (5, 1, 'e', 0)`))?.reason).toBe('check')
      expect(await refusalOf(database, sql`select from nowhere at all`)).toBeUndefined()
    })

    test('rolls back a transaction that throws, and takes the next one', async () => {
      await run(database, sql`create table kept (n integer)`)
      const attempt = database.write(async (writing) => {
        await sql`insert into kept values (1)`.execute(writing)
        throw new Error('changed my mind')
      })
      await expect(attempt).rejects.toThrow('changed my mind')
      await database.write(async (writing) => sql`insert into kept values (2)`.execute(writing))
      const { rows } = await sql<Row>`select n from kept`.execute(database.queries)
      expect(rows.map((row) => Number(row.n))).toEqual([2])
    })

    test('runs concurrent transactions without mixing them', async () => {
      await run(database, sql`create table counters (n integer)`)
      await run(database, sql`insert into counters values (0)`)
      const increase = () =>
        database.write(async (writing) => {
          await sql`update counters set n = n + 1`.execute(writing)
          await new Promise((resolve) => setImmediate(resolve))
        })
      await Promise.all(Array.from({ length: 20 }, increase))
      const { rows } = await sql<Row>`select n from counters`.execute(database.queries)
      expect(Number(rows[0]?.n)).toBe(20)
    })

    test('describes tables, keys and references', async () => {
      await run(
        database,
        sql`create table "odd name" (b integer, a integer, t varchar(20) not null, primary key (a, b))`,
      )
      await run(
        database,
        sql`create table pointing (id integer primary key, a integer, b integer, p integer unique references parents (id), foreign key (a, b) references "odd name" (a, b))`,
      )
      const tables = new Map((await database.engine.introspect(database.queries)).map((table) => [table.name, table]))
      expect(tables.get('odd name')).toMatchObject({ kind: 'table', key: ['a', 'b'] })
      expect(tables.get('odd name')?.columns.find((each) => each.name === 't')).toMatchObject({
        isNullable: false,
        isUnique: false,
      })
      expect(tables.get('pointing')?.columns.find((each) => each.name === 'p')).toMatchObject({
        isNullable: true,
        isUnique: true,
      })
      expect(tables.get('pointing')?.references).toEqual(
        expect.arrayContaining([
          { table: 'odd name', columns: ['a', 'b'], targets: ['a', 'b'] },
          { table: 'parents', columns: ['p'], targets: ['id'] },
        ]),
      )
    })

    test('adopts its own tables as what they were made for', async () => {
      const kinds = {
        text: 'text',
        integer: 'integer',
        real: 'number',
        boolean: 'boolean',
        date: 'date',
        timestamp: 'datetime',
        decimal: 'decimal',
        json: 'json',
        bytes: 'bytes',
      } as const satisfies { [kind in ColumnKind]: string }
      const columns = (Object.keys(kinds) as ColumnKind[]).map(
        (kind) => sql`${sql.id(`a_${kind}`)} ${database.engine.columnType({ kind })}`,
      )
      await run(database, sql`create table adopted (id ${database.engine.generatedKey()}, ${sql.join(columns)})`)
      const { guesses, objects } = await adoptTables(database)
      const adopted = guesses.find(({ definition }) => definition.name === 'adopted')?.definition
      expect(adopted).toMatchObject({ key: ['id'], fields: { id: { kind: 'integer', generated: true } } })
      const found = Object.keys(kinds).map((kind) => [kind, adopted?.fields[`a_${kind}`]?.kind])
      expect(Object.fromEntries(found)).toEqual(kinds)
      expect(objects.find((object) => object.name === 'adopted')?.doubts).toEqual([])
    })

    test('describes what tells rows apart besides the key, and what nobody can write', async () => {
      await run(
        database,
        sql`create table described (id ${database.engine.generatedKey()}, a integer not null, b integer not null, c integer unique, d integer generated always as (a + b) stored)`,
      )
      await run(database, sql`create unique index described_pair on described (b, a)`)
      const shapes = await database.engine.introspect(database.queries)
      const described = shapes.find(({ name }) => name === 'described')
      expect(described).toMatchObject({ key: ['id'], uniqueKeys: [['b', 'a']], triggers: [] })
      const told = described?.columns.map(({ name, isGenerated, isComputed, isUnique }) => ({
        name,
        is: [isGenerated && 'numbered', isComputed && 'computed', isUnique && name !== 'id' && 'unique'].filter(
          Boolean,
        ),
      }))
      expect(told).toEqual([
        { name: 'id', is: ['numbered'] },
        { name: 'a', is: [] },
        { name: 'b', is: [] },
        { name: 'c', is: ['unique'] },
        { name: 'd', is: ['computed'] },
      ])
    })
  })
}
