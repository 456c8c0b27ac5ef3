/**
 * What a save costs at full durability: `pnpm bench saves`. Sixteen people save one field each, again and again, with sign-in, rules and what they saw;
 * over HTTP and in process, against a bare server and bare updates that commit each save for itself. Then: what those who read notice while each sync takes 5 ms longer.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createDiskFaults, whyNoDiskFaults } from '@haykal/database/testing/disk-faults'
import SqliteFile from 'better-sqlite3'
import { createPeople, freePort, makeFolder, people, startHaykal } from '../e2e/fixtures/haykal-server.ts'
import { sampleProject } from '../tools/steps/target.mjs'
import { type Answers, askInALoop } from './ask-in-a-loop.ts'
import { median } from './median.ts'
import { saveInALoop } from './save-in-a-loop.ts'
import { saveInProcess } from './save-in-process.ts'
import { savedValue } from './saved-field.ts'
import { signIn } from './sign-in.ts'

const rounds = 3
const load = { writers: 16, seconds: 3 } as const
const ordersEach = 50
const slowSync = 5
/** Milliseconds, about what a sync takes on an SSD of a server. */
const usualSync = 1
const list = '/api/v1/orders?fields=number,customer,status,placedAt,total,note&count=none'

const folder = makeFolder()
const data = join(folder, 'data')
await (await startHaykal(folder, { isEmpty: true })).stop()
createPeople(sampleProject, data)
const bareFile = join(folder, 'bare.sqlite')
const numbers = emptied(join(data, 'data.sqlite'))
cpSync(join(data, 'data.sqlite'), bareFile)
const coreFile = join(folder, 'core.sqlite')
cpSync(join(data, 'data.sqlite'), coreFile)
const field = 'shipBy'
const saved = { bare: new Map<number, string>(), core: new Map<number, string>(), haykal: new Map<number, string>() }
const notes = new Map<number, string>()
const order = (writer: number, turn: number) => numbers[writer * ordersEach + (turn % ordersEach)] ?? 0
try {
  await compareSaves()
  const obstacle = whyNoDiskFaults()
  if (obstacle === undefined) {
    await compareOnSlowDisk()
    await watchReaders()
  } else process.stdout.write(`readers while syncs are slow: left out, as ${obstacle}\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function compareSaves(): Promise<void> {
  const haykal = await startHaykal(folder, { isEmpty: true })
  const port = await freePort()
  const bare = spawn(process.execPath, [join(import.meta.dirname, 'bare-saves.ts'), bareFile, String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(bare.stdout, 'data')
  try {
    const headers = { cookie: await signIn(haykal.url, people.editor), origin: haykal.url }
    const candidates = [
      { name: 'bare updates, in process', run: async () => updateInProcess() },
      {
        name: 'saves, in process',
        run: (seconds: number) => saveInProcess({ ...load, seconds, file: coreFile, order, field, saved: saved.core }),
      },
      {
        name: 'of a searched text',
        run: (seconds: number) =>
          saveInProcess({ ...load, seconds, file: coreFile, order, field: 'note', saved: notes }),
      },
      {
        name: 'bare server',
        run: (seconds: number) =>
          saveInALoop({ ...load, seconds, url: `http://127.0.0.1:${port}`, order, field, saved: saved.bare }),
      },
      {
        name: 'saves over HTTP',
        run: (seconds: number) =>
          saveInALoop({
            ...load,
            seconds,
            url: `${haykal.url}/api/v1/orders`,
            headers,
            order,
            field,
            saved: saved.haykal,
          }),
      },
    ]
    for (const { run } of candidates) await run(1)
    const results = new Map<string, Answers[]>()
    for (let round = 0; round < rounds; round += 1) {
      for (const { name, run } of candidates) results.set(name, [...(results.get(name) ?? []), await run(load.seconds)])
    }
    const speed = (name: string) => median((results.get(name) ?? []).map((each) => each.perSecond))
    for (const [name, answers] of results) {
      const ratios = ['bare server', 'bare updates, in process'].map(
        (other) => `${(speed(name) / speed(other)).toFixed(2)} × ${other}`,
      )
      const waits = `p50 ${median(answers.map(({ p50 }) => p50)).toFixed(2)} ms, p99 ${median(answers.map(({ p99 }) => p99)).toFixed(2)} ms`
      tell(name, `${String(Math.round(speed(name))).padStart(6)} a second, ${waits}; ${ratios.join(', ')}`)
    }
  } finally {
    bare.kill('SIGTERM')
    await haykal.stop()
  }
}

/** The same over HTTP where each sync takes as long as on a disk that is one: in many machines it is next to nothing, and then nothing can be saved on it. */
async function compareOnSlowDisk(): Promise<void> {
  const disks = [createDiskFaults(join(data, 'data.sqlite')), createDiskFaults(bareFile)] as const
  for (const disk of disks) disk.set({ delay: usualSync })
  const haykal = await startHaykal(folder, { isEmpty: true, env: disks[0].env })
  const port = await freePort()
  const bare = spawn(process.execPath, [join(import.meta.dirname, 'bare-saves.ts'), bareFile, String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...disks[1].env },
  })
  await once(bare.stdout, 'data')
  try {
    const headers = { cookie: await signIn(haykal.url, people.editor), origin: haykal.url }
    const both = [
      { url: `http://127.0.0.1:${port}`, order, field, saved: saved.bare } as const,
      { url: `${haykal.url}/api/v1/orders`, headers, order, field, saved: saved.haykal } as const,
    ]
    const pairs: number[][] = []
    for (let round = 0; round <= rounds; round += 1) {
      const speeds: number[] = []
      for (const each of both) speeds.push((await saveInALoop({ ...load, ...each })).perSecond)
      // The first round warms up.
      if (round > 0) pairs.push(speeds)
    }
    const [theirs, ours] = [0, 1].map((index) => median(pairs.map((pair) => pair[index] ?? Number.NaN)))
    const ratio = median(pairs.map(([one = Number.NaN, other = Number.NaN]) => other / one))
    tell(
      `syncs ${usualSync} ms slower`,
      `${Math.round(theirs ?? 0)} a second on the bare server, ${Math.round(ours ?? 0)} saves over HTTP: ${ratio.toFixed(2)} ×`,
    )
  } finally {
    bare.kill('SIGTERM')
    await haykal.stop()
    for (const disk of disks) disk.remove()
  }
}

/** One commit after the other, without anybody else. */
function updateInProcess(): Answers {
  const file = new SqliteFile(bareFile)
  try {
    file.pragma('journal_mode = wal')
    file.pragma('synchronous = full')
    const update = file.prepare('update orders set "shipBy" = ? where number = ?')
    const waits: number[] = []
    const start = performance.now()
    for (let turn = 0; performance.now() - start < load.seconds * 1000; turn += 1) {
      const began = performance.now()
      update.run(savedValue(field, turn), order(turn % load.writers, turn))
      waits.push(performance.now() - began)
    }
    waits.sort((a, b) => a - b)
    const at = (share: number) => waits[Math.floor(waits.length * share)] ?? Number.NaN
    return { perSecond: waits.length / ((performance.now() - start) / 1000), p50: at(0.5), p99: at(0.99), bytes: 0 }
  } finally {
    file.close()
  }
}

async function watchReaders(): Promise<void> {
  const disk = createDiskFaults(join(data, 'data.sqlite'))
  disk.set({ delay: slowSync })
  const haykal = await startHaykal(folder, { isEmpty: true, env: disk.env })
  try {
    const headers = { cookie: await signIn(haykal.url, people.editor), origin: haykal.url }
    const read = (seconds: number) => askInALoop({ url: haykal.url + list, headers, connections: 2, seconds, pause: 5 })
    const write = (seconds: number) =>
      saveInALoop({ ...load, seconds, url: `${haykal.url}/api/v1/orders`, headers, order, field, saved: saved.haykal })
    await Promise.all([read(1), write(1)])
    const pairs: { readonly idle: Answers; readonly busy: Answers; readonly saves: Answers }[] = []
    for (let round = 0; round < rounds; round += 1) {
      const idle = await read(load.seconds)
      const [busy, saves] = await Promise.all([read(load.seconds), write(load.seconds)])
      pairs.push({ idle, busy, saves })
    }
    const middle = (value: (pair: (typeof pairs)[number]) => number) => median(pairs.map(value))
    const [idle, busy] = [middle((pair) => pair.idle.p99), middle((pair) => pair.busy.p99)]
    const ratio = middle((pair) => pair.busy.p99 / pair.idle.p99)
    tell(
      `readers, syncs ${slowSync} ms slower`,
      `p99 ${idle.toFixed(2)} ms alone, ${busy.toFixed(2)} ms while 16 write: ${ratio.toFixed(2)} ×, goal 3 ${ratio <= 3 ? 'met' : 'MISSED'}; ${Math.round(middle(({ saves }) => saves.perSecond))} saves a second`,
    )
  } finally {
    await haykal.stop()
    disk.remove()
  }
}

/** Empties the fields of the orders that are written to; gives their numbers. */
function emptied(path: string): readonly number[] {
  const file = new SqliteFile(path)
  try {
    const most = load.writers * ordersEach
    const found = file.prepare('select number from orders order by number limit ?').pluck().all(most) as number[]
    for (const number of found)
      file.prepare('update orders set note = null, "shipBy" = null where number = ?').run(number)
    return found
  } finally {
    file.close()
  }
}

function tell(name: string, figures: string): void {
  process.stdout.write(`${name.padEnd(28)} ${figures}\n`)
}
