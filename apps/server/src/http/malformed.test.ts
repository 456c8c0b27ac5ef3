// Requests of every wrong kind: refused with a problem document, never a 5xx, never a word of what is inside.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestServer, type TestRequest, type TestServer } from '../testing/test-server.ts'

type Bad = [name: string, line: string, request?: TestRequest]

const articles = '/api/v1/articles'
const json = 'application/json'

const paths: readonly Bad[] = [
  '%',
  '%zz',
  '%E0%A4%A',
  '%C0%AF',
  '%00',
  '%ff%fe',
  '%ED%A0%80',
  '1%00',
  '..%2f..%2fetc%2fpasswd',
  '%2e%2e%2f',
  '..;',
  '1;a=b',
  '__proto__',
  'constructor',
  "1' OR '1'='1",
  '1)--',
  '9007199254740993',
  '1e3',
  '-0',
  ' 1',
  '\u0661',
  'x'.repeat(5000),
].map((id): Bad => [`the id ${id.slice(0, 30)}`, `GET ${articles}/${id.replaceAll(' ', '%20')}`])

const models: readonly Bad[] = [
  '__proto__',
  'constructor',
  'toString',
  'sqlite_schema',
  'people',
  'articles%00',
  '%E0',
  'Articles',
  'articles%20',
].map((name): Bad => [`the model ${name}`, `GET /api/v1/${name}`])

const queries: readonly Bad[] = [
  '%',
  'q=%E0%A4%A',
  'q=%',
  'q=a&q=b',
  'limit=1&limit=2',
  'facets=nothing',
  'facets=__proto__',
  'facets=id,nothing',
  `facets=${Array.from({ length: 9 }, (_, index) => `f${index}`).join(',')}`,
  'facets=title&facets=id',
  'filter[authors][some]=',
  'filter[articles][none]={}',
  'filter[articles.author][some]=[',
  'filter[author.articles][some]=3',
  'filter[author.articles][some]=[]',
  'filter[author.articles][some]={"nothing":{"eq":1}}',
  'filter[author.articles.articles][some]={}',
  'filter[author.articles][every]={}',
  `filter={"id":{"in":${'['.repeat(9000)}1${']'.repeat(9000)}}}`,
  `filter={"id":{"eq":${'{"a":'.repeat(3000)}1${'}'.repeat(3000)}}}`,
  'filter[createdAt][gte]=$today(-7x)',
  'filter[createdAt][gte]=$now(99999999999999999999d)',
  'filter[createdAt][between]=$today',
  'limit=-1',
  'limit=1e2',
  'limit=NaN',
  'limit=999999999999999999999',
  'limit=501',
  'limit=',
  'limit=1.5',
  'limit[]=1',
  'limit=%00',
  'count=all',
  'count=__proto__',
  'after=',
  'after=x',
  'after=a.b.c',
  'after=%00',
  'before=x&after=x',
  `after=${'A'.repeat(3000)}.x`,
  'sort=nothing',
  'sort=--title',
  'sort=title,,nothing',
  'sort=author.name.x',
  'sort=t0.title',
  'sort=%22title%22',
  'sort=title%3B--',
  'sort=title%20desc',
  'sort=__proto__',
  'sort=constructor.prototype',
  `sort=${Array.from({ length: 2000 }, () => 'x').join(',')}`,
  `sort=${Array.from({ length: 400 }, () => 'a').join('.')}`,
  'fields=nothing',
  'fields=*',
  'fields=__proto__',
  'filter=',
  'filter=x',
  'filter=1',
  'filter=null',
  'filter=[]',
  'filter="x"',
  'filter={',
  'filter={"title":1}',
  'filter={"title":null}',
  'filter={"title":[]}',
  'filter={"title":{}}',
  'filter={"title":{"eq":{}}}',
  'filter={"title":{"eq":[[]]}}',
  'filter={"title":{"regex":"x"}}',
  'filter={"title":{"__proto__":"x"}}',
  'filter={"__proto__":{"eq":1}}',
  'filter={"constructor":{"eq":1}}',
  'filter={"and":{}}',
  'filter={"and":[1]}',
  'filter={"or":"x"}',
  'filter={"not":[]}',
  'filter={"words":{"eq":"x"}}',
  'filter={"words":{"gt":null}}',
  'filter={"words":{"in":1}}',
  'filter={"words":{"between":[1]}}',
  'filter={"words":{"eq":1e400}}',
  'filter={"words":{"isNull":"maybe"}}',
  'filter={"title":{"eq":"\\ud800"}}',
  'filter={"title":{"eq":"\\u0000"}}',
  'filter={"status":{"eq":"lost"}}',
  'filter={"status":{"gt":"draft"}}',
  'filter={"author.name.x":{"eq":"x"}}',
  'filter={"createdAt":{"gt":"yesterday"}}',
  'filter={"createdAt":{"gt":"9999-99-99T00:00:00Z"}}',
  `filter=${'{"not":'.repeat(50)}{}${'}'.repeat(50)}`,
  `filter=${'['.repeat(9000)}`,
  `filter={"or":[${Array.from({ length: 600 }, () => '{"words":{"eq":1}}').join(',')}]}`,
  `filter={"words":{"in":[${Array.from({ length: 3000 }, () => '1').join(',')}]}}`,
  'filter[title]=x',
  'filter[title][eq][x]=1',
  'filter[][eq]=x',
  'filter[__proto__][eq]=x',
  'filter[title][__proto__]=x',
  'filter[title][eq]=x&filter[title][eq]=y',
  'filter[title; drop table articles][eq]=1',
  `q=${'x'.repeat(300)}`,
  'include=author',
  'token=secret',
  '__proto__=x',
  '=x',
  'page=1',
].map(
  (query): Bad => [
    `the query ${query.slice(0, 60)}`,
    `GET ${articles}?${query.replaceAll(/[ "{}<>]/g, encodeURIComponent)}`,
  ],
)

const bodies: readonly Bad[] = [
  '',
  ' ',
  '{',
  '}',
  'null',
  '1',
  '"x"',
  '[]',
  'NaN',
  '{"values":{}}x',
  "{'values':{}}",
  '{"values":{},}',
  '\ufeff\ufeff{}',
  '{"values":null}',
  '{"values":[]}',
  '{"values":"x"}',
  '{}',
  '{"values":{},"more":1}',
  '{"values":{"title":"x","author":1},"__proto__":{"role":"owner"}}',
  '{"values":{"__proto__":{"title":"x"},"title":"x","author":1}}',
  '{"values":{"constructor":1,"title":"x","author":1}}',
  '{"values":{"title":{"__proto__":1},"author":1}}',
  '{"values":{"title":"x","author":1,"id":7}}',
  '{"values":{"title":"x","author":1,"createdAt":"2026-01-01T00:00:00Z"}}',
  '{"values":{"title":"x","author":1,"role":"owner"}}',
  '{"values":{"title":1,"author":1}}',
  '{"values":{"title":["x"],"author":1}}',
  '{"values":{"title":"\\ud800","author":1}}',
  '{"values":{"title":"\\u0000","author":1}}',
  '{"values":{"title":"x","author":{}}}',
  '{"values":{"title":"x","author":1.5}}',
  '{"values":{"title":"x","author":1e400}}',
  '{"values":{"title":"x","author":"99999999999999999999999"}}',
  '{"values":{"title":"x","author":true}}',
  '{"values":{"title":"x","author":1,"words":9999999999999999999}}',
  '{"values":{"title":"x","author":1,"status":{"eq":"draft"}}}',
  `{"values":{"title":"${'x'.repeat(100_000)}","author":1}}`,
  `{"values":{"title":${'['.repeat(100_000)}${']'.repeat(100_000)},"author":1}}`,
  `${'['.repeat(500_000)}`,
  `{"values":{${Array.from({ length: 100_000 }, (_, index) => `"k${index}":1`).join(',')}}}`,
  `{"values":{${Array.from({ length: 1000 }, (_, index) => `"k${index}":1`).join(',')}}}`,
].map((body): Bad => [`the body ${body.slice(0, 50)}`, `POST ${articles}`, { body }])

const edits: readonly Bad[] = [
  '{"values":{"title":"x"}}',
  '{"values":{"title":"x"},"base":null}',
  '{"values":{"title":"x"},"base":{}}',
  '{"values":{"title":"x"},"base":[]}',
  '{"values":{"title":"x"},"base":{"title":"wrong"}}',
  '{"values":{"id":2},"base":{"id":1}}',
  '{"values":{"nothing":2},"base":{"nothing":1}}',
  '{"values":{"title":null},"base":{"title":"Article 01"}}',
].map((body): Bad => [`the edit ${body}`, `PATCH ${articles}/1`, { body }])

const types: readonly Bad[] = [
  'text/plain',
  'TEXT/PLAIN',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/xml',
  'application/jsonp',
  'application/json-patch+json',
  'application/json; charset=utf-16',
  'application/json, text/plain',
  '',
].map(
  (type): Bad => [
    `the content type ${type}`,
    `POST ${articles}`,
    { headers: { 'Content-Type': type }, body: '{"values":{"title":"x","author":1}}' },
  ],
)

const others: readonly Bad[] = [
  ['a packed body', `POST ${articles}`, { headers: { 'Content-Encoding': 'gzip' }, body: '{}' }],
  ['a body with a lying length', `POST ${articles}`, { headers: { 'Content-Length': '99999999999' }, body: '{}' }],
  ['an If-Match that is none', `DELETE ${articles}/1`, { headers: { 'If-Match': 'x"y' } }],
  ['a weak If-Match', `DELETE ${articles}/1`, { headers: { 'If-Match': 'W/"x"' } }],
  ['an empty If-Match', `DELETE ${articles}/1`, { headers: { 'If-Match': '' } }],
  [
    'a cookie of rubbish',
    'GET /api/v1/authors',
    { as: 'signed out', headers: { Cookie: 'haykal=%00; haykal; =; ;;' } },
  ],
  ['signing in with numbers', 'POST /api/v1/-/session', { body: { email: 1, password: 2 } }],
  ['signing in with lists', 'POST /api/v1/-/session', { body: { email: ['a'], password: {} } }],
  ['signing in with more', 'POST /api/v1/-/session', { body: { email: 'a@b.c', password: 'x', role: 'owner' } }],
  ['signing in with nothing', 'POST /api/v1/-/session', { body: {} }],
  [
    'signing in with a megabyte',
    'POST /api/v1/-/session',
    { body: { email: 'a@b.c', password: 'x'.repeat(1_000_000) } },
  ],
  ['signing in with half a letter', 'POST /api/v1/-/session', { body: '{"email":"\\ud800@b.c","password":"\\udfff"}' }],
  ['signing in with NUL', 'POST /api/v1/-/session', { body: '{"email":"a\\u0000@b.c","password":"\\u0000"}' }],
  [
    'setting up again',
    'POST /api/v1/-/setup',
    { body: { token: 'x', name: 'x', email: 'a@b.c', password: 'long enough' } },
  ],
  ['an API that is not there', 'GET /api/v2/articles'],
  ['an endpoint that is not there', 'GET /api/v1/-/nothing'],
  ['the API itself', 'GET /api'],
  ['two slashes', 'GET /api/v1//articles'],
  ['a slash behind', 'GET /api/v1/articles/'],
  ['another case', 'GET /API/v1/articles'],
  ['too deep', 'GET /api/v1/articles/1/2/3'],
  ...['PUT', 'OPTIONS', 'PROPFIND', 'BREW', 'QUERY'].map(
    (method): Bad => [`the method ${method}`, `${method} ${articles}`],
  ),
  ...['POST', 'PATCH', 'DELETE'].map((method): Bad => [`the method ${method} on boot`, `${method} /api/v1/-/boot`]),
  ['a method in a header', `GET ${articles}/999`, { headers: { 'X-HTTP-Method-Override': 'DELETE' } }],
]

const all = [...paths, ...models, ...queries, ...bodies, ...edits, ...types, ...others]

/** What must never be in an answer. */
const internals =
  /SQLITE|sqlite|select |insert into|kysely|node_modules|\.ts:|at async|\/work\/|\/tmp\/|TypeError|RangeError|stack/i

let server: TestServer
beforeAll(async () => {
  server = await openTestServer()
})
afterAll(async () => {
  await server.close()
})

describe('a malformed request', () => {
  it('comes in more than a hundred forms here', () => {
    expect(all.length).toBeGreaterThan(150)
  })

  it.each<Bad>(all)('is refused: %s', async (_name, line, request = {}) => {
    const start = performance.now()
    const response = await server.ask(line, { as: 'owner', ...request })
    const text = await response.text()
    expect(performance.now() - start).toBeLessThan(1000)
    expect({ status: response.status, text: text.slice(0, 300) }).toMatchObject({
      status: expect.toSatisfy((status: number) => status >= 400 && status < 500),
    })
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(text).not.toMatch(internals)
    expect(JSON.parse(text)).toMatchObject({
      status: response.status,
      code: expect.any(String),
      requestId: expect.any(String),
    })
  })

  it('changes nothing', async () => {
    const page = (await (await server.ask('GET /api/v1/articles?count=exact', { as: 'owner' })).json()) as {
      meta: { count: number }
    }
    expect(page.meta.count).toBe(20)
    expect(({} as { role?: string }).role).toBeUndefined()
  })

  it('is never our mistake', () => {
    expect(server.log()).not.toContain('request failed')
  })
})

describe('a body', () => {
  const ask = (body: BodyInit, headers: { [name: string]: string } = {}) =>
    server.app.request('http://127.0.0.1:3000/api/v1/-/session', {
      method: 'POST',
      body,
      headers: { 'Content-Type': json, ...headers },
      // Asked for by fetch where a body is a stream.
      ...({ duplex: 'half' } as object),
    })

  it('of more than two megabytes is refused, with and without a length', async () => {
    const large = `"${'x'.repeat(2 * 1024 * 1024)}"`
    expect((await ask(large)).status).toBe(413)
    let sent = 0
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1
        controller.enqueue(new TextEncoder().encode('x'.repeat(65_536)))
      },
    })
    expect((await ask(endless)).status).toBe(413)
    expect(sent).toBeLessThan(40)
  })

  it('that is not UTF-8 is refused', async () => {
    expect((await ask(new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]))).status).toBe(400)
  })

  it('may name UTF-8, in any case', async () => {
    const body = JSON.stringify({ email: 'nobody@example.com', password: 'x' })
    expect((await ask(body, { 'Content-Type': 'Application/JSON;Charset="UTF-8"' })).status).toBe(401)
  })
})
