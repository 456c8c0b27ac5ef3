/** Whichever way rows are changed, by whomever, what was kept of them is brought up to date or given up. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../engine.ts'
import { openSqlite } from './open.ts'

const folder = mkdtempSync(join(tmpdir(), 'haykal-touched-'))
const [letters, stamps] = [{ table: 'letters', number: 'id' }, { table: 'stamps' }]
let database: Database
let count = 0
const path = () => join(folder, `${count}.sqlite`)

beforeEach(async () => {
  count += 1
  database = await openSqlite(path())
  await run(
    'create table letters (id integer primary key, body text, answers integer references letters (id) on delete set null)',
    'create table stamps (code text primary key) without rowid',
    'create trigger copied after insert on stamps begin update letters set body = new.code where id = 3; end',
    "insert into letters (id, body, answers) values (1, 'a', null), (2, 'b', 1), (3, 'c', 2)",
  )
})

afterEach(async () => {
  await database.close()
  if (count > 0) rmSync(path(), { force: true })
})

async function run(...statements: readonly string[]): Promise<void> {
  await database.write(async (queries) => {
    for (const each of statements) await sql.raw(each).execute(queries)
  })
}

/** What has changed since a moment, in order. */
function since(mark: ReturnType<typeof now>): Record<string, number[]> | undefined {
  const touched = database.changed?.since(mark)
  return (
    touched && Object.fromEntries([...touched].map(([table, rows]) => [table, [...new Set(rows.map(Number))].sort()]))
  )
}

function now() {
  const mark = database.changed?.now([letters, stamps])
  if (!mark) throw new Error('changes are not noticed')
  return mark
}

test.each([
  ["insert into letters (id, body) values (9, 'x')", { letters: [9] }],
  ["update letters set body = 'x' where id in (1, 2)", { letters: [1, 2] }],
  ['update letters set id = 7 where id = 3', { letters: [3, 7] }],
  ['delete from letters where id = 3', { letters: [3] }],
  // Who points there is changed by the foreign key.
  ['delete from letters where id = 1', { letters: [1, 2] }],
  // A trigger of the file changes another table.
  ["insert into stamps values ('rose')", { letters: [3], stamps: [] }],
  ['delete from letters', { letters: [1, 2, 3] }],
])('%s', async (statement, expected) => {
  const mark = now()
  expect(since(mark)).toEqual({})
  await run(statement)
  expect(since(mark)).toEqual(expected)
  expect(since(now())).toEqual({})
})

test('what is not committed is told while it may be, and again once it is', async () => {
  const before = now()
  let during: ReturnType<typeof now> | undefined
  await database.write(async (queries) => {
    await sql`update letters set body = 'x' where id = 2`.execute(queries)
    expect(since(before)).toEqual({ letters: [2] })
    during = now()
  })
  expect(during && since(during)).toEqual({ letters: [2] })
})

test('what was taken back may be told, as it is only looked at', async () => {
  const mark = now()
  await expect(
    database.write(async (queries) => {
      await sql`update letters set body = 'x' where id = 2`.execute(queries)
      throw new Error('on second thoughts')
    }),
  ).rejects.toThrow('on second thoughts')
  await run("update letters set body = 'y' where id = 1")
  expect(since(mark)?.letters).toContain(1)
})

test('changes of a transaction that began before anybody asked are not passed over', async () => {
  await database
    .write(async (queries) => {
      await sql`update letters set body = 'x' where id = 1`.execute(queries)
      expect(database.changed?.now([letters])).toBeUndefined()
      throw new Error('on second thoughts')
    })
    .catch(() => undefined)
  const mark = now()
  await run("update letters set body = 'z' where id = 2")
  expect(since(mark)).toEqual({ letters: [2] })
})

test.each([
  ['another program has written', () => other("update letters set body = 'x' where id = 1")],
  ['tables have changed', () => run('alter table letters add column stamp text')],
  [
    'more has changed than is remembered',
    () =>
      run(
        'with recursive n(i) as (select 10 union all select i + 1 from n where i < 5000) insert into letters (id) select i from n',
      ),
  ],
])('nothing is known any more where %s, and all is from then on', async (_, change) => {
  const mark = now()
  await change()
  expect(since(mark)).toBeUndefined()
  const after = now()
  await run('delete from letters where id = 2')
  expect(since(after)?.letters).toContain(2)
})

async function other(statement: string): Promise<void> {
  const file = new SqliteFile(path())
  file.exec(statement)
  file.close()
}

test('nothing of it is in the file', async () => {
  now()
  const file = new SqliteFile(path(), { readonly: true })
  expect(file.prepare("select name from sqlite_schema where name like '%haykal%'").all()).toEqual([])
  file.close()
})
