// The life of an adopted file over HTTP: changed, moved, replaced, broken and mended by others while it is served.
import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Boot, ProblemDocument, RecordPage } from '@haykal/contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dieInTheMiddle, foreignRead, foreignWrite, makeFolder, makeOther, makeShop } from '../testing/foreign-file.ts'
import { openTestServer, password, type TestServer } from '../testing/test-server.ts'

let folder: ReturnType<typeof makeFolder>
let file: string
let server: TestServer
beforeEach(async () => {
  folder = makeFolder()
  file = makeShop(join(folder.path, 'shop.sqlite'))
  server = await openTestServer({ target: file })
})
afterEach(async () => {
  await server.close()
  folder.remove()
})

const boot = async () => (await (await server.ask('GET /api/v1/-/boot', { as: 'owner' })).json()) as Boot
const list = (model = 'artists') => server.ask(`GET /api/v1/${model}`, { as: 'reader' })
const names = async () => ((await (await list()).json()) as RecordPage).data.map(({ name }) => name)

/** What goes on whatever the file is like, and what does not. */
async function expectTrouble(reason: string): Promise<void> {
  const refused = await list()
  expect({ status: refused.status, problem: await refused.json() }).toMatchObject({
    status: 503,
    problem: { code: 'unavailable', params: { reason } },
  })
  expect(refused.headers.get('retry-after')).toBe('3')
  expect((await boot()).trouble).toBe(reason)
  const credentials = { email: 'reader@example.com', password }
  expect((await server.ask('POST /api/v1/-/session', { body: credentials })).status).toBe(200)
  expect((await server.ask('GET /readyz')).status).toBe(503)
  const written = await server.ask('POST /api/v1/artists', { as: 'owner', body: { values: { name: 'x' } } })
  expect(written.status).toBe(503)
}

async function expectHealth(): Promise<void> {
  // Where nothing about the file tells that it is whole again, it is looked at twice a second.
  await expect.poll(async () => (await list()).status, { timeout: 3000 }).toBe(200)
  expect(await boot()).not.toHaveProperty('trouble')
  expect((await server.ask('GET /readyz')).status).toBe(200)
}

describe('rows that others change', () => {
  it('are seen at the next request', async () => {
    expect(await names()).toEqual(['Fairuz'])
    foreignWrite(file, `insert into artists values (2, 'Umm Kulthum')`)
    expect(await names()).toEqual(['Fairuz', 'Umm Kulthum'])
  })
})

describe('tables that others change', () => {
  it('are seen at the next request, and boot has another version', async () => {
    const before = await boot()
    foreignWrite(file, `alter table artists add column country text; update artists set country = 'LB'`)
    expect(await (await list()).text()).toContain('"country":"LB"')
    const after = await boot()
    expect(after.version).not.toBe(before.version)
    expect(JSON.stringify(after.models)).toContain('"country"')
  })

  it('may be new, renamed or gone', async () => {
    foreignWrite(file, 'create table labels (id integer primary key, name text); drop table albums')
    expect((await boot()).models.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['artists', 'labels', 'notes']),
    )
    expect((await list('albums')).status).toBe(404)
    foreignWrite(file, 'drop table labels; drop table notes; alter table artists rename to singers')
    expect((await list('singers')).status).toBe(200)
    expect((await list('artists')).status).toBe(404)
  })

  it('are adopted once for all who ask at the same moment', async () => {
    foreignWrite(file, 'alter table artists add column country text')
    const answers = await Promise.all(Array.from({ length: 20 }, () => list()))
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200))
    for (const answer of answers) expect(await answer.text()).toContain('"country":null')
  })

  it('may all be gone', async () => {
    foreignWrite(file, 'drop table albums; drop table artists; drop table notes')
    expect(await boot()).toMatchObject({ models: [] })
    foreignWrite(file, 'create table artists (id integer primary key, name text)')
    expect((await list()).status).toBe(200)
  })
})

describe('a file that is moved away', () => {
  it('is missed, and works again as soon as it is back', async () => {
    renameSync(file, `${file}.away`)
    const { models } = await boot()
    expect(models.map(({ name }) => name)).toContain('artists')
    await expectTrouble('missing')
    renameSync(`${file}.away`, file)
    expect((await list()).status).toBe(200)
    await expectHealth()
  })

  it('is not made anew by looking for it', async () => {
    rmSync(file)
    await expectTrouble('missing')
    expect(existsSync(file)).toBe(false)
  })
})

describe('another file in its place', () => {
  it('is taken as a restored backup when it has the same tables', async () => {
    const backup = makeShop(join(folder.path, 'backup.sqlite'), { artist: 'Sabah' })
    renameSync(backup, file)
    expect(await names()).toEqual(['Sabah'])
    await expectHealth()
  })

  it('is taken as a restored backup when it was written over the old one', async () => {
    const backup = makeShop(join(folder.path, 'backup.sqlite'), { artist: 'Sabah' })
    foreignWrite(backup, `insert into notes (words) values ('more')`)
    copyFileSync(backup, file)
    expect(await names()).toEqual(['Sabah'])
  })

  it('is refused when it is another database, until the old one is back', async () => {
    renameSync(file, `${file}.away`)
    makeOther(file)
    await expectTrouble('replaced')
    expect((await list('engines')).status).toBe(503)
    renameSync(`${file}.away`, file)
    expect(await names()).toEqual(['Fairuz'])
    await expectHealth()
  })

  it('is refused when another database was written over it', async () => {
    const other = makeOther(join(folder.path, 'other.sqlite'))
    const kept = readFileSync(file)
    copyFileSync(other, file)
    await expectTrouble('replaced')
    writeFileSync(file, kept)
    await expectHealth()
    expect(await names()).toEqual(['Fairuz'])
  })
})

describe('a file that is broken', () => {
  it.each([
    ['cut off', (path: string) => truncateSync(path, 5000)],
    ['emptied', (path: string) => truncateSync(path, 0)],
    ['overwritten with a text', (path: string) => writeFileSync(path, 'These are notes.\n'.repeat(2000))],
    ['overwritten with noise', (path: string) => writeFileSync(path, Buffer.alloc(40_000, 0xa5))],
  ])('by being %s is said to be damaged, and works again when it is whole', async (_how, break_) => {
    const kept = readFileSync(file)
    break_(file)
    await expectTrouble('damaged')
    writeFileSync(file, kept)
    await expectHealth()
    expect(await names()).toEqual(['Fairuz'])
  })

  it('on one page fails only for those who need the page', async () => {
    const [found] = foreignRead(file, `select rootpage from sqlite_schema where name = 'albums'`)
    const page = Number(found?.rootpage)
    const bytes = readFileSync(file)
    bytes.fill(0xff, (page - 1) * 4096, page * 4096)
    writeFileSync(file, bytes)
    // A change of the schema, so that what was read before is read again.
    foreignWrite(file, 'create table more (id integer primary key)')
    // At first it might be the change itself that came between; then it is the file.
    const refusal = async () => {
      const answer = await list('albums')
      return { status: answer.status, params: ((await answer.json()) as ProblemDocument).params }
    }
    expect((await refusal()).status).toBe(503)
    await expect.poll(refusal, { timeout: 3000 }).toEqual({ status: 503, params: { reason: 'damaged' } })
    expect((await list()).status).toBe(200)
    expect(await boot()).not.toHaveProperty('trouble')
  })

  it('by a program that died in the middle waits until that one has taken its change back', async () => {
    await dieInTheMiddle(file)
    const before = readFileSync(file)
    expect(existsSync(`${file}-journal`)).toBe(true)
    await expectTrouble('unfinished')
    expect(readFileSync(file).equals(before)).toBe(true)
    foreignWrite(file, 'update artists set name = name')
    await expectHealth()
    expect(await names()).toEqual(['Fairuz'])
  })
})

describe('a file that others change all the time', () => {
  it('answers every request, or says that it may be asked again', async () => {
    await server.ask('POST /api/v1/artists/-/unlock', { as: 'owner' })
    const backups = ['Sabah', 'Asmahan'].map((artist) => makeShop(join(folder.path, `${artist}.sqlite`), { artist }))
    const statuses = new Set<number>()
    let isOver = false
    const client = async (number: number) => {
      while (!isOver) {
        const read = await server.ask('GET /api/v1/albums?sort=title', { as: 'reader' })
        const body = { values: { name: `singer ${number}` } }
        const written = await server.ask('POST /api/v1/artists', { as: 'editor', body })
        for (const { status } of [read, written]) statuses.add(status)
        await new Promise((resolve) => setTimeout(resolve, 1))
      }
    }
    const clients = Array.from({ length: 6 }, (_, number) => client(number))
    for (let round = 0; round < 12; round += 1) {
      const backup = backups[round % 2] ?? ''
      copyFileSync(backup, `${file}.next`)
      renameSync(`${file}.next`, file)
      await new Promise((resolve) => setTimeout(resolve, round * 7))
      renameSync(file, `${file}.away`)
      await new Promise((resolve) => setTimeout(resolve, round * 3))
      renameSync(`${file}.away`, file)
      await new Promise((resolve) => setTimeout(resolve, 40))
    }
    isOver = true
    await Promise.all(clients)
    expect([...statuses].filter((status) => ![200, 201, 409, 503].includes(status))).toEqual([])
    expect(statuses).toContain(200)
    await expectHealth()
    expect(foreignRead(file, 'pragma integrity_check')).toEqual([{ integrity_check: 'ok' }])
    expect(server.log()).not.toContain('"code":"unexpected"')
  })
})
