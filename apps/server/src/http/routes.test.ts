// What all routes share: a rule each, the same headers, nothing changed by reading, the right methods.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { endpoints } from '@haykal/contract'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLog } from '../log.ts'
import { openTestServer, type TestServer } from '../testing/test-server.ts'
import { createCookies } from './cookies.ts'
import { standardHeaders } from './headers.ts'
import { createRoutes } from './routes.ts'

let server: TestServer
let published: TestServer
beforeAll(async () => {
  server = await openTestServer()
  published = await openTestServer({ publicUrl: 'https://press.example' })
})
afterAll(async () => {
  await server.close()
  await published.close()
})

/** Every route of the app, with something in the places of its parameters, and some addresses that lead nowhere. */
function everyLine(): string[] {
  const routes = server.app.routes.map(
    ({ method, path }) => `${method} ${path.replace(':model', 'articles').replace(':id', '2')}`,
  )
  return [...routes, 'GET /nothing.txt', 'GET /api/nothing', 'POST /nothing', 'GET /api/v1/articles?x=1']
}

describe('a route', () => {
  it('is there for every endpoint of the contract, and for nothing that nobody knows of', () => {
    const known = Object.values(endpoints).map(({ method, path }) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`)
    const own = ['GET /api/v1/-/p/latest', 'POST /api/v1/-/p/announce', 'GET /livez', 'GET /readyz']
    expect(server.app.routes.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual(
      [...known, ...own].toSorted(),
    )
  })

  it('without a rule keeps the server from starting', () => {
    const app = new Hono()
    const routes = createRoutes({
      app,
      headers: standardHeaders({ isTls: false }),
      cookies: createCookies({ isTls: false }),
      own: { host: '127.0.0.1' },
      log: createLog('silent'),
      readVisitor: async () => undefined,
      explain: async (error) => error,
    })
    routes.add({ method: 'GET', path: '/ruled/{name}', rule: 'everyone', answer: async () => ({ reply: {} }) })
    routes.check()
    app.get('/backdoor', (context) => context.text('hello'))
    app.use('/more/*', async (_context, next) => next())
    expect(() => routes.check()).toThrow('These routes declare no rule: GET /backdoor, ALL /more/*.')
  })

  it('says which methods there are when asked with another', async () => {
    const allow = async (line: string) => {
      const response = await server.ask(line, { as: 'owner' })
      return `${response.status} ${response.headers.get('allow')}`
    }
    expect(await allow('PUT /api/v1/articles')).toBe('405 GET, HEAD, POST')
    expect(await allow('OPTIONS /api/v1/articles/1')).toBe('405 GET, HEAD, PATCH, DELETE')
    expect(await allow('POST /api/v1/-/boot')).toBe('405 GET, HEAD')
    expect(await allow('POST /a/screen')).toBe('405 GET, HEAD')
    expect(await allow('POST /api/v1/-/nothing/at/all')).toBe('404 null')
  })

  it('answers HEAD as GET without a body', async () => {
    for (const path of ['/livez', '/api/v1/articles', '/api/v1/articles/2', '/api/v1/nothing']) {
      const [get, head] = [
        await server.ask(`GET ${path}`, { as: 'owner' }),
        await server.ask(`HEAD ${path}`, { as: 'owner' }),
      ]
      expect(head.status).toBe(get.status)
      expect(await head.text()).toBe('')
      expect(head.headers.get('etag')).toBe(get.headers.get('etag'))
    }
  })
})

describe('every answer', () => {
  it('carries the headers that keep browsers safe, errors too', async () => {
    for (const line of everyLine()) {
      for (const as of ['owner', 'signed out'] as const) {
        const { headers, status } = await server.ask(line, { as, body: line.startsWith('GET') ? undefined : {} })
        const seen = { line, ...Object.fromEntries(headers) }
        expect(seen).toMatchObject({
          line,
          'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'same-origin',
          'cross-origin-opener-policy': 'same-origin',
          'cross-origin-resource-policy': 'same-origin',
          'permissions-policy': expect.stringContaining('camera=()'),
          'cache-control': 'no-store',
        })
        expect(headers.get('strict-transport-security')).toBeNull()
        expect(headers.get('x-powered-by')).toBeNull()
        expect(headers.get('server')).toBeNull()
        if (status !== 204)
          expect(headers.get('content-type')).toMatch(/^application\/(problem\+)?json; charset=utf-8$/)
      }
    }
  })

  it('tells browsers to come by TLS only, where the address says so, and hardens the cookie', async () => {
    for (const line of ['GET /livez', 'GET /nothing', 'GET /api/v1/authors']) {
      const { headers } = await published.ask(line)
      expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains')
    }
    const body = { email: 'reader@example.com', password: 'a sentence is good' }
    const signedIn = await published.ask('POST /api/v1/-/session', { body })
    for (const cookie of signedIn.headers.getSetCookie()) {
      expect(cookie).toMatch(/^__Host-haykal(-device)?=[\w.-]+; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax; Secure$/)
    }
    expect((await published.ask('GET /api/v1/authors', { as: 'reader' })).status).toBe(200)
  })
})

describe('reading', () => {
  const digest = () => {
    const data = join(server.folder, 'data')
    const hash = createHash('sha256')
    // The -shm files hold the marks of readers only.
    for (const file of readdirSync(data)
      .filter((name) => !name.endsWith('-shm'))
      .toSorted())
      hash.update(readFileSync(join(data, file)))
    return hash.digest('hex')
  }

  it('leaves every file as it was', async () => {
    const before = digest()
    for (const line of everyLine().filter((each) => each.startsWith('GET'))) {
      for (const as of ['owner', 'reader', 'signed out'] as const) {
        await server.ask(line, { as })
        await server.ask(line.replace('GET', 'HEAD'), { as })
      }
    }
    expect(digest()).toBe(before)
  })
})

describe('readiness', () => {
  it('ends when the database does', async () => {
    const other = await openTestServer()
    expect((await other.ask('GET /readyz')).status).toBe(200)
    await other.close()
    const response = await other.ask('GET /readyz')
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('1')
    expect((await other.ask('GET /livez')).status).toBe(200)
  })
})

describe('an error of our own', () => {
  it('is logged with its cause and answered with a number only', async () => {
    const other = await openTestServer()
    await other.close()
    const response = await other.ask('GET /api/v1/articles/1', { as: 'signed out' })
    const document = (await response.json()) as { requestId: string }
    expect(response.status).toBe(500)
    expect(document).toEqual({
      type: '/problems/unexpected',
      title: 'Internal Server Error',
      status: 500,
      detail: 'Something went wrong on the server. Try again; nothing was changed.',
      code: 'unexpected',
      requestId: document.requestId,
    })
    expect(other.log()).toContain(document.requestId)
    expect(other.log()).toContain('"err":')
  })
})
