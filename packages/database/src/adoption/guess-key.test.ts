/** Rows are told apart by what tells them apart for certain. */
import { expect, test } from 'vitest'
import { adoptedFiles } from '../testing/adopted-files.ts'

const adopt = adoptedFiles()

/** So many rows, numbered from 1 as `n`. */
const rows = (count: number) => `with recursive c(n) as (select 1 union all select n + 1 from c where n < ${count})`

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
    { rewrite: { 'collate nocase': 'collate finnish' } },
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

test('takes no key for a view or a table whose values look the same, bytes and numbers too', async () => {
  const { model } = await adopt(`
    create table pictures (hash blob primary key, note text);
    insert into pictures values (x'', 'a'), (x'00', 'b');
    create view pairs as select one.hash from pictures as one, pictures as other;
    create table things (k primary key, note text);
    insert into things values (5, 'number'), ('5', 'text');
  `)
  expect(model('pairs').key).toEqual([])
  expect(model('things').key).toEqual(['rowid'])
})
