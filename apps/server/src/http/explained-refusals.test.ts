// Whoever may know of a record is told which rule refused to change it; whoever may not is told nothing.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Identity, openTestServer, type TestServer } from '../testing/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer({})
})
afterAll(async () => await server?.close())

const remove = async (address: string, as: 'editor' | 'reader') => {
  const answer = await server.ask(`DELETE /api/v1/${address}`, {
    as,
    headers: { 'If-Match': '*', Origin: 'http://127.0.0.1:3000' },
  })
  return { status: answer.status, body: (await answer.json()) as { readonly [name: string]: unknown } }
}

it('says in a refusal which rule refused, and what the record has', async () => {
  const { status, body } = await remove('articles/2', 'editor')
  expect(status).toBe(403)
  expect(body.explanation).toEqual({
    code: 'some',
    isAllowed: false,
    role: 'editor',
    act: 'remove',
    models: expect.anything(),
    condition: { type: 'test', path: ['Status'], operator: 'eq', values: ['Draft'] },
    facts: [{ field: 'Status', value: 'Published' }],
  })
})

it('explains nothing about a record that may not be known of, as about one that never was', async () => {
  // Article 1 is a draft, which readers do not see.
  const [hidden, unknown] = [await remove('articles/1', 'reader'), await remove('articles/9999', 'reader')]
  expect(hidden.status).toBe(404)
  expect({ ...hidden.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' })
  expect(JSON.stringify(hidden.body)).not.toMatch(/explanation|draft|status.?:.?"/i)
})

const why = async (address: string, as: Identity) => {
  const answer = await server.ask(`GET /api/v1/${address}`, { as })
  const text = (await answer.text()).replace(/"requestId":"[^"]*"/, '')
  return { status: answer.status, text }
}

it('says the same when one asks why, before anything is attempted', async () => {
  const { status, text } = await why('articles/2/-/why/remove', 'editor')
  expect(status).toBe(200)
  expect(JSON.parse(text)).toEqual({ explanation: (await remove('articles/2', 'editor')).body.explanation })
  expect(JSON.parse((await why('articles/2/-/why/edit', 'editor')).text)).toMatchObject({
    explanation: { code: 'all', isAllowed: true, act: 'edit' },
  })
  const reader = await why('articles/2/-/why/edit', 'reader')
  expect(JSON.parse(reader.text)).toMatchObject({ explanation: { code: 'none', isAllowed: false, role: 'reader' } })
})

it('says why of nothing that may not be known of, and of no act that there is not', async () => {
  const nothing = await why('articles/9999/-/why/edit', 'reader')
  expect(nothing.status).toBe(404)
  for (const address of [
    'articles/1/-/why/edit',
    'articles/2/-/why/read',
    'articles/2/-/why/create',
    'articles/x/-/why/edit',
  ])
    expect(await why(address, 'reader'), address).toEqual(nothing)
  for (const address of ['articles/1/-/why/toString', 'nothing/1/-/why/edit'])
    expect(await why(address, 'owner'), address).toEqual(nothing)
  expect((await why('articles/2/-/why/edit?x=1', 'reader')).status).toBe(400)
  for (const address of ['authors/1/-/why/edit', 'authors/999/-/why/edit', 'nothing/1/-/why/edit'])
    expect((await why(address, 'signed out')).status, address).toBe(401)
  expect((await why('authors/1/-/why/edit', 'reader')).text).not.toMatch(/salary|7777/i)
})

it('tells with a page and with a record what may be done', async () => {
  const page = await (await server.ask('GET /api/v1/articles?sort=id&limit=6', { as: 'editor' })).json()
  expect(page).toMatchObject({
    data: [1, 2, 3, 4, 5, 6].map((id) => ({ id })),
    meta: { can: { edit: true, remove: [true, false, false, false, true, false] } },
  })
  const record = await (await server.ask('GET /api/v1/articles/2', { as: 'editor' })).json()
  expect(record).toMatchObject({ meta: { can: { edit: true, remove: false } } })
})
