// Writes that wait share one commit, and nothing else: each is kept or taken back alone.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import SqliteFile from 'better-sqlite3'
import { type Kysely, sql } from 'kysely'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Database, Row, Tables } from '../../../engine.ts'
import { openSqlite } from '../open.ts'
import { createGroupCommit } from './group-commit.ts'

const folder = mkdtempSync(join(tmpdir(), 'haykal-groups-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let path: string
let number = 0
beforeEach(() => {
  number += 1
  path = join(folder, `${number}.sqlite`)
  const file = new SqliteFile(path)
  file.exec('create table notes (id integer primary key, text text unique)')
  file.close()
})

/** For what is about one group: on a busy machine its time would be over at any moment. */
const stopClock = () => vi.useFakeTimers({ toFake: ['performance'] })
afterEach(() => void vi.useRealTimers())

const add = (text: string) => async (queries: Kysely<Tables>) => {
  await sql`insert into notes (text) values (${text})`.execute(queries)
  return text
}

async function textsIn(database: Database): Promise<unknown[]> {
  const { rows } = await sql<Row>`select text from notes order by id`.execute(database.queries)
  return rows.map(({ text }) => text)
}

/** A connection whose commits are counted. */
function counted() {
  const file = new SqliteFile(path)
  let commits = 0
  const groups = createGroupCommit(file, {
    committed: () => {
      commits += 1
    },
  })
  return { file, groups, commits: () => commits }
}

test('commits once for all who write in one turn, in the order in which they came', async () => {
  stopClock()
  const { file, groups, commits } = counted()
  const texts = Array.from({ length: 50 }, (_, index) => `note ${index}`)
  expect(await Promise.all(texts.map((text) => groups.write(add(text))))).toEqual(texts)
  expect(commits()).toBe(1)
  expect(file.prepare('select text from notes order by id').pluck().all()).toEqual(texts)
  await groups.close()
  file.close()
})

test('takes back a write that fails, and none of those beside it', async () => {
  stopClock()
  const { file, groups, commits } = counted()
  const failing = async (queries: Kysely<Tables>) => {
    await add('not kept')(queries)
    throw new Error('changed my mind')
  }
  const results = await Promise.allSettled([add('a'), failing, add('a'), add('b')].map((work) => groups.write(work)))
  expect(results.map((result) => (result.status === 'fulfilled' ? result.value : String(result.reason)))).toEqual([
    'a',
    'Error: changed my mind',
    'SqliteError: UNIQUE constraint failed: notes.text',
    'b',
  ])
  expect(file.prepare('select text from notes').pluck().all()).toEqual(['a', 'b'])
  expect(commits()).toBe(1)
  await groups.close()
  file.close()
})

test('runs one after the other, though they take time and others write meanwhile', async () => {
  const database = await openSqlite(path)
  const events: string[] = []
  const slow = (name: string) =>
    database.write(async (queries) => {
      events.push(`${name} begins`)
      await pause(8)
      await add(name)(queries)
      events.push(`${name} ends`)
    })
  await Promise.all(['a', 'b', 'c', 'd', 'e'].map(slow))
  expect(events).toEqual(['a', 'b', 'c', 'd', 'e'].flatMap((name) => [`${name} begins`, `${name} ends`]))
  expect(await textsIn(database)).toEqual(['a', 'b', 'c', 'd', 'e'])
  await database.close()
})

test('ends a group that takes long, so that the first do not wait for the last', async () => {
  const { file, groups, commits } = counted()
  const slow = async (queries: Kysely<Tables>) => {
    await pause(15)
    await add(`note ${performance.now()}`)(queries)
  }
  await Promise.all(Array.from({ length: 6 }, () => groups.write(slow)))
  // Of two jobs each, or of fewer on a machine that is busy.
  expect(commits()).toBeGreaterThanOrEqual(3)
  await groups.close()
  file.close()
})

test('lets others have a turn while many jobs run', async () => {
  const { file, groups } = counted()
  let turns = 0
  const counting = setInterval(() => {
    turns += 1
  }, 1)
  const busy = async () => {
    const end = performance.now() + 2
    while (performance.now() < end);
  }
  await Promise.all(Array.from({ length: 50 }, () => groups.write(busy)))
  clearInterval(counting)
  expect(turns).toBeGreaterThan(10)
  await groups.close()
  file.close()
})

test('refuses all of a group that SQLite took back by itself, and goes on with the next', async () => {
  stopClock()
  const database = await openSqlite(path)
  const full = async (queries: Kysely<Tables>) => {
    await sql`pragma max_page_count = 6`.execute(queries)
    await sql`insert into notes (text) values (hex(zeroblob(30000)))`.execute(queries)
    return 'kept'
  }
  const results = await Promise.allSettled([add('a'), full, add('b')].map((work) => database.write(work)))
  const codes = results.map((result) => (result.status === 'rejected' ? result.reason.code : result.value))
  // What had not begun goes into the next group.
  expect(codes).toEqual(['SQLITE_FULL', 'SQLITE_FULL', 'b'])
  expect(await textsIn(database)).toEqual(['b'])
  await database.close()
})

test('refuses a write that goes on as if nothing had been taken back', async () => {
  const database = await openSqlite(path)
  const stubborn = async (queries: Kysely<Tables>) => {
    await sql`pragma max_page_count = 6`.execute(queries)
    await sql`insert into notes (text) values (hex(zeroblob(30000)))`.execute(queries).catch(() => undefined)
    await add('outside')(queries)
  }
  await expect(database.write(stubborn)).rejects.toMatchObject({ code: 'SQLITE_ABORT_ROLLBACK' })
  expect(await textsIn(database)).toEqual([])
  await database.close()
})

test('changes nothing for a job that was not waited for', async () => {
  const database = await openSqlite(path)
  const kept = await database.write(async (queries) => queries)
  await expect(add('late')(kept)).rejects.toThrow('The transaction has ended')
  expect(await textsIn(database)).toEqual([])
  await database.close()
})

test.each([
  [
    'a trigger that says rollback',
    "create trigger t before insert on notes when new.text = 'bad' begin select raise(rollback, 'no'); end",
  ],
  [
    'a reference that is looked at in the end',
    "create table other (note text references notes (text) deferrable initially deferred); create trigger t after insert on notes when new.text = 'bad' begin insert into other values ('nobody'); end",
  ],
])('keeps apart those who write where %s would undo them all', async (_, statements) => {
  const file = new SqliteFile(path)
  file.exec(statements)
  file.close()
  const database = await openSqlite(path)
  const results = await Promise.allSettled(['a', 'bad', 'b'].map((text) => database.write(add(text))))
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(await textsIn(database)).toEqual(['a', 'b'])
  await database.close()
})

test('closes when all that waited has its answer, and refuses what comes later', async () => {
  const database = await openSqlite(path)
  const texts = Array.from({ length: 30 }, (_, index) => `note ${index}`)
  const writing = texts.map((text) => database.write(add(text)))
  const closing = database.close()
  const late = database.write(add('late'))
  await expect(late).rejects.toThrow('The database connection is not open')
  expect(await Promise.all(writing)).toEqual(texts)
  await closing
  const again = await openSqlite(path)
  expect(await textsIn(again)).toEqual(texts)
  await again.close()
})

test('waits for a foreign program that writes, then takes all who waited with it', async () => {
  const { file, groups, commits } = counted()
  file.pragma('busy_timeout = 0')
  const other = new SqliteFile(path)
  other.exec("begin immediate; insert into notes (text) values ('foreign')")
  const writing = Promise.all(['a', 'b', 'c'].map((text) => groups.write(add(text))))
  await pause(150)
  stopClock()
  const joining = groups.write(add('d'))
  other.exec('commit')
  await Promise.all([writing, joining])
  expect(commits()).toBe(1)
  expect(file.prepare('select text from notes').pluck().all()).toEqual(['foreign', 'a', 'b', 'c', 'd'])
  other.close()
  await groups.close()
  file.close()
})

test('says that it is busy to whoever has waited long enough for a foreign program', { timeout: 15_000 }, async () => {
  const { file, groups } = counted()
  file.pragma('busy_timeout = 0')
  const other = new SqliteFile(path)
  other.exec('begin immediate')
  const first = groups.write(add('first')).catch((error: unknown) => error)
  await pause(4_000)
  const second = groups.write(add('second'))
  expect(await first).toMatchObject({ code: 'SQLITE_BUSY' })
  other.exec('commit')
  expect(await second).toBe('second')
  other.close()
  await groups.close()
  file.close()
})

test('shows nobody half of a group in memory, where all have one connection', async () => {
  const database = await openSqlite(':memory:')
  await database.write((queries) => sql`create table notes (id integer primary key, text text)`.execute(queries))
  const slow = async (queries: Kysely<Tables>) => {
    await add('a')(queries)
    await pause(10)
    await add('b')(queries)
  }
  const writing = database.write(slow)
  await pause(4)
  expect(await textsIn(database)).toEqual(['a', 'b'])
  await writing
  await database.close()
})
