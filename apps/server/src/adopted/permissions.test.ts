// Files and folders that may not be read or written any more while they are served; only somebody who is not root can be refused anything.
import { chmodSync, chownSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Boot } from '@haykal/contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeFolder, makeShop } from '../testing/foreign-file.ts'
import { openTestServer, type TestServer } from '../testing/test-server.ts'

/** Root, who can be somebody else for a while; whoever is somebody else already needs no change. */
const nobody = 65_534
const isRoot = process.getuid?.() === 0

let folder: ReturnType<typeof makeFolder>
let file: string
let server: TestServer
beforeEach(async () => {
  folder = makeFolder()
  file = makeShop(join(folder.path, 'shop.sqlite'))
  if (isRoot) {
    for (const path of [folder.path, file]) chownSync(path, nobody, nobody)
    process.seteuid?.(nobody)
  }
  server = await openTestServer({ target: file })
})
afterEach(async () => {
  chmodSync(folder.path, 0o700)
  await server.close()
  if (isRoot) process.seteuid?.(0)
  folder.remove()
})

const unlock = () => server.ask('POST /api/v1/artists/-/unlock', { as: 'owner' })
const edit = (from: string, to: string) =>
  server.ask('PATCH /api/v1/artists/1', { as: 'editor', body: { values: { name: to }, base: { name: from } } })
const list = () => server.ask('GET /api/v1/artists', { as: 'reader' })
const boot = async () => (await (await server.ask('GET /api/v1/-/boot', { as: 'owner' })).json()) as Boot

describe('a folder that becomes read-only', () => {
  it('keeps a model from being unlocked, says so, and hinders nobody from reading', async () => {
    chmodSync(folder.path, 0o500)
    const refused = await unlock()
    expect({ status: refused.status, problem: await refused.json() }).toMatchObject({
      status: 409,
      problem: { code: 'locked', params: { reason: 'read-only-file' } },
    })
    expect((await list()).status).toBe(200)
    chmodSync(folder.path, 0o700)
    expect((await unlock()).status).toBe(200)
  })

  it('after the unlock stops neither reading nor writing, as all that it takes is open', async () => {
    expect((await unlock()).status).toBe(200)
    chmodSync(folder.path, 0o500)
    expect((await edit('Fairuz', 'Sabah')).status).toBe(200)
    expect((await list()).status).toBe(200)
  })
})

describe('a place that may not be looked into any more', () => {
  it('is told of, and works again when it may', async () => {
    chmodSync(folder.path, 0o000)
    await expectUnreadable()
    chmodSync(folder.path, 0o700)
    expect((await list()).status).toBe(200)
  })

  it('is told of too where another file lies that may not be read', async () => {
    renameSync(file, `${file}.away`)
    writeFileSync(file, 'x', { mode: 0o000 })
    await expectUnreadable()
    renameSync(`${file}.away`, file)
    expect((await list()).status).toBe(200)
    expect(await boot()).not.toHaveProperty('trouble')
  })
})

async function expectUnreadable(): Promise<void> {
  const refused = await list()
  expect({ status: refused.status, problem: await refused.json() }).toMatchObject({
    status: 503,
    problem: { code: 'unavailable', params: { reason: 'unreadable' } },
  })
  expect((await boot()).trouble).toBe('unreadable')
}
