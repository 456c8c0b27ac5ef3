/** Kills a server while people write, again and again, and looks for what they were promised. */
import { type ForeignReport, runForeignProgram } from '../foreign-program/run-foreign-program.ts'
import { noPromises, writeOn } from './write-on.ts'
import type { WrittenPlace } from './written-place.ts'

/** What came of it. */
export interface KillReport {
  readonly acknowledged: number
  /** The longest time from a start to the first list, in milliseconds. */
  readonly longestStart: number
  readonly findings: readonly string[]
}

/** What is to be done. */
export interface KillOptions {
  readonly rounds: number
  /** Promises in each round before the server is killed. */
  readonly promises: number
  /** Another program writes into the file all the time. */
  readonly hasForeignWriter?: boolean
}

const writers = 8

/** Each round begins with what the one before has left. */
export async function killWhileWriting(place: WrittenPlace, options: KillOptions): Promise<KillReport> {
  const { rounds, promises: each, hasForeignWriter = false } = options
  const promises = noPromises()
  const findings: string[] = []
  let longestStart = 0
  for (let round = 1; round <= rounds; round += 1) {
    const server = await place.start()
    longestStart = Math.max(longestStart, server.firstList)
    findings.push(...place.findings(promises).map((finding) => `round ${round}: ${finding}`))
    const foreign = hasForeignWriter ? await runForeignProgram(place.path, 1_200) : undefined
    const aim = promises.count + each
    const deadline = performance.now() + 30_000
    const writing = writeOn({ place, server, promises, writers, goesOn: () => performance.now() < deadline })
    while (promises.count < aim && performance.now() < deadline) await new Promise((done) => setTimeout(done, 2))
    await server.kill()
    await writing
    await foreign?.ended.then(expectWritten)
  }
  const server = await place.start()
  findings.push(...place.findings(promises).map((finding) => `in the end: ${finding}`))
  await server.stop()
  findings.push(...place.findings(promises).map((finding) => `closed: ${finding}`))
  return { acknowledged: promises.count, longestStart, findings }
}

function expectWritten({ written }: ForeignReport): void {
  if (written === 0) throw new Error('the foreign program could not write')
}
