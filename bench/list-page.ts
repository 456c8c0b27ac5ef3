/** How much of the bare throughput a list page keeps with sign-in, rules, checks and titles: `pnpm bench`. Figures of one run are compared with each other only. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { createPeople, freePort, makeFolder, people, startHaykal } from '../e2e/fixtures/haykal-server.ts'
import { sampleProject } from '../tools/steps/target.mjs'
import { type Answers, askInALoop } from './ask-in-a-loop.ts'
import { median } from './median.ts'
import { signIn } from './sign-in.ts'

const rounds = 3
const load = { connections: 16, seconds: 3 } as const
/** Seconds for which each is asked before anything is measured: by then its code is compiled as well as it will be. */
const warmUp = 5
const address = '/api/v1/orders?fields=number,customer,status,placedAt,total,note'

const folder = makeFolder()
await (await startHaykal(folder, { isEmpty: true })).stop()
createPeople(sampleProject, join(folder, 'data'))
const haykal = await startHaykal(folder, { isEmpty: true })
const barePort = await freePort()
const bare = spawn(
  process.execPath,
  [join(import.meta.dirname, 'bare-server.ts'), join(folder, 'data/data.sqlite'), String(barePort)],
  {
    stdio: ['ignore', 'pipe', 'inherit'],
  },
)
await once(bare.stdout, 'data')
try {
  const cookie = await signIn(haykal.url, people.owner)
  const candidates = [
    { name: 'bare', url: `http://127.0.0.1:${barePort}/` },
    { name: 'page without count', url: `${haykal.url}${address}&count=none`, headers: { cookie } },
    { name: 'page with bounded count', url: haykal.url + address, headers: { cookie } },
  ]
  const results = new Map<string, Answers[]>()
  for (const { url, ...rest } of candidates)
    await askInALoop({ url, ...rest, connections: load.connections, seconds: warmUp })
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, ...candidate } of candidates)
      results.set(name, [...(results.get(name) ?? []), await askInALoop({ ...candidate, ...load })])
  }
  const reference = median((results.get('bare') ?? []).map((each) => each.perSecond))
  for (const [name, answers] of results) {
    const perSecond = median(answers.map((each) => each.perSecond))
    const share = Math.round((100 * perSecond) / reference)
    const waits = `p50 ${median(answers.map((each) => each.p50)).toFixed(2)} ms, p99 ${median(answers.map((each) => each.p99)).toFixed(2)} ms`
    process.stdout.write(
      `${name.padEnd(26)} ${String(Math.round(perSecond)).padStart(7)} a second  ${String(share).padStart(4)} %  ${waits}, ${answers[0]?.bytes} bytes\n`,
    )
  }
} finally {
  bare.kill('SIGTERM')
  await haykal.stop()
  rmSync(folder, { recursive: true, force: true })
}
