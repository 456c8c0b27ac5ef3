// The server on a real socket: what Node itself says to bad requests, and how it stops.
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLog } from '../log.ts'
import { openTestServer, type TestServer } from '../testing/test-server.ts'
import { type Listening, listen } from './listen.ts'

let server: TestServer
let listening: Listening
beforeAll(async () => {
  server = await openTestServer()
  listening = await listen({ port: 0, host: '127.0.0.1', isTls: false, log: createLog('silent') })
})
afterAll(async () => {
  await listening.stop()
  await server.close()
})

/** Sends bytes and gives all that comes back until the connection ends or is quiet. */
function exchange(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(listening.port, '127.0.0.1')
    let answer = ''
    socket.setTimeout(1500, () => socket.destroy())
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1')
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(answer))
    socket.write(bytes, 'latin1')
  })
}

const head = (line: string, ...more: string[]) => [line, ...more, 'Connection: close', '', ''].join('\r\n')
const local = 'Host: 127.0.0.1'

it('answers "busy" until there is an app', async () => {
  const answer = await exchange(head('GET /readyz HTTP/1.1', local))
  expect(answer).toMatch(/^HTTP\/1\.1 503 /)
  expect(answer).toContain('Retry-After: 1')
  listening.serve(server.app)
  expect(await exchange(head('GET /readyz HTTP/1.1', local))).toMatch(/^HTTP\/1\.1 200 /)
})

describe('a request that is hardly one', () => {
  it.each<[string, string, RegExp]>([
    ['rubbish', 'hello\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', /^HTTP\/1\.1 400 /],
    ['no host', head('GET /livez HTTP/1.1'), /^HTTP\/1\.1 400 /],
    ['a host that is none', head('GET /livez HTTP/1.1', 'Host: a b<>'), /^HTTP\/1\.1 400 /],
    ['a host with a path', head('GET /livez HTTP/1.1', 'Host: evil.example/x'), /^HTTP\/1\.1 (200|400) /],
    ['an address of another form', head('GET http://[::x/ HTTP/1.1', local), /^HTTP\/1\.1 400 /],
    ['an absolute address', head('GET http://evil.example/livez HTTP/1.1', local), /^HTTP\/1\.1 200 /],
    ['a backslash', head('GET /..\\..\\etc HTTP/1.1', local), /^HTTP\/1\.1 400 /],
    ['dots', head('GET /../../.env HTTP/1.1', local, 'Accept: x/y'), /^HTTP\/1\.1 404 /],
    ['a bad percent', head('GET /api/v1/articles/%E0%A4%A HTTP/1.1', local), /^HTTP\/1\.1 40[01] /],
    ['bytes beyond ASCII in the address', head('GET /api/v1/\xd8\xb7 HTTP/1.1', local), /^HTTP\/1\.1 40\d /],
    ['TRACE', head('TRACE /livez HTTP/1.1', local), /^HTTP\/1\.1 405 /],
    ['an unknown method', head('BREW /livez HTTP/1.1', local), /^HTTP\/1\.1 400 /],
    ['OPTIONS of everything', head('OPTIONS * HTTP/1.1', local), /^HTTP\/1\.1 4\d\d /],
    ['headers without end', head('GET /livez HTTP/1.1', local, `X: ${'x'.repeat(20_000)}`), /^HTTP\/1\.1 431 /],
    ['an address without end', head(`GET /livez?${'x'.repeat(20_000)} HTTP/1.1`, local), /^HTTP\/1\.1 431 /],
    [
      'two lengths',
      head('POST /api/v1/-/session HTTP/1.1', local, 'Content-Length: 1', 'Content-Length: 2'),
      /^HTTP\/1\.1 400 /,
    ],
    [
      'both lengths',
      head('POST /api/v1/-/session HTTP/1.1', local, 'Content-Length: 1', 'Transfer-Encoding: chunked'),
      /^HTTP\/1\.1 400 /,
    ],
    ['a length that is none', head('POST /api/v1/-/session HTTP/1.1', local, 'Content-Length: x'), /^HTTP\/1\.1 400 /],
    [
      'a chunk that is none',
      `${head('POST /api/v1/-/session HTTP/1.1', local, 'Content-Type: application/json', 'Transfer-Encoding: chunked')}zz\r\n`,
      /^HTTP\/1\.1 400 |^$/,
    ],
    ['a space in a header name', head('GET /livez HTTP/1.1', local, 'Cookie : x'), /^HTTP\/1\.1 400 /],
    [
      'a folded header',
      'GET /livez HTTP/1.1\r\nHost: x\r\nA: b\r\n c: d\r\nConnection: close\r\n\r\n',
      /^HTTP\/1\.1 (200|400) /,
    ],
    ['an upgrade', head('GET /livez HTTP/1.1', local, 'Upgrade: websocket'), /^HTTP\/1\.1 200 /],
    ['a version that is none', head('GET /livez HTTP/9.9', local), /^HTTP\/1\.1 400 /],
  ])('is answered without a 5xx and without a word of what is inside: %s', async (_name, bytes, expected) => {
    const answer = await exchange(bytes)
    expect(answer).toMatch(expected)
    expect(answer).not.toMatch(/node_modules|\.ts:|TypeError|stack/)
    if (answer.startsWith('HTTP/1.1 4')) expect(answer).toContain('application/problem+json; charset=utf-8')
    if (answer !== '') {
      for (const header of ['X-Content-Type-Options: nosniff', 'Content-Security-Policy: ', 'Cache-Control: no-store'])
        expect(answer).toContain(header)
    }
  })

  it('does not keep others from being answered', async () => {
    expect(await exchange(head('GET /livez HTTP/1.1', local))).toContain('{"status":"live"}')
  })
})

describe('a large body', () => {
  it('is refused as soon as its length is known', async () => {
    const request = [
      'POST /api/v1/-/session HTTP/1.1',
      local,
      'Content-Type: application/json',
      'Content-Length: 20000000',
      '',
      '{',
    ].join('\r\n')
    expect(await exchange(request)).toMatch(/^HTTP\/1\.1 413 /)
  })

  it('is refused in the middle when it does not say its length', async () => {
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`
    const request = [
      'POST /api/v1/-/session HTTP/1.1',
      local,
      'Content-Type: application/json',
      'Transfer-Encoding: chunked',
      '',
      '',
    ].join('\r\n')
    expect(await exchange(request + chunk.repeat(40))).toMatch(/^HTTP\/1\.1 413 /)
  })
})
