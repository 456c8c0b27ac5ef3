// Checking a project: its mistakes all at once, and who may do what as a text that reviews see change.
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoProject } from '../testing/test-server.ts'
import { run } from './check.ts'

const sample = join(import.meta.dirname, '../../../../examples/bazaar')

let folder: string
let project: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'haykal-check-'))
  project = join(folder, 'project')
  cpSync(demoProject, project, { recursive: true })
  symlinkSync(join(import.meta.dirname, '../../node_modules'), join(folder, 'node_modules'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function check(target: string, flags: { readonly [name: string]: boolean } = {}): Promise<string[]> {
  const lines: string[] = []
  const tell = (line: string) => void lines.push(line)
  const terminal = { env: {}, cwd: folder, out: tell, tell, readInput: async () => '', stopped: async () => {} }
  await run({ terminal, flags, words: [target], isJson: false, endWith: () => {} })
  return lines
}

it('says what it looked at when nothing is wrong', async () => {
  expect(await check(project)).toEqual(['2 models and 6 roles, and nothing is wrong with them.'])
})

it('writes who may do what, once', async () => {
  expect(await check(project, { matrix: true })).toContain('rules.md is written.')
  const matrix = readFileSync(join(project, 'rules.md'), 'utf8')
  expect(matrix).toContain('| *remove* | all | some | - | - | - | - |')
  expect(matrix).toContain('- editor, remove: `{"status":{"eq":"draft"}}`')
  // Hidden from readers, whereas the public knows of no author.
  expect(matrix).toContain('| salary | set | set | - | - | - | - |')
  expect(matrix).toContain('| name | set | set | seen | set | - | - |')
  expect(matrix).toContain('| createdAt | seen | seen | seen | seen | - | seen |')
  expect(await check(project, { matrix: true })).toContain('rules.md says the same as before.')
  await check(project, { verify: true })
})

it('fails where the text says something else than the rules', async () => {
  const file = join(project, 'rules.md')
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace('| salary | set | set | - | - | - | - |', '| salary | set | set | seen | - |'),
  )
  await expect(check(project, { verify: true })).rejects.toThrow('rules.md does not say who may do what any more')
})

it('takes projects only', async () => {
  await expect(check(join(folder, 'nothing.sqlite'))).rejects.toThrow()
})

it('holds for the sample, whose rules.md is read with its changes', async () => {
  await check(sample, { verify: true })
})
