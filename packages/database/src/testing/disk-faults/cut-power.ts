/** Cuts the power of a program that writes, at many points, and looks at what is left each time. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { createDiskFaults, type Faults } from './disk-faults.ts'
import { readDiskLog } from './disk-log.ts'
import { type Chance, createCutDisk, type FilesLeft } from './power-cuts.ts'

/** What came of it. */
export interface CutReport {
  readonly cuts: number
  readonly acknowledged: number
  /** The log was moved into the file so many times, or begun to be. */
  readonly syncsOfFile: number
  readonly failedSyncs: number
  /** Each cut after which something was wrong. */
  readonly findings: readonly string[]
}

/** What is to be done. */
export interface CutOptions {
  readonly writes: number
  readonly cuts: number
  /** Begins the row of chances; the same gives the same again. */
  readonly seed: number
  readonly faults?: Faults
}

/** Runs the program once, and cuts its power at points that are spread over its run. */
export async function cutPower({ writes, cuts, seed, faults = {} }: CutOptions): Promise<CutReport> {
  const folder = mkdtempSync(join(tmpdir(), 'haykal-cuts-'))
  const path = join(folder, 'data.sqlite')
  const disk = createDiskFaults(path, { isLogged: true })
  try {
    disk.set(faults)
    await run(path, writes, disk.env)
    const acts = readDiskLog(disk.log)
    const chance = chances(seed)
    const cut = createCutDisk(acts, chance)
    const findings: string[] = []
    for (let index = 1; index <= cuts; index += 1) {
      const at = Math.floor(((index - chance()) * acts.length) / cuts)
      cut.advance(at)
      const complaint = lookAt(folder, cut.left(chance), cut.acknowledged())
      if (complaint !== undefined) findings.push(`cut before act ${at} of ${acts.length}: ${complaint}`)
    }
    cut.advance(acts.length)
    const count = (act: string, file?: string) =>
      acts.filter((each) => each.act === act && (file === undefined || each.file === file)).length
    return {
      cuts,
      acknowledged: linesOf(cut.acknowledged()).length,
      syncsOfFile: count('synced', ''),
      failedSyncs: count('sync failed'),
      findings,
    }
  } finally {
    disk.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function run(path: string, writes: number, env: { readonly [name: string]: string }): Promise<void> {
  const program = join(import.meta.dirname, 'writing-program.ts')
  const child = spawn(process.execPath, [program, path, String(writes)], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += String(chunk)
  })
  const [, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null]
  if (signal !== 'SIGKILL') throw new Error(`the program ended by itself: ${said}`)
}

/** What is wrong with what is left; undefined: nothing. */
function lookAt(folder: string, left: FilesLeft, acknowledged: string): string | undefined {
  const path = join(folder, 'left.sqlite')
  for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(path + ending, { force: true })
  for (const [ending, bytes] of left) writeFileSync(path + ending, bytes)
  const expected = linesOf(acknowledged)
  const file = new SqliteFile(path)
  try {
    const integrity = file.pragma('integrity_check', { simple: true })
    if (integrity !== 'ok') return String(integrity)
    if (expected.length === 0) return undefined
    const ids = new Set(file.prepare('select id from note').pluck().all())
    const lost = expected.filter((id) => !ids.has(id))
    if (lost.length > 0) return `${lost.length} of ${expected.length} acknowledged writes are lost, such as ${lost[0]}`
    const total = file.prepare('select n from total').pluck().get()
    return total === ids.size ? undefined : `a write was kept in half: ${ids.size} rows, counted ${total}`
  } catch (error) {
    return String(error)
  } finally {
    file.close()
  }
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '')
}

/** A row of numbers from 0 up to 1 that looks like chance and is the same every time (mulberry32). */
function chances(seed: number): Chance {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
