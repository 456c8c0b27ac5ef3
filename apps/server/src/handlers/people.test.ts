// People, their roles and what they are handed, over HTTP: only owners reach them, nothing secret comes out, and every change is felt by the next request.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { endpoints, fillPath, type ListedPerson, type PersonLink } from '@haykal/contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openOwnDatabase } from '../project/open-own-database.ts'
import { openTestServer, password, type TestRequest, type TestServer } from '../testing/test-server.ts'

let server: TestServer
beforeEach(async () => {
  server = await openTestServer()
})
afterEach(async () => {
  await server.close()
})

interface Reply {
  readonly person: ListedPerson
  readonly link: PersonLink
  readonly data: readonly ListedPerson[]
  readonly meta: { readonly count: number; readonly next: number | null }
  readonly code: string
  readonly errors?: readonly { readonly pointer: string; readonly code: string }[]
}

async function ask(line: string, request: TestRequest = {}): Promise<{ status: number; text: string; reply: Reply }> {
  const response = await server.ask(line, { as: 'owner', ...request })
  const text = await response.text()
  return { status: response.status, text, reply: (text === '' ? {} : JSON.parse(text)) as Reply }
}

const salma = { name: 'Salma', email: 'Salma@Example.com', role: 'clerk' }

async function createClerk(more: object = {}): Promise<{ person: ListedPerson; cookie: string; token: string }> {
  const { reply } = await ask('POST /api/v1/-/people', { body: { ...salma, attributes: { country: 'EG' }, ...more } })
  const token = reply.link.path.split('#')[1] ?? ''
  const entered = await server.ask('POST /api/v1/-/password', { body: { token, password } })
  expect(entered.status).toBe(200)
  return { person: reply.person, token, cookie: cookieOf(entered) }
}

function cookieOf(response: Response): string {
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

async function signIn(email: string): Promise<string> {
  return cookieOf(await server.ask('POST /api/v1/-/session', { body: { email, password } }))
}

/** What somebody with this cookie gets. */
async function askWith(cookie: string, line: string, body?: unknown) {
  return await ask(line, { as: 'signed out', headers: { Cookie: cookie }, ...(body === undefined ? {} : { body }) })
}

const hidden = Object.values(endpoints).filter(({ rule }) => rule === 'hidden')

describe('the addresses of people', () => {
  it.each(['editor', 'reader', 'signed out', 'session ended'] as const)('are not there for: %s', async (as) => {
    const { person } = await createClerk()
    expect(hidden.length).toBeGreaterThan(9)
    for (const { method, path } of hidden) {
      const real = fillPath(path, { id: person.id })
      const made = real.replace('/-/people', '/-/nobody').replace('/-/view-as', '/-/nothing')
      const answers = []
      for (const address of [real, made]) {
        const request = { as, body: method === 'GET' ? undefined : { nonsense: 1 } }
        const response = await server.ask(`${method} ${address}`, request)
        const { requestId: _, ...document } = (await response.json()) as { requestId: string }
        answers.push({ status: response.status, allow: response.headers.get('allow'), document })
      }
      expect(answers[0], `${method} ${path}`).toEqual(answers[1])
    }
  })

  it('do not even say which methods they take', async () => {
    expect((await ask('PUT /api/v1/-/people', { as: 'reader' })).status).toBe(
      (await ask('PUT /api/v1/-/nobody', { as: 'reader' })).status,
    )
  })

  it('are in the document of owners only', async () => {
    expect((await ask('GET /api/v1/-/openapi.json')).text).toContain('/api/v1/-/people/{id}/-/suspend')
    expect((await ask('GET /api/v1/-/openapi.json', { as: 'reader' })).text).not.toContain('/-/people')
  })
})

describe('a person', () => {
  it('is created with role, groups and attributes, and sets a password with a one-time address', async () => {
    const { reply, status } = await ask('POST /api/v1/-/people', {
      body: { ...salma, groups: [' desk ', 'cairo', 'desk'], attributes: { country: 'EG', desk: 4 } },
    })
    expect(status).toBe(201)
    expect(reply.person).toMatchObject({
      ...salma,
      groups: ['cairo', 'desk'],
      attributes: { country: 'EG', desk: 4 },
      hasPassword: false,
      suspendedAt: null,
    })
    const token = reply.link.path.split('#')[1] ?? ''
    const short = await ask('POST /api/v1/-/password', { as: 'signed out', body: { token, password: 'short' } })
    expect(short.reply.errors).toMatchObject([{ pointer: '/password', code: 'password_too_short' }])
    const all = Array.from({ length: 50 }, () => server.ask('POST /api/v1/-/password', { body: { token, password } }))
    const statuses = (await Promise.all(all)).map((response) => response.status)
    expect(statuses.filter((each) => each === 200)).toHaveLength(1)
    expect(statuses.filter((each) => each === 422)).toHaveLength(49)
    expect((await askWith(await signIn(salma.email), 'GET /api/v1/-/session')).reply.person.name).toBe('Salma')
    expect((await ask(`GET /api/v1/-/people/${reply.person.id}`)).reply.person.hasPassword).toBe(true)
  })

  it('sees what the role may, by what is known of them', async () => {
    const { cookie } = await createClerk()
    const authors = await askWith(cookie, 'GET /api/v1/authors')
    expect(authors.text).toContain('مكتبة النيل')
    expect(authors.text).not.toContain('Müller')
    expect(authors.text).not.toContain('7777')
  })

  it('is refused with every problem at once, and with what nobody may say', async () => {
    const wrong = { name: ' ', email: 'nowhere', role: 'boss', groups: [''], attributes: { country: 'XX', pay: 1 } }
    const { reply, status } = await ask('POST /api/v1/-/people', { body: wrong })
    expect(status).toBe(422)
    expect(reply.errors?.map(({ pointer, code }) => `${pointer} ${code}`).toSorted()).toEqual([
      '/attributes/country not_an_option',
      '/attributes/pay unknown_field',
      '/email bad_email',
      '/groups malformed',
      '/name required',
      '/role not_an_option',
    ])
    for (const name of ['id', 'password', 'hash', 'suspendedAt', 'createdAt', 'emailFolded', '__proto__']) {
      const body = `{"name":"A","email":"a@b.c","role":"reader","${name}":"x"}`
      expect((await ask('POST /api/v1/-/people', { body })).status, name).toBe(400)
    }
    const taken = { ...salma, email: ' OWNER@example.com' }
    expect((await ask('POST /api/v1/-/people', { body: taken })).reply.errors).toMatchObject([{ code: 'not_unique' }])
  })

  it('is changed only where nobody else did meanwhile', async () => {
    const { person } = await createClerk()
    const line = `PATCH /api/v1/-/people/${person.id}`
    const values = { name: 'Salma N.', attributes: { desk: 7 } }
    const base = { name: 'Salma', attributes: { desk: null } }
    expect((await ask(line, { body: { values, base } })).reply.person).toMatchObject({
      name: 'Salma N.',
      attributes: { country: 'EG', desk: 7 },
    })
    const late = await ask(line, { body: { values: { name: 'S.', attributes: { desk: 8 } }, base } })
    expect(late.status).toBe(412)
    expect(late.text).toContain('"theirs":"Salma N."')
    expect(late.text).toContain('attributes/desk')
  })

  it('never comes with what only the server may know', async () => {
    const { person, token } = await createClerk({ groups: ['desk'] })
    const link = await ask(`POST /api/v1/-/people/${person.id}/-/reset-password`)
    const texts = [
      (await ask('GET /api/v1/-/people')).text,
      (await ask(`GET /api/v1/-/people/${person.id}`)).text,
      (await ask('GET /api/v1/-/people/-/about')).text,
      (await ask('GET /api/v1/-/boot')).text,
      (await ask('GET /api/v1/-/session')).text,
    ]
    const second = link.reply.link.path.split('#')[1] ?? ''
    for (const text of texts)
      for (const secret of ['argon2', 'salma@example.com', 'hash', token, second]) expect(text).not.toContain(secret)
    const written = ['', '-wal'].map((end) =>
      readFileSync(join(server.folder, 'data', `haykal.sqlite${end}`)).toString('latin1'),
    )
    expect(written.join('')).not.toContain(second)
    expect(server.log()).not.toContain(second)
  })

  it('is found by words, and listed page by page', async () => {
    for (let index = 0; index < 7; index += 1)
      await server.state.auth.createPerson({
        name: `Person ${index}`,
        email: `p${index}@example.com`,
        role: 'guest',
        groups: index % 2 === 0 ? ['even'] : [],
      })
    const first = await ask('GET /api/v1/-/people?q=PERSON&limit=4')
    expect(first.reply.data.map(({ name }) => name)).toEqual(['Person 0', 'Person 1', 'Person 2', 'Person 3'])
    expect(first.reply.meta).toEqual({ count: 7, next: 4 })
    const rest = await ask('GET /api/v1/-/people?q=person&limit=4&offset=4')
    expect(rest.reply.data.map(({ name }) => name)).toEqual(['Person 4', 'Person 5', 'Person 6'])
    expect(rest.reply.meta).toEqual({ count: 7, next: null })
    expect((await ask('GET /api/v1/-/people?group=even')).reply.meta.count).toBe(4)
    const wrong = await ask('GET /api/v1/-/people?limit=0x&offset=-1&role=a')
    expect(wrong.reply.errors?.map(({ pointer }) => pointer).toSorted()).toEqual(['?limit', '?offset', '?role'])
    for (const limit of ['0', '501', '999'])
      expect((await ask(`GET /api/v1/-/people?limit=${limit}`)).status, limit).toBe(400)
  })
})

describe('a group', () => {
  it('is there as long as somebody is in it', async () => {
    const { person } = await createClerk({ groups: ['desk'] })
    expect((await ask('GET /api/v1/-/people/-/about')).text).toContain('"groups":[{"name":"desk","people":1}]')
    const edit = { values: { groups: [] }, base: { groups: ['desk'] } }
    await ask(`PATCH /api/v1/-/people/${person.id}`, { body: edit })
    expect((await ask('GET /api/v1/-/people/-/about')).text).toContain('"groups":[]')
  })
})

describe('a change is felt by the next request of an open session', () => {
  const authors = 'GET /api/v1/authors'

  it('when an attribute changes', async () => {
    const { person, cookie } = await createClerk()
    expect((await askWith(cookie, authors)).text).toContain('مكتبة النيل')
    const edit = { values: { attributes: { country: 'DE' } }, base: { attributes: { country: 'EG' } } }
    await ask(`PATCH /api/v1/-/people/${person.id}`, { body: edit })
    const after = await askWith(cookie, authors)
    expect(after.text).toContain('Müller')
    expect(after.text).not.toContain('مكتبة النيل')
  })

  it('when the role changes: the session ends, and the next one has the rights of the new role', async () => {
    const { person, cookie } = await createClerk()
    expect((await askWith(cookie, authors)).status).toBe(200)
    await ask(`PATCH /api/v1/-/people/${person.id}`, { body: { values: { role: 'guest' }, base: { role: 'clerk' } } })
    expect((await askWith(cookie, authors)).status).toBe(401)
    expect((await askWith(await signIn(salma.email), authors)).status).toBe(404)
  })

  it.each(['POST suspend', 'POST end-sessions', 'DELETE'])('when an owner says %s', async (act) => {
    const { person, cookie } = await createClerk()
    expect((await askWith(cookie, authors)).status).toBe(200)
    const [method, word] = act.split(' ')
    const line = `${method} /api/v1/-/people/${person.id}${word === undefined ? '' : `/-/${word}`}`
    expect((await ask(line)).status).toBeLessThan(300)
    expect((await askWith(cookie, authors)).status).toBe(401)
  })

  it('also when another process made it, within a second', async () => {
    const { person, cookie } = await createClerk()
    expect((await askWith(cookie, authors)).text).toContain('مكتبة النيل')
    const { declared } = server.state.auth
    const other = await openOwnDatabase(join(server.folder, 'data'), { people: declared })
    const changed = async (work: () => Promise<unknown>, isFelt: (text: string) => boolean) => {
      await work()
      const start = performance.now()
      while (!isFelt((await askWith(cookie, authors)).text)) {
        expect(performance.now() - start).toBeLessThan(1000)
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    }
    const edit = { values: { attributes: { country: 'DE' } }, base: { attributes: { country: 'EG' } } }
    await changed(
      () => other.auth.roster.edit(person.id, edit),
      (text) => text.includes('Müller'),
    )
    await changed(
      () => other.auth.roster.suspend(person.id),
      (text) => text.includes('not_signed_in'),
    )
    await other.database.close()
  })
})

describe('somebody suspended', () => {
  it('is answered as with a wrong password, may use no address, and comes back when resumed', async () => {
    const { person } = await createClerk()
    const { reply } = await ask(`POST /api/v1/-/people/${person.id}/-/reset-password`)
    await ask(`POST /api/v1/-/people/${person.id}/-/suspend`)
    const body = { email: salma.email, password }
    const right = await ask('POST /api/v1/-/session', { as: 'signed out', body })
    const wrong = await ask('POST /api/v1/-/session', { as: 'signed out', body: { ...body, password: 'not this one' } })
    const { requestId: _one, ...first } = JSON.parse(right.text)
    const { requestId: _two, ...second } = JSON.parse(wrong.text)
    expect(right.status).toBe(401)
    expect(first).toEqual(second)
    const token = reply.link.path.split('#')[1]
    const used = await ask('POST /api/v1/-/password', {
      as: 'signed out',
      body: { token, password: 'another one now' },
    })
    expect(used.reply.errors).toMatchObject([{ code: 'bad_token' }])
    await ask(`POST /api/v1/-/people/${person.id}/-/resume`)
    expect((await ask('POST /api/v1/-/session', { as: 'signed out', body })).status).toBe(200)
  })
})

describe('a reset', () => {
  it('leaves the old password until the new one is set, which ends every session', async () => {
    const { person, cookie } = await createClerk()
    const first = (await ask(`POST /api/v1/-/people/${person.id}/-/reset-password`)).reply.link
    const { path, expiresAt } = (await ask(`POST /api/v1/-/people/${person.id}/-/reset-password`)).reply.link
    expect(Date.parse(expiresAt) - Date.now()).toBeLessThanOrEqual(30 * 60_000)
    expect((await askWith(await signIn(salma.email), 'GET /api/v1/authors')).status).toBe(200)
    const use = (link: string) =>
      ask('POST /api/v1/-/password', {
        as: 'signed out',
        body: { token: link.split('#')[1], password: 'another one now' },
      })
    expect((await use(first.path)).status).toBe(422)
    expect((await use(path)).status).toBe(200)
    expect((await askWith(cookie, 'GET /api/v1/authors')).status).toBe(401)
    expect(await signIn(salma.email)).toBe('')
  })
})

describe('the last owner', () => {
  it('stays, whatever is asked, and of two that go at once one stays', async () => {
    const [owner] = (await ask('GET /api/v1/-/people?q=owner@')).reply.data
    const id = owner?.id ?? ''
    const less = { values: { role: 'editor' }, base: { role: 'owner' } }
    const refusals = [
      await ask(`POST /api/v1/-/people/${id}/-/suspend`),
      await ask(`DELETE /api/v1/-/people/${id}`),
      await ask(`PATCH /api/v1/-/people/${id}`, { body: less }),
    ]
    expect(refusals.map(({ status, reply }) => `${status} ${reply.code}`)).toEqual(Array(3).fill('409 last_owner'))

    // An owner who has never signed in owns nothing yet.
    const invited = (await ask('POST /api/v1/-/people', { body: { ...salma, role: 'owner' } })).reply
    expect((await ask(`DELETE /api/v1/-/people/${id}`)).reply.code).toBe('last_owner')
    await server.ask('POST /api/v1/-/password', { body: { token: invited.link.path.split('#')[1], password } })
    const cookie = await signIn(salma.email)
    const both = await Promise.all([
      askWith(cookie, `POST /api/v1/-/people/${id}/-/suspend`, {}),
      askWith(cookie, `POST /api/v1/-/people/${invited.person.id}/-/suspend`, {}),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
  })
})
