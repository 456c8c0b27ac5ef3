/** Databases of every sort are taken as they are: each object becomes a model, or is told of with its reason. */
import { expect, test } from 'vitest'
import { adoptedFiles } from '../testing/adopted-files.ts'

const adopt = adoptedFiles()

/** So many rows, numbered from 1 as `n`. */
const rows = (count: number) => `with recursive c(n) as (select 1 union all select n + 1 from c where n < ${count})`

test('finds keys, relations, titles and duties', async () => {
  const { model, doubts } = await adopt(`
    create table artists (artist_id integer primary key, name nvarchar(120) not null);
    create table albums (id integer primary key, Title text, artist_id int not null references ARTISTS, ok boolean default 0, "odd.name" text unique);
    insert into artists values (1, 'A');
    insert into albums (Title, artist_id) values ('T', 1);
  `)
  expect(model('albums')).toMatchObject({ key: ['id'], title: 'Title', label: 'Album', plural: 'Albums' })
  expect(model('albums').fields).toMatchObject({
    id: { kind: 'integer', generated: true },
    artist_id: { kind: 'relation', to: 'artists', keyKind: 'integer', required: true, label: 'Artist' },
    ok: { kind: 'boolean' },
    odd_name: { kind: 'text', column: 'odd.name', unique: true },
  })
  expect(model('artists').fields.name).toEqual({
    kind: 'text',
    searchable: true,
    maxLength: 120,
    label: 'Name',
    required: true,
  })
  expect(doubts('albums')).toEqual([])
})

test('shows virtual tables, leaves out search indexes and what they keep', async () => {
  const { model, doubts, names } = await adopt(
    `create virtual table words using fts5(body);
     create virtual table boxes using rtree(id, low, high);
     create virtual table odd using fts5(x);`,
    { rewrite: { 'odd using fts5': 'odd using spatialite' } },
  )
  expect(model('words')).toMatchObject({ source: 'virtual', hidden: true, key: ['rowid'] })
  expect(doubts('words')).toEqual([{ code: 'virtual_read_only', params: { module: 'fts5' } }])
  expect(model('boxes')).toMatchObject({ source: 'virtual' })
  expect(model('boxes').hidden).toBeUndefined()
  expect(names).not.toContain('odd')
  expect(doubts('odd')).toEqual([{ code: 'broken', params: { words: 'no such module: spatialite' } }])
  expect(doubts('words_data')).toEqual([{ code: 'shadow', params: { of: 'words' } }])
  expect(doubts('odd_content')).toEqual([{ code: 'shadow', params: { of: 'odd' } }])
})

test('says in the words of the database why something is broken', async () => {
  const { names, doubts } = await adopt(
    'create table fine (id integer primary key); create view astray as select * from gone;',
  )
  expect(names).toEqual(['fine'])
  expect(doubts('astray')).toEqual([{ code: 'broken', params: { words: 'no such table: main.gone' } }])
})

test('gives other names where addresses and filters need them', async () => {
  const { adoption, model, doubts } = await adopt(`
    create table "-" (id integer primary key);
    create table "_-" (id integer primary key);
    create table "" (id integer primary key, "" text, "and" text, "-x" text, "a.b" text, "a_b" text, "a,b" text, __proto__ text);
    create table ".x" (id integer primary key);
    create table "a b/c%2F.d""e" (id integer primary key, "select" text, "الاسم" text);
    create table "الطلبات" (id integer primary key);
  `)
  expect(adoption.guesses.map(({ definition: { name, table } }) => [name, table]).sort()).toEqual([
    ['_', ''],
    ['_-', undefined],
    ['_-_', '-'],
    ['_.x', '.x'],
    ['a b/c%2F.d"e', undefined],
    ['الطلبات', undefined],
  ])
  expect(doubts('-')).toEqual([{ code: 'renamed', params: { from: '-', to: '_-_' } }])
  const columns = Object.entries(model('_').fields).map(([name, field]) => [name, field.column])
  expect(columns).toEqual([
    ['id', undefined],
    ['_', ''],
    ['_and', 'and'],
    ['_-x', '-x'],
    ['a_b_', 'a.b'],
    ['a_b', undefined],
    ['a_b__', 'a,b'],
    ['___proto__', '__proto__'],
  ])
  expect(model('a b/c%2F.d"e').title).toBe('select')
})

test('keeps secrets out of the search', async () => {
  const { model } = await adopt(
    'create table users (id integer primary key, name text, password_hash text, api_key text, pin int);',
  )
  expect(model('users').fields).toMatchObject({
    name: { searchable: true },
    password_hash: { sensitive: true, searchable: false },
    api_key: { sensitive: true, searchable: false },
  })
})

test('tells triggers and computed columns', async () => {
  const { field, doubts } = await adopt(`
    create table lines (id integer primary key, n int not null, price real not null, total real generated always as (n * price) stored);
    create trigger after_line after insert on lines begin select 1; end;
  `)
  expect(field('lines', 'total')).toEqual({ kind: 'decimal', scale: 2, label: 'Total', readOnly: true })
  expect(doubts('lines')).toEqual([
    { code: 'computed', params: { fields: 'total' } },
    { code: 'triggers', params: { names: 'after_line' } },
  ])
})

test('leaves out the books that programs keep', async () => {
  const { model, doubts, names } = await adopt(`
    create table Django_Migrations (id integer primary key, app text);
    create table schema_migrations (version text primary key);
    create table zebras (id integer primary key, name text);
  `)
  expect(names[0]).toBe('zebras')
  expect(model('schema_migrations').hidden).toBe(true)
  expect(doubts('Django_Migrations')).toEqual([{ code: 'technical' }])
})

test('puts first what people work with', async () => {
  const { names } = await adopt(`
    create table statuses (id integer primary key, name text);
    create table order_lines (id integer primary key, order_id int references orders, n int);
    create table orders (id integer primary key, placed_on text, status_id int references statuses, customer_id int references customers);
    create table customers (id integer primary key, name text, city text, phone text);
    create table alembic_version (v text primary key);
    create view a_view as select * from orders;
    insert into statuses values (1, 'open');
    insert into customers values (1, 'A', 'B', 'C');
    insert into orders values (1, '2026-01-01', 1, 1);
    insert into order_lines values (1, 1, 1);
  `)
  expect(names).toEqual(['customers', 'orders', 'order_lines', 'statuses', 'a_view', 'alembic_version'])
})

test('shows the newest first where that is quick', async () => {
  const { model } = await adopt(`
    create table orders (id integer primary key, order_date text, due_date text, notes text);
    insert into orders values (1, '2026-01-01', '2026-02-01', 'two
lines');
    create table events (id integer primary key, created_at text);
    insert into events ${rows(6000)} select n, '2026-01-01 10:00:00' from c;
    create table indexed (id integer primary key, created_at text);
    create index by_created on indexed (created_at);
    insert into indexed select * from events;
    create table people (id integer primary key, name text, birth_date text);
    insert into people values (1, 'A', '2000-01-01');
  `)
  expect(model('orders').list).toEqual({ columns: ['order_date', 'due_date'], sort: '-order_date' })
  expect(model('events').list).toBeUndefined()
  expect(model('indexed').list).toEqual({ sort: '-created_at' })
  expect(model('people').list).toBeUndefined()
})

test('loses only the last column of as many as can be read', async () => {
  const columns = Array.from({ length: 2000 }, (_, index) => `c${index}`)
  const { model, doubts } = await adopt(`create table wide (${columns.join()}); insert into wide (c0) values ('a');`)
  expect(Object.keys(model('wide').fields)).toHaveLength(2000)
  expect(model('wide').fields.c1999).toBeUndefined()
  expect(doubts('wide')?.find(({ code }) => code === 'too_many_columns')?.params).toEqual({ count: 2000 })
})

test('brings no large value along', async () => {
  const { field } = await adopt(`
    create table big (id integer primary key, file, letter text);
    insert into big values (1, zeroblob(30000000), printf('%0*d', 30000000, 0));
  `)
  expect(field('big', 'file')?.kind).toBe('bytes')
  expect(field('big', 'letter')?.kind).toBe('longText')
})

test('takes an empty file for what it is', async () => {
  expect((await adopt('')).adoption).toEqual({ isLoose: true, guesses: [], objects: [] })
})

test('describes a damaged table by its declared types', async () => {
  const { model, names } = await adopt(
    `create table fine (id integer primary key, name text); insert into fine values (1, 'a');
     create table torn (id integer primary key, name text, born date, fine int references fine); insert into torn values (1, 'a', '2000-01-01', 1);`,
    { damaged: 'torn' },
  )
  expect(names).toEqual(['torn', 'fine'])
  expect(model('torn').fields).toMatchObject({
    name: { kind: 'text' },
    born: { kind: 'date' },
    fine: { kind: 'relation' },
  })
})
