/** What was found is found anew only where nobody can tell what has changed since. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type FieldKind, type ListCondition, resolveModels } from '@haykal/model'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../engine.ts'
import { openDatabase } from '../open-database.ts'
import { syncTables } from '../tables/sync-tables.ts'
import { numbersIn } from './gathered.ts'
import { createKeptNumbers, type FoundNumbers } from './kept-numbers.ts'

const integer: FieldKind = {
  kind: 'integer',
  column: () => ({ kind: 'integer' }),
  parse: (input) => ({ ok: true, value: input }),
  toText: String,
  fromText: (text) => ({ ok: true, value: text }),
  filters: ['gt'],
  jsonSchema: () => ({}),
}
const models = resolveModels(
  [
    {
      name: 'letters',
      key: 'id',
      title: 'id',
      fields: { id: { kind: 'integer' }, pages: { kind: 'integer' } },
    },
  ],
  { kinds: { integer }, hasOrderKeys: true },
)
const [letters] = models.all
const pages = letters?.fields.find(({ name }) => name === 'pages')
if (!letters || !pages) throw new Error('no model')
const condition: ListCondition = { type: 'test', field: pages, operator: 'gt', value: 10 }

const folder = mkdtempSync(join(tmpdir(), 'haykal-kept-'))
let database: Database
let other: Database
let finds = 0
const kept = createKeptNumbers<FoundNumbers>(2)

beforeAll(async () => {
  database = await openDatabase(join(folder, 'letters.sqlite'))
  await syncTables(database, models)
  await run('insert into letters (id, pages) values (1, 5), (2, 15), (3, 25)')
  other = await openDatabase(join(folder, 'letters.sqlite'))
})

afterAll(async () => {
  await other.close()
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

async function run(statement: string, by = database): Promise<void> {
  await by.write(async (queries) => {
    await sql.raw(statement).execute(queries)
  })
}

async function long(question = 'long', most = 100): Promise<readonly number[] | undefined> {
  const { gathered } = database.engine.search
  if (!letters || !gathered) throw new Error('no numbers')
  const found = await kept(database, letters, {
    question,
    condition,
    serves: ({ numbers }) => numbers.each.length <= most,
    async find() {
      finds += 1
      const { rows } = await gathered
        .gather(sql`select id from letters where pages > 10 order by id`, 100)
        .execute(database.queries)
      return { condition, numbers: { each: numbersIn(rows), map: undefined } }
    },
  })
  return found?.numbers.each
}

test('rows that come, go and change are followed', async () => {
  expect(await long()).toEqual([2, 3])
  await run('insert into letters (id, pages) values (4, 11), (5, 1)')
  expect(await long()).toEqual([2, 3, 4])
  await run('update letters set pages = 40 where id = 1')
  await run('delete from letters where id = 3')
  expect(await long()).toEqual([1, 2, 4])
  expect(await long()).toEqual([1, 2, 4])
  expect(finds).toBe(1)
})

test('they are found anew once another program has written', async () => {
  await run('update letters set pages = 2 where id = 1', other)
  expect(await long()).toEqual([2, 4])
  expect(finds).toBe(2)
})

test('they are found anew where what has become of them does not serve', async () => {
  await long('short', 3)
  finds = 0
  await run('insert into letters (id, pages) values (6, 11), (7, 12)')
  expect(await long('short', 3)).toEqual([2, 4, 6, 7])
  expect(finds).toBe(1)
})

test('the one that was asked first is forgotten first', async () => {
  finds = 0
  for (const question of ['one', 'two', 'two', 'three', 'three', 'one']) await long(question)
  expect(finds).toBe(4)
})
