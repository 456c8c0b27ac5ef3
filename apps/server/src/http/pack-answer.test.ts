// Answers that are compressed on the way: only boot, which holds nothing of the request.
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestServer, type TestServer } from '../testing/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer()
})
afterAll(async () => {
  await server.close()
})

const boot = (encoding?: string) =>
  server.ask('GET /api/v1/-/boot', { as: 'editor', ...(encoding && { headers: { 'Accept-Encoding': encoding } }) })

it.each([
  ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
  ['gzip;q=0.5', 'gzip', gunzipSync],
] as const)('says the same to who accepts %s', async (accepted, encoding, unpack) => {
  const packed = await boot(accepted)
  expect([packed.headers.get('content-encoding'), packed.headers.get('vary')]).toEqual([encoding, 'Accept-Encoding'])
  const bytes = Buffer.from(await packed.arrayBuffer())
  const plain = await (await boot()).text()
  expect(unpack(bytes).toString()).toBe(plain)
  expect(bytes.length).toBeLessThan(plain.length / 2)
})

it('leaves an answer as it is for who accepts nothing', async () => {
  const plain = await boot('identity')
  expect([plain.headers.get('content-encoding'), plain.headers.get('vary')]).toEqual([null, 'Accept-Encoding'])
  expect(await plain.json()).toHaveProperty('models')
})

it('leaves what answers a question as it is, whose length would tell what else is in it', async () => {
  const list = await server.ask('GET /api/v1/articles', { as: 'editor', headers: { 'Accept-Encoding': 'br' } })
  expect([list.status, list.headers.get('content-encoding')]).toEqual([200, null])
})
