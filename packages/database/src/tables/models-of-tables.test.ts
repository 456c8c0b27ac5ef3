/** Tables that somebody else made are described as a person would. */
import { existsSync } from 'node:fs'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openDatabase } from '../open-database.ts'
import { modelsOfTables } from './models-of-tables.ts'

async function adopt(...statements: string[]) {
  const database = await openDatabase(':memory:')
  await database.write(async (queries) => {
    for (const statement of statements) await sql.raw(statement).execute(queries)
  })
  return await modelsOfTables(database)
}

test('finds kinds, keys, relations and titles', async () => {
  const { models } = await adopt(
    'create table artists (artist_id integer primary key, name nvarchar(120) not null)',
    "create table albums (id integer primary key, Title text, artist_id int not null references ARTISTS, price numeric(10,2), released datetime, seen datetime, raw blob, ok boolean default 0, 'odd.name' text unique)",
    "insert into artists values (1, 'A')",
    "insert into albums (Title, artist_id, released, seen) values ('T', 1, '2024-01-01 00:00:00', '2024-01-01 10:11:12')",
  )
  const albums = models.find((model) => model.name === 'albums')
  expect(albums).toMatchObject({ key: ['id'], title: 'Title' })
  expect(albums?.fields).toMatchObject({
    id: { kind: 'integer', generated: true },
    artist_id: { kind: 'relation', to: 'artists', keyKind: 'integer', required: true, label: 'Artist' },
    price: { kind: 'decimal', scale: 2 },
    released: { kind: 'date', written: 'sql' },
    seen: { kind: 'datetime', written: 'sql' },
    raw: { kind: 'bytes' },
    ok: { kind: 'boolean' },
    odd_name: { kind: 'text', column: 'odd.name', unique: true },
  })
  expect(models.find((model) => model.name === 'artists')?.fields.name).toMatchObject({
    kind: 'text',
    maxLength: 120,
    required: true,
  })
})

test('keeps composite keys, and says what it cannot show yet', async () => {
  const { models, doubts } = await adopt(
    'create table parts (a integer, b text, c text, primary key (b, a)) without rowid',
    'create table loose (x text)',
    'create view seen as select * from parts',
  )
  expect(models.map(({ name, key }) => [name, key])).toEqual([['parts', ['b', 'a']]])
  expect(doubts).toEqual([
    'The table loose is not shown yet: it has no primary key to tell rows apart.',
    'The view seen is not shown yet: views have no key to tell rows apart.',
  ])
})

const chinook = new URL('../../../../../shared/data/chinook.sqlite', import.meta.url)

test.runIf(existsSync(chinook))('describes Chinook so that nobody needs to correct a title', async () => {
  const database = await openDatabase(chinook.pathname, { isReadOnly: true })
  const { models, doubts } = await modelsOfTables(database)
  await database.close()
  expect(doubts).toEqual([])
  expect(Object.fromEntries(models.map(({ name, title, key }) => [name, title ?? key]))).toEqual({
    Album: 'Title',
    Artist: 'Name',
    Customer: 'LastName',
    Employee: 'LastName',
    Genre: 'Name',
    Invoice: ['InvoiceId'],
    InvoiceLine: ['InvoiceLineId'],
    MediaType: 'Name',
    Playlist: 'Name',
    PlaylistTrack: ['PlaylistId', 'TrackId'],
    Track: 'Name',
  })
})
