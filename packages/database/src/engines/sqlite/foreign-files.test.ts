/** Files as other programs leave them: read as they are with nothing changed, or refused with a reason; and opened for writing in a way that can be taken back. */
import { spawn } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database, Row } from '../../engine.ts'
import { openSqlite } from './open.ts'

const folder = mkdtempSync(join(tmpdir(), 'haykal-foreign-'))
const at = (name: string) => join(folder, name)
const note = 'ملاحظة'.repeat(20)
let made = 0

beforeAll(() => chmodSync(folder, 0o755))
afterAll(() => rmSync(folder, { recursive: true }))

/** A file with 500 notes. */
function makeFile(pragmas = ''): string {
  made += 1
  const path = at(`${made}.sqlite`)
  const file = new SqliteFile(path)
  file.exec(`${pragmas}; create table notes (id integer primary key, text text)`)
  const insert = file.prepare('insert into notes (text) values (?)')
  file.transaction(() => {
    for (let n = 0; n < 500; n += 1) insert.run(note)
  })()
  file.close()
  return path
}

const count = sql<Row>`select count(*) as n from notes`
const add = sql`insert into notes (text) values ('new')`

async function countIn(database: Database): Promise<unknown> {
  return (await count.execute(database.queries)).rows[0]?.n
}

async function reasonOf(database: Database, query = count): Promise<string | undefined> {
  const error = await query.execute(database.queries).catch((reason: unknown) => reason)
  return database.engine.explainRefusal(error)?.reason
}

function modeOf(path: string): unknown {
  const file = new SqliteFile(path, { readonly: true })
  const mode = file.pragma('journal_mode', { simple: true })
  file.close()
  return mode
}

/** A program that is stopped by force in the middle of a change which it has begun to write into the file. */
async function stopInTheMiddle(path: string): Promise<void> {
  const program = `
    const { DatabaseSync } = require('node:sqlite')
    const file = new DatabaseSync(${JSON.stringify(path)})
    file.exec("pragma cache_size = 2; begin; update notes set text = 'half'")
    console.log('in the middle')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise((resolve) => child.stdout.once('data', resolve))
  child.kill('SIGKILL')
  await new Promise((resolve) => child.once('exit', resolve))
}

test('reads a file whose log is not merged yet, and leaves both as they are', async () => {
  const source = makeFile('pragma journal_mode = wal')
  const writer = new SqliteFile(source)
  writer.pragma('wal_autocheckpoint = 0')
  writer.exec("insert into notes (text) values ('in the log')")
  const path = at('logged.sqlite')
  copyFileSync(source, path)
  copyFileSync(`${source}-wal`, `${path}-wal`)
  writer.close()
  const before = [readFileSync(path), readFileSync(`${path}-wal`)]
  const database = await openSqlite(path, { isReadOnly: true })
  expect(await countIn(database)).toBe(501n)
  await database.close()
  expect(readFileSync(path).equals(before[0] as Buffer)).toBe(true)
  expect(readFileSync(`${path}-wal`).equals(before[1] as Buffer)).toBe(true)
})

test.each([
  'pragma page_size = 512',
  'pragma page_size = 65536',
  "pragma encoding = 'UTF-16le'",
  "pragma encoding = 'UTF-16be'",
  'pragma auto_vacuum = full',
  'pragma journal_mode = persist',
])('reads a file made with %s, and changes no byte', async (pragma) => {
  const path = makeFile(`${pragma}; pragma user_version = 42; pragma application_id = 252006673`)
  const before = readFileSync(path)
  const database = await openSqlite(path, { isReadOnly: true })
  const { rows } = await sql<Row>`select text from notes where text like ${'ملاحظة%'} limit 1`.execute(database.queries)
  expect(rows).toEqual([{ text: note }])
  await database.close()
  expect(readFileSync(path).equals(before)).toBe(true)
})

test('keeps the numbers that other programs wrote into a file when it is opened for writing', async () => {
  const path = makeFile('pragma user_version = 42; pragma application_id = 252006673')
  const database = await openSqlite(path, { mustExist: true })
  await database.write(async (queries) => await add.execute(queries))
  await database.close()
  const file = new SqliteFile(path, { readonly: true })
  expect(file.pragma('user_version', { simple: true })).toBe(42)
  expect(file.pragma('application_id', { simple: true })).toBe(252006673)
  file.close()
})

test('says of a file that was left in the middle of a change what helps, and reads it after that', async () => {
  const path = makeFile()
  const database = await openSqlite(path, { isReadOnly: true })
  // Asked before, and long enough for a process of its own.
  const pairs = sql<Row>`select count(*) as n from notes as a join notes as b on a.text > b.text`
  await pairs.execute(database.queries)
  await stopInTheMiddle(path)
  const before = readFileSync(path)
  await expect(openSqlite(path, { isReadOnly: true })).rejects.toMatchObject({
    reason: 'unfinished',
    message: expect.stringContaining('in the middle of a change'),
  })
  // Neither is what was half written shown to those who had it open.
  expect(await reasonOf(database)).toBe('unavailable')
  expect(await reasonOf(database, pairs)).toBe('unavailable')
  expect(readFileSync(path).equals(before)).toBe(true)
  new SqliteFile(path).prepare('select 1 from notes').get()
  const { rows } = await sql<Row>`select count(*) as n from notes where text = 'half'`.execute(database.queries)
  expect(rows).toEqual([{ n: 0n }])
  await database.close()
})

test('tells when the file was replaced or taken away, by its place', async () => {
  const path = makeFile()
  const database = await openSqlite(path, { isReadOnly: true })
  const place = database.place
  expect(place?.identity()).toEqual(place?.openedAs)
  renameSync(path, `${path}.away`)
  expect(place?.identity()).toBeUndefined()
  copyFileSync(`${path}.away`, path)
  expect(place?.identity()).toMatchObject({ size: place?.openedAs.size, device: place?.openedAs.device })
  expect(place?.identity()?.inode).not.toBe(place?.openedAs.inode)
  rmSync(path)
  renameSync(`${path}.away`, path)
  expect(place?.identity()).toEqual(place?.openedAs)
  await database.close()
})

test('takes a file that is cut off meanwhile as unavailable, and reads it again once it is whole', async () => {
  const path = makeFile()
  const whole = at('whole.sqlite')
  copyFileSync(path, whole)
  const database = await openSqlite(path, { isReadOnly: true })
  expect(await countIn(database)).toBe(500n)
  truncateSync(path, 4096)
  expect(await reasonOf(database)).toBe('unavailable')
  truncateSync(path, 0)
  expect(await reasonOf(database)).toBe('unavailable')
  copyFileSync(whole, path)
  expect(await countIn(database)).toBe(500n)
  await database.close()
})

test('tells when another program changes the tables, and not when it changes their rows', async () => {
  const path = makeFile()
  const database = await openSqlite(path, { isReadOnly: true })
  const other = new SqliteFile(path)
  const before = [database.schemaVersion?.(), database.version?.()]
  other.exec("insert into notes (text) values ('new')")
  expect(database.schemaVersion?.()).toBe(before[0])
  expect(database.version?.()).not.toBe(before[1])
  other.exec('alter table notes add column color text')
  expect(database.schemaVersion?.()).not.toBe(before[0])
  other.close()
  await database.close()
})

test('takes back the journal mode that opening for writing changed', async () => {
  const path = makeFile()
  const database = await openSqlite(path, { mustExist: true })
  expect(modeOf(path)).toBe('wal')
  await database.write(async (queries) => await add.execute(queries))
  expect(await countIn(database)).toBe(501n)
  expect(await database.closeAsBefore?.()).toBe(true)
  expect(modeOf(path)).toBe('delete')
  expect(readdirSync(folder).filter((name) => name.startsWith(`${made}.sqlite-`))).toEqual([])
})

test('lets go of a file that it was never asked about', async () => {
  const path = makeFile()
  const database = await openSqlite(path, { mustExist: true })
  expect(await database.closeAsBefore?.()).toBe(true)
  const again = await openSqlite(path, { mustExist: true })
  await again.close()
  const file = new SqliteFile(path, { timeout: 0 })
  expect(file.pragma('journal_mode = delete', { simple: true })).toBe('delete')
  file.close()
})

test('leaves the journal mode when it was that before, and says so when others keep the file open', async () => {
  const logged = makeFile('pragma journal_mode = wal')
  expect(await (await openSqlite(logged, { mustExist: true })).closeAsBefore?.()).toBe(true)
  expect(modeOf(logged)).toBe('wal')

  const path = makeFile()
  const database = await openSqlite(path, { mustExist: true })
  const other = new SqliteFile(path)
  other.prepare('select 1 from notes').get()
  expect(await database.closeAsBefore?.()).toBe(false)
  expect(other.pragma('quick_check', { simple: true })).toBe('ok')
  other.close()
})

test('rolls back what a full disk cut short, and gives the file back as it was', async () => {
  const path = makeFile()
  const database = await openSqlite(path, { mustExist: true })
  const pages = Math.ceil((database.place?.openedAs.size ?? 0) / 4096)
  const error = await database
    .write(async (queries) => {
      await sql`create table history (id integer primary key)`.execute(queries)
      await sql.raw(`pragma max_page_count = ${pages}`).execute(queries)
      await sql`insert into notes (text) select hex(zeroblob(3000)) from notes`.execute(queries)
    })
    .catch((reason: unknown) => reason)
  expect(database.engine.explainRefusal(error)).toMatchObject({ reason: 'full' })
  expect(await countIn(database)).toBe(500n)
  expect(await database.closeAsBefore?.()).toBe(true)
  expect(modeOf(path)).toBe('delete')
  const file = new SqliteFile(path, { readonly: true })
  expect(file.prepare("select name from sqlite_schema where name = 'history'").all()).toEqual([])
  file.close()
})

test('refuses to open for writing what another program is reading, and changes nothing', async () => {
  const path = makeFile()
  const before = readFileSync(path)
  const other = new SqliteFile(path)
  other.exec('begin')
  other.prepare('select count(*) from notes').get()
  await expect(openSqlite(path, { mustExist: true })).rejects.toMatchObject({ reason: 'busy' })
  other.exec('rollback')
  expect(other.pragma('journal_mode', { simple: true })).toBe('delete')
  other.close()
  expect(readFileSync(path).equals(before)).toBe(true)
})

test('waits for its turn to write without stopping', async () => {
  const database = await openSqlite(makeFile())
  const other = new SqliteFile(database.place?.path ?? '')
  other.exec('begin immediate')
  const writing = database.write(async (queries) => await add.execute(queries))
  let ticks = 0
  const ticking = setInterval(() => {
    ticks += 1
    if (ticks === 10) other.exec('commit')
  }, 10)
  await writing
  clearInterval(ticking)
  expect(ticks).toBeGreaterThanOrEqual(10)
  other.close()
  await database.close()
})

const nobody = 65_534
test.runIf(process.platform === 'linux' && process.getuid?.() === 0)(
  'says plainly why a file with a log cannot be read in a folder that may not be written',
  async () => {
    const sealed = at('sealed')
    mkdirSync(sealed)
    copyFileSync(makeFile('pragma journal_mode = wal'), join(sealed, 'data.sqlite'))
    copyFileSync(makeFile(), join(sealed, 'secret.sqlite'))
    chmodSync(join(sealed, 'secret.sqlite'), 0o600)
    process.seteuid?.(nobody)
    try {
      await expect(openSqlite(join(sealed, 'data.sqlite'), { isReadOnly: true })).rejects.toMatchObject({
        reason: 'unreadable',
        message: expect.stringContaining('WAL mode'),
      })
      await expect(openSqlite(join(sealed, 'secret.sqlite'), { isReadOnly: true })).rejects.toMatchObject({
        reason: 'unreadable',
        message: expect.stringContaining('may not be read by this user'),
      })
    } finally {
      process.seteuid?.(0)
    }
    expect(existsSync(join(sealed, 'data.sqlite-shm'))).toBe(false)
    expect(statSync(sealed).isDirectory()).toBe(true)
  },
)
