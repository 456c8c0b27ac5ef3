// Asking why: the rule that decides, for a role and for a person, as a sentence and as data.
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoProject } from '../testing/test-server.ts'
import { run } from './explain.ts'

let folder: string
let project: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'haykal-explain-'))
  project = join(folder, 'project')
  cpSync(demoProject, project, { recursive: true })
  symlinkSync(join(import.meta.dirname, '../../node_modules'), join(folder, 'node_modules'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function explain(words: readonly string[], { field = '', isJson = false } = {}): Promise<string> {
  const lines: string[] = []
  const out = (line: string) => void lines.push(line)
  const terminal = { env: {}, cwd: folder, out, tell: () => {}, readInput: async () => '', stopped: async () => {} }
  const flags = { in: project, ...(field === '' ? {} : { field }) }
  await run({ terminal, flags, words, isJson, endWith: () => {} })
  return lines.join('\n')
}

it('says yes or no, and by which rule', async () => {
  expect(await explain(['owner', 'remove', 'articles'])).toBe('Yes. The role Owner may remove all Articles.')
  expect(await explain(['reader', 'remove', 'authors'])).toBe('No. The role Reader may not remove Author.')
  expect(await explain(['editor', 'remove', 'articles', '3'])).toBe(
    'No. The role Editor may remove only Articles where “Status” is “Draft”. Here Status is Published.',
  )
  expect(await explain(['public', 'edit', 'authors'])).toBe('No. The role Public may not see Author.')
  expect(await explain(['clerk', 'edit', 'authors', '1'])).toBe(
    'It depends on the person. The role Clerk may edit only Author where “Country” is their own “Country”. Here Country is EG.',
  )
  expect(await explain(['reader', 'read', 'authors', '1'], { field: 'salary' })).toBe(
    'No. Salary is hidden from the role Reader.',
  )
})

it('says of a role what its rule is, and of a field that nobody sets why not', async () => {
  expect(await explain(['clerk', 'edit', 'authors'])).toBe(
    'Yes. The role Clerk may edit only Author where “Country” is their own “Country”.',
  )
  expect(await explain(['editor', 'edit', 'articles'], { field: 'createdAt' })).toBe(
    'No. Nobody sets Created at: it is only read.',
  )
})

it('gives the same as data', async () => {
  expect(JSON.parse(await explain(['editor', 'remove', 'articles', '3'], { isJson: true }))).toMatchObject({
    code: 'some',
    isAllowed: false,
    act: 'remove',
    facts: [{ field: 'Status', value: 'Published' }],
  })
})

it.each([
  [['editor'], 'Say who, what and where'],
  [['editor', 'burn', 'articles'], '"burn" is nothing that rules are about: there are read, create, edit, remove.'],
  [['baker', 'read', 'articles'], '"baker" is no email address, and no role either: there are owner,'],
  [['nobody@example.com', 'read', 'articles'], 'Nobody here has the address nobody@example.com.'],
  [['owner', 'read', 'nothing'], 'There is no model "nothing": there are'],
  [['owner', 'read', 'articles', '99999'], 'articles has no record 99999.'],
])('says what is wrong with %j', async (words, sentence) => {
  await expect(explain(words)).rejects.toThrow(sentence)
})
