import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { workspaceFolder } from './places.ts'
import { isServerFile, isServerImport, refuseServerCode } from './refuse-server-code.ts'

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'haykal-refuse-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

/** Builds an entry `main.ts` of the given files. */
async function buildOf(files: { readonly [name: string]: string }): Promise<unknown> {
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  return build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    plugins: [refuseServerCode()],
    build: { write: false, rolldownOptions: { input: join(folder, 'main.ts') } },
  })
}

describe('refuseServerCode', () => {
  test('refuses a file that ends in .server.ts and names the importer', async () => {
    const files = { 'main.ts': `import './part.ts'`, 'part.ts': `import './rules.server.ts'`, 'rules.server.ts': '' }
    await expect(buildOf(files)).rejects.toThrow(/part\.ts imports .*rules\.server\.ts, which runs on the server only/)
  })

  test('refuses it behind a dynamic import as well', async () => {
    const files = { 'main.ts': `void import('./rules.server.ts')`, 'rules.server.ts': 'export const rules = 1' }
    await expect(buildOf(files)).rejects.toThrow(/main\.ts imports .*rules\.server\.ts/)
  })

  test('refuses what is built into Node', async () => {
    await expect(buildOf({ 'main.ts': `import 'node:fs'` })).rejects.toThrow(/main\.ts imports node:fs/)
  })

  test.each(['kysely', 'better-sqlite3', 'pg', 'zod', 'hono/cookie'])('refuses %s', async (name) => {
    await expect(buildOf({ 'main.ts': `import '${name}'` })).rejects.toThrow(`imports ${name}`)
  })

  test.each(['packages/database', 'packages/access', 'packages/records', 'packages/auth', 'apps/server'])(
    'refuses %s',
    async (path) => {
      const file = join(workspaceFolder, path, 'package.json')
      await expect(buildOf({ 'main.ts': `import '${file}'` })).rejects.toThrow(`imports ${path}/package.json`)
    },
  )

  test('builds what runs anywhere, types from the server included', async () => {
    const files = {
      'main.ts': `import type { Rules } from './rules.server.ts'\nexport const rules: Rules = 1\nconsole.log(rules)`,
      'rules.server.ts': 'export type Rules = number',
    }
    await expect(buildOf(files)).resolves.toBeDefined()
  })
})

test('tells packages of the server from others that begin alike', () => {
  expect(isServerImport('pg')).toBe(true)
  expect(isServerImport('pg-format-like')).toBe(false)
  expect(isServerImport('path')).toBe(true)
  expect(isServerImport('./path')).toBe(false)
})

test('tells files of the server from others', () => {
  expect(isServerFile('/project/models/order/order.server.ts')).toBe(true)
  expect(isServerFile('/project/models/order/order.view.tsx')).toBe(false)
  expect(isServerFile('/somewhere/packages/records/src/index.ts?x')).toBe(true)
  expect(isServerFile('/somewhere/packages/fields/src/index.ts')).toBe(false)
})
