/** A program of somebody else's, in a process of its own, that writes into a file in a loop: `node foreign-program.ts FILE MILLISECONDS`. */
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import type { ForeignReport } from './run-foreign-program.ts'

const [path = '', milliseconds = '1000'] = process.argv.slice(2)

/** Milliseconds between two changes, and between two tries of one that was refused. */
const rest = { changes: 4, tries: 1 } as const

// Without SQLite's own waiting, whose pauses grow: what is measured is the time in which the file is not to be had.
const file = new DatabaseSync(path, { timeout: 0 })
// How fast the disk is does not matter here.
file.exec('pragma synchronous = off')
const waits: number[] = []
let latest = 0
let written = 0
const end = performance.now() + Number(milliseconds)
process.stdout.write('ready\n')
while (performance.now() < end) {
  const waited = (await untilTaken('begin immediate')) + (await commitOne())
  waits.push(waited)
  written += 1
  const before = performance.now()
  await pause(rest.changes)
  latest = Math.max(latest, performance.now() - before - rest.changes)
}
file.close()
waits.sort((first, second) => first - second)
const at = (part: number) => waits[Math.min(waits.length - 1, Math.floor(part * waits.length))] ?? 0
const report: ForeignReport = { written, median: at(0.5), p99: at(0.99), longest: at(1), latest }
process.stdout.write(`${JSON.stringify(report)}\n`)

async function commitOne(): Promise<number> {
  file.exec("update counter set n = n + 1 where name = 'foreign'")
  file.exec("insert into foreign_note (note) values ('from outside')")
  return await untilTaken('commit')
}

/** Repeats a statement while the file is locked; gives the milliseconds from the first refusal on. */
async function untilTaken(statement: string): Promise<number> {
  let refusedAt: number | undefined
  for (;;) {
    const tried = performance.now()
    try {
      file.exec(statement)
      return refusedAt === undefined ? 0 : tried - refusedAt
    } catch (error) {
      if (!(error instanceof Error && /locked|busy/.test(error.message))) throw error
      refusedAt ??= tried
      await pause(rest.tries)
    }
  }
}
