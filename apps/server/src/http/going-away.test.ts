/** Whoever closes the page does not leave work behind: what was read for them ends within a second, and others never notice it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enterAsOwner, type RealServer, startRealServer } from '../testing/real-server/real-server.ts'

const folder = mkdtempSync(join(tmpdir(), 'haykal-going-'))
const file = join(folder, 'notes.sqlite')
let server: RealServer
beforeAll(async () => {
  const database = new SqliteFile(file)
  database.exec(`create table notes (id integer primary key, text text);
    insert into notes (text) select hex(randomblob(400)) from (with recursive c (n) as (select 1 union all select n + 1 from c where n < 6000) select n from c);
    -- Hours of work that no index shortens.
    create view worked as select count(*) as n from notes a join notes b on a.text > b.text join notes c on b.text > c.text;`)
  database.close()
  const data = join(folder, 'data')
  const cookie = await enterAsOwner(file, data)
  server = await startRealServer({ file, data, cookie, list: '/api/v1/notes' })
}, 120_000)
afterAll(async () => {
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('the process that reads for somebody is gone within a second of them', async () => {
  const going = new AbortController()
  const before = new Set(server.children())
  const asked = server.get('/api/v1/worked?count=none', going.signal).catch((error: unknown) => error)
  const others = () => server.children().filter((id) => !before.has(id))
  await expect.poll(others, { timeout: 20_000 }).not.toEqual([])
  // Busy, and not about to answer.
  expect(await Promise.race([asked, new Promise((done) => setTimeout(done, 500, 'waiting'))])).toBe('waiting')
  const working = others()
  going.abort()
  await asked
  await expect.poll(() => server.children().filter((id) => working.includes(id)), { timeout: 1_000 }).toEqual([])
  expect((await server.get('/api/v1/notes?limit=1')).status).toBe(200)
}, 60_000)
