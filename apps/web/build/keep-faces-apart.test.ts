import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, type Rolldown } from 'vite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepFacesApart } from './keep-faces-apart.ts'

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'haykal-faces-'))
  const files = {
    'public.ts': `import { shared } from './shared.ts'\nexport const shop = () => shared('for everyone')`,
    'web.ts': `import { shared } from './shared.ts'\nimport { secret } from './secret.ts'\nexport const lists = () => shared(secret)`,
    'shared.ts': `export const shared = (text: string) => console.log('shared', text)`,
    'secret.ts': `export const secret = 'only for us'`,
  }
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

/** Builds both faces; `groups` decides what comes into one file. */
async function buildFaces(groups: readonly { name: string; test: RegExp }[] = []): Promise<Rolldown.OutputChunk[]> {
  const result = await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    plugins: [keepFacesApart()],
    build: {
      write: false,
      rolldownOptions: {
        input: { 'project-public': join(folder, 'public.ts'), 'project-web': join(folder, 'web.ts') },
        preserveEntrySignatures: 'exports-only',
        output: { codeSplitting: { groups: [...groups] } },
      },
    },
  })
  const { output } = result as Rolldown.RolldownOutput
  return output.filter((each) => each.type === 'chunk')
}

test('what both need stands apart from what only one may have', async () => {
  const chunks = await buildFaces()
  const holding = (text: string) => chunks.filter((chunk) => chunk.code.includes(text)).map((chunk) => chunk.name)
  expect(holding('for everyone')).toEqual(['project-public'])
  expect(holding('only for us')).toEqual(['project-web'])
  expect(holding('"shared"').concat(holding('`shared`'))).toHaveLength(1)
})

test('refuses a file for everyone that holds what only signed-in people may have', async () => {
  await expect(buildFaces([{ name: 'together', test: /s(?:ecret|hared)\.ts$/ }])).rejects.toThrow(
    /which everyone may load, holds .*secret\.ts, which only project-web leads to/,
  )
})
