/** The server as people start it, in a process of its own, measured from outside. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { password } from '../test-server.ts'

const command = resolve(import.meta.dirname, '../../main.ts')
const email = 'owner@example.com'

/** A server that runs. */
export interface RealServer {
  /** Milliseconds from the start of the process to the first list that it answered. */
  readonly firstList: number
  /** Asks as the owner; gives status and text. `signal` tells when the asker goes away. */
  get(path: string, signal?: AbortSignal): Promise<{ readonly status: number; readonly text: string }>
  /** Sends `PATCH /api/v1/…` or the like as the owner. Throws where there is no answer. */
  send(line: string, body: unknown): Promise<{ readonly status: number; readonly text: string }>
  /** The processes that it started, by their ids. */
  children(): readonly number[]
  /** Megabytes that the process has in memory; those of the processes that it started apart. */
  memory(): { readonly own: number; readonly children: number }
  stop(): Promise<void>
  /** Ends it as by `kill -9`. */
  kill(): Promise<void>
  /** Whether it runs no more. */
  readonly hasEnded: boolean
}

/** Makes the owner of a file and signs them in; gives the cookie with which a server can be asked from its first moment on. */
export async function enterAsOwner(file: string, data: string): Promise<string> {
  const args = [
    'user',
    'create',
    email,
    file,
    '--name',
    'The owner',
    '--role',
    'owner',
    '--password-stdin',
    '--data',
    data,
  ]
  execFileSync(process.execPath, [command, ...args], { input: password, stdio: ['pipe', 'ignore', 'inherit'] })
  const { url, child } = await startProcess(file, data)
  const signedIn = await untilAnswered(child, () =>
    fetch(`${url}/api/v1/-/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: url },
      body: JSON.stringify({ email, password }),
    }),
  )
  const [cookie = ''] = signedIn.headers.getSetCookie()
  await endProcess(child)
  return cookie.split(';')[0] ?? ''
}

/** Starts a server on a file and waits for the first list of a model. */
export async function startRealServer({
  file,
  data,
  cookie,
  list,
  env,
}: {
  file: string
  data: string
  cookie: string
  list: string
  /** Besides that of this process; of a server that is given one, it is known why it complains. */
  env?: { readonly [name: string]: string }
}): Promise<RealServer> {
  const start = performance.now()
  const { url, child } = await startProcess(file, data, env)
  const ask = async (path: string, signal?: AbortSignal) =>
    await fetch(url + path, { headers: { Cookie: cookie }, ...(signal && { signal }) })
  const first = await untilAnswered(child, () => ask(list))
  const firstList = performance.now() - start
  await first.text()
  return {
    firstList,
    async get(path, signal) {
      const response = await ask(path, signal)
      return { status: response.status, text: await response.text() }
    },
    async send(line, body) {
      const [method = '', path = ''] = line.split(' ')
      const headers = { 'Content-Type': 'application/json', Origin: url, Cookie: cookie }
      const response = await fetch(url + path, { method, headers, body: JSON.stringify(body) })
      return { status: response.status, text: await response.text() }
    },
    children: () => processes().flatMap(([id = 0, parent]) => (parent === child.pid ? [id] : [])),
    memory: () => memoryOf(child.pid ?? 0),
    stop: () => endProcess(child),
    kill: () => endProcess(child, 'SIGKILL'),
    get hasEnded() {
      return child.exitCode !== null || child.signalCode !== null
    },
  }
}

async function startProcess(
  file: string,
  data: string,
  more?: { readonly [name: string]: string },
): Promise<{ url: string; child: ChildProcess }> {
  const port = await freePort()
  const args = [command, 'start', file, '--port', String(port), '--data', data]
  // As `npm start` does it, whoever runs the tests: what was compiled once is kept, and memory is of one pool.
  const own = { NODE_COMPILE_CACHE: join(tmpdir(), 'haykal-compile-cache'), MALLOC_ARENA_MAX: '1' }
  const env = { ...process.env, ...own, ...more }
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'ignore', more ? 'ignore' : 'inherit'],
    cwd: join(data, '..'),
    env,
  })
  return { url: `http://127.0.0.1:${port}`, child }
}

/** Asks again and again until there is an answer, as a browser with the page open would. */
async function untilAnswered(child: ChildProcess, ask: () => Promise<Response>): Promise<Response> {
  const deadline = performance.now() + 60_000
  while (performance.now() < deadline && child.exitCode === null) {
    const response = await ask().catch(() => undefined)
    if (response?.ok) return response
    await response?.text()
    await new Promise((done) => setTimeout(done, 10))
  }
  await endProcess(child)
  throw new Error(`the server did not answer (exit ${child.exitCode})`)
}

async function endProcess(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}

/** All processes of the machine: id, parent, kilobytes in memory. */
function processes(): readonly (readonly number[])[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' }).trim().split('\n')
  return lines.map((line) => line.trim().split(/\s+/).map(Number))
}

function memoryOf(pid: number): { own: number; children: number } {
  const all = processes()
  const sum = (of: readonly (readonly number[])[]) =>
    Math.round(of.reduce((total, [, , rss = 0]) => total + rss, 0) / 1024)
  return {
    own: sum(all.filter(([id]) => id === pid)),
    children: sum(all.filter(([, parent]) => parent === pid)),
  }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  probe.listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  return typeof address === 'object' && address ? address.port : 0
}
