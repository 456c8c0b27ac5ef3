// Files that another program left in the middle of a change, or that no program can open: said clearly, not a byte changed, used again once mended.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { adoptFile } from '../testing/odd-databases/adopted-file.ts'
import { digestOf } from '../testing/odd-databases/file-truth.ts'
import { makeNamingAttached, makeWithHotJournal } from '../testing/odd-databases/files.ts'
import { withFile } from '../testing/odd-databases/odd-database.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'haykal-unfinished-'))
  path = join(folder, 'shop.sqlite')
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const countPeople = () => withFile(path, (file) => file.prepare('select * from person').all().length)

describe('a change that another program did not finish', () => {
  it('is not taken back by us at the start: a sentence says who can, and both files stay as they are', async () => {
    makeWithHotJournal(path)
    const before = [await digestOf(path), await digestOf(`${path}-journal`)]
    await expect(adoptFile(path)).rejects.toThrow(/in the middle of a change/)
    expect([await digestOf(path), await digestOf(`${path}-journal`)]).toEqual(before)
    expect(readdirSync(folder)).toEqual(['shop.sqlite', 'shop.sqlite-journal'])
    // The journal was a real one: SQLite takes the change back with it.
    expect(countPeople()).toBe(4)
    const file = await adoptFile(path)
    expect((await file.client.call('listRecords', { path: { model: 'person' }, query: {} })).data).toHaveLength(4)
    await file.close()
  })

  it('is told of while we run, and forgotten as soon as a program has taken it back', async () => {
    withFile(path, (file) =>
      file.exec(
        "create table person (id integer primary key, name text); insert into person values (1, 'Ann'), (2, 'Bob')",
      ),
    )
    const file = await adoptFile(path)
    await stopInTheMiddle(path)
    const before = await digestOf(path)
    await expect(file.client.call('listRecords', { path: { model: 'person' }, query: {} })).rejects.toMatchObject({
      code: 'unavailable',
      details: { params: { reason: 'unfinished' } },
    })
    expect(await file.client.call('boot', {})).toMatchObject({ trouble: 'unfinished' })
    expect(await digestOf(path)).toBe(before)
    expect(countPeople()).toBe(2)
    await expect
      .poll(async () => await file.send('GET /api/v1/person'), { timeout: 5000, message: 'recovers without a restart' })
      .toBe(200)
    expect((await file.client.call('listRecords', { path: { model: 'person' }, query: {} })).data).toHaveLength(2)
    expect(await file.client.call('boot', {})).not.toHaveProperty('trouble')
    await file.close()
  })
})

describe('a view that names another file', () => {
  it('makes its file one that no program can open, which a sentence says', async () => {
    makeNamingAttached(path)
    const before = await digestOf(path)
    await expect(adoptFile(path)).rejects.toThrow(
      /^\S+shop\.sqlite cannot be read because of "\w+": view \w+ cannot reference objects in database/,
    )
    expect(await digestOf(path)).toBe(before)
    expect(readdirSync(folder)).toEqual(['shop.sqlite'])
  })
})

/** A program in a process of its own that is ended when half of its change is in the file. */
async function stopInTheMiddle(file: string): Promise<void> {
  const script = `
    const { DatabaseSync } = require('node:sqlite')
    const file = new DatabaseSync(process.argv[1])
    file.exec("pragma cache_size = 1; begin; update person set name = 'nobody'; create table half (x)")
    for (let index = 0; index < 50; index += 1) file.exec('insert into half values (zeroblob(3000))')
    process.stdout.write('half')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--no-warnings', '-e', script, file], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')
}
