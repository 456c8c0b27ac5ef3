// Another program writes into a file that Haykal has adopted: it is not held up, its changes are seen, and nobody loses a write after the unlock.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { foreignTables } from '../testing/foreign-program/run-foreign-program.ts'
import { readWhileItWrites, writeWhileItWrites } from '../testing/foreign-program/share-file.ts'
import { type AdoptedFile, adoptFile } from '../testing/odd-databases/adopted-file.ts'
import { withFile } from '../testing/odd-databases/odd-database.ts'

/** Milliseconds that the program may have to wait for us while we only read. */
const longestWait = 50

describe('a foreign program', () => {
  let folder: string
  let file: AdoptedFile
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'haykal-foreign-'))
    const path = join(folder, 'shop.sqlite')
    withFile(path, (made) => made.exec(foreignTables(40_000)))
    file = await adoptFile(path)
  })
  afterAll(async () => {
    await file?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('is not held up by people who list, search, sort and count', async () => {
    const { together, scans, pages } = await readWhileItWrites(file, 2500)
    expect(Object.keys(pages)).toEqual(['200'])
    // A read of a whole table needs a pause as long as itself, and says that the database is busy when there is none.
    expect(Object.keys(scans).filter((status) => status !== '200' && status !== '503')).toEqual([])
    expect(scans[200]).toBeGreaterThanOrEqual(3)
    expect(together.written).toBeGreaterThan(20)
    // A wait ends with a pause of the program's own; by as much as its pauses came late, the machine had other things to do.
    expect(together.longest).toBeLessThanOrEqual(longestWait + together.latest)
  })

  it('finds its changes in the next answer', async () => {
    for (const n of [1, 2, 3]) {
      const title = `seen at once ${n}`
      withFile(file.path, (other) => other.prepare('insert into article (title) values (?)').run(title))
      const query = { filter: { title: { eq: title } }, count: 'exact' } as const
      const { data, meta } = await file.client.call('listRecords', { path: { model: 'article' }, query })
      expect([data.length, meta.count]).toEqual([1, 1])
      withFile(file.path, (other) => other.prepare('delete from article where title = ?').run(title))
      expect((await file.client.call('listRecords', { path: { model: 'article' }, query })).data).toEqual([])
    }
  })

  it('loses no write, and neither do we, once a model is unlocked', async () => {
    const { foreign, ours, created, kept, refused } = await writeWhileItWrites(file, 2000)
    expect(refused).toEqual([])
    expect(kept).toEqual({ foreign, ours, notes: foreign, created })
    expect(foreign).toBeGreaterThan(20)
    expect(ours).toBeGreaterThan(20)
    expect(file.takeFailures()).toEqual([])
  })
})
