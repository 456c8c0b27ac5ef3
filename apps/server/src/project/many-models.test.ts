// The types of the kit: what one model more costs the compiler is the same, however many there are already.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { startLanguageServer } from '../testing/many-models/language-server.ts'
import { measureTypes } from '../testing/many-models/measure-types.ts'
import { type WrittenProject, writeProject } from '../testing/many-models/write-project.ts'

async function withProject<Result>(models: number, work: (project: WrittenProject) => Result | Promise<Result>) {
  const folder = mkdtempSync(join(tmpdir(), 'haykal-models-'))
  try {
    return await work(writeProject(folder, models))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** How often a generic type is filled in, in a project of so many models: without the file that looks them up by name, and for that file alone. */
async function workOf(models: number): Promise<{ readonly project: number; readonly names: number }> {
  return await withProject(models, ({ folder, names }) => {
    const whole = measureTypes(folder)
    rmSync(names)
    const project = measureTypes(folder)
    expect([whole.problems, project.problems]).toEqual(['', ''])
    return { project: project.instantiations, names: whole.instantiations - project.instantiations }
  })
}

it('takes the compiler as much work for one model more, however many there are', { timeout: 120_000 }, async () => {
  const [few, some, many] = [await workOf(8), await workOf(16), await workOf(40)]
  const beginning = (some.project - few.project) / 8
  const later = (many.project - some.project) / 24
  expect(beginning).toBeGreaterThan(100)
  expect(later / beginning).toBeLessThan(1.1)
  // A model is looked up by its name among many as among few.
  expect(few.names).toBeGreaterThan(1000)
  expect(many.names / few.names).toBeLessThan(1.1)
})

it('is told by the editor what fields there are, and which there are not', { timeout: 60_000 }, async () => {
  await withProject(4, async ({ folder, use, names }) => {
    const editor = await startLanguageServer(folder)
    editor.open(use)
    expect((await editor.problems(use)).answer).toEqual([])
    const place = { file: use, before: 'count: { gt: 3 }' }
    expect((await editor.complete(place)).answer).toEqual(expect.arrayContaining(['price?', 'region?', 'and']))
    expect((await editor.hover({ file: use, before: 'Thing = ' })).answer).toContain('readonly amount: string | null')
    editor.type(place, 'ac')
    expect((await editor.problems(use)).answer).toEqual([expect.stringContaining("'account' does not exist")])
    editor.open(names)
    expect((await editor.problems(names)).answer).toEqual([])
    expect((await editor.complete({ file: names, before: "m0s', thing" })).answer).toEqual(
      expect.arrayContaining(['m0s', 'm3s']),
    )
    await editor.close()
  })
})
