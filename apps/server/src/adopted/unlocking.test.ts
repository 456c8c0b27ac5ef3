// What unlocking adds to an adopted file, over HTTP: all of it or nothing, once, and a history of every change from then on.
import { copyFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Boot, RecordReply } from '@haykal/contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { foreignRead, foreignWrite, holdForeign, makeFolder, makeShop } from '../testing/foreign-file.ts'
import { mayMount, mountSmallDisk, type SmallDisk } from '../testing/small-disk.ts'
import { openTestServer, type TestServer } from '../testing/test-server.ts'
import { rememberUnlocked } from './unlocked-models.ts'

let folder: ReturnType<typeof makeFolder>
let file: string
let server: TestServer
beforeEach(async () => {
  folder = makeFolder()
  file = makeShop(join(folder.path, 'shop.sqlite'))
  foreignWrite(
    file,
    `create view loud as select id, upper(name) as name from artists;
     create virtual table words using fts5(text);
     create table settings (id integer primary key, value text, unique (value));
     insert into settings values (1, 'a'), (2, 'b')`,
  )
  server = await openTestServer({ target: file })
})
afterEach(async () => {
  await server.close()
  folder.remove()
})

const unlock = (model = 'artists', at = server) => at.ask(`POST /api/v1/${model}/-/unlock`, { as: 'owner' })
const edit = (from: string, to: string, at = server) =>
  at.ask('PATCH /api/v1/artists/1', { as: 'editor', body: { values: { name: to }, base: { name: from } } })

const journalMode = (path: string) => Object.values(foreignRead(path, 'pragma journal_mode')[0] ?? {})[0]
const tablesIn = (path: string) =>
  foreignRead(path, `select name from sqlite_schema where type = 'table' and name not like 'words%'`).map(
    ({ name }) => name,
  )

async function expectUntouched(path: string, at = server): Promise<void> {
  expect(tablesIn(path)).not.toContain('haykal_history')
  expect(journalMode(path)).toBe('delete')
  const boot = (await (await at.ask('GET /api/v1/-/boot', { as: 'owner' })).json()) as Boot
  expect(boot.models.find(({ name }) => name === 'artists')).toMatchObject({ closed: 'locked', canUnlock: true })
}

describe('unlocking', () => {
  it('adds the WAL mode and one table, which is not shown, and keeps every change in it', async () => {
    const before = tablesIn(file)
    expect(await (await unlock()).json()).toMatchObject({ model: { name: 'artists', can: { edit: true } } })
    expect(journalMode(file)).toBe('wal')
    expect(tablesIn(file)).toEqual([...before, 'haykal_history'])
    expect((await edit('Fairuz', 'Sabah')).status).toBe(200)
    const created = await server.ask('POST /api/v1/artists', { as: 'owner', body: { values: { name: 'Asmahan' } } })
    const { meta } = (await created.json()) as RecordReply
    const removed = await server.ask(`DELETE /api/v1/artists/${meta.id}`, { as: 'owner', headers: { 'If-Match': '*' } })
    expect(removed.status).toBe(200)
    const history = foreignRead(file, 'select * from haykal_history order by id')
    expect(history).toMatchObject([
      {
        act: 'edit',
        model: 'artists',
        record: '1',
        before: '{"name":"Fairuz"}',
        after: '{"id":1,"name":"Sabah"}',
      },
      { act: 'create', record: meta.id, before: null, after: `{"id":${meta.id},"name":"Asmahan"}` },
      { act: 'remove', record: meta.id, before: `{"id":${meta.id},"name":"Asmahan"}`, after: null },
    ])
    expect(new Set(history.map(({ change_set }) => change_set)).size).toBe(3)
    expect(history.map(({ by }) => String(by).length > 8)).toEqual([true, true, true])
    expect(await (await server.ask('GET /api/v1/-/boot', { as: 'owner' })).text()).not.toContain('haykal_history')
    expect((await server.ask('GET /api/v1/haykal_history', { as: 'owner' })).status).toBe(404)
  })

  it('keeps nothing of a change that was refused', async () => {
    await unlock('settings')
    const body = { values: { value: 'b' }, base: { value: 'a' } }
    expect((await server.ask('PATCH /api/v1/settings/1', { as: 'owner', body })).status).toBe(409)
    expect(foreignRead(file, 'select * from haykal_history')).toEqual([])
  })

  it('of a second model adds nothing, and neither does doing it twice or at the same moment', async () => {
    const answers = await Promise.all([unlock(), unlock(), unlock('albums'), unlock()])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect((await unlock('notes')).status).toBe(200)
    expect(tablesIn(file).filter((name) => String(name).startsWith('haykal'))).toEqual(['haykal_history'])
    expect((await edit('Fairuz', 'Sabah')).status).toBe(200)
  })

  it.each([
    ['loud', 'view'],
    ['words', 'virtual'],
  ])('is refused for %s, with the reason', async (model, reason) => {
    const before = readFileSync(file)
    const refused = await unlock(model)
    expect({ status: refused.status, problem: await refused.json() }).toMatchObject({
      status: 409,
      problem: { code: 'locked', params: { reason } },
    })
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('is refused where somebody else has a table of that name, which stays as it is and is shown', async () => {
    foreignWrite(file, 'create table haykal_history (id integer primary key, story text)')
    const before = readFileSync(file)
    expect((await unlock()).status).toBe(409)
    expect((await server.ask('GET /api/v1/haykal_history', { as: 'reader' })).status).toBe(200)
    expect(journalMode(file)).toBe('delete')
    expect(readFileSync(file).length).toBe(before.length)
    expect(foreignRead(file, 'select * from haykal_history')).toEqual([])
  })

  it('is done by the server when the command remembered it', async () => {
    await rememberUnlocked(server.state.auth.settings, ['artists'])
    expect(journalMode(file)).toBe('delete')
    expect((await edit('Fairuz', 'Sabah')).status).toBe(200)
    expect(foreignRead(file, 'select act from haykal_history')).toEqual([{ act: 'edit' }])
  })

  it('waits for another program that writes, and works once that one is done', async () => {
    const other = await holdForeign(file)
    const refused = await unlock()
    await other.letGo()
    expect(refused.status).toBe(503)
    expect(await refused.json()).toMatchObject({ code: 'busy' })
    await expectUntouched(file)
    expect((await unlock()).status).toBe(200)
    expect(journalMode(file)).toBe('wal')
  })
})

describe('an unlocked file', () => {
  it('takes the changes of other programs, and loses none of ours', async () => {
    await unlock()
    for (let round = 0; round < 5; round += 1) {
      foreignWrite(file, `update artists set name = 'theirs ${round}' where id = 1`)
      expect((await edit(`theirs ${round}`, `ours ${round}`)).status).toBe(200)
      expect(foreignRead(file, 'select name from artists')).toEqual([{ name: `ours ${round}` }])
    }
  })

  it('that is replaced by a backup is the backup, with nothing of the old one in it', async () => {
    await unlock()
    await edit('Fairuz', 'Sabah')
    renameSync(makeShop(join(folder.path, 'backup.sqlite'), { artist: 'Asmahan' }), file)
    const answer = await server.ask('GET /api/v1/artists/1', { as: 'reader' })
    expect(await answer.json()).toMatchObject({ data: { name: 'Asmahan' } })
    expect((await edit('Asmahan', 'Warda')).status).toBe(200)
    expect(foreignRead(file, 'select name from artists')).toEqual([{ name: 'Warda' }])
    expect(foreignRead(file, 'select after from haykal_history')).toEqual([{ after: '{"id":1,"name":"Warda"}' }])
    expect(foreignRead(file, 'pragma integrity_check')).toEqual([{ integrity_check: 'ok' }])
  })

  it('that was moved away is not written to', async () => {
    await unlock()
    renameSync(file, `${file}.away`)
    expect((await edit('Fairuz', 'Sabah')).status).toBe(503)
    renameSync(`${file}.away`, file)
    expect((await edit('Fairuz', 'Sabah')).status).toBe(200)
  })
})

describe.skipIf(!mayMount())('on a small disk (skipped for whoever may not mount one)', () => {
  let disk: SmallDisk
  let small: string
  let there: TestServer
  beforeEach(async () => {
    disk = mountSmallDisk(join(folder.path, 'disk'), 256)
    small = join(disk.path, 'shop.sqlite')
    copyFileSync(file, small)
    there = await openTestServer({ target: small })
  })
  afterEach(async () => {
    await there.close()
    disk.unmount()
  })

  it('that is full, unlocking leaves all as it was, and works when there is room again', async () => {
    const rest = join(disk.path, 'rest')
    let size = 256 * 1024
    while (size > 0) {
      try {
        writeFileSync(rest, Buffer.alloc(size), { flag: 'a' })
      } catch {
        size = Math.floor(size / 2)
      }
    }
    const before = readFileSync(small)
    const refused = await unlock('artists', there)
    expect({ status: refused.status, problem: await refused.json() }).toMatchObject({
      status: 507,
      problem: { code: 'disk_full' },
    })
    expect(readFileSync(small).equals(before)).toBe(true)
    expect((await there.ask('GET /api/v1/artists', { as: 'reader' })).status).toBe(200)
    rmSync(rest)
    await expectUntouched(small, there)
    expect((await unlock('artists', there)).status).toBe(200)
    expect((await edit('Fairuz', 'Sabah', there)).status).toBe(200)
  })

  it('that becomes read-only, unlocking says so and reading goes on', async () => {
    disk.setReadOnly(true)
    const refused = await unlock('artists', there)
    expect({ status: refused.status, problem: await refused.json() }).toMatchObject({
      status: 409,
      problem: { code: 'locked', params: { reason: 'read-only-file' } },
    })
    expect((await there.ask('GET /api/v1/artists', { as: 'reader' })).status).toBe(200)
    await expectUntouched(small, there)
    disk.setReadOnly(false)
    expect((await unlock('artists', there)).status).toBe(200)
  })

  it('that is read-only, a model that the command unlocked stays read-only until the disk can be written', async () => {
    disk.setReadOnly(true)
    await rememberUnlocked(there.state.auth.settings, ['artists'])
    const refused = await edit('Fairuz', 'Sabah', there)
    expect({ status: refused.status, problem: await refused.json() }).toMatchObject({
      status: 409,
      problem: { code: 'locked', params: { reason: 'read-only-file' } },
    })
    const boot = (await (await there.ask('GET /api/v1/-/boot', { as: 'editor' })).json()) as Boot
    expect(boot.models.find(({ name }) => name === 'artists')).toMatchObject({ closed: 'read-only-file' })
    expect((await there.ask('GET /api/v1/artists', { as: 'reader' })).status).toBe(200)
    disk.setReadOnly(false)
    await expect.poll(async () => (await edit('Fairuz', 'Sabah', there)).status, { timeout: 3000 }).toBe(200)
  })

  it('that is full later, changes are refused and nothing else', async () => {
    expect((await unlock('artists', there)).status).toBe(200)
    await unlock('notes', there)
    const values = { words: 'z'.repeat(990) }
    const answers = []
    for (let time = 0; time < 120; time += 1)
      answers.push((await there.ask('POST /api/v1/notes', { as: 'owner', body: { values } })).status)
    expect(new Set(answers)).toEqual(new Set([201, 507]))
    expect((await there.ask('GET /api/v1/notes', { as: 'reader' })).status).toBe(200)
    expect(foreignRead(small, 'select count(*) as count from haykal_history')).toEqual([
      { count: answers.filter((status) => status === 201).length },
    ])
  })
})
