// Whoever may know of a record is told which rule refused to change it; whoever may not is told nothing.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestServer, type TestServer } from '../testing/test-server.ts'

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

it('tells with a page and with a record what may be done', async () => {
  const page = await (await server.ask('GET /api/v1/articles?sort=id&limit=6', { as: 'editor' })).json()
  expect(page).toMatchObject({ meta: { can: { edit: true, remove: ['1', '5'] } } })
  const record = await (await server.ask('GET /api/v1/articles/2', { as: 'editor' })).json()
  expect(record).toMatchObject({ meta: { can: { edit: true, remove: false } } })
})
