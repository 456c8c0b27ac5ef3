// A million rows go in with as little memory as a few: the process may not have more.
import { spawnSync } from 'node:child_process'
import { closeSync, cpSync, mkdtempSync, openSync, rmSync, symlinkSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoProject } from '../testing/test-server.ts'

const rows = 1_000_000

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'haykal-import-'))
  cpSync(demoProject, join(folder, 'press'), { recursive: true })
  symlinkSync(join(import.meta.dirname, '../../node_modules'), join(folder, 'node_modules'))
  const file = openSync(join(folder, 'rows.csv'), 'w')
  writeSync(file, 'title,author,words\n')
  for (let from = 0; from < rows; from += 10_000) {
    const lines = Array.from(
      { length: 10_000 },
      (_, index) => `Row ${from + index},${index % 10 === 0 ? 'nobody' : 1},7`,
    )
    writeSync(file, `${lines.join('\n')}\n`)
  }
  closeSync(file)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('takes a million rows, a tenth of them bad, with 64 MB for all objects', () => {
  const main = join(import.meta.dirname, '../main.ts')
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--max-old-space-size=64', main, 'import', 'articles', 'rows.csv', 'press', '--json'],
    { cwd: folder, encoding: 'utf8', env: { PATH: process.env.PATH ?? '' } },
  )
  expect(status).toBe(1)
  expect(JSON.parse(stdout)).toMatchObject({ rows, created: rows * 0.9, rejected: rows * 0.1 })
})
