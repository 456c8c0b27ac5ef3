/** People and a foreign program use one file at a time: what both the short and the long test of it do. */

import { setTimeout as pause, setImmediate as turnOfOthers } from 'node:timers/promises'
import type { AdoptedFile } from '../odd-databases/adopted-file.ts'
import { withFile } from '../odd-databases/odd-database.ts'
import { type ForeignReport, runForeignProgram } from './run-foreign-program.ts'

/** What came of reading while the program wrote. */
export interface Shared {
  readonly alone: ForeignReport
  readonly together: ForeignReport
  /** How often each status was the answer to what reads all of a table. */
  readonly scans: { readonly [status: number]: number }
  /** The same for the first page of a list. */
  readonly pages: { readonly [status: number]: number }
}

interface Tally {
  [status: number]: number
}

const questions = [
  'limit=50&sort=-words',
  'q=Article%20777&count=exact',
  'count=exact&limit=1',
  'filter[title][contains]=99&count=exact',
  'sort=title&limit=20',
  'filter[body][contains]=cdcd&count=exact',
]

/** The program writes alone for a while, then while three people ask what takes long and one looks at pages. */
export async function readWhileItWrites(file: AdoptedFile, milliseconds: number): Promise<Shared> {
  const alone = await (await runForeignProgram(file.path, milliseconds)).ended
  const { ended } = await runForeignProgram(file.path, milliseconds)
  let isOver = false
  const [scans, pages]: [Tally, Tally] = [{}, {}]
  const ask = async (question: string, tally: Tally) => {
    const status = await file.send(`GET /api/v1/article?${question}`)
    tally[status] = (tally[status] ?? 0) + 1
    await turnOfOthers()
  }
  const people = [0, 1, 2].map(async (person) => {
    for (let turn = person * 2; !isOver; turn += 1) await ask(questions[turn % questions.length] ?? '', scans)
  })
  people.push(
    (async () => {
      while (!isOver) {
        await ask('limit=50', pages)
        await pause(20)
      }
    })(),
  )
  const together = await ended.finally(() => {
    isOver = true
  })
  await Promise.all(people)
  return { alone, together, scans, pages }
}

/** What both wrote, and what the file holds of it. */
export interface BothWrote {
  /** The changes that each was told are kept. */
  readonly foreign: number
  readonly ours: number
  readonly kept: { readonly foreign: number; readonly ours: number; readonly notes: number; readonly created: number }
  readonly created: number
  readonly refused: readonly string[]
}

/** The owner unlocks two models while the program writes, then both write, to one row and to new ones. */
export async function writeWhileItWrites(file: AdoptedFile, milliseconds: number): Promise<BothWrote> {
  const before = counts(file.path)
  const { ended } = await runForeignProgram(file.path, milliseconds)
  const refused: string[] = []
  for (const model of ['counter', 'article']) {
    const status = await file.send(`POST /api/v1/${model}/-/unlock`, {})
    if (status !== 200) refused.push(`unlock ${model}: ${status}`)
  }
  let isOver = false
  let [ours, created, n] = [0, 0, before.ours]
  const write = async () => {
    while (!isOver) {
      const edited = await file.send('PATCH /api/v1/counter/ours', { values: { n: n + 1 }, base: { n } })
      if (edited === 200) [ours, n] = [ours + 1, n + 1]
      else refused.push(`edit: ${edited}`)
      const made = await file.send('POST /api/v1/article', { values: { title: 'ours' } })
      if (made === 201) created += 1
      else refused.push(`create: ${made}`)
      await turnOfOthers()
    }
  }
  const writing = write()
  const { written } = await ended.finally(() => {
    isOver = true
  })
  await writing
  const after = counts(file.path)
  const kept = {
    foreign: after.foreign - before.foreign,
    ours: after.ours - before.ours,
    notes: after.notes - before.notes,
    created: after.created - before.created,
  }
  return { foreign: written, ours, created, kept, refused }
}

function counts(path: string) {
  return withFile(path, (file) => {
    const one = (statement: string) => Number(Object.values(file.prepare(statement).get() ?? {})[0])
    return {
      foreign: one("select n from counter where name = 'foreign'"),
      ours: one("select n from counter where name = 'ours'"),
      notes: one('select count(*) from foreign_note'),
      created: one("select count(*) from article where title = 'ours'"),
    }
  })
}
