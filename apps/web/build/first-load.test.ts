import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Manifest } from 'vite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { assetsOf, firstLoadOf } from './first-load.ts'

const manifest: Manifest = {
  'index.html': {
    file: 'main.js',
    isEntry: true,
    imports: ['_shared.js'],
    dynamicImports: ['src/record.tsx', 'en'],
    css: ['main.css'],
    assets: ['font.woff2'],
  },
  '_shared.js': { file: 'shared.js', imports: ['index.html'], css: ['shared.css'] },
  'src/record.tsx': { file: 'record.js', isDynamicEntry: true, imports: ['_shared.js'] },
  'src/start.ts': { file: 'start.js', name: 'start', isEntry: true },
  '../../packages/messages/src/catalogues/en.ts': { file: 'en.js', isDynamicEntry: true },
  '../../packages/messages/src/catalogues/ar.ts': { file: 'ar.js', isDynamicEntry: true },
}
const sizes = {
  'index.html': 1,
  'start.js': 2,
  'main.js': 100,
  'main.css': 20,
  'shared.js': 30,
  'shared.css': 4,
  'record.js': 5_000,
  'en.js': 7,
  'ar.js': 9,
}

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'haykal-load-'))
  for (const [name, size] of Object.entries(sizes)) await writeFile(join(folder, `${name}.br`), 'x'.repeat(size))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

test('an entry loads what it imports at once, each once', () => {
  expect([...assetsOf(manifest, 'index.html')].toSorted()).toEqual(['main.css', 'main.js', 'shared.css', 'shared.js'])
})

test('counts page, app, start script and the largest language, and nothing that waits for a later screen', async () => {
  expect(await firstLoadOf(folder, manifest)).toBe(1 + 2 + 100 + 20 + 30 + 4 + 9)
})
