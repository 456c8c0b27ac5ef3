// Another program writes for a minute into an adopted file of more than 100 megabytes while people read it, then while they write.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { foreignTables } from '../testing/foreign-program/run-foreign-program.ts'
import { readWhileItWrites, writeWhileItWrites } from '../testing/foreign-program/share-file.ts'
import { adoptFile } from '../testing/odd-databases/adopted-file.ts'
import { withFile } from '../testing/odd-databases/odd-database.ts'

it('holds up no foreign program for more than 50 ms while it reads 100 MB, and loses no write of anybody after the unlock', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'haykal-foreign-'))
  const path = join(folder, 'shop.sqlite')
  withFile(path, (made) => made.exec(foreignTables(240_000)))
  const file = await adoptFile(path)
  try {
    const read = await readWhileItWrites(file, 30_000)
    const wrote = await writeWhileItWrites(file, 20_000)
    console.log(JSON.stringify({ megabytes: Math.round(statSync(path).size / 1e6), read, wrote }))
    // What reads all of a table needs a pause as long as itself: without one it says that the database is busy.
    const { 200: found, 503: heldUp, ...others } = read.scans
    expect(others).toEqual({})
    expect((found ?? 0) + (heldUp ?? 0)).toBeGreaterThan(0)
    expect(Object.keys(read.pages)).toEqual(['200'])
    expect(read.together.longest).toBeLessThanOrEqual(50 + read.together.latest)
    expect(wrote.refused).toEqual([])
    expect(wrote.kept).toEqual({
      foreign: wrote.foreign,
      ours: wrote.ours,
      notes: wrote.foreign,
      created: wrote.created,
    })
  } finally {
    await file.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
