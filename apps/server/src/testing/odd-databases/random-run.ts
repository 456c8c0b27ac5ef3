/** One random database, adopted and looked at: what both the short and the long test of them do, thousands of times. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { adoptFile } from './adopted-file.ts'
import { editAround } from './edit-around.ts'
import { digestOf, strangersBeside } from './file-truth.ts'
import { lookAround } from './look-around.ts'
import { nastyRequest, sendNasty } from './nasty-requests.ts'
import { makeRandomDatabase, randomDatabase } from './random-database.ts'

/** A random database together with what is asked of it. */
export const randomRun = fc.record({ statements: randomDatabase, requests: fc.array(nastyRequest, { maxLength: 12 }) })

/** Throws with everything that is not as it should be, and with the statements that make it so. */
export async function runRandom(
  { statements, requests }: typeof randomRun extends fc.Arbitrary<infer Run> ? Run : never,
  withEdits: boolean,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'haykal-random-'))
  const path = join(folder, 'random.sqlite')
  try {
    const taken = makeRandomDatabase(path, statements)
    fc.pre(taken.some((statement) => statement.startsWith('create table')))
    const findings = await findingsOf(path, requests, withEdits)
    if (findings.length > 0) throw new Error(`${findings.join('\n')}\n\nmade by\n${taken.join(';\n')}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function findingsOf(
  path: string,
  requests: readonly Parameters<typeof sendNasty>[1][],
  withEdits: boolean,
): Promise<readonly string[]> {
  const before = await digestOf(path)
  const file = await adoptFile(path)
  try {
    const seen = await lookAround(file, { limit: 2 })
    for (const request of requests) await sendNasty(file, request)
    const changed = (await digestOf(path)) === before ? [] : ['the file has changed']
    const strangers = strangersBeside(path).map((name) => `${name} lies beside the file`)
    const findings = [...seen, ...file.takeFailures(), ...changed, ...strangers]
    return findings.length === 0 && withEdits ? await editAround(file) : [...new Set(findings)]
  } finally {
    await file.close()
  }
}
