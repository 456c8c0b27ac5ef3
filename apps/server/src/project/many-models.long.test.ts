// Two hundred models of seventeen fields: the editor, the compiler, `haykal check` and the start stay quick. Measured against smaller projects in the same run.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { type LanguageServer, startLanguageServer } from '../testing/many-models/language-server.ts'
import { measureTypes } from '../testing/many-models/measure-types.ts'
import { type WrittenProject, writeProject } from '../testing/many-models/write-project.ts'
import { enterAsOwner, startRealServer } from '../testing/real-server/real-server.ts'

/** How many times as long as in the small project, or as what stands beside it. */
const bounds = { editor: 3, names: 2.5, perModel: 2, command: 4, start: 4 } as const

const command = resolve(import.meta.dirname, '../main.ts')

/** The middle of several, in milliseconds. */
function median(times: readonly number[]): number {
  return Math.round(times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0)
}

/** Does one thing several times. */
async function repeat(work: () => Promise<number>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < 9; round += 1) times.push(await work())
  return median(times)
}

/** Types in the middle of a filter, and waits until the editor has said what is wrong, and what could stand there. */
async function measureEditing(editor: LanguageServer, file: string, before: string) {
  editor.open(file)
  await editor.problems(file)
  const place = { file, before }
  const problems = await repeat(async () => {
    editor.type(place, 'x')
    return (await editor.problems(file)).took
  })
  const completion = await repeat(async () => {
    editor.type(place, 'x')
    return (await editor.complete(place)).took
  })
  return { problems, completion, hover: await repeat(async () => (await editor.hover(place)).took) }
}

async function measureEditor({ folder, use, names, list }: WrittenProject) {
  const editor = await startLanguageServer(folder)
  editor.open(use)
  const first = (await editor.problems(use)).took
  const inUse = await measureEditing(editor, use, 'count: { gt: 3 }')
  const inNames = await measureEditing(editor, names, 'status: { eq')
  editor.open(list)
  // What it takes to read all models once: a file that speaks of all of them cannot take less.
  const whole = await repeat(async () => {
    editor.type({ file: list, before: 'export const' }, '\n')
    return (await editor.problems(list)).took
  })
  await editor.close()
  return { first: Math.round(first), use: inUse, names: inNames, whole }
}

async function measureProject(models: number) {
  const folder = mkdtempSync(join(tmpdir(), 'haykal-models-'))
  try {
    const project = writeProject(join(folder, 'project'), models)
    const types = [1, 2, 3].map(() => measureTypes(project.folder))
    const checked = await repeat(async () => {
      const start = performance.now()
      const { status, stderr } = spawnSync(process.execPath, [command, 'check', project.folder], { encoding: 'utf8' })
      expect(`${status} ${stderr}`).toBe('0 ')
      return performance.now() - start
    })
    const data = join(folder, 'data')
    const cookie = await enterAsOwner(project.folder, data)
    const starts: number[] = []
    for (let round = 0; round < 4; round += 1) {
      const server = await startRealServer({ file: project.folder, data, cookie, list: '/api/v1/m0s?limit=50' })
      starts.push(Math.round(server.firstList))
      await server.stop()
    }
    return {
      models,
      problems: types[0]?.problems,
      check: Math.min(...types.map(({ check }) => check)),
      editor: await measureEditor(project),
      command: checked,
      start: Math.min(...starts),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

it('stays quick with 200 models', async () => {
  const [least, small, large] = [await measureProject(2), await measureProject(20), await measureProject(200)]
  console.log(JSON.stringify([least, small, large]))
  expect([least.problems, small.problems, large.problems]).toEqual(['', '', ''])
  // Below some milliseconds an answer is at the mercy of whatever else the machine does.
  for (const what of ['problems', 'completion', 'hover'] as const)
    expect.soft(large.editor.use[what], what).toBeLessThan(bounds.editor * Math.max(small.editor.use[what], 15))
  expect.soft(large.editor.names.problems).toBeLessThan(bounds.names * large.editor.whole)
  expect.soft(large.editor.names.completion).toBeLessThan(bounds.names * large.editor.whole)
  const perModel = { small: (small.check - least.check) / 18, large: (large.check - small.check) / 180 }
  // Of few models little is seen among what every project costs.
  expect.soft(perModel.large).toBeLessThan(bounds.perModel * Math.max(perModel.small, least.check / 50))
  expect.soft(large.command).toBeLessThan(bounds.command * least.command)
  expect.soft(large.start).toBeLessThan(bounds.start * least.start)
})
