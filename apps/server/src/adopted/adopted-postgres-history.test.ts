// History, undo and trash in a PostgreSQL database of somebody else's: moments and numbers come back with every digit, and what others write is noticed.
import type { ChangePage, ManyReply, ProblemDocument } from '@haykal/contract'
import { type Database, openDatabase } from '@haykal/database'
import { type RunningPostgres, startPostgres } from '@haykal/database/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { done, openTestServer, type TestServer } from '../testing/test-server.ts'

let postgres: RunningPostgres
let other: Database
let server: TestServer
beforeAll(async () => {
  postgres = await startPostgres()
  const address = await postgres.createDatabase('history')
  other = await openDatabase(address)
  const { schema } = other.queries
  await schema
    .createTable('events')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('name', 'text')
    .addColumn('at', 'timestamptz')
    .addColumn('local', 'timestamp')
    .addColumn('amount', 'numeric')
    .addColumn('price', 'double precision')
    .addColumn('big', 'bigint')
    .addColumn('paid', 'boolean')
    .addColumn('facts', 'json')
    .addColumn('data', 'bytea')
    .execute()
  await schema
    .createTable('guests')
    .addColumn('id', 'integer', (column) => column.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('event', 'integer', (column) => column.references('events.id').onDelete('cascade'))
    .addColumn('name', 'text', (column) => column.notNull().unique())
    .execute()
  await other.queries
    .insertInto('events')
    .values([
      {
        id: 1,
        name: 'Fine',
        at: '2026-11-21 06:50:00.123456+02',
        local: '2026-11-21 06:50:00.654321',
        amount: '12.5000',
        price: 0.1,
        big: 9007199254740993n,
        paid: true,
        facts: '{"b":  1, "a": [1, 2.0]}',
        data: Buffer.alloc(300_000, 7),
      },
      {
        id: 2,
        name: '',
        at: 'infinity',
        local: '-infinity',
        amount: 'NaN',
        price: Number.NaN,
        big: null,
        paid: null,
        facts: null,
        data: Buffer.alloc(0),
      },
    ])
    .execute()
  await other.queries
    .insertInto('guests')
    .values([{ event: 1, name: 'A' }])
    .execute()
  server = await openTestServer({ target: address })
  for (const model of ['events', 'guests']) expect((await ask(`POST /api/v1/${model}/-/unlock`)).status).toBe(200)
}, 60_000)
afterAll(async () => {
  await server.close()
  await other.close()
  await postgres.stop()
})

const ask = async (line: string, body?: unknown, headers = {}) =>
  await server.ask(line, { as: 'owner', headers, ...(body === undefined ? {} : { body }) })
const read = <Reply>(line: string, body?: unknown, headers = {}) =>
  done<Reply>(server, line, { headers, ...(body === undefined ? {} : { body }) })
const undo = (set: string) => read<ManyReply>(`POST /api/v1/-/changes/${set}/undo`, {})

async function exactly(id: number): Promise<unknown> {
  const { fn } = other.queries
  const names = ['name', 'at', 'local', 'amount', 'price', 'big', 'paid', 'facts'] as const
  const found = await other.queries
    .selectFrom('events')
    .select(({ cast, ref }) => names.map((name) => cast<string>(ref(name), 'text').as(name)))
    .select(fn('md5', ['data']).as('data'))
    .where('id', '=', id)
    .execute()
  return found
}

it.each([1, 2])('removes and restores event %i with every digit, and what went with it', async (id) => {
  const before = await exactly(id)
  const guests = await other.queries.selectFrom('guests').selectAll().execute()
  const { changeSet } = await read<{ changeSet: string }>(`DELETE /api/v1/events/${id}`, undefined, { 'If-Match': '*' })
  expect(await exactly(id)).toEqual([])
  expect(await undo(changeSet)).toMatchObject({ kept: [] })
  expect(await exactly(id)).toEqual(before)
  expect(await other.queries.selectFrom('guests').selectAll().execute()).toEqual(guests)
})

it('sets an edit back with every digit', async () => {
  const before = await exactly(1)
  const { data } = await read<{ data: { [field: string]: unknown } }>('GET /api/v1/events/1')
  const values = { at: '2030-01-01T00:00:00.000Z', amount: '1', name: 'Other' }
  const base = Object.fromEntries(Object.keys(values).map((name) => [name, data[name] ?? null]))
  const { meta } = await read<{ meta: { changeSet: string } }>('PATCH /api/v1/events/1', { values, base })
  expect(await undo(meta.changeSet)).toMatchObject({ done: 1, kept: [] })
  expect(await exactly(1)).toEqual(before)
})

it('notices what another program changed, and writes it down before the next change only', async () => {
  const history = async () => (await read<ChangePage>('GET /api/v1/guests/1/-/history')).data
  await read('PATCH /api/v1/guests/1', { values: { name: 'B' }, base: { name: 'A' } })
  await other.queries.updateTable('guests').set({ name: 'Foreign' }).where('id', '=', 1).execute()
  const kept = async () => (await other.queries.selectFrom('haykal_history').select('id').execute()).length
  const before = await kept()
  expect((await history())[0]).toMatchObject({
    set: { means: 'outside', by: null },
    fields: { name: { before: 'B', after: 'Foreign' } },
  })
  expect(await kept()).toBe(before)
  await read('PATCH /api/v1/guests/1', { values: { name: 'C' }, base: { name: 'Foreign' } })
  expect((await history()).slice(0, 3).map(({ set }) => set.means)).toEqual(['api', 'outside', 'api'])
})

it('tells all that is wrong with children at once, though the database refuses one of them', async () => {
  const children = [
    { model: 'guests', field: 'event', create: ['C', 'D', 'C', null].map((name) => ({ values: { name } })) },
  ]
  const response = await ask('PATCH /api/v1/events/1', { values: {}, base: {}, children })
  const problem = (await response.json()) as ProblemDocument
  expect(problem.errors?.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
    '/children/0/create/0/values/name not_unique',
    '/children/0/create/2/values/name not_unique',
    '/children/0/create/3/values/name required',
  ])
  expect(await other.queries.selectFrom('guests').select('name').execute()).toEqual([{ name: 'C' }])
})

it('makes of fifty equal requests at once one write, whatever stands in the way of the second', async () => {
  const fifty = async (line: string, body?: unknown) => {
    const asked = () => ask(line, body, { 'Idempotency-Key': line.replace(/ .*/, ''), 'If-Match': '*' })
    const answers = await Promise.all(Array.from({ length: 50 }, asked))
    const sets = await Promise.all(answers.map(async (answer) => /"changeSet":"(\w+)"/.exec(await answer.text())?.[1]))
    return { statuses: new Set(answers.map(({ status }) => status)), sets: new Set(sets) }
  }
  const made = await fifty('POST /api/v1/guests', { values: { name: 'Once', event: 1 } })
  expect(made.statuses).toEqual(new Set([201]))
  expect(made.sets.size).toBe(1)
  const found = await other.queries.selectFrom('guests').select('id').where('name', '=', 'Once').execute()
  expect(found).toHaveLength(1)
  const line = `/api/v1/guests/${String(found[0]?.id)}`
  const edited = await fifty(`PATCH ${line}`, { values: { name: 'Twice' }, base: { name: 'Once' } })
  expect(edited).toEqual({ statuses: new Set([200]), sets: new Set([expect.any(String)]) })
  const removed = await fifty(`DELETE ${line}`)
  expect(removed).toEqual({ statuses: new Set([200]), sets: new Set([expect.any(String)]) })
})
