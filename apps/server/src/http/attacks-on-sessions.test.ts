// Classes of attacks on sessions, cookies, addresses and moments, each by its number and name, asked of every route that there is.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestServer, password, type TestServer } from '../testing/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer()
}, 60_000)
afterAll(async () => await server?.close())

/** Every route that changes something, with something in the places of its parameters. */
function changing(): string[] {
  return server.app.routes
    .filter(({ method }) => method !== 'GET')
    .map(
      ({ method, path }) => `${method} ${path.replace(':model', 'articles').replace(':id', '2').replace(/:\w+/g, 'x')}`,
    )
}

/** Signs somebody in, and gives what their browser then sends. */
async function enter(email: string): Promise<string> {
  const response = await server.ask('POST /api/v1/-/session', { body: { email, password } })
  expect(response.status).toBe(200)
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

let people = 0
async function newcomer(role = 'editor') {
  people += 1
  const email = `newcomer${people}@example.com`
  return { person: await server.state.auth.createPerson({ email, name: 'Newcomer', password, role }), email }
}

const whoAmI = async (cookie: string) =>
  (await (await server.ask('GET /api/v1/-/session', { headers: { Cookie: cookie } })).json()) as {
    person: object | null
  }

describe('12: a session outlives its reason', () => {
  const reasons: readonly (readonly [string, (id: string, cookie: string) => Promise<unknown>])[] = [
    ['sign-out', (_id, Cookie) => server.ask('DELETE /api/v1/-/session', { headers: { Cookie } })],
    ['removal', (id) => server.state.auth.removePerson(id)],
    ['another role', (id) => server.state.auth.changeRole(id, 'reader')],
  ]

  it.each(reasons)('ends at once with %s', async (_name, act) => {
    const { person, email } = await newcomer()
    const cookie = await enter(email)
    expect((await whoAmI(cookie)).person).not.toBeNull()
    await act(person.id, cookie)
    expect((await whoAmI(cookie)).person).toBeNull()
    const edit = { body: { values: {}, base: {} }, headers: { Cookie: cookie } }
    expect((await server.ask('PATCH /api/v1/articles/2', edit)).status).toBe(401)
  })
})

describe('13: ids that are given again, sessions that are fixed', () => {
  it('gives nobody the id of somebody who left, and nothing to who holds their session', async () => {
    const first = await newcomer()
    const cookie = await enter(first.email)
    await server.state.auth.removePerson(first.person.id)
    const second = await newcomer()
    expect(second.person.id).not.toBe(first.person.id)
    expect((await whoAmI(cookie)).person).toBeNull()
  })

  it('makes a new token at every sign-in, whatever token was there before', async () => {
    const { email } = await newcomer()
    const mine = await enter(email)
    const planted = await server.ask('POST /api/v1/-/session', {
      body: { email, password },
      headers: { Cookie: 'haykal=planted' },
    })
    const given = planted.headers.getSetCookie()[0]?.split(';')[0]
    expect(given).not.toBe('haykal=planted')
    expect(given).not.toBe(mine)
    expect((await whoAmI('haykal=planted')).person).toBeNull()
  })
})

describe('23: requests that another site sends', () => {
  it('are refused by every route that changes something, with a person’s cookie too', async () => {
    const foreign: readonly { readonly [name: string]: string }[] = [
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { Origin: 'http://127.0.0.1:3000.evil.example' },
      { 'Sec-Fetch-Site': 'cross-site' },
    ]
    for (const line of changing())
      for (const headers of foreign)
        expect((await server.ask(line, { as: 'owner', headers })).status, `${line} ${JSON.stringify(headers)}`).toBe(
          403,
        )
  })

  it('are refused with every content type that a form can send', async () => {
    const types = [
      '',
      'text/plain',
      'TEXT/PLAIN',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]
    for (const line of changing()) {
      for (const type of types) {
        const headers = { 'Content-Type': type, 'If-Match': '*' }
        const { status } = await server.ask(line, { as: 'owner', headers, body: 'a=1' })
        expect(status, `${line} as ${type}`).toBe(415)
      }
    }
  })

  it('cannot change the method by a header or a parameter', async () => {
    for (const headers of [{ 'X-HTTP-Method-Override': 'DELETE' }, { 'X-Method-Override': 'DELETE' }])
      expect((await server.ask('GET /api/v1/articles/2', { as: 'owner', headers })).status).toBe(200)
    expect((await server.ask('GET /api/v1/articles/2?_method=DELETE', { as: 'owner' })).status).toBe(400)
    expect((await server.ask('GET /api/v1/articles/2', { as: 'owner' })).status).toBe(200)
  })

  it('get no cookie to use, and an odd twin of ours is none', async () => {
    const response = await server.ask('POST /api/v1/-/session', { body: { email: 'reader@example.com', password } })
    for (const cookie of response.headers.getSetCookie())
      expect(cookie).toMatch(/HttpOnly.*SameSite=(Lax|Strict)|SameSite=(Lax|Strict).*HttpOnly/i)
    const token = response.headers.getSetCookie()[0]?.split(';')[0]?.split('=')[1] ?? ''
    for (const twin of [`haykal =${token}`, `\u00a0haykal=${token}`, `Haykal=${token}`, `haykal\t=${token}x`])
      expect((await whoAmI(encodeURI(twin))).person).toBeNull()
  })
})

describe('24: other sites that read', () => {
  it.each([
    'https://evil.example',
    'null',
    'http://127.0.0.1:30000',
    'http://127.0.0.1:3000.evil.example',
    'http://evil127.0.0.1:3000',
  ])('%s is allowed by no answer', async (Origin) => {
    for (const { path } of server.app.routes) {
      const address = path.replace(':model', 'articles').replace(':id', '2').replace(/:\w+/g, 'x')
      for (const line of [`GET ${address}`, `OPTIONS ${address}`]) {
        const headers = { Origin, 'Access-Control-Request-Method': 'DELETE' }
        const response = await server.ask(line, { as: 'owner', headers })
        expect(
          [...response.headers.keys()].filter((name) => name.startsWith('access-control')),
          line,
        ).toEqual([])
      }
    }
  })
})

describe('28: other writings of an address', () => {
  it.each([
    '//api/v1/authors',
    '/api//v1/authors',
    '/api/v1//authors',
    '/api/v1/authors/',
    '/api/v1/./authors',
    '/api/v1/x/../authors',
    '/api/v1/%2e/authors',
    '/api/v1/..;/authors',
    '/api/v1/authors%2f1',
    '/api/v1/authors%00',
    '/api/v1/authors.',
    '/API/v1/authors',
    '/api/v1/Authors',
    '/api/v1/authors;x=1',
    '/api/v1/%61uthors%20',
    '/api/v1/articles/%2e%2e/authors',
    '/.env',
    '/.git/config',
    '/%2e%2e/%2e%2e/etc/passwd',
  ])('%s opens nothing to somebody signed out', async (path) => {
    for (const line of [`GET ${path}`, `GET ${path}?limit=1`, `HEAD ${path}`]) {
      const response = await server.ask(line)
      const text = await response.text()
      expect(response.status, line).toBeLessThan(500)
      expect(text).not.toMatch(/7777\.77|Müller|root:/)
      if (response.status === 200) expect(response.headers.get('content-type')).toContain('text/html')
    }
  })
})

describe('E4: what it is made of', () => {
  it('is told to nobody who is signed out: no version, no name of a field or model that is hidden, no stack', async () => {
    for (const { method, path } of server.app.routes) {
      const line = `${method} ${path.replace(':model', 'authors').replace(':id', '1').replace(/:\w+/g, 'salary')}`
      const response = await server.ask(line, { body: method === 'GET' ? undefined : {} })
      const answer = `${JSON.stringify([...response.headers])} ${await response.text()}`
      expect(answer, line).not.toMatch(/salary"|x-powered-by|hono|sqlite|node\.js|\bat \w+ \(|packages\/|apps\/server/i)
      expect(response.headers.get('server')).toBeNull()
    }
  })
})

describe('E5: many at the same moment', () => {
  it('of fifty who want the same unique value one gets it', async () => {
    const body = { values: { name: 'Only once' } }
    const replies = await Promise.all(
      Array.from({ length: 50 }, () => server.ask('POST /api/v1/authors', { as: 'owner', body })),
    )
    const counted = replies.map(({ status }) => status)
    expect(counted.filter((status) => status === 201)).toHaveLength(1)
    expect(counted.filter((status) => status !== 201).every((status) => status === 409 || status === 422)).toBe(true)
  })

  it('of fifty edits on the same base one is kept, and the others are told', async () => {
    const replies = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        server.ask('PATCH /api/v1/articles/3', {
          as: 'owner',
          body: { values: { title: `By ${index}` }, base: { title: 'Article 03' } },
        }),
      ),
    )
    const counted = replies.map(({ status }) => status)
    expect(counted.filter((status) => status === 200)).toHaveLength(1)
    expect(counted.filter((status) => status === 412)).toHaveLength(49)
  })

  it('of two owners who leave at once one stays', async () => {
    const others = [await newcomer('owner'), await newcomer('owner')]
    const all = [...others.map(({ person }) => person.id)]
    const before = await server.state.auth.countOwners()
    const left = await Promise.allSettled(all.map((id) => server.state.auth.removePerson(id)))
    expect(await server.state.auth.countOwners()).toBe(
      before - left.filter(({ status }) => status === 'fulfilled').length,
    )
    expect(await server.state.auth.countOwners()).toBeGreaterThan(0)
  })
})

describe('E6: rights that are remembered', () => {
  it('are looked at anew by the next request of an open session', async () => {
    const { person, email } = await newcomer('editor')
    const cookie = await enter(email)
    const read = () => server.ask('GET /api/v1/articles/1', { headers: { Cookie: cookie } })
    expect((await read()).status).toBe(200)
    await server.state.auth.changeRole(person.id, 'reader')
    expect((await read()).status).toBe(401)
    const again = await enter(email)
    // A draft, which readers do not see.
    expect((await server.ask('GET /api/v1/articles/1', { headers: { Cookie: again } })).status).toBe(404)
  })
})
