import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fingerprintOf } from './fingerprint.ts'

let project = ''

beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'haykal-print-'))
  await mkdir(join(project, 'screens'))
  await writeFile(join(project, 'screens/shop.view.tsx'), 'export const Screen = 1')
})

afterEach(async () => {
  await rm(project, { recursive: true })
})

test('stays the same as long as nothing changes', async () => {
  expect(await fingerprintOf(project)).toBe(await fingerprintOf(project))
})

test('changes with a file that browsers get', async () => {
  const before = await fingerprintOf(project)
  await writeFile(join(project, 'screens/shop.view.tsx'), 'export const Screen = 2')
  expect(await fingerprintOf(project)).not.toBe(before)
})

test.each(['rules.server.ts', 'shop.test.ts', 'notes.md'])('does not change with %s', async (name) => {
  const before = await fingerprintOf(project)
  await writeFile(join(project, name), 'x')
  expect(await fingerprintOf(project)).toBe(before)
})

test('does not change with what Haykal keeps in the project', async () => {
  const before = await fingerprintOf(project)
  await mkdir(join(project, '.haykal'))
  await writeFile(join(project, '.haykal/x.ts'), 'x')
  expect(await fingerprintOf(project)).toBe(before)
})
