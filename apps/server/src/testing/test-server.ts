/** The real app on a real database, called in-process: what every HTTP test asks. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import type { RoleName } from '@haykal/model'
import type { Hono } from 'hono'
import type { State } from '../handlers/state.ts'
import { createApp } from '../http/create-app.ts'
import { createLog } from '../log.ts'
import { openWebBuild } from '../pages/web-build.ts'
import { findTarget } from '../project/find-target.ts'
import { openTarget } from '../project/open-target.ts'

/** The folder of the project that most tests are about. */
export const demoProject = join(import.meta.dirname, 'demo-project')

/** Who asks. */
export type Identity = RoleName | 'signed out' | 'session ended'

/** The password of everyone in the tests. */
export const password = 'a sentence is good'

/** A request: only what differs from a plain one. */
export interface TestRequest {
  readonly headers?: { readonly [name: string]: string }
  /** Becomes JSON, unless it is text. */
  readonly body?: unknown
  readonly as?: Identity
}

/** An app that can be asked. */
export interface TestServer {
  readonly app: Hono
  readonly state: State
  readonly folder: string
  /** Asks: `ask('GET /livez')`. */
  ask(line: string, request?: TestRequest): Promise<Response>
  /** All that was logged. */
  log(): string
  /** What whoever is at the terminal was told. */
  readonly said: readonly string[]
  close(): Promise<void>
}

/** How to open. */
export interface TestServerOptions {
  /** Absent: the demo project. */
  readonly target?: string
  readonly publicUrl?: string
  /** A folder with a build. */
  readonly web?: string
  /** Without people. */
  readonly isEmpty?: boolean
  /** As under `pnpm dev`. */
  readonly isDeveloped?: boolean
  /** Absent: as usual. */
  readonly listSeconds?: number
}

/** Where the app believes to be, unless a public address is given. */
export const origin = 'http://127.0.0.1:3000'

/** Asks as the owner, unless somebody else is named, what must succeed; gives the reply, undefined where it is empty. Throws with what was answered instead. */
export async function done<Reply>(server: TestServer, line: string, request: TestRequest = {}): Promise<Reply> {
  const response = await server.ask(line, { as: 'owner', ...request })
  const text = await response.text()
  if (response.status >= 300) throw new Error(`${line}: ${response.status} ${text}`)
  return (text === '' ? undefined : JSON.parse(text)) as Reply
}

/** Opens the app with a person of each role. */
export async function openTestServer({
  target = demoProject,
  publicUrl,
  web,
  isEmpty = false,
  isDeveloped = false,
  listSeconds,
}: TestServerOptions = {}): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'haykal-http-'))
  const settings = {
    port: 3000,
    host: '127.0.0.1',
    logLevel: 'trace',
    dataFolder: join(folder, 'data'),
    ...(listSeconds !== undefined && { listSeconds }),
  }
  const said: string[] = []
  const build = web === undefined ? undefined : openWebBuild(web)
  const say = (sentence: string) => void said.push(sentence)
  const options = { settings, cwd: folder, scale: 1, modules: build?.modules ?? {}, isDeveloped, say }
  const opened = await openTarget(findTarget(target, folder), options)
  const { state } = opened
  let logged = ''
  const sink = new Writable({
    write(chunk, _encoding, done) {
      logged += String(chunk)
      done()
    },
  })
  const app = createApp({
    state,
    host: settings.host,
    log: createLog('trace', sink),
    ...(build ? { build } : {}),
    ...(publicUrl === undefined ? {} : { publicUrl: new URL(publicUrl) }),
  })
  const cookies: Cookies = isEmpty ? {} : await signEveryoneIn(state, publicUrl?.startsWith('https:') === true)
  return {
    app,
    state,
    folder,
    log: () => logged,
    said,
    async ask(line, { headers = {}, body, as = 'signed out' } = {}) {
      const [method = '', path = ''] = line.split(/ (.*)/s)
      const cookie = cookies[as]
      const all = {
        Host: new URL(publicUrl ?? origin).host,
        ...(method === 'GET' || method === 'HEAD'
          ? {}
          : { Origin: publicUrl ?? origin, 'Content-Type': 'application/json' }),
        ...(cookie === undefined ? {} : { Cookie: cookie }),
        ...headers,
      }
      const sent = body === undefined && !['GET', 'HEAD'].includes(method) ? {} : body
      const init = {
        method,
        headers: all,
        ...(sent === undefined ? {} : { body: typeof sent === 'string' ? sent : JSON.stringify(sent) }),
      }
      return await app.request(path, init, { incoming: { socket: { remoteAddress: '192.0.2.1' } } })
    },
    async close() {
      await opened.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

type Cookies = { readonly [identity in Identity]?: string }

async function signEveryoneIn({ auth }: State, isTls: boolean): Promise<Cookies> {
  const name = isTls ? '__Host-haykal' : 'haykal'
  const enter = async (role: RoleName, email = `${role}@example.com`) => {
    const { token } = await auth.signIn({ email, password, address: '192.0.2.1' })
    return { cookie: `${name}=${token}`, token }
  }
  for (const role of ['owner', 'editor', 'reader'] as const) {
    await auth.createPerson({ email: `${role}@example.com`, name: `The ${role}`, password, role })
  }
  const ended = await enter('owner')
  await auth.signOut(ended.token)
  return {
    owner: (await enter('owner')).cookie,
    editor: (await enter('editor')).cookie,
    reader: (await enter('reader')).cookie,
    'session ended': ended.cookie,
  }
}
