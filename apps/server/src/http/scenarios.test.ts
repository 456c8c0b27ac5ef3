// Who gets what over HTTP, and what must not be in it: the real app, as people of every role.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Identity, openTestServer, password, type TestServer } from '../testing/test-server.ts'

interface Scenario {
  readonly name: string
  readonly as: Identity
  readonly request: string
  readonly body?: unknown
  readonly headers?: { readonly [name: string]: string }
  readonly status: number
  readonly has?: readonly string[]
  readonly hasNot?: readonly string[]
}

const salaries = ['salary', '7777.77', '8888.88']

const lists: readonly Scenario[] = [
  {
    name: 'gives an owner everything',
    as: 'owner',
    request: 'GET /api/v1/authors',
    status: 200,
    has: ['7777.77', 'مكتبة النيل', '"count":2', '"countKind":"exact"'],
  },
  {
    name: 'gives a reader no hidden field',
    as: 'reader',
    request: 'GET /api/v1/authors',
    status: 200,
    has: ['Müller & Söhne'],
    hasNot: salaries,
  },
  {
    name: 'gives a reader only the records of the rule',
    as: 'reader',
    request: 'GET /api/v1/articles?limit=500&count=exact',
    status: 200,
    has: ['Article 02', '"count":15', '"titles":{"authors":{"1":"مكتبة النيل","2":"Müller & Söhne"}}'],
    hasNot: ['Article 01', '"draft"'],
  },
  {
    name: 'gives the public what the project opens to it, without the fields it hides',
    as: 'signed out',
    request: 'GET /api/v1/articles',
    status: 200,
    has: ['Article 02'],
    hasNot: ['Article 01', 'body', 'Müller'],
  },
  {
    name: 'filters, sorts and pages',
    as: 'owner',
    request: 'GET /api/v1/articles?filter[status][eq]=draft&sort=-title&limit=2&fields=title&count=none',
    status: 200,
    has: [
      '"data":[{"id":17,"title":"Article 17"}',
      '{"id":13,"title":"Article 13"}]',
      '"count":null,"countKind":"none"',
    ],
    hasNot: ['"next":null', 'words'],
  },
  {
    name: 'takes a filter in JSON beside simple ones',
    as: 'owner',
    request: `GET /api/v1/articles?filter=${encodeURIComponent('{"words":{"gte":100}}')}&filter[words][lt]=120&filter[author.country][eq]=DE`,
    status: 200,
    has: ['Article 12', '"count":1'],
    hasNot: ['Article 11'],
  },
  {
    name: 'filters by the records that point back',
    as: 'owner',
    request: 'GET /api/v1/authors?filter[articles][some]={"title":{"eq":"Article 01"}}',
    status: 200,
    has: ['مكتبة النيل', '"count":1'],
    hasNot: ['Müller'],
  },
  {
    name: 'does not find by a record that points back and may not be read',
    as: 'reader',
    request: 'GET /api/v1/authors?filter[articles][some]={"title":{"eq":"Article 01"}}',
    status: 200,
    has: ['"data":[]', '"count":0'],
  },
  {
    name: 'answers for a hidden field of a record that is on the way back as for one that does not exist',
    as: 'signed out',
    request: 'GET /api/v1/articles?filter[articles][some]={"body":{"contains":"zeppelin"}}',
    status: 400,
    has: ['"pointer":"?filter/articles/some"', '"code":"unknown_field"'],
  },
  {
    name: 'takes days of where somebody is',
    as: 'owner',
    request: 'GET /api/v1/articles?filter[createdAt][eq]=$today',
    headers: { 'Haykal-Clock': 'Africa/Cairo; 6' },
    status: 200,
    has: ['"count":0'],
  },
  {
    name: 'takes no notice of a clock that is none',
    as: 'owner',
    request: 'GET /api/v1/articles?filter[createdAt][lt]=$today(1)',
    headers: { 'Haykal-Clock': "Mars/Phobos'; 9" },
    status: 200,
    has: ['"count":20'],
  },
  {
    name: 'counts the values of fields, and nothing else where that is all that is asked',
    as: 'owner',
    request: 'GET /api/v1/articles?facets=status,author&limit=0&count=none&filter[status][eq]=draft',
    status: 200,
    has: [
      '"data":[]',
      '"status":{"values":[{"value":"published","count":15},{"value":"draft","count":5}],"others":0}',
      '"author":{"values":[{"value":1,"count":5}],"others":0}',
      '"titles":{"authors":{"1":"مكتبة النيل"}}',
    ],
    hasNot: ['Article'],
  },
  {
    name: 'counts only the records of the rule',
    as: 'reader',
    request: 'GET /api/v1/articles?facets=status&limit=0',
    status: 200,
    has: ['"values":[{"value":"published","count":15}]'],
    hasNot: ['draft'],
  },
  {
    name: 'counts no hidden field, and answers as for one that does not exist',
    as: 'reader',
    request: 'GET /api/v1/authors?facets=salary,nothing&limit=0',
    status: 400,
    has: ['"pointer":"?facets","code":"unknown_field"', '"name":"salary"', '"name":"nothing"'],
    hasNot: ['7777.77'],
  },
  {
    name: 'searches where the model says',
    as: 'editor',
    request: 'GET /api/v1/articles?q=zeppelin',
    status: 200,
    has: ['Article 06', '"count":1'],
  },
  {
    name: 'does not search where a person may not look',
    as: 'signed out',
    request: 'GET /api/v1/articles?q=zeppelin',
    status: 200,
    has: ['"data":[]', '"count":0'],
  },
  {
    name: 'answers a hidden field in a filter as one that does not exist',
    as: 'reader',
    request: 'GET /api/v1/authors?filter[salary][gt]=1',
    status: 400,
    has: ['"pointer":"?filter/salary"', '"code":"unknown_field"'],
  },
  {
    name: 'answers a field that does not exist in the same way',
    as: 'reader',
    request: 'GET /api/v1/authors?filter[nothing][gt]=1',
    status: 400,
    has: ['"pointer":"?filter/nothing"', '"code":"unknown_field"'],
  },
  {
    name: 'does not sort by a hidden field',
    as: 'reader',
    request: 'GET /api/v1/authors?sort=salary',
    status: 400,
    has: ['"pointer":"?sort"', '"code":"unknown_field"'],
  },
  {
    name: 'does not reach a hidden field through a relation',
    as: 'reader',
    request: 'GET /api/v1/articles?filter[author.salary][gt]=1&sort=author.salary&fields=author.salary',
    status: 400,
    has: ['"?filter/author.salary"', '"?sort"', '"?fields"'],
    hasNot: ['7777'],
  },
  {
    name: 'names every wrong parameter at once',
    as: 'owner',
    request: 'GET /api/v1/articles?limit=0x10&nonsense=1&count=some&filter=x',
    status: 400,
    has: ['"?limit"', '"?nonsense"', '"unknown_parameter"', '"?count"', '"?filter"', '"There is no such parameter."'],
  },
  {
    name: 'refuses a page that is too large',
    as: 'owner',
    request: 'GET /api/v1/articles?limit=501',
    status: 400,
    has: ['"pointer":"?limit"', '"code":"too_large"', 'at most 500'],
  },
  {
    name: 'refuses a place in the list that it did not write',
    as: 'owner',
    request: 'GET /api/v1/articles?after=WzEsMl0.x',
    status: 400,
    has: ['"pointer":"?after"', '"bad_cursor"'],
  },
  { name: 'tells someone signed out to sign in', as: 'signed out', request: 'GET /api/v1/authors', status: 401 },
  {
    name: 'tells them nothing else of a model that is not there',
    as: 'signed out',
    request: 'GET /api/v1/nothing',
    status: 401,
  },
  { name: 'tells someone whose session has ended', as: 'session ended', request: 'GET /api/v1/authors', status: 401 },
  {
    name: 'finds no model of that name',
    as: 'owner',
    request: 'GET /api/v1/nothing',
    status: 404,
    has: ['"code":"not_found"'],
  },
]

const records: readonly Scenario[] = [
  {
    name: 'gives a record with its titles and what may be done with it',
    as: 'editor',
    request: 'GET /api/v1/articles/1',
    status: 200,
    has: ['"title":"Article 01"', '"id":"1"', '"can":{"edit":true,"remove":true}', '"authors":{"1":"مكتبة النيل"}'],
  },
  {
    name: 'says what a rule keeps from being removed',
    as: 'editor',
    request: 'GET /api/v1/articles/2',
    status: 200,
    has: ['"can":{"edit":true,"remove":false}'],
  },
  { name: 'hides a record that the rule does not give', as: 'reader', request: 'GET /api/v1/articles/1', status: 404 },
  { name: 'answers one that was never there alike', as: 'reader', request: 'GET /api/v1/articles/999', status: 404 },
  { name: 'takes no other writing of a key', as: 'owner', request: 'GET /api/v1/articles/01', status: 404 },
  {
    name: 'takes no parameters',
    as: 'owner',
    request: 'GET /api/v1/articles/1?fields=title',
    status: 400,
    has: ['"?fields"'],
  },
  { name: 'hides records from someone signed out', as: 'signed out', request: 'GET /api/v1/authors/1', status: 401 },
  {
    name: 'creates a record, with defaults, and says where it is',
    as: 'editor',
    request: 'POST /api/v1/articles',
    body: { values: { title: 'New', author: 2 } },
    status: 201,
    has: ['"status":"draft"', '"createdAt":"2', '"title":"New"', '"words":null'],
  },
  {
    name: 'names every wrong value at once',
    as: 'editor',
    request: 'POST /api/v1/articles',
    body: { values: { author: 'x', words: -1, status: 'lost', createdAt: '2026-01-01T00:00:00Z', role: 'owner' } },
    status: 422,
    has: [
      '"/values/title"',
      '"/values/author"',
      '"/values/words"',
      '"/values/status"',
      '"/values/createdAt"',
      '"/values/role"',
      '"read_only"',
    ],
  },
  {
    name: 'does not let a reader create',
    as: 'reader',
    request: 'POST /api/v1/articles',
    body: { values: { title: 'Mine', author: 1 } },
    status: 403,
  },
  {
    name: 'does not let someone signed out create, not even where they may read',
    as: 'signed out',
    request: 'POST /api/v1/articles',
    body: { values: { title: 'Mine', author: 1 } },
    status: 401,
  },
  {
    name: 'wants a base for every field of an edit',
    as: 'editor',
    request: 'PATCH /api/v1/articles/3',
    body: { values: { title: 'Changed' } },
    status: 428,
    has: ['"code":"base_required"', '"/base/title"'],
  },
  {
    name: 'edits what has its base',
    as: 'editor',
    request: 'PATCH /api/v1/articles/3',
    body: { values: { title: 'Changed' }, base: { title: 'Article 03' } },
    status: 200,
    has: ['"title":"Changed"'],
  },
  {
    name: 'asks when somebody else changed the same field',
    as: 'owner',
    request: 'PATCH /api/v1/articles/3',
    body: { values: { title: 'Mine' }, base: { title: 'Article 03' } },
    status: 412,
    has: ['"conflict":{"title":{"base":"Article 03","theirs":"Changed","yours":"Mine","at":"20', '"by":"The '],
  },
  {
    name: 'does not let a reader edit a hidden field, which does not exist',
    as: 'reader',
    request: 'PATCH /api/v1/authors/1',
    body: { values: { salary: '1' }, base: { salary: null } },
    status: 403,
    hasNot: ['7777'],
  },
  {
    name: 'refuses a value that somebody else has',
    as: 'owner',
    request: 'POST /api/v1/authors',
    body: { values: { name: 'Müller & Söhne' } },
    status: 409,
    has: ['"not_unique"', '"/values/name"'],
    hasNot: ['SQL', 'constraint', 'UNIQUE'],
  },
  {
    name: 'refuses a relation to nothing',
    as: 'owner',
    request: 'POST /api/v1/articles',
    body: { values: { title: 'Lost', author: 999 } },
    status: 422,
    has: ['"/values/author"', '"no_such_record"'],
  },
  {
    name: 'wants the ETag of what is removed',
    as: 'owner',
    request: 'DELETE /api/v1/articles/5',
    status: 428,
    has: ['"header":"If-Match"'],
  },
  {
    name: 'does not remove what has changed',
    as: 'owner',
    request: 'DELETE /api/v1/articles/5',
    headers: { 'If-Match': '"old"' },
    status: 412,
  },
  {
    name: 'does not remove what others point to',
    as: 'owner',
    request: 'DELETE /api/v1/authors/1',
    headers: { 'If-Match': '*' },
    status: 409,
    has: ['"still_referred_to"'],
  },
  {
    name: 'does not let an editor remove what the rule keeps',
    as: 'editor',
    request: 'DELETE /api/v1/articles/2',
    headers: { 'If-Match': '*' },
    status: 403,
  },
  { name: 'removes', as: 'owner', request: 'DELETE /api/v1/articles/5', headers: { 'If-Match': '*' }, status: 200 },
  {
    name: 'removes once',
    as: 'owner',
    request: 'DELETE /api/v1/articles/5',
    headers: { 'If-Match': '*' },
    status: 404,
  },
  { name: 'does not unlock for an editor', as: 'editor', request: 'POST /api/v1/articles/-/unlock', status: 403 },
  {
    name: 'does not unlock for someone signed out',
    as: 'signed out',
    request: 'POST /api/v1/articles/-/unlock',
    status: 401,
  },
  { name: 'finds what is to be unlocked', as: 'owner', request: 'POST /api/v1/nothing/-/unlock', status: 404 },
  {
    name: 'has nothing to unlock in a project',
    as: 'owner',
    request: 'POST /api/v1/articles/-/unlock',
    status: 200,
    has: ['"name":"articles"'],
    hasNot: ['closed'],
  },
]

const boots: readonly Scenario[] = [
  {
    name: 'tells an owner of every model and field',
    as: 'owner',
    request: 'GET /api/v1/-/boot',
    status: 200,
    has: [
      '"role":"owner"',
      '"salary"',
      '"desk"',
      '"front"',
      '"can":{"create":true,"edit":true,"remove":true}',
      '"languages":["en","ar"]',
    ],
    hasNot: ['needsSetup', 'rules', 'hash'],
  },
  {
    name: 'tells a reader of no hidden field',
    as: 'reader',
    request: 'GET /api/v1/-/boot',
    status: 200,
    has: ['"authors"', '"can":{"create":false,"edit":false,"remove":false}'],
    hasNot: ['salary', 'taxes'],
  },
  {
    name: 'tells the public of what is public only',
    as: 'signed out',
    request: 'GET /api/v1/-/boot',
    status: 200,
    has: ['The press', '"articles"', '"front"'],
    hasNot: ['"name":"authors"', 'salary', 'desk', '"person"', 'body'],
  },
  { name: 'takes no parameters', as: 'owner', request: 'GET /api/v1/-/boot?x=1', status: 400, has: ['"?x"'] },
]

const documents: readonly Scenario[] = [
  {
    name: 'writes the document for an owner',
    as: 'owner',
    request: 'GET /api/v1/-/openapi.json',
    status: 200,
    has: ['"/api/v1/authors/{id}"', '"salary"', '/announce'],
  },
  {
    name: 'writes it for a reader without what is hidden',
    as: 'reader',
    request: 'GET /api/v1/-/openapi.json',
    status: 200,
    has: ['"/api/v1/authors/{id}"'],
    hasNot: ['salary', 'taxes', '/announce', 'createAuthor'],
  },
  { name: 'writes none for someone signed out', as: 'signed out', request: 'GET /api/v1/-/openapi.json', status: 401 },
]

const own: readonly Scenario[] = [
  {
    name: 'answers the public under its rules',
    as: 'signed out',
    request: 'GET /api/v1/-/p/latest',
    status: 200,
    has: ['Article 20'],
    hasNot: ['Article 17', 'body'],
  },
  {
    name: 'answers an owner under theirs',
    as: 'owner',
    request: 'GET /api/v1/-/p/latest?status=draft&most=2',
    status: 200,
    has: ['Article 17'],
    hasNot: ['Article 13'],
  },
  {
    name: 'reads parameters by their fields',
    as: 'owner',
    request: 'GET /api/v1/-/p/latest?most=99&status=lost&more=1',
    status: 400,
    has: ['"?most"', '"too_large"', '"?status"', '"not_an_option"', '"?more"', '"unknown_parameter"'],
  },
  {
    name: 'keeps its roles',
    as: 'reader',
    request: 'POST /api/v1/-/p/announce',
    body: { words: 'Hello' },
    status: 403,
  },
  {
    name: 'wants its people signed in',
    as: 'signed out',
    request: 'POST /api/v1/-/p/announce',
    body: { words: 'Hello' },
    status: 401,
  },
  {
    name: 'reads a body',
    as: 'editor',
    request: 'POST /api/v1/-/p/announce',
    body: { words: 'Hello' },
    status: 200,
    has: ['{"said":"Hello","by":"editor"}'],
  },
  {
    name: 'checks a body by its fields',
    as: 'editor',
    request: 'POST /api/v1/-/p/announce',
    body: { more: 1 },
    status: 422,
    has: ['"/words"', '"required"', '"/more"', '"unknown_field"'],
  },
  { name: 'is not there under another path', as: 'owner', request: 'GET /api/v1/-/p/nothing', status: 404 },
  { name: 'has its method', as: 'owner', request: 'POST /api/v1/-/p/latest', status: 405 },
]

let server: TestServer
beforeAll(async () => {
  server = await openTestServer()
})
afterAll(async () => {
  await server.close()
})

function play(scenarios: readonly Scenario[]): void {
  it.each(scenarios)(
    '$name ($as: $request)',
    async ({ as, request, body, headers = {}, status, has = [], hasNot = [] }) => {
      const response = await server.ask(request, { as, headers, ...(body === undefined ? {} : { body }) })
      const text = await response.text()
      expect({ status: response.status, text }).toMatchObject({ status })
      for (const each of has) expect(text).toContain(each)
      for (const each of hasNot) expect(text).not.toContain(each)
      if (status >= 400) expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    },
  )
}

describe('lists', () => play(lists))
describe('records', () => play(records))
describe('boot', () => play(boots))
describe('the document', () => play(documents))
describe('a project’s own endpoint', () => play(own))

describe('pages of a list', () => {
  it('lead through every record once, forth and back', async () => {
    const seen: unknown[] = []
    let after: string | null = null
    let last: { meta: { prev: string | null } } | undefined
    do {
      const query: string = after === null ? '' : `&after=${encodeURIComponent(after)}`
      const page = (await (
        await server.ask(`GET /api/v1/articles?limit=7&sort=-author,title${query}`, { as: 'reader' })
      ).json()) as {
        data: { id: number }[]
        meta: { next: string | null; prev: string | null }
      }
      seen.push(...page.data.map(({ id }) => id))
      after = page.meta.next
      last = page
    } while (after !== null)
    expect(new Set(seen).size).toBe(15)
    expect(seen).toHaveLength(15)
    const back = await server.ask(`GET /api/v1/articles?limit=7&sort=-author,title&before=${last?.meta.prev}`, {
      as: 'reader',
    })
    const { data } = (await back.json()) as { data: { id: number }[] }
    expect(data.map(({ id }) => id)).toEqual(seen.slice(7, 14))
  })
})

describe('ETags', () => {
  it('are the same for reading and editing, and tell nothing of hidden fields', async () => {
    const etag = async (as: Identity) => (await server.ask('GET /api/v1/authors/2', { as })).headers.get('etag')
    const [before, seenByReader] = [await etag('owner'), await etag('reader')]
    const edited = await server.ask('PATCH /api/v1/authors/2', {
      as: 'owner',
      body: { values: { salary: '1.00' }, base: { salary: '8888.88' } },
      headers: { 'If-Match': before ?? '' },
    })
    expect(edited.status).toBe(200)
    expect(edited.headers.get('etag')).toBe(await etag('owner'))
    expect(await etag('owner')).not.toBe(before)
    expect(await etag('reader')).toBe(seenByReader)
    const late = await server.ask('PATCH /api/v1/authors/2', {
      as: 'owner',
      body: { values: { country: 'FR' }, base: { country: 'DE' } },
      headers: { 'If-Match': before ?? '' },
    })
    expect(late.status).toBe(412)
  })
})

describe('two people', () => {
  const edit = (as: Identity, values: object, base: object) =>
    server.ask('PATCH /api/v1/articles/7', { as, body: { values, base } })

  it('edit different fields of one record at the same moment, and both are kept', async () => {
    const both = await Promise.all([
      edit('owner', { title: 'By the owner' }, { title: 'Article 07' }),
      edit('editor', { words: 61 }, { words: 60 }),
    ])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    const text = await (await server.ask('GET /api/v1/articles/7', { as: 'owner' })).text()
    expect(text).toContain('By the owner')
    expect(text).toContain('"words":61')
  })

  it('edit the same field, and exactly one is asked', async () => {
    const attempts = Array.from({ length: 20 }, (_, index) =>
      edit(index % 2 === 0 ? 'owner' : 'editor', { words: 1000 + index }, { words: 61 }),
    )
    const statuses = (await Promise.all(attempts)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
    expect(statuses.filter((status) => status === 412)).toHaveLength(19)
  })
})

describe('signing in', () => {
  const email = 'editor@example.com'
  const cookiesOf = (response: Response) => response.headers.getSetCookie()

  it('gives a cookie that scripts cannot read, and ends the session that was there before', async () => {
    const first = await server.ask('POST /api/v1/-/session', { body: { email: ' Editor@Example.com ', password } })
    expect(first.status).toBe(200)
    expect(await first.json()).toMatchObject({ person: { name: 'The editor', role: 'editor' } })
    const [session = '', device = ''] = cookiesOf(first)
    expect(session).toMatch(/^haykal=[a-z0-9]{40}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/)
    expect(device).toMatch(/^haykal-device=[\w.-]+; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax$/)
    const Cookie = session.split(';')[0] ?? ''

    const second = await server.ask('POST /api/v1/-/session', { body: { email, password }, headers: { Cookie } })
    const fresh = cookiesOf(second)[0]?.split(';')[0] ?? ''
    expect(fresh).not.toBe(Cookie)
    const who = async (cookie: string) =>
      await (await server.ask('GET /api/v1/-/session', { headers: { Cookie: cookie } })).json()
    expect(await who(Cookie)).toEqual({ person: null })
    expect(await who(fresh)).toMatchObject({ person: { email } })

    const out = await server.ask('DELETE /api/v1/-/session', { headers: { Cookie: fresh } })
    expect(out.status).toBe(204)
    expect(cookiesOf(out)).toEqual(['haykal=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax'])
    expect(await who(fresh)).toEqual({ person: null })
  })

  it('takes a cookie by its exact name only, and neither of two', async () => {
    const response = await server.ask('POST /api/v1/-/session', { body: { email, password } })
    const token = (cookiesOf(response)[0] ?? '').split(/[=;]/)[1] ?? ''
    const isIn = async (Cookie: string) => {
      const session = await server.ask('GET /api/v1/-/session', { headers: { Cookie } })
      return ((await session.json()) as { person: unknown }).person !== null
    }
    expect(await isIn(`haykal=${token}`)).toBe(true)
    expect(await isIn(`other=1; haykal=${token}; more=2`)).toBe(true)
    const twins = [
      '\u00a0haykal',
      'haykal\u00a0',
      '\u2003haykal',
      'xhaykal',
      'HAYKAL',
      'haykal-device',
      '__Host-haykal',
    ]
    for (const name of twins) expect(await isIn(Buffer.from(`${name}=${token}`).toString('latin1'))).toBe(false)
    expect(await isIn(`haykal=${token}; haykal=other`)).toBe(false)
  })

  it('gives one answer for a wrong password and for nobody, and stops after ten tries whatever the headers say', async () => {
    const guess = async (index: number, address: string) =>
      await server.ask(`POST /api/v1/-/session`, {
        body: { email: address, password: `guess ${index}` },
        headers: {
          'X-Forwarded-For': `203.0.113.${index}`,
          Forwarded: `for=203.0.113.${index}`,
          'X-Real-IP': `203.0.113.${index}`,
        },
      })
    const wrong = await guess(0, 'reader@example.com')
    const nobody = await guess(0, 'nobody@example.com')
    const withoutId = async (response: Response) => ({ ...((await response.json()) as object), requestId: '' })
    expect(wrong.status).toBe(401)
    expect(await withoutId(wrong)).toEqual(await withoutId(nobody))
    const statuses = []
    for (let index = 1; index < 15; index += 1)
      statuses.push((await guess(index, index % 2 ? 'READER@example.com' : ' reader@example.com')).status)
    expect(statuses.filter((status) => status === 401)).toHaveLength(9)
    const refused = await guess(99, 'reader@example.com')
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(30)
    expect((await server.ask('GET /api/v1/-/session/', { as: 'owner' })).status).toBe(404)
  })

  it('writes no password, no token and no cookie into the log', async () => {
    const { cookie } = await (async () => {
      const response = await server.ask('POST /api/v1/-/session', { body: { email, password } })
      return { cookie: cookiesOf(response)[0]?.split(';')[0]?.split('=')[1] ?? '' }
    })()
    await server.ask('GET /api/v1/articles?q=secret-word', { headers: { Cookie: `haykal=${cookie}` } })
    const log = server.log()
    expect(log).toContain('/api/v1/-/session')
    for (const secret of [password, 'guess 1', cookie, 'secret-word', 'haykal=']) expect(log).not.toContain(secret)
  })
})

describe('the first set-up', () => {
  it('is told of in boot, happens once, and signs the owner in', async () => {
    const fresh = await openTestServer({ isEmpty: true })
    const boot = async () => await (await fresh.ask('GET /api/v1/-/boot')).json()
    const owner = { name: 'First', email: 'first@example.com', password }
    expect(await boot()).toMatchObject({ needsSetup: true })
    const token = await fresh.state.auth.issueSetupToken()

    const wrong = await fresh.ask('POST /api/v1/-/setup', { body: { token: 'x', ...owner } })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain(
      '"pointer":"/token","code":"bad_token","message":"This address is no longer valid.',
    )
    const done = await fresh.ask('POST /api/v1/-/setup', { body: { token, ...owner } })
    expect(await done.json()).toMatchObject({ person: { email: 'first@example.com', role: 'owner' } })
    const Cookie = done.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    expect((await fresh.ask('GET /api/v1/authors', { headers: { Cookie } })).status).toBe(200)
    expect(await boot()).not.toHaveProperty('needsSetup')
    expect((await fresh.ask('POST /api/v1/-/setup', { body: { token, ...owner } })).status).toBe(409)
    await fresh.close()
  })
})
