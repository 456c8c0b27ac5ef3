// The log of a file stays short however much is written, nobody waits for it, and nothing is left running.
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { sql } from 'kysely'
import { afterAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../../engine.ts'
import { openSqlite } from '../open.ts'
import { createCheckpointThread } from './checkpoint-thread.ts'

const folder = mkdtempSync(join(tmpdir(), 'haykal-log-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let path: string
let database: Database
let number = 0
beforeEach(async () => {
  number += 1
  path = join(folder, `${number}.sqlite`)
  database = await openSqlite(path)
  await database.write((queries) => sql`create table notes (id integer primary key, body blob)`.execute(queries))
})

/** Writes so many rows of two pages each, from several writers. */
async function writeRows(count: number): Promise<void> {
  let left = count
  const write = async () => {
    while (left > 0) {
      left -= 1
      await database.write((queries) => sql`insert into notes (body) values (randomblob(7000))`.execute(queries))
    }
  }
  await Promise.all([1, 2, 3, 4].map(write))
}

const megabytes = (file: string) => statSync(file).size / 1e6
function countRows(): unknown {
  const file = new SqliteFile(path)
  const count = file.prepare('select count(*) from notes').pluck().get()
  file.close()
  return count
}

test('keeps the log short while several write without a pause', { timeout: 60_000 }, async () => {
  await writeRows(20_000)
  expect(megabytes(path)).toBeGreaterThan(40)
  // Of 48 MB on those who write wait; one group more may have been on its way.
  expect(megabytes(`${path}-wal`)).toBeLessThan(58)
  await database.close()
  expect(existsSync(`${path}-wal`)).toBe(false)
  expect(countRows()).toBe(20_000)
})

test('takes it up again once a program that reads for long has ended', { timeout: 60_000 }, async () => {
  const reader = new SqliteFile(path, { readonly: true })
  reader.exec('begin')
  expect(reader.prepare('select count(*) from notes').pluck().get()).toBe(0)
  await writeRows(5_000)
  const grown = megabytes(`${path}-wal`)
  expect(grown).toBeGreaterThan(32)
  expect(reader.prepare('select count(*) from notes').pluck().get()).toBe(0)
  reader.exec('commit')
  reader.close()
  await writeRows(5_000)
  // What the log may keep for itself.
  expect(megabytes(`${path}-wal`)).toBeLessThan(34)
  await database.close()
  expect(countRows()).toBe(10_000)
})

test('says what SQLite refused, and works again afterwards', async () => {
  const thread = createCheckpointThread(join(folder, 'missing.sqlite'))
  await expect(thread.run()).rejects.toMatchObject({ code: 'SQLITE_CANTOPEN' })
  await database.close()
  await thread.close()
  const other = createCheckpointThread(path)
  await Promise.all([other.run(), other.run()])
  await other.close()
})

test('writes nothing any more into what lies in the place of a file that was moved', async () => {
  await writeRows(10)
  const [moved, mine] = [`${path}-moved`, join(folder, 'another.sqlite')]
  const another = new SqliteFile(mine)
  another.exec('create table other (n integer)')
  another.close()
  const before = readFileSync(mine)
  renameSync(path, moved)
  renameSync(mine, path)
  await writeRows(1_500)
  expect(readFileSync(path).equals(before)).toBe(true)
  await database.close()
  expect(readFileSync(path).equals(before)).toBe(true)
})
