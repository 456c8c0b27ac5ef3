// An owner who looks as somebody else gets exactly what they would, changes nothing, and it is written down.
import { join } from 'node:path'
import { endpoints, fillPath } from '@haykal/contract'
import { openDatabase } from '@haykal/database'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestServer, password, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let clerk: { readonly id: string; readonly cookie: string }
beforeEach(async () => {
  server = await openTestServer()
  const { auth } = server.state
  const salma = { name: 'Salma', email: 'salma@example.com', role: 'clerk', attributes: { country: 'EG' } }
  const { id } = await auth.createPerson({ ...salma, password })
  const { token } = await auth.signIn({ email: salma.email, password, address: '192.0.2.9' })
  clerk = { id, cookie: `haykal=${token}` }
})
afterEach(async () => {
  await server.close()
})

/** What an answer says, but for what is new in each. */
async function said(response: Response): Promise<string> {
  return (await response.text()).replace(/"requestId":"[^"]+"/, '')
}

async function asClerk(line: string): Promise<string> {
  return await said(await server.ask(line, { headers: { Cookie: clerk.cookie } }))
}

async function asOwner(line: string, body?: unknown): Promise<Response> {
  return await server.ask(line, { as: 'owner', ...(body === undefined ? {} : { body }) })
}

const reads = [
  'GET /api/v1/authors',
  'GET /api/v1/authors?filter[salary][gt]=1',
  'GET /api/v1/authors/1',
  'GET /api/v1/authors/2',
  'GET /api/v1/authors/1/-/why/edit',
  'GET /api/v1/authors/1/-/why/remove',
  'GET /api/v1/authors/2/-/why/edit',
  'GET /api/v1/articles?count=exact&sort=-title',
  'GET /api/v1/articles?q=zeppelin',
  'GET /api/v1/-/session',
  'GET /api/v1/-/openapi.json',
  'GET /api/v1/-/people',
  'GET /api/v1/-/adoption',
  'GET /api/v1/-/p/latest',
]

it('shows what the person would see, byte for byte, and everything again afterwards', async () => {
  const own = await Promise.all(reads.map(async (line) => await said(await asOwner(line))))
  expect((await asOwner('POST /api/v1/-/view-as', { person: clerk.id })).status).toBe(204)
  for (const line of reads) expect(await said(await asOwner(line)), line).toBe(await asClerk(line))
  const boot = await said(await asOwner('GET /api/v1/-/boot'))
  expect(boot).toContain('"viewing":{"name":"Salma"},')
  expect(boot.replace('"viewing":{"name":"Salma"},', '')).toBe(await asClerk('GET /api/v1/-/boot'))

  expect((await asOwner('DELETE /api/v1/-/viewing')).status).toBe(204)
  expect(await Promise.all(reads.map(async (line) => await said(await asOwner(line))))).toEqual(own)
})

it('shows what a role would see, of which nothing else is known', async () => {
  await asOwner('POST /api/v1/-/view-as', { role: 'clerk' })
  expect(await (await asOwner('GET /api/v1/authors')).json()).toMatchObject({ data: [] })
  expect(await (await asOwner('GET /api/v1/-/boot')).json()).toMatchObject({
    viewing: { role: { name: 'clerk', label: { en: 'Clerk', ar: 'موظف' } } },
    person: { role: 'clerk' },
  })
})

it('refuses every change, with a code of its own, but to stop and to sign out', async () => {
  await asOwner('POST /api/v1/-/view-as', { role: 'editor' })
  // Those for owners alone are not there for an editor.
  const changes = Object.values(endpoints).filter(
    (each) => each.method !== 'GET' && each.rule !== 'hidden' && !('evenWhenViewing' in each),
  )
  expect(changes.length).toBeGreaterThan(7)
  for (const { method, path } of changes) {
    const filled = fillPath(path, { model: 'articles', id: '2', field: 'body', name: 'any' })
    const response = await asOwner(`${method} ${filled}`, {})
    expect(`${method} ${path} ${response.status} ${((await response.json()) as { code: string }).code}`).toBe(
      `${method} ${path} 403 viewing_as`,
    )
  }
  expect((await asOwner('POST /api/v1/-/p/announce', { words: 'hello' })).status).toBe(403)
  expect((await asOwner('DELETE /api/v1/-/session')).status).toBe(204)
  expect((await asOwner('GET /api/v1/authors')).status).toBe(401)
})

it('is for owners, and only as somebody or something that is there', async () => {
  expect((await asOwner('POST /api/v1/-/view-as', { person: 'nobody' })).status).toBe(404)
  expect((await asOwner('POST /api/v1/-/view-as', { role: 'public' })).status).toBe(404)
  expect((await asOwner('POST /api/v1/-/view-as', { role: 'clerk', person: clerk.id })).status).toBe(400)
  await expect(server.state.auth.viewAs(clerk.cookie.split('=')[1] ?? '', { role: 'owner' })).rejects.toMatchObject({
    code: 'not_allowed',
  })
})

it('leaves nothing to see when the person is removed meanwhile', async () => {
  await asOwner('POST /api/v1/-/view-as', { person: clerk.id })
  await server.state.auth.removePerson(clerk.id)
  expect((await asOwner('GET /api/v1/authors')).status).toBe(401)
  expect((await asOwner('POST /api/v1/authors', { values: {} })).status).toBe(403)
  await asOwner('DELETE /api/v1/-/viewing')
  expect((await asOwner('GET /api/v1/authors')).status).toBe(200)
})

it('is written down: who, as whom, from when until when, also when the session ends', async () => {
  await asOwner('POST /api/v1/-/view-as', { person: clerk.id })
  await asOwner('DELETE /api/v1/-/viewing')
  await asOwner('POST /api/v1/-/view-as', { role: 'reader' })
  await asOwner('DELETE /api/v1/-/session')
  const own = await openDatabase(join(server.folder, 'data', 'haykal.sqlite'))
  const rows = await own.queries.selectFrom('viewings').selectAll().execute()
  await own.close()
  expect(rows).toHaveLength(2)
  for (const row of rows) {
    expect(row).toMatchObject({ ownerEmail: 'owner@example.com' })
    expect(String(row.until) >= String(row.from)).toBe(true)
    expect(row.until).not.toBeNull()
  }
  expect(rows.map(({ name }) => name).toSorted()).toEqual(['Salma', 'reader'])
})
