// A PostgreSQL database of somebody else's: adopted like a file, unlocked, edited, and its foreign changes seen.
import { type Database, openDatabase } from '@haykal/database'
import { type RunningPostgres, startPostgres } from '@haykal/database/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestServer, type TestServer } from '../testing/test-server.ts'

let postgres: RunningPostgres
let other: Database
let server: TestServer
beforeAll(async () => {
  postgres = await startPostgres()
  const address = await postgres.createDatabase('adopted')
  other = await openDatabase(address)
  const { schema } = other.queries
  await schema
    .createTable('countries')
    .addColumn('code', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text')
    .execute()
  await schema
    .createTable('towns')
    .addColumn('id', 'integer', (column) => column.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('country', 'text', (column) => column.references('countries.code'))
    .execute()
  await schema.createTable('keyless').addColumn('a', 'text').addColumn('b', 'integer').execute()
  await schema
    .createView('named')
    .as(other.queries.selectFrom('towns').select(['id', 'name']))
    .execute()
  await other.queries
    .insertInto('countries')
    .values([{ code: 'EG', name: 'Egypt' }])
    .execute()
  await other.queries
    .insertInto('towns')
    .values([
      { name: 'Cairo', country: 'EG' },
      { name: 'Aswan', country: 'EG' },
    ])
    .execute()
  await other.queries
    .insertInto('keyless')
    .values([1, 2, 2].map((b) => ({ a: 'x', b })))
    .execute()
  server = await openTestServer({ target: address })
})
afterAll(async () => {
  await server.close()
  await other.close()
  await postgres.stop()
})

const ask = async (line: string, body?: unknown) =>
  await server.ask(line, { as: 'owner', ...(body === undefined ? {} : { body }) })

it('shows tables, views and tables without a key, and says what is doubtful', async () => {
  const towns = await (await ask('GET /api/v1/towns?sort=country,-name')).json()
  expect(towns).toMatchObject({
    data: [{ name: 'Cairo' }, { name: 'Aswan' }],
    meta: { titles: { countries: { EG: 'Egypt' } } },
  })
  expect(await (await ask('GET /api/v1/named?sort=name&limit=1')).json()).toMatchObject({ data: [{ name: 'Aswan' }] })
  const first = (await (await ask('GET /api/v1/keyless?limit=2&sort=b')).json()) as { meta: { next: string } }
  const rest = await ask(`GET /api/v1/keyless?limit=2&sort=b&after=${encodeURIComponent(first.meta.next)}`)
  expect(await rest.json()).toMatchObject({ data: [{ a: 'x', b: 2 }], meta: { next: null } })
  const report = await (await ask('GET /api/v1/-/adoption')).text()
  expect(report).toContain('no_key')
  expect(report).toContain('view_read_only')
})

it('is edited once it is unlocked, and shows what others write', async () => {
  const edit = { values: { name: 'Luxor' }, base: { name: 'Aswan' } }
  expect((await ask('PATCH /api/v1/towns/2', edit)).status).toBe(409)
  expect((await ask('POST /api/v1/towns/-/unlock')).status).toBe(200)
  expect((await ask('PATCH /api/v1/towns/2', edit)).status).toBe(200)
  expect(await other.queries.selectFrom('towns').select('name').where('id', '=', 2).execute()).toEqual([
    { name: 'Luxor' },
  ])
  await other.queries.updateTable('towns').set({ name: 'Siwa' }).where('id', '=', 2).execute()
  expect(await (await ask('GET /api/v1/towns/2')).text()).toContain('Siwa')
  expect((await ask('POST /api/v1/named/-/unlock')).status).toBe(409)
})
