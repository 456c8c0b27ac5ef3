/**
 * Whether a million orders behave as ten thousand do: `pnpm bench lists`. The sample project with 10,000, 100,000 and 1,000,000 orders, all served at once;
 * each list operation is asked of each in turn, signed in, under the rules of editors, and of a bare server with the same file, the same indexes and the same page.
 * `HAYKAL_BENCH_ORDERS` names other sizes, such as `10000,10000000`.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import {
  createPeople,
  freePort,
  type HaykalServer,
  makeFolder,
  people,
  startHaykal,
} from '../e2e/fixtures/haykal-server.ts'
import { sampleProject } from '../tools/steps/target.mjs'
import { askInALoop } from './ask-in-a-loop.ts'
import { afterSave, newWords, type Operation, operations, type Sought } from './list-operations.ts'
import { median } from './median.ts'
import { savedValue } from './saved-field.ts'
import { signIn } from './sign-in.ts'

const sizes = (process.env.HAYKAL_BENCH_ORDERS ?? '10000,100000,1000000').split(',').map(Number)
/** Orders of the sample project at scale 1. */
const ordersOfScale = 20_000
const listed = 'fields=number,customer,status,placedAt,total,note'
const fields = `${listed}&count=none`
const goals = { share: 0.6, growth: 2 } as const
const rounds = 7
/** Questions a round, one after the other. */
const turns = 60
const load = { connections: 16, seconds: 2 } as const
/** Saves, each with the first answer after it. */
const timesSaved = 25
/** Seconds for which a server is asked before anything is measured: by then its code is compiled as well as it will be. */
const warmUp = 5

interface Size {
  readonly orders: number
  readonly haykal: HaykalServer
  readonly bare: ChildProcess
  readonly bareUrl: string
  readonly cookie: string
  readonly sought: Sought
  readonly cursor: { readonly next: string; readonly prev: string }
  /** The notes of some orders that an editor may change, as they are. */
  readonly saved: Map<number, string | null>
}

const served: Size[] = []
try {
  for (const orders of sizes) served.push(await serve(orders))
  tell(
    '',
    served.map(({ orders }) => orders.toLocaleString('en')),
  )
  const missed: string[] = []
  for (const [index, operation] of operations.entries()) missed.push(...(await compare(operation, index)))
  for (const operation of operations.filter(({ name }) => afterSave.includes(name)))
    missed.push(...(await compareAfterSave(operation)))
  await tellFirst('the first answer to a search', newWords.listed, 'count=none')
  await tellFirst('the same with its count', newWords.counted, 'count=bounded')
  process.stdout.write(missed.length === 0 ? 'All budgets are met.\n' : `MISSED:\n${missed.join('\n')}\n`)
} finally {
  for (const { haykal, bare } of served) {
    bare.kill('SIGTERM')
    await haykal.stop()
    rmSync(haykal.folder, { recursive: true, force: true })
  }
}

/** Tells the waits of each size against the smallest, and the throughput at the largest against the bare limit; gives what misses its budget. */
async function compare(operation: Operation, index: number): Promise<string[]> {
  const asks = served.map((size) => addressOf(size, operation))
  for (const ask of asks) await waitOf(ask)
  const waits: number[][] = []
  for (let round = 0; round < rounds; round += 1) {
    const each: number[] = []
    for (const ask of asks) each.push(await waitOf(ask))
    waits.push(each)
  }
  const grown = served.map((_, size) =>
    median(waits.map((each) => (each[size] ?? Number.NaN) / (each[0] ?? Number.NaN))),
  )
  const [growth = Number.NaN] = grown.slice(-1)
  const share = operation.bare && (await shareOf(operation, index))
  const figures = served.map((_, size) => {
    const ms = median(waits.map((each) => each[size] ?? Number.NaN)).toFixed(2)
    return size === 0 ? `${ms} ms` : `${ms} ms ${(grown[size] ?? Number.NaN).toFixed(2)} ×`
  })
  tell(operation.name, [...figures, share === undefined ? '' : `${Math.round(100 * share)} % of the bare limit`])
  return [
    ...(growth > goals.growth ? [`${operation.name}: ${growth.toFixed(2)} × of itself, goal ${goals.growth}`] : []),
    ...(share !== undefined && share < goals.share
      ? [`${operation.name}: ${Math.round(100 * share)} % of the bare limit, goal ${100 * goals.share}`]
      : []),
  ]
}

/** Tells how long the first answer takes once a text has been saved, with its count; gives what misses its budget. */
async function compareAfterSave({ name, ours }: Operation): Promise<string[]> {
  const waits: number[][] = served.map(() => [])
  for (let turn = 0; turn < timesSaved; turn += 1)
    for (const [place, size] of served.entries()) {
      await saveNote(size, turn)
      const url = encodeURI(`${size.haykal.url}/api/v1/orders?${listed}&${ours(size.sought, size.cursor)}`)
      waits[place]?.push(await timeOf(url, { cookie: size.cookie }))
    }
  const each = waits.map(median)
  const growth = (each.at(-1) ?? Number.NaN) / (each[0] ?? Number.NaN)
  tell(`${name}, after a save`, againstLeast(each))
  return growth > goals.growth ? [`${name}, after a save: ${growth.toFixed(2)} × of itself, goal ${goals.growth}`] : []
}

/** Saves another note in one of the first orders of the list. */
async function saveNote({ haykal, cookie, saved }: Size, turn: number): Promise<void> {
  const [number, note] = [...saved][turn % saved.size] ?? []
  const value = savedValue('note', turn)
  const answer = await fetch(`${haykal.url}/api/v1/orders/${number}`, {
    method: 'PATCH',
    headers: { cookie, 'Content-Type': 'application/json', Origin: haykal.url },
    body: JSON.stringify({ values: { note: value }, base: { note } }),
  })
  if (answer.status !== 200) throw new Error(`saving ${number} answered ${answer.status}: ${await answer.text()}`)
  saved.set(Number(number), value)
}

/** Tells how long it takes to answer searches that nobody has asked for yet, against those at the smallest size. */
async function tellFirst(name: string, words: readonly string[], count: string): Promise<void> {
  const waits: number[] = []
  for (const { haykal, cookie } of served) {
    const each: number[] = []
    for (const word of words)
      each.push(await timeOf(`${haykal.url}/api/v1/orders?${listed}&q=${word}&${count}`, { cookie }))
    waits.push(median(each))
  }
  tell(name, againstLeast(waits))
}

/** The wait at each size, and how many times that at the smallest it is. */
function againstLeast([least = Number.NaN, ...others]: readonly number[]): readonly string[] {
  return [`${least.toFixed(2)} ms`, ...others.map((ms) => `${ms.toFixed(2)} ms ${(ms / least).toFixed(2)} ×`)]
}

/** The throughput at the largest size as a share of the bare limit's, asked in turns. */
async function shareOf(operation: Operation, index: number): Promise<number> {
  const size = served.at(-1)
  if (!size) return Number.NaN
  const bare = { url: `${size.bareUrl}/${index}` }
  const ours = addressOf(size, operation)
  for (const each of [bare, ours]) await askInALoop({ ...each, ...load, seconds: index === 0 ? warmUp : load.seconds })
  const shares: number[] = []
  for (let round = 0; round < 3; round += 1) {
    const limit = await askInALoop({ ...bare, ...load })
    const reached = await askInALoop({ ...ours, ...load })
    shares.push(reached.perSecond / limit.perSecond)
  }
  return median(shares)
}

interface Address {
  readonly url: string
  readonly headers: { readonly cookie: string }
}

function addressOf({ haykal, cookie, sought, cursor }: Size, { ours }: Operation): Address {
  const asked = ours(sought, cursor)
  return {
    url: encodeURI(`${haykal.url}/api/v1/orders?${fields}${asked === '' ? '' : '&'}${asked}`),
    headers: { cookie },
  }
}

/** The middle of the waits of one person who asks again and again, in milliseconds. */
async function waitOf({ url, headers }: Address): Promise<number> {
  const waits: number[] = []
  for (let turn = 0; turn < turns; turn += 1) waits.push(await timeOf(url, headers))
  return median(waits)
}

async function timeOf(url: string, headers: Address['headers']): Promise<number> {
  const start = performance.now()
  const answer = await fetch(url, { headers })
  const text = await answer.text()
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}: ${text}`)
  return performance.now() - start
}

async function serve(orders: number): Promise<Size> {
  const folder = makeFolder()
  const started = performance.now()
  await (await startHaykal(folder, { isEmpty: true, scale: orders / ordersOfScale })).stop()
  process.stdout.write(
    `${orders.toLocaleString('en')} orders made in ${Math.round((performance.now() - started) / 1000)} s\n`,
  )
  createPeople(sampleProject, join(folder, 'data'))
  const haykal = await startHaykal(folder, { isEmpty: true })
  const path = join(folder, 'data/data.sqlite')
  const sought = find(path)
  const port = await freePort()
  const bare = spawn(
    process.execPath,
    [join(import.meta.dirname, 'bare-lists.ts'), path, String(port), JSON.stringify(sought)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  await once(bare.stdout, 'data')
  const cookie = await signIn(haykal.url, people.editor)
  const answer = await fetch(`${haykal.url}/api/v1/orders?${fields}&at=50%25`, { headers: { cookie } })
  const { meta } = (await answer.json()) as { meta: Size['cursor'] }
  const saved = await notesOf(haykal.url, cookie)
  return { orders, haykal, bare, bareUrl: `http://127.0.0.1:${port}`, cookie, sought, cursor: meta, saved }
}

/** The notes of a page of orders. */
async function notesOf(url: string, cookie: string): Promise<Size['saved']> {
  const answer = await fetch(`${url}/api/v1/orders?fields=number,note&count=none`, { headers: { cookie } })
  const { data } = (await answer.json()) as { data: readonly { number: number; note: string | null }[] }
  return new Map(data.map(({ number, note }) => [number, note]))
}

function find(path: string): Sought {
  const file = new SqliteFile(path, { readonly: true })
  try {
    const count = Number(file.prepare('select count(*) from orders').pluck().get())
    const one = (sql: string) => Number(file.prepare(sql).pluck().get())
    return {
      customer: one('select customer from orders group by customer order by count(*), customer limit 1'),
      seller: one('select seller from orders where seller is not null group by seller order by count(*) desc limit 1'),
      middle: file
        .prepare('select "placedAt", number from orders order by "placedAt" desc, number desc limit 1 offset ?')
        .get(Math.floor(count / 2)) as Sought['middle'],
    }
  } finally {
    file.close()
  }
}

function tell(name: string, figures: readonly string[]): void {
  process.stdout.write(`${name.padEnd(34)} ${figures.map((figure) => figure.padEnd(20)).join(' ')}\n`)
}
