/** Long reads run beside the process, can be ended, and see what is committed; real processes on a real file. */
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import SqliteFile from 'better-sqlite3'
import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asker, askFor } from '../../../asker.ts'
import type { Database, Row } from '../../../engine.ts'
import { openSqlite } from '../open.ts'

const folder = mkdtempSync(join(tmpdir(), 'haykal-long-'))
const path = join(folder, 'large.sqlite')
const isLinux = process.platform === 'linux'
/** Hours of work that no index shortens. */
const endless = sql<Row>`select count(*) as n from notes as a join notes as b on a.text > b.text join notes as c on b.text > c.text`
const short = sql<Row>`select count(*) as n from notes where text like ${'%7%'}`

beforeAll(() => {
  const file = new SqliteFile(path)
  file.pragma('synchronous = off')
  file.exec('create table notes (id integer primary key, text text, bytes blob, big integer)')
  const insert = file.prepare('insert into notes (text, bytes, big) values (?, ?, ?)')
  file.transaction(() => {
    for (let n = 0; n < 6_000; n += 1) insert.run(`note ${n}`.padEnd(900, '.'), Buffer.from([n % 256]), 2n ** 62n)
  })()
  file.close()
})
afterAll(() => rmSync(folder, { recursive: true }))

async function refusalOf(database: Database, query: RawBuilder<Row>) {
  const error = await query.execute(database.queries).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  return database.engine.explainRefusal(error)?.reason
}

test('reads in another process what this one would read, bytes and large numbers too', async () => {
  const database = await openSqlite(path, { isReadOnly: true })
  const { rows } =
    await sql<Row>`select id, text, bytes, big, null as empty, 0.5 as half from notes where text like ${'note 258.%'}`.execute(
      database.queries,
    )
  expect(rows).toEqual([
    { id: 259n, text: 'note 258'.padEnd(900, '.'), bytes: Buffer.from([2]), big: 2n ** 62n, empty: null, half: 0.5 },
  ])
  expect(Buffer.isBuffer(rows[0]?.bytes)).toBe(true)
  expect(childrenOf(process.pid).length).toBe(isLinux ? 1 : 0)
  await database.close()
})

test('goes on with everything else while a read takes long, and ends it at the limit', async () => {
  const database = await openSqlite(path, { isReadOnly: true, longestRead: 700 })
  const began = performance.now()
  const long = refusalOf(database, endless)
  let pages = 0
  let longest = 0
  while (performance.now() - began < 500) {
    const start = performance.now()
    await sql`select * from notes order by id limit 51`.execute(database.queries)
    longest = Math.max(longest, performance.now() - start)
    pages += 1
    await pause(5)
  }
  expect(pages).toBeGreaterThan(10)
  expect(longest).toBeLessThan(300)
  expect(await long).toBe('too-long')
  expect((await short.execute(database.queries)).rows).toHaveLength(1)
  await database.close()
})

test('lets what waits have a turn after what was ended', async () => {
  const database = await openSqlite(path, { isReadOnly: true, longestRead: 1_500 })
  await short.execute(database.queries)
  const endlessOnes = [endless, endless].map((each) => refusalOf(database, each))
  const counts = await Promise.all([short, short, short].map((each) => refusalOf(database, each)))
  expect(counts).toEqual([undefined, undefined, undefined])
  expect(await Promise.all(endlessOnes)).toEqual(['too-long', 'too-long'])
  // Known as slow by now: however many there are, they leave a place to the others.
  const again = [endless, endless, endless].map((each) => refusalOf(database, each))
  const start = performance.now()
  await short.execute(database.queries)
  expect(performance.now() - start).toBeLessThan(1_000)
  await database.close()
  expect(await Promise.all(again)).not.toContain(undefined)
}, 15_000)

test("passes on SQLite's own refusals from the other process", async () => {
  const database = await openSqlite(path, { isReadOnly: true })
  const query = sql<Row>`select sum(json_extract(text, '$.a')) as n from notes where text like '%'`
  await expect(query.execute(database.queries)).rejects.toMatchObject({
    code: 'SQLITE_ERROR',
    message: 'malformed JSON',
  })
  expect(await refusalOf(database, query)).toBe('check')
  await database.close()
})

test('sees in another process what has just been written', async () => {
  const own = join(folder, 'own.sqlite')
  const database = await openSqlite(own)
  await database.write(async (queries) => {
    await sql`create table notes (id integer primary key, text text)`.execute(queries)
    await sql`insert into notes (text) select hex(zeroblob(3000)) from (with recursive c (n) as (select 1 union all select n + 1 from c where n < 1000) select n from c)`.execute(
      queries,
    )
  })
  for (let n = 1; n <= 20; n += 1) {
    await database.write(async (queries) => await sql`insert into notes (text) values ('new')`.execute(queries))
    const { rows } = await sql<Row>`select count(*) as n from notes where text = ${'new'}`.execute(database.queries)
    expect(rows).toEqual([{ n: BigInt(n) }])
  }
  expect(childrenOf(process.pid).length).toBe(isLinux ? 1 : 0)
  await database.close()
})

test('ends a read whose asker goes away, also one that has not begun, and no other', async () => {
  const database = await openSqlite(path, { isReadOnly: true })
  const [staying, going] = [new AbortController(), new AbortController()]
  const kept = askFor(askerOf(staying.signal), () => short.execute(database.queries))
  const left = askFor(askerOf(going.signal), () => Promise.all([1, 2, 3].map(() => refusalOf(database, endless))))
  await pause(300)
  const began = performance.now()
  going.abort()
  expect(await left).toEqual(['too-long', 'too-long', 'too-long'])
  expect(performance.now() - began).toBeLessThan(1_000)
  expect((await kept).rows).toHaveLength(1)
  expect(await askFor(askerOf(going.signal), () => refusalOf(database, endless))).toBe('too-long')
  expect((await short.execute(database.queries)).rows).toHaveLength(1)
  await database.close()
})

function askerOf(signal: AbortSignal): Asker {
  return {
    whenGone(listener) {
      if (signal.aborted) listener()
      signal.addEventListener('abort', listener)
      return () => signal.removeEventListener('abort', listener)
    },
  }
}

test('holds no lock between reads, and leaves no process behind when it is closed', async () => {
  const database = await openSqlite(path, { isReadOnly: true })
  await short.execute(database.queries)
  await sql`select * from notes order by id limit 51`.execute(database.queries)
  database.version?.()
  database.schemaVersion?.()
  const other = new SqliteFile(path, { timeout: 0 })
  other.exec('begin exclusive')
  other.exec('rollback')
  other.close()
  await database.close()
  await expect.poll(() => childrenOf(process.pid)).toEqual([])
})

test.runIf(isLinux)('ends with its parent, in the middle of a read too, and never keeps it alive', async () => {
  const script = join(folder, 'parent.mjs')
  const module = (name: string) => JSON.stringify(pathToFileURL(join(import.meta.dirname, name)).href)
  const text = (last: string) => `
    import { createLongReads } from ${module('./long-reads.ts')}
    const reads = createLongReads(${JSON.stringify(path)}, 60_000)
    await reads.read({ sql: 'select 1', parameters: [] })
    ${last}`
  writeFileSync(script, text(''))
  // It ends by itself although a process rests.
  execFileSync(process.execPath, [script], { timeout: 5_000 })

  writeFileSync(
    script,
    text(
      `void reads.read({ sql: ${JSON.stringify(endlessText)}, parameters: [] }); setTimeout(() => console.log('on'), 200)`,
    ),
  )
  const parent = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise((resolve) => parent.stdout.once('data', resolve))
  const children = childrenOf(parent.pid ?? 0)
  expect(children).toHaveLength(1)
  parent.kill('SIGKILL')
  await expect.poll(() => children.filter(isAlive), { timeout: 3_000 }).toEqual([])
})

const endlessText =
  'select count(*) as n from notes as a join notes as b on a.text > b.text join notes as c on b.text > c.text'

/** The processes that a process has started and that have not ended; none are told of outside of Linux. */
function childrenOf(pid: number): string[] {
  if (!isLinux) return []
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(isAlive)
}

function isAlive(pid: string): boolean {
  if (pid.trim() === '') return false
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

test('a page of a list waits no longer than it may, in line as well, while others go on', async () => {
  const database = await openSqlite(path, { isReadOnly: true, longestRead: 4_000, longestList: 300 })
  const lists = database.listing?.queries
  if (!lists) throw new Error('there is no place for lists')
  const others = [endless, endless].map((each) => refusalOf(database, each))
  await pause(50)
  const start = performance.now()
  const refusals = await Promise.all(
    [endless, short].map(async (each) => {
      const error = await each.execute(lists).catch((reason: unknown) => reason)
      return database.engine.explainRefusal(error)?.reason
    }),
  )
  expect(refusals).toEqual(['too-long', 'too-long'])
  expect(performance.now() - start).toBeLessThan(2_000)
  await database.close()
  expect(await Promise.all(others)).not.toContain(undefined)
}, 15_000)
