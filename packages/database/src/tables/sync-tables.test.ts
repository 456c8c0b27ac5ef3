/** Tables follow their models: what is missing is added, nothing is ever dropped or rewritten. */
import type { FieldKind, FieldKinds, ModelDefinition } from '@haykal/model'
import { resolveModels } from '@haykal/model'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Row } from '../engine.ts'
import { openDatabase } from '../open-database.ts'
import { syncTables } from './sync-tables.ts'

/** Field kinds are of another floor: two small ones of our own are enough to make columns. */
function kindOf(kind: string, column: 'text' | 'integer'): FieldKind {
  return {
    kind,
    column: () => ({ kind: column }),
    parse: (input) => ({ ok: true, value: input }),
    toText: String,
    fromText: (text) => ({ ok: true, value: text }),
    filters: ['eq'],
    jsonSchema: () => ({}),
    ...(kind === 'pointer' ? { references: (options: unknown) => (options as { to: string }).to } : {}),
  }
}
const kinds: FieldKinds = {
  text: kindOf('text', 'text'),
  integer: kindOf('integer', 'integer'),
  pointer: kindOf('pointer', 'integer'),
}
const resolve = (...definitions: readonly ModelDefinition[]) => resolveModels(definitions, { kinds })

const authors: ModelDefinition = {
  name: 'authors',
  title: 'name',
  fields: { name: { kind: 'text', required: true, unique: true } },
  list: { sort: '-name' },
}
const articles = {
  name: 'odd "articles"',
  fields: { title: { kind: 'text' }, author: { kind: 'pointer', to: 'authors' } },
  list: { sort: 'title' },
} as ModelDefinition

test('makes tables, references and indexes once', async () => {
  const database = await openDatabase(':memory:')
  expect(await syncTables(database, resolve(articles, authors))).toEqual(['table odd "articles"', 'table authors'])
  const [table] = await database.engine
    .introspect(database.queries)
    .then((tables) => tables.filter(({ name }) => name.startsWith('odd')))
  const { rows } =
    await sql<Row>`select name from sqlite_schema where type = 'index' and sql is not null order by name`.execute(
      database.queries,
    )
  expect(rows.map((row) => row.name)).toEqual([
    'authors_name_unique',
    'odd "articles"_author_id',
    'odd "articles"_title_id',
  ])
  expect(table?.references).toEqual([{ table: 'authors', columns: ['author'], targets: ['id'] }])
  expect(await syncTables(database, resolve(articles, authors))).toEqual([])
})

test('adds a column that a model has gained, and leaves alone what a model has lost', async () => {
  const database = await openDatabase(':memory:')
  await syncTables(database, resolve(authors))
  await database.write(async (queries) => sql`insert into authors (name) values ('A')`.execute(queries))
  const grown: ModelDefinition = {
    name: 'authors',
    key: 'id',
    fields: { id: { kind: 'integer', generated: true }, born: { kind: 'integer', required: true } },
  }
  expect(await syncTables(database, resolve(grown))).toEqual(['column authors.born'])
  const { rows } = await sql<Row>`select * from authors`.execute(database.queries)
  expect(rows).toEqual([{ id: 1n, name: 'A', born: null }])
})

test('changes nothing when one of the steps fails', async () => {
  const database = await openDatabase(':memory:')
  await database.write(async (queries) => {
    await sql`create table authors (id integer primary key, name text)`.execute(queries)
    await sql`insert into authors (name) values ('same'), ('same')`.execute(queries)
  })
  await expect(syncTables(database, resolve(articles, authors))).rejects.toThrow(
    /^In the table "authors" several records have the same "name", which the model "authors" calls unique: change/,
  )
  expect((await database.engine.introspect(database.queries)).map(({ name }) => name)).toEqual(['authors'])
})

test('makes the unique sets and the orders that a model names, in their directions and with the key behind', async () => {
  const database = await openDatabase(':memory:')
  const named = { ...articles, unique: [['author', 'title']], indexes: [['author', '-title']] } as ModelDefinition
  await syncTables(database, resolve(named, authors))
  await syncTables(database, resolve(named, authors))
  const { rows } =
    await sql<Row>`select sql from sqlite_schema where type = 'index' and tbl_name = ${named.name}`.execute(
      database.queries,
    )
  const texts = rows.map((row) => String(row.sql).replaceAll('"', ''))
  expect(texts).toContainEqual(expect.stringMatching(/^create unique index .*\(author, title\)$/i))
  expect(texts).toContainEqual(expect.stringMatching(/\(author, title desc, id desc\)$/i))
})
