/** A map of numbers has those that were put into it, wherever they begin, and no others. */
import SqliteFile from 'better-sqlite3'
import { Kysely, type RawBuilder, type SqlBool, sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { createTurns, sqliteDialect } from './driver.ts'
import { sqliteGathered } from './gathered-numbers.ts'

const file = new SqliteFile(':memory:')
const queries = new Kysely<{ readonly [table: string]: unknown }>({ dialect: sqliteDialect(file, createTurns()) })
afterAll(async () => {
  await queries.destroy()
  file.close()
})

async function passing(test: RawBuilder<SqlBool>, among: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{
    value: bigint
  }>`select value from json_each(${JSON.stringify(among)}) where ${test}`.execute(queries)
  return rows.map(({ value }) => Number(value))
}

test.each([
  ['from one on', [1, 2, 7, 12, 13, 60]],
  ['far from zero', [9_000_000_000, 9_000_000_001, 9_000_000_017]],
  ['below zero', [-13, -7, -1, 0, 5]],
  ['one alone', [42]],
])('numbers %s', async (_, numbers) => {
  const around = numbers.flatMap((number) => Array.from({ length: 29 }, (__, at) => number + at - 14))
  const asked = [...new Set([...around, -numbers.length, -1_000_000, 0, 1, 1e15])]
  const map = sqliteGathered.mapOf(numbers)
  if (!map) throw new Error('no map')
  const expected = asked.filter((number) => numbers.includes(number))
  expect(await passing(sqliteGathered.isAmong(sql.ref('value'), map), asked)).toEqual(expected)
  expect(await passing(sqliteGathered.lookup(sql.ref('value'), numbers), asked)).toEqual(expected)
})

test('numbers too far apart have no map', () => {
  expect(sqliteGathered.mapOf([1, 5_000_000_000])).toBeUndefined()
})

test('no more are gathered than asked for', async () => {
  const question = sql`select value from json_each('[3, 1, 2]')`
  const { rows } = await sqliteGathered.gather(question, 2).execute(queries)
  expect(rows).toEqual([{ numbers: '[3,1]' }])
})
