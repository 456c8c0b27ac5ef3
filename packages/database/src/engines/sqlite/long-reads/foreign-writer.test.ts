/** A foreign program that writes while we read a large file is never held up for long; a real program on a real file. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import SqliteFile from 'better-sqlite3'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database, Row } from '../../../engine.ts'
import { openSqlite } from '../open.ts'

const folder = mkdtempSync(join(tmpdir(), 'haykal-writer-'))
const path = join(folder, 'foreign.sqlite')

/** Reads every page of 200 MB, and is not done before it is ended. */
const scan = sql<Row>`select sum(instr(p.bytes, ${'x'})) as n from pictures as p join pictures as q on q.id > p.id`

beforeAll(() => {
  const file = new SqliteFile(path)
  file.pragma('synchronous = off')
  file.exec('create table pictures (id integer primary key, bytes blob); create table log (at integer)')
  file.exec(
    'insert into pictures (bytes) select zeroblob(100000) from (with recursive c (n) as (select 1 union all select n + 1 from c where n < 2000) select n from c)',
  )
  file.close()
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Commits every few milliseconds and tells how long each took; its own disk is left out of it. */
const writer = `
  const { DatabaseSync } = require('node:sqlite')
  const [path, mode, commits, between] = process.argv.slice(1)
  const file = new DatabaseSync(path, { timeout: 5000 })
  file.exec('pragma synchronous = off; pragma journal_mode = ' + mode)
  const waits = []
  const write = () => {
    const start = performance.now()
    file.exec('begin immediate; insert into log values (1); update pictures set id = id where id = 1; commit')
    waits.push(performance.now() - start)
    if (waits.length < Number(commits)) setTimeout(write, Number(between))
    else console.log(JSON.stringify(waits))
  }
  write()`

function reasonIn({ engine }: Database) {
  return (error: unknown) => engine.explainRefusal(error)?.reason
}

async function write(mode: string, { commits, between }: { commits: number; between: number }): Promise<number[]> {
  const args = ['--disable-warning=ExperimentalWarning', '-e', writer, path, mode, String(commits), String(between)]
  const program = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  program.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  await new Promise((resolve) => program.once('close', resolve))
  return JSON.parse(output) as number[]
}

test.runIf(process.platform === 'linux').each(['delete', 'truncate', 'persist', 'memory'])(
  'lets a program in journal mode %s commit within 50 ms while two of us scan the file',
  async (mode) => {
    const database = await openSqlite(path, { isReadOnly: true, longestRead: 5_000 })
    let isOver = false
    let attempts = 0
    const reading = [0, 1].map(async () => {
      while (!isOver) {
        attempts += 1
        await scan.execute(database.queries).catch((error: unknown) => error)
      }
    })
    const waits = (await write(mode, { commits: 25, between: 50 })).sort((a, b) => a - b)
    isOver = true
    await database.close()
    await Promise.all(reading)
    expect(attempts).toBeGreaterThan(1)
    // The scans were in its way: without giving way, a commit would have waited for seconds.
    expect(waits.at(-1)).toBeGreaterThan(2)
    // Where the machine does much else, a few are late by its processors.
    expect(waits.at(-4)).toBeLessThan(50)
    expect(waits.at(-1)).toBeLessThan(400)
  },
)

test('finishes a read in the pauses of a program that writes now and then', async () => {
  const database = await openSqlite(path, { isReadOnly: true })
  const writing = write('delete', { commits: 4, between: 700 })
  let isWriting = true
  void writing.then(() => {
    isWriting = false
  })
  const found: unknown[] = []
  while (isWriting) {
    const query = sql<Row>`select count(*) as n from pictures where instr(bytes, ${'x'}) = 0`
    found.push((await query.execute(database.queries)).rows[0]?.n)
  }
  expect(new Set(found)).toEqual(new Set([2000n]))
  await database.close()
})

test('waits for a program that has the file to itself, without stopping, and then reads or says that it is busy', async () => {
  const database = await openSqlite(path, { isReadOnly: true, longestRead: 600 })
  const page = sql<Row>`select id from pictures order by id limit 2`
  await page.execute(database.queries)
  const schema = database.schemaVersion?.()
  const version = database.version?.()
  const other = new SqliteFile(path)
  other.exec('begin exclusive')
  // Who asks for versions meanwhile is told of an unknown one, so that nothing old is believed.
  expect(database.version?.()).not.toBe(version)
  expect(database.schemaVersion?.()).toBe(schema)
  expect(await scan.execute(database.queries).catch(reasonIn(database))).toBe('busy')
  let ticks = 0
  const ticking = setInterval(() => {
    ticks += 1
  }, 10)
  const short = page.execute(database.queries)
  await pause(400)
  clearInterval(ticking)
  expect(ticks).toBeGreaterThan(10)
  other.exec('commit')
  other.close()
  expect((await short).rows).toHaveLength(2)
  await database.close()
})
