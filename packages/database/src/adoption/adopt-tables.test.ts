/** Databases of every sort are taken as they are: each object becomes a model, or is told of with its reason. */
import type { Adoption, FieldDefinition, ModelDefinition } from '@haykal/model'
import { expect, test } from 'vitest'
import { openDatabase } from '../open-database.ts'
import { type ForeignFile, foreignFiles } from '../testing/foreign-files.ts'
import { adoptTables } from './adopt-tables.ts'

const files = foreignFiles()

async function adopt(statements: string, rewrite: ForeignFile['rewrite'] = {}) {
  const database = await openDatabase(files.make({ statements, rewrite }), { isReadOnly: true })
  const adoption = await adoptTables(database)
  await database.close()
  return {
    adoption,
    model: (name: string): ModelDefinition => definitionOf(adoption, name),
    field: (name: string, field: string): FieldDefinition | undefined => definitionOf(adoption, name).fields[field],
    doubts: (name: string) => adoption.objects.find((object) => object.name === name)?.doubts,
    names: adoption.guesses.map(({ definition }) => definition.name),
  }
}

function definitionOf({ guesses }: Adoption, name: string): ModelDefinition {
  const found = guesses.find(({ definition }) => definition.name === name)
  if (!found) throw new Error(`there is no model ${name}`)
  return found.definition
}

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

test('tells rows apart by the key, another unique set, the number of the row, or not at all', async () => {
  const { model, doubts } = await adopt(`
    create table pairs (a int, b text, c text, primary key (b, a)) without rowid;
    create table sets (a int not null, b int not null, unique (b, a));
    create table loose (x text);
    create table taken (rowid text, _rowid_ text, oid text);
    create table bytes_key (hash blob primary key not null);
    insert into bytes_key values (x'01');
    create table untyped (k primary key not null, v);
    insert into untyped values ('a', 1);
  `)
  expect(model('pairs').key).toEqual(['b', 'a'])
  expect(model('sets').key).toEqual(['b', 'a'])
  expect(model('loose').key).toEqual(['rowid'])
  expect(model('loose').fields.rowid).toMatchObject({ kind: 'integer', column: 'rowid', generated: true, hidden: true })
  expect(doubts('loose')).toEqual([{ code: 'key_is_row_number', params: { name: 'rowid' } }])
  expect(model('taken').key).toEqual([])
  expect(doubts('taken')).toEqual([{ code: 'no_key' }])
  expect(model('bytes_key')).toMatchObject({ key: ['hash'], fields: { hash: { kind: 'bytes' } } })
  expect(model('untyped')).toMatchObject({ key: ['k'], fields: { k: { kind: 'text' }, v: { kind: 'integer' } } })
})

test('does not trust a key that is empty, broken or not to be compared', async () => {
  const { model, doubts } = await adopt(
    `create table holes (code text primary key, n int);
     insert into holes values (null, 1), (null, 2), ('a', 3);
     create table deep_hole (code text primary key);
     insert into deep_hole ${rows(1000)} select iif(n = 500, null, 'c' || n) from c;
     create table torn (code text primary key, other text not null unique);
     insert into torn values (cast(x'61ff62' as text), 'x');
     create table foreign_order (code text collate nocase primary key, n int);`,
    { 'collate nocase': 'collate finnish' },
  )
  for (const name of ['holes', 'deep_hole', 'foreign_order']) {
    expect(model(name).key).toEqual(['rowid'])
    expect(doubts(name)).toContainEqual({ code: 'key_unsound', params: { fields: 'code' } })
  }
  expect(model('torn').key).toEqual(['other'])
  expect(model('foreign_order').fields.code).toMatchObject({ incomparable: true })
  expect(doubts('foreign_order')).toContainEqual({ code: 'not_sortable', params: { field: 'code' } })
})

test('reads views, by a key where one of a table shows through', async () => {
  const { model, doubts } = await adopt(`
    create table people (id integer primary key, name text);
    create table pets (id integer primary key, name text, owner integer references people);
    insert into people values (1, 'A'), (2, 'B');
    insert into pets values (1, 'x', 1), (2, 'y', 1), (3, 'z', 2);
    create view owned as select pets.id as pet, pets.name, owner from pets;
    create view counted as select owner, count(*) as n from pets group by owner;
    create view joined as select people.id as person, pets.name from people join pets on owner = people.id;
  `)
  expect(model('owned')).toMatchObject({ source: 'view', key: ['pet'], title: 'name' })
  expect(model('owned').fields).toMatchObject({
    pet: { kind: 'relation', to: 'pets', keyKind: 'integer' },
    owner: { kind: 'relation', to: 'people' },
  })
  expect(doubts('owned')).toEqual([
    { code: 'view_read_only', params: { tables: 'pets' } },
    { code: 'view_key_guessed', params: { field: 'pet' } },
  ])
  expect(model('counted')).toMatchObject({ key: [], fields: { owner: { kind: 'relation' }, n: { kind: 'integer' } } })
  expect(model('joined').key).toEqual([])
  expect(doubts('joined')).toEqual([
    { code: 'view_read_only', params: { tables: 'pets, people' } },
    { code: 'view_without_key' },
  ])
})

test('shows virtual tables, leaves out search indexes and what they keep', async () => {
  const { model, doubts, names } = await adopt(
    `create virtual table words using fts5(body);
     create virtual table boxes using rtree(id, low, high);
     create virtual table odd using fts5(x);`,
    { 'odd using fts5': 'odd using spatialite' },
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

test('makes of a foreign key what it can, and says what it cannot', async () => {
  const { model, doubts } = await adopt(`
    create table parent (id integer primary key, code text unique, plain text, a int not null, b int not null, unique (a, b));
    create table many (a int, b int, primary key (a, b)) without rowid;
    create table hashed (hash blob primary key not null);
    create view seen as select * from parent;
    insert into parent values (1, 'x', 'p', 1, 2);
    insert into hashed values (x'00');
    create table child (
      id integer primary key,
      up integer references child, first int references PARENT (ID), second int references parent,
      code text references parent (CODE), loose text references parent (plain), half int references many (a),
      byview int references seen (id), gone int references nowhere, lost int references parent (missing),
      hash blob references hashed, a int, b int, text_in_int int references parent,
      foreign key (a, b) references parent (a, b)
    );
    insert into child values (1, 1, 1, 7, 'x', 'p', 1, 1, 1, 1, x'00', 1, 2, 'n/a');
  `)
  expect(model('child').fields).toMatchObject({
    up: { kind: 'relation', to: 'child' },
    first: { kind: 'relation', to: 'parent', keyKind: 'integer' },
    second: { kind: 'relation', to: 'parent' },
    code: { kind: 'relation', to: 'parent', keyKind: 'text', toField: 'code' },
    loose: { kind: 'text' },
    half: { kind: 'integer' },
    byview: { kind: 'integer' },
    gone: { kind: 'integer' },
    lost: { kind: 'integer' },
    hash: { kind: 'bytes' },
    text_in_int: { kind: 'text', isMixed: true },
  })
  expect(model('child').references).toEqual([{ to: 'parent', fields: { a: 'a', b: 'b' } }])
  const told = doubts('child')?.map(({ code, params }) => [code, params?.field ?? params?.fields])
  expect(told).toEqual([
    ['reference_not_unique', 'loose'],
    ['reference_not_unique', 'half'],
    ['reference_not_unique', 'byview'],
    ['reference_gone', 'gone'],
    ['reference_gone', 'lost'],
    ['reference_not_unique', 'hash'],
    ['reference_not_unique', 'text_in_int'],
    ['reference_of_several', 'a, b'],
    ['reference_dangling', 'second'],
    ['values_differ', 'text_in_int'],
  ])
  expect(doubts('child')?.at(-2)).toEqual({ code: 'reference_dangling', params: { field: 'second', count: 1 } })
})

test('takes tables that only link for links', async () => {
  const { model, doubts } = await adopt(`
    create table posts (id integer primary key, title text);
    create table tags (id integer primary key, name text);
    create table post_tags (post_id integer references posts, tag_id integer references tags, position int, created_at text, primary key (post_id, tag_id));
    create table django_like (id integer primary key, post_id int not null references posts, tag_id int not null references tags, unique (post_id, tag_id));
    create table ratings (post_id integer references posts, tag_id integer references tags, stars int, primary key (post_id, tag_id));
    create table follows (follower integer references tags, followed integer references tags, primary key (follower, followed)) without rowid;
  `)
  expect(model('post_tags')).toMatchObject({ junction: ['post_id', 'tag_id'], hidden: true })
  expect(model('django_like')).toMatchObject({ junction: ['post_id', 'tag_id'], key: ['id'] })
  expect(model('follows')).toMatchObject({ junction: ['follower', 'followed'] })
  expect(model('ratings').junction).toBeUndefined()
  expect(doubts('post_tags')).toEqual([{ code: 'junction', params: { first: 'posts', second: 'tags' } }])
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
  expect((await adopt('')).adoption).toEqual({ guesses: [], objects: [] })
})
