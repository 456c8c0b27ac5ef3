// Which requests may change something: those of our own pages, and those of programs.
import { HaykalError } from '@haykal/model'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestServer, type TestServer } from '../testing/test-server.ts'
import { checkOrigin, type OwnPlace, type RequestOrigin } from './check-origin.ts'

const local: OwnPlace = { host: '127.0.0.1' }
const open: OwnPlace = { host: 'press.internal' }
const published: OwnPlace = { host: '127.0.0.1', publicUrl: new URL('https://press.example') }
const dev: OwnPlace = { host: '127.0.0.1', publicUrl: new URL('http://127.0.0.1:3000') }

function isLet(request: Partial<RequestOrigin>, own: OwnPlace): boolean {
  try {
    checkOrigin({ origin: undefined, fetchSite: undefined, host: undefined, ...request }, own)
    return true
  } catch (error) {
    if (error instanceof HaykalError && error.code === 'foreign_origin') return false
    throw error
  }
}

describe('a changing request', () => {
  it.each<[string, Partial<RequestOrigin>, OwnPlace]>([
    ['of a program, which sends neither', { host: 'anything' }, local],
    ['of our page', { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000', fetchSite: 'same-origin' }, local],
    ['of our page in a browser that says less', { origin: 'http://localhost:3000', host: 'localhost:3000' }, local],
    ['of our page under IPv6', { origin: 'http://[::1]:3000', host: '[::1]:3000' }, local],
    ['of our page at a bare address', { origin: 'http://192.0.2.7:3000', host: '192.0.2.7:3000' }, { host: '0.0.0.0' }],
    ['of our page under our own name', { origin: 'http://press.internal', host: 'press.internal' }, open],
    ['of our page at the usual port', { origin: 'http://localhost', host: 'localhost:80' }, local],
    [
      'of our published page',
      { origin: 'https://press.example', host: '10.0.0.1:3000', fetchSite: 'same-origin' },
      published,
    ],
    [
      'of the development page under another name of this machine',
      { origin: 'http://localhost:3000', host: '127.0.0.1:41000' },
      dev,
    ],
  ])('is let in %s', (_name, request, own) => {
    expect(isLet(request, own)).toBe(true)
  })

  it.each<[string, Partial<RequestOrigin>, OwnPlace]>([
    ['of another site', { origin: 'https://evil.example', host: '127.0.0.1:3000' }, local],
    ['of nowhere', { origin: 'null', host: '127.0.0.1:3000' }, local],
    ['of an empty origin', { origin: '', host: '127.0.0.1:3000' }, local],
    ['of another port', { origin: 'http://127.0.0.1:3001', host: '127.0.0.1:3000' }, local],
    [
      'of a name that somebody leads to this machine',
      { origin: 'http://evil.example:3000', host: 'evil.example:3000' },
      local,
    ],
    [
      'of a name that ends like ours',
      { origin: 'http://127.0.0.1.evil.example:3000', host: '127.0.0.1.evil.example:3000' },
      local,
    ],
    ['without an origin, but across sites', { fetchSite: 'cross-site', host: '127.0.0.1:3000' }, local],
    ['without an origin, but of a browser', { fetchSite: 'same-origin', host: '127.0.0.1:3000' }, local],
    [
      'of our page, but across sites',
      { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000', fetchSite: 'cross-site' },
      local,
    ],
    ['of a neighbour', { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000', fetchSite: 'same-site' }, local],
    ['of our published name without TLS', { origin: 'http://press.example', host: 'press.example' }, published],
    ['of a name in front of ours', { origin: 'https://evilpress.example', host: 'press.example' }, published],
    ['of a name behind ours', { origin: 'https://press.example.evil', host: 'press.example' }, published],
    [
      'of our name in capitals, as no browser sends it',
      { origin: 'https://PRESS.example', host: 'press.example' },
      published,
    ],
    ['of our name with a path', { origin: 'https://press.example/', host: 'press.example' }, published],
    [
      'of the host asked for, which anyone can send',
      { origin: 'https://evil.example', host: 'evil.example' },
      published,
    ],
    ['of another port of this machine', { origin: 'http://localhost:3001', host: 'localhost:3000' }, dev],
    ['of no address at all', { origin: 'x y z', host: 'x y z' }, local],
  ])('is refused %s', (_name, request, own) => {
    expect(isLet(request, own)).toBe(false)
  })
})

describe('every route that changes something', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await openTestServer()
  })
  afterAll(async () => {
    await server.close()
  })
  const routes = [
    'POST /api/v1/-/session',
    'DELETE /api/v1/-/session',
    'POST /api/v1/-/setup',
    'POST /api/v1/articles',
    'PATCH /api/v1/articles/1',
    'DELETE /api/v1/articles/1',
    'POST /api/v1/articles/-/unlock',
    'POST /api/v1/-/p/announce',
  ]
  it.each(routes)('refuses requests of other sites: %s', async (line) => {
    for (const headers of [
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { 'Sec-Fetch-Site': 'cross-site' },
    ]) {
      const response = await server.ask(line, { as: 'owner', headers })
      expect(response.status).toBe(403)
      expect(await response.json()).toMatchObject({ code: 'foreign_origin' })
    }
  })

  it.each(routes)('refuses what a form of another site could send: %s', async (line) => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', '']) {
      const response = await server.ask(line, {
        as: 'owner',
        headers: { 'Content-Type': type, 'If-Match': '*' },
        body: 'x=1',
      })
      expect(response.status).toBe(415)
    }
  })

  it.each(['https://evil.example', 'null', 'http://127.0.0.1:3000'])(
    'allows no other site to read: %s',
    async (Origin) => {
      for (const line of ['GET /api/v1/articles', 'OPTIONS /api/v1/articles', 'GET /livez']) {
        const response = await server.ask(line, {
          as: 'owner',
          headers: { Origin, 'Access-Control-Request-Method': 'DELETE' },
        })
        const cors = [...response.headers.keys()].filter((name) => name.startsWith('access-control'))
        expect(cors).toEqual([])
      }
    },
  )
})
