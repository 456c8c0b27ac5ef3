/** Files that are no database, or not a whole one, are refused in one sentence; nothing is made or changed. */
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CannotOpenDatabase } from '../../cannot-open.ts'
import type { Row } from '../../engine.ts'
import { openSqlite } from './open.ts'

const folder = mkdtempSync(join(tmpdir(), 'haykal-open-'))
const at = (name: string) => join(folder, name)

beforeAll(() => {
  const file = new SqliteFile(at('good.sqlite'))
  file.exec('create table notes (id integer primary key, text text)')
  const insert = file.prepare('insert into notes (text) values (?)')
  for (let n = 0; n < 500; n += 1) insert.run('x'.repeat(100))
  file.close()
})
afterAll(() => rmSync(folder, { recursive: true }))

const refused: readonly {
  readonly title: string
  readonly make: (path: string) => void
  readonly sentence: RegExp
  readonly reason: string
}[] = [
  { title: 'a missing file', make: () => {}, sentence: /^There is no file .*: check the path\.$/, reason: 'missing' },
  {
    title: 'a folder',
    make: (path) => mkdirSync(path),
    sentence: /is a folder, not a database file/,
    reason: 'unreadable',
  },
  {
    title: 'a text file',
    make: (path) => writeFileSync(path, 'name,age\nA,1\n'),
    sentence: /is a text file, not an SQLite database/,
    reason: 'damaged',
  },
  {
    title: 'random bytes',
    make: (path) => writeFileSync(path, Buffer.alloc(4096, 0xa7)),
    sentence: /is not an SQLite database, or it is encrypted/,
    reason: 'damaged',
  },
  {
    title: 'an SQLite 2 file',
    make: (path) => writeFileSync(path, '** This file contains an SQLite 2.1 database **\n'.padEnd(1024, '\0')),
    sentence: /is an SQLite 2 database: convert it/,
    reason: 'damaged',
  },
  {
    title: 'a file cut off in its header',
    make: (path) => writeFileSync(path, 'SQLite format 3\0\x10'),
    sentence: /is cut off after 17 bytes/,
    reason: 'damaged',
  },
  {
    title: 'a file cut off in the middle',
    make: (path) => {
      copyFileSync(at('good.sqlite'), path)
      truncateSync(path, 8192)
    },
    sentence: /is cut off: it should have \d+ bytes and has 8192/,
    reason: 'damaged',
  },
]

for (const { title, make, sentence, reason } of refused) {
  test(`refuses ${title} in one sentence and changes nothing`, async () => {
    const path = at(`${title.replaceAll(' ', '-')}.db`)
    make(path)
    const before = readdirSync(folder)
    const refusal = await openSqlite(path, { isReadOnly: true }).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(CannotOpenDatabase)
    expect(refusal).toMatchObject({ message: expect.stringMatching(sentence), reason })
    expect(readdirSync(folder)).toEqual(before)
  })
}

test('refuses a file that another program has locked, and opens it afterwards', async () => {
  copyFileSync(at('good.sqlite'), at('locked.sqlite'))
  const other = new SqliteFile(at('locked.sqlite'))
  other.exec('begin exclusive')
  await expect(openSqlite(at('locked.sqlite'), { isReadOnly: true })).rejects.toMatchObject({
    message: expect.stringContaining('is locked by another program'),
    reason: 'busy',
  })
  other.exec('commit')
  other.close()
  const database = await openSqlite(at('locked.sqlite'), { isReadOnly: true })
  expect(database.isReadOnly).toBe(true)
  await database.close()
})

test('reads a file in a folder that may not be written, and leaves every byte as it is', async () => {
  mkdirSync(at('sealed'))
  copyFileSync(at('good.sqlite'), at('sealed/data.sqlite'))
  chmodSync(at('sealed/data.sqlite'), 0o444)
  chmodSync(at('sealed'), 0o555)
  const before = readFileSync(at('sealed/data.sqlite'))
  const database = await openSqlite(at('sealed/data.sqlite'), { isReadOnly: true })
  const { rows } = await sql<Row>`select count(*) as n from notes`.execute(database.queries)
  expect(rows).toEqual([{ n: 500n }])
  await expect(database.write(async () => {})).rejects.toThrow('open for reading only')
  await database.close()
  expect(readFileSync(at('sealed/data.sqlite')).equals(before)).toBe(true)
  expect(readdirSync(at('sealed'))).toEqual(['data.sqlite'])
  chmodSync(at('sealed'), 0o755)
})

test('keeps a log of which it syncs every commit itself', async () => {
  const database = await openSqlite(at('own.sqlite'))
  const settings = await database.write(async (queries) => {
    const mode = await sql<Row>`pragma journal_mode`.execute(queries)
    const synchronous = await sql<Row>`pragma synchronous`.execute(queries)
    return { ...mode.rows[0], ...synchronous.rows[0] }
  })
  expect(settings).toEqual({ journal_mode: 'wal', synchronous: 1n })
  await database.close()
})
