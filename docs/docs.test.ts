/** The documents that must keep up with the code: what is not named in them is told. */
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

function foldersIn(path: string): string[] {
  return readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
    .map((entry) => `${entry.name}/`)
}

test.each(['packages', 'apps', 'examples', 'apps/web/src/features', 'apps/server/src', 'packages/database/src'])(
  'the page of architecture names everything in %s',
  (folder) => {
    const page = read('docs/architecture.md')
    expect(foldersIn(folder).filter((name) => !page.includes(name))).toEqual([])
  },
)

test('every function that the page of architecture names exists', () => {
  const [, paths = ''] = read('docs/architecture.md').split('## The two paths of a record')
  const named = [...paths.matchAll(/`(\w+)\(?\)?` *\| `([\w./-]+)`/g)]
  expect(named.length).toBeGreaterThan(12)
  for (const [, name, place] of named) {
    const files = globSync(`${place}{,/**/*.ts,/**/*.tsx}`, {
      cwd: root,
      exclude: (path) => path.includes('node_modules'),
    })
    const sources = files.filter((path) => /\.tsx?$/.test(path)).map(read)
    expect(
      sources.some((source) => new RegExp(`\\b(?:function\\*?|const) ${name}\\b`).test(source)),
      `${name} in ${place}`,
    ).toBe(true)
  }
})

test('the decision on dependencies names each of them', () => {
  const page = read('docs/decisions/0011-dependencies.md')
  const manifests = globSync(
    '{package.json,{apps,packages,examples}/*/package.json,e2e/package.json,bench/package.json}',
    { cwd: root },
  )
  const names = manifests.flatMap((path) => {
    const { dependencies = {}, devDependencies = {} } = JSON.parse(read(path))
    return Object.keys({ ...dependencies, ...devDependencies })
  })
  const foreign = names.filter((name) => !/^(@haykal\/|haykal$|@types\/)/.test(name))
  expect([...new Set(foreign)].filter((name) => !page.includes(name))).toEqual([])
})

test('what the recipe on testing rules shows stands in a test that runs', () => {
  const lines = new Set(read('examples/bazaar/rules.test.ts').split('\n'))
  const snippets = [...read('docs/recipes/test-your-rules.md').matchAll(/```ts\n(.*?)```/gs)]
  const shown = snippets.flatMap(([, snippet = '']) => snippet.split('\n').filter((line) => !line.startsWith('//')))
  expect(shown.length).toBeGreaterThan(25)
  expect(shown.filter((line) => !lines.has(line))).toEqual([])
})

test('links between documents lead somewhere', () => {
  const pages = globSync('{*.md,docs/**/*.md}', { cwd: root })
  const broken = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
      .map(([, link = '']) => join(dirname(page), link))
      .filter((path) => !existsSync(join(root, path)))
      .map((path) => `${page}: ${path}`),
  )
  expect(broken).toEqual([])
})
