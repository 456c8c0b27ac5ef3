// Lists that are slow or will be, over HTTP: what everybody is told, what owners are told, and what nobody else learns.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ProblemDocument, RecordPage, SlowListsReply } from '@haykal/contract'
import { insertRecords } from '@haykal/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { foreignWrite, makeFolder, makeShop } from '../testing/foreign-file.ts'
import { done, type Identity, openTestServer, type TestServer } from '../testing/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer({ isDeveloped: true, listSeconds: 0.001 })
})
afterAll(async () => await server.close())

const list = async (query: string, as: Identity = 'owner') =>
  await done<RecordPage>(server, `GET /api/v1/articles?${query}`, { as })
const toldIn = ({ said }: TestServer) => said.filter((line) => line.startsWith('The list of'))
const slow = async () => (await done<SlowListsReply>(server, 'GET /api/v1/-/slow-lists')).lists
const make = (terms: unknown, { as = 'owner' as Identity, model = 'articles' } = {}) =>
  server.ask(`POST /api/v1/${model}/-/indexes`, { as, body: { terms } })

/** Enough that no list of them without an index is read at once. */
async function write(count: number): Promise<void> {
  const { database, models } = server.state.core
  const model = models.get('articles')
  if (!model) throw new Error('there are no articles')
  const body = 'as long as a body is, and somewhat longer '.repeat(6)
  const articles = Array.from({ length: count }, (_, index) => ({
    id: 100 + index,
    title: `Another ${index}`,
    author: 1,
    status: 'published',
    words: (index * 7_919) % count,
    body,
    createdAt: '2026-11-21T06:50:00.000Z',
  }))
  await database.write(async (queries) => {
    await insertRecords({ engine: database.engine, queries }, model, articles)
  })
}

describe('while a project is developed', () => {
  it('the terminal is told once of a list without an index, and the screen each time', async () => {
    for (const value of [3, 4]) {
      const { meta } = await list(`filter[words][gt]=${value}&sort=-createdAt`, 'editor')
      expect(meta.hint).toBe('unindexed')
    }
    expect(toldIn(server)).toEqual([
      'The list of articles is filtered by words and sorted by -createdAt, with no index behind it: ' +
        `it wants ['createdAt'] in "indexes" of articles.`,
    ])
    expect((await list('sort=-title', 'editor')).meta).not.toHaveProperty('hint')
    expect((await list('filter[body][contains]=zeppelin')).meta.hint).toBe('unindexed')
    expect(toldIn(server).at(-1)).toBe(
      'The list of articles is filtered by body, with no index behind it: none would help.',
    )
  })

  it('its owner is told of them, with what helps and never with what was asked for', async () => {
    const lists = await slow()
    expect(lists.find(({ sort }) => sort.some(({ descending }) => descending))).toMatchObject({
      model: 'articles',
      tests: [{ operator: 'gt', how: 'none' }],
      sorted: 'none',
      times: 0,
      steps: [{ model: 'articles', terms: ['createdAt'] }],
    })
    expect(JSON.stringify(lists)).not.toContain('zeppelin')
  })
})

describe('in use', () => {
  it('a list that is quick brings nothing with it', async () => {
    const other = await openTestServer()
    const page = await done<RecordPage>(other, 'GET /api/v1/articles?sort=-createdAt')
    expect(page.meta).not.toHaveProperty('hint')
    expect(await done<SlowListsReply>(other, 'GET /api/v1/-/slow-lists')).toEqual({ lists: [] })
    expect(toldIn(other)).toEqual([])
    await other.close()
  })
})

describe('a list that takes too long', () => {
  beforeAll(async () => await write(24_000), 60_000)

  it('is shown as far as it can be, to whoever asks; the index that helps is one press away for its owner', async () => {
    await done(server, 'POST /api/v1/articles/-/views', {
      body: { name: 'By length', list: { sort: '-words' }, sharedWith: 'everyone' },
    })
    await done(server, 'POST /api/v1/articles/-/views', {
      as: 'editor',
      body: { name: 'Only mine', list: { sort: 'words' } },
    })
    // How large the file has become is looked up now and then.
    await expect.poll(async () => (await list('sort=words', 'editor')).meta.bounded, { timeout: 5_000 }).toBeDefined()
    const before = await list('sort=words', 'editor')
    expect(before.data).toHaveLength(50)
    expect(before.meta).toMatchObject({ bounded: { isSorted: false }, count: null })
    const found = (await slow()).find(({ sort }) => sort[0]?.path[0] === 'Words')
    expect(found).toMatchObject({
      bounded: expect.any(Number),
      steps: [{ model: 'articles', terms: ['words'] }],
      views: [{ name: 'By length' }],
      otherViews: 1,
      count: 24_020,
    })
    expect(JSON.stringify(found)).not.toContain('Only mine')

    expect((await make(['words'])).status).toBe(200)
    const after = await list('sort=words', 'editor')
    expect(after.meta).not.toHaveProperty('bounded')
    const words = after.data.map((article) => Number(article.words))
    expect(words).toEqual(words.toSorted((one, other) => one - other))
    expect(words[0]).toBe(0)
    expect((await slow()).find(({ sort }) => sort[0]?.path[0] === 'Words')).toMatchObject({
      sorted: 'index',
      steps: [],
    })
  })

  it('refuses what is advised of no list', async () => {
    const wrong: readonly (readonly [terms: unknown, model: string, status: number])[] = [
      [['body'], 'articles', 422],
      [['words'], 'articles', 422],
      [['salary; drop table authors'], 'authors', 422],
      [[], 'articles', 400],
      ['words', 'articles', 400],
      [['createdAt'], 'nothing', 404],
    ]
    for (const [terms, model, status] of wrong) {
      const response = await make(terms, { model })
      const problem = (await response.json()) as ProblemDocument
      expect({ terms, status: response.status }).toEqual({ terms, status })
      if (status === 422)
        expect(problem.errors?.map(({ pointer, code }) => [pointer, code])).toEqual([['/terms', 'not_an_option']])
    }
  })
})

it.each<Identity>(['editor', 'reader', 'signed out', 'session ended'])(
  '%s learns not even that there are such doors',
  async (as) => {
    const plain = async (line: string, body?: unknown) => {
      const response = await server.ask(line, { as, ...(body === undefined ? {} : { body }) })
      return { status: response.status, text: (await response.text()).replace(/"requestId":"[^"]+"/, '') }
    }
    expect(await plain('GET /api/v1/-/slow-lists')).toEqual(await plain('GET /api/v1/-/slow-lisps'))
    const [there, never] = [
      await plain('POST /api/v1/articles/-/indexes', { terms: ['createdAt'] }),
      await plain('POST /api/v1/articles/-/indices', { terms: ['createdAt'] }),
    ]
    expect(there).toEqual(never)
    const document = await plain('GET /api/v1/-/openapi.json')
    expect(document.text).not.toMatch(/slow-lists|makeIndex/)
  },
)

it('in a database of somebody else nothing is made: the statement is told', async () => {
  const folder = makeFolder()
  const file = makeShop(join(folder.path, 'shop.sqlite'))
  foreignWrite(
    file,
    "create table visits (id integer primary key, page text, at integer); insert into visits values (1, 'a', 5)",
  )
  const before = createHash('sha256').update(readFileSync(file)).digest('hex')
  const adopted = await openTestServer({ target: file, isDeveloped: true })
  const page = await done<RecordPage>(adopted, 'GET /api/v1/visits?sort=-page')
  expect(page.meta.hint).toBe('unindexed')
  const { lists } = await done<SlowListsReply>(adopted, 'GET /api/v1/-/slow-lists')
  expect(lists[0]?.steps).toEqual([
    {
      model: 'visits',
      terms: ['page'],
      statements: ['create index if not exists "visits_page_id" on "visits" ("page", "id");'],
    },
  ])
  const made = await adopted.ask('POST /api/v1/visits/-/indexes', { as: 'owner', body: { terms: ['page'] } })
  expect(made.status).toBe(404)
  expect(createHash('sha256').update(readFileSync(file)).digest('hex')).toBe(before)
  // What its owner made themselves is advised no more.
  foreignWrite(file, lists[0]?.steps[0]?.statements?.[0] ?? '')
  await expect
    .poll(async () => (await done<SlowListsReply>(adopted, 'GET /api/v1/-/slow-lists')).lists[0]?.steps)
    .toEqual([])
  await adopted.close()
  folder.remove()
})
