// Records that move into somebody's rule and out of it, and fields that they do not see: what the history, an undo and a change of many tell of them.
import type { ChangePage, ChangeSetPage, ManyReply } from '@haykal/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Identity, openTestServer, password, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let clerk = ''
beforeAll(async () => {
  server = await openTestServer({ target: `${import.meta.dirname}/../testing/hooked-project` })
  const { auth } = server.state
  const email = 'clerk@example.com'
  await auth.createPerson({ email, name: 'The clerk', password, role: 'clerk' })
  clerk = `haykal=${(await auth.signIn({ email, password, address: '192.0.2.1' })).token}`
})
afterAll(async () => await server.close())

const orders = '/api/v1/orders'

async function ask(line: string, { as = 'owner' as Identity, body = undefined as unknown, headers = {} } = {}) {
  const all = as === 'clerk' ? { ...headers, Cookie: clerk } : headers
  const response = await server.ask(line, { as, headers: all, ...(body === undefined ? {} : { body }) })
  return { status: response.status, text: await response.text() }
}

async function done<Reply>(line: string, request: Parameters<typeof ask>[1] = {}): Promise<Reply> {
  const { status, text } = await ask(line, request)
  expect(status, `${line} ${text}`).toBeLessThan(300)
  return JSON.parse(text) as Reply
}

interface Written {
  readonly meta: { readonly id: string; readonly changeSet: string; readonly etag: string }
}
const create = (values: object) => done<Written>(`POST ${orders}`, { body: { values } })
const edit = (id: string, values: object, base: object) =>
  done<Written>(`PATCH ${orders}/${id}`, { body: { values, base } })

it('are told of from their time in the rule, and not at all once they have left it', async () => {
  const { meta } = await create({ note: 'hidden-note-1', pieces: 4711 })
  const history = async () => {
    const { status, text } = await ask(`GET ${orders}/${meta.id}/-/history`, { as: 'reader' })
    return { status, text, data: status === 200 ? (JSON.parse(text) as ChangePage).data : [] }
  }
  const sets = async () =>
    (await done<ChangeSetPage>('GET /api/v1/-/changes?limit=200', { as: 'reader' })).data.map(({ id }) => id)
  const never = await ask(`GET ${orders}/999999/-/history`, { as: 'reader' })
  expect((await history()).status).toBe(never.status)
  const noted = await edit(meta.id, { note: 'hidden-note-2' }, { note: 'hidden-note-1' })
  // It comes into the rule: from here on it is known, what was before is not.
  const opened = await edit(meta.id, { status: 'paid', note: 'seen-note' }, { status: 'draft', note: 'hidden-note-2' })
  const seen = await history()
  expect(seen.text).not.toMatch(/hidden-note|margin/)
  expect(seen.data.map(({ set }) => set.id)).toEqual([opened.meta.changeSet])
  expect(seen.data[0]?.fields).toEqual({
    status: { before: null, after: null, sealed: true },
    note: { before: null, after: null, sealed: true },
  })
  expect(await sets()).toContain(opened.meta.changeSet)
  for (const set of [meta.changeSet, noted.meta.changeSet]) expect(await sets()).not.toContain(set)
  // It leaves the rule: nothing of it is known, not even what was.
  const closed = await edit(meta.id, { status: 'draft' }, { status: 'paid' })
  expect((await history()).status).toBe(404)
  for (const set of [opened.meta.changeSet, closed.meta.changeSet]) {
    expect(await sets()).not.toContain(set)
    expect((await ask(`GET /api/v1/-/changes/${set}`, { as: 'reader' })).status).toBe(404)
  }
})

it('are not told of as taken back where somebody sees nothing of what was taken back', async () => {
  const [seen, unseen] = [await create({ status: 'paid', pieces: 1 }), await create({ status: 'draft', pieces: 1 })]
  const records = [seen, unseen].map(({ meta }) => ({ id: meta.id, base: { pieces: 1 } }))
  const { changeSet } = await done<ManyReply>(`POST ${orders}/-/edit`, {
    body: { which: { records }, values: { pieces: 2 } },
  })
  const only = [{ model: 'orders', record: unseen.meta.id }]
  await done(`POST /api/v1/-/changes/${changeSet}/undo`, { body: { only } })
  const head = async (as: Identity) => (await done<{ set: object }>(`GET /api/v1/-/changes/${changeSet}`, { as })).set
  expect(await head('owner')).toHaveProperty('undoneBy')
  expect(await head('reader')).not.toHaveProperty('undoneBy')
})

it('a change of a hidden field keeps nobody from what they could do by hand, and is not named', async () => {
  const made = await done<Written>(`POST ${orders}`, { as: 'clerk', body: { values: { note: 'Mine', pieces: 1 } } })
  const other = await create({ note: 'Other', margin: 1 })
  const { asOf } = await done<{ asOf: string }>(`POST ${orders}/-/count`, { as: 'clerk', body: { act: 'remove' } })
  await edit(made.meta.id, { margin: 5 }, { margin: null })
  await edit(other.meta.id, { margin: 5 }, { margin: 1 })
  const line = `/api/v1/-/changes/${made.meta.changeSet}/undo`
  expect(await done(`GET ${line}`, { as: 'clerk' })).toMatchObject({ kept: [], isDone: false })
  expect(await done(`POST ${line}`, { as: 'clerk', body: {} })).toMatchObject({ done: 1, kept: [] })
  const which = { filter: { id: { eq: Number(other.meta.id) } }, asOf }
  const removed = await done<ManyReply>(`POST ${orders}/-/remove`, { as: 'clerk', body: { which } })
  expect(removed).toMatchObject({ done: 1, kept: [] })
})
