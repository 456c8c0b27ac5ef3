/** The client throws what the server answered, against a real server on the loopback interface. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { HaykalError } from '@haykal/model'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClient, Unreachable } from './client.ts'

let server: Server
let baseUrl: string
const answers: { [path: string]: { status: number; body: string; headers?: { [name: string]: string } } } = {
  '/api/v1/articles?sort=-title': { status: 200, body: '{"data":[],"meta":{}}' },
  '/api/v1/articles/7': {
    status: 412,
    body: JSON.stringify({ code: 'conflict', conflict: { title: { base: 'a', theirs: 'b', yours: 'c' } } }),
  },
  '/api/v1/-/session': { status: 429, body: '{"code":"too_many_requests"}', headers: { 'Retry-After': '9' } },
  '/api/v1/-/boot': { status: 502, body: '<html>a proxy</html>' },
}

beforeAll(async () => {
  server = createServer((request, response) => {
    const answer = answers[request.url ?? ''] ?? { status: 404, body: '{"code":"not_found"}' }
    response.writeHead(answer.status, answer.headers).end(answer.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

async function thrownBy(promise: Promise<unknown>): Promise<unknown> {
  return await promise.then(
    () => undefined,
    (error: unknown) => error,
  )
}

test('asks with a written query and gives the reply', async () => {
  const page = await createClient({ baseUrl }).call('listRecords', {
    path: { model: 'articles' },
    query: { sort: '-title' },
  })
  expect(page.data).toEqual([])
})

test('throws the problem of the server with all that it tells', async () => {
  const client = createClient({ baseUrl })
  const conflict = await thrownBy(
    client.call('editRecord', { path: { model: 'articles', id: '7' }, body: { values: {}, base: {} } }),
  )
  expect(conflict).toBeInstanceOf(HaykalError)
  expect(conflict).toMatchObject({ code: 'conflict', details: { conflict: { title: { theirs: 'b' } } } })
  expect(await thrownBy(client.call('signIn', { body: { email: 'a', password: 'b' } }))).toMatchObject({
    code: 'too_many_requests',
    details: { retryAfter: 9 },
  })
})

test('makes sense of an answer that is not ours', async () => {
  expect(await thrownBy(createClient({ baseUrl }).call('boot', {}))).toMatchObject({ code: 'busy' })
})

test('tells when nobody answers', async () => {
  expect(await thrownBy(createClient({ baseUrl: 'http://127.0.0.1:1' }).call('boot', {}))).toBeInstanceOf(Unreachable)
})
