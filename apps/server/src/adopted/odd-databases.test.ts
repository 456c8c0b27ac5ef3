// Databases of every odd sort, adopted: each object of each can be used fully, or says why not; nothing changes before its owner unlocks it.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AdoptedFile, adoptFile } from '../testing/odd-databases/adopted-file.ts'
import { editAround, editLocked } from '../testing/odd-databases/edit-around.ts'
import { digestOf, strangersBeside } from '../testing/odd-databases/file-truth.ts'
import { oddDatabases } from '../testing/odd-databases/index.ts'
import { lookAround } from '../testing/odd-databases/look-around.ts'
import { searchAround } from '../testing/odd-databases/search-around.ts'

const all = Object.entries(oddDatabases).flatMap(([part, databases]) =>
  databases.map((database) => ({ part, ...database })),
)

/** What some of them still wait for; a test that no longer does says so. */
const waiting: { readonly [oddity: string]: { readonly look?: string; readonly edit?: string } } = {
  'columns that must not be empty and are': { look: 'sorts and filters that do not trust NOT NULL' },
}

const unlessWaiting = (awaited: string | undefined) => (awaited === undefined ? it : it.fails)

describe.each(all)('a database with $oddity', { timeout: 60_000 }, ({ oddity, make }) => {
  let folder: string
  let path: string
  let file: AdoptedFile
  let before: readonly string[]
  let lying: readonly string[]
  const digests = async () => await Promise.all(lying.map(digestOf))
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'haykal-odd-'))
    path = join(folder, 'odd.sqlite')
    make(path)
    lying = [path, `${path}-wal`, `${path}-journal`].filter((each) => existsSync(each))
    before = await digests()
    file = await adoptFile(path)
  })
  afterAll(async () => {
    await file?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  unlessWaiting(waiting[oddity]?.look)(
    'is listed, opened, filtered, sorted and searched in every object, or the report says why not',
    async () => {
      expect(await lookAround(file)).toEqual([])
    },
  )

  it('finds the same once its texts are indexed', async () => {
    const before = await searchAround(file)
    const { adopted } = file.server.state
    adopted?.searched?.begin()
    await adopted?.searched?.settled()
    expect(await searchAround(file)).toEqual(before)
    expect(file.takeFailures()).toEqual([])
  })

  it('refuses every edit with its reason, and keeps every byte, before it is unlocked', async () => {
    expect(await editLocked(file)).toEqual([])
    expect(await digests()).toEqual(before)
    expect(strangersBeside(path).filter((name) => !name.endsWith('-journal'))).toEqual([])
  })

  unlessWaiting(waiting[oddity]?.edit)(
    'takes edits once it is unlocked, which another program reads, and which touch nothing else',
    async () => {
      expect(await editAround(file)).toEqual([])
    },
  )
})
