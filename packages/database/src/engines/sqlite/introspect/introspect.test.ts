/** SQLite files of every sort are described as they are, also where something in them is broken. */

import { expect, test } from 'vitest'
import type { TableShape } from '../../../engine.ts'
import { foreignFiles } from '../../../testing/foreign-files.ts'
import { openSqlite } from '../open.ts'

const files = foreignFiles()

/** The shapes of a file that another program made; `rewrite` changes texts in its catalogue afterwards. */
async function shapesOf(statements: string, rewrite: { readonly [from: string]: string } = {}) {
  const database = await openSqlite(files.make({ statements, rewrite }), { isReadOnly: true })
  const shapes = await database.engine.introspect(database.queries)
  await database.close()
  return Object.fromEntries(shapes.map((shape) => [shape.name, shape]))
}

const columnOf = (shape: TableShape | undefined, name: string) => shape?.columns.find((column) => column.name === name)

test('tells keys, the number of a row, and other unique sets of columns apart', async () => {
  const shapes = await shapesOf(`
    create table numbered (id integer primary key, name text);
    create table backwards (id integer primary key desc, name text);
    create table coded (code text primary key, rowid integer);
    create table paired (a integer, b text, primary key (b, a)) without rowid;
    create table keyless (rowid, _ROWID_, oid);
    create table unique_sets (a int not null, b int not null, c int, d int not null, e int not null);
    create unique index ab on unique_sets (b, a);
    create unique index c on unique_sets (c);
    create unique index d on unique_sets (d) where d > 0;
    create unique index e on unique_sets (abs(e));
    create view seen as select * from numbered;
  `)
  const told = Object.values(shapes).map(({ name, key, rowNumber, uniqueKeys }) => [name, key, rowNumber, uniqueKeys])
  expect(told).toEqual([
    ['backwards', ['id'], 'rowid', []],
    ['coded', ['code'], '_rowid_', []],
    ['keyless', [], undefined, []],
    ['numbered', ['id'], undefined, []],
    ['paired', ['b', 'a'], undefined, []],
    ['seen', [], undefined, []],
    ['unique_sets', [], 'rowid', [['b', 'a']]],
  ])
  expect(columnOf(shapes.numbered, 'id')).toMatchObject({ isGenerated: true, isNullable: false, isIndexed: true })
  expect(columnOf(shapes.backwards, 'id')).toMatchObject({ isGenerated: false, isUnique: true, isNullable: true })
  expect(columnOf(shapes.unique_sets, 'c')).toMatchObject({ isUnique: true, isIndexed: true })
  expect(columnOf(shapes.unique_sets, 'd')).toMatchObject({ isUnique: false })
})

test('tells generated columns, defaults, triggers and strict tables', async () => {
  const { lines } = await shapesOf(`
    create table lines (n int not null, price real default (1 + 1), total real as (n * price), kept int as (n) stored) strict;
    create trigger after_line after insert on lines begin select 1; end;
    create trigger before_line before delete on LINES begin select 1; end;
  `)
  expect(lines?.triggers).toEqual(['after_line', 'before_line'])
  expect(
    lines?.columns.map(({ name, isComputed, hasDefault, isGenerated }) => [name, isComputed, hasDefault, isGenerated]),
  ).toEqual([
    ['n', false, false, false],
    ['price', false, true, false],
    ['total', true, false, false],
    ['kept', true, false, false],
  ])
})

test('finds every foreign key, in the names of its target', async () => {
  const { child, TREE } = await shapesOf(`
    create table Parent (Id integer primary key, Code text unique, A int, B int, unique (A, B));
    create table TREE (id integer primary key, up references tree, gone references nowhere, lost references nowhere (x));
    create table child (x references PARENT, y references parent (code), z references parent (Missing), a, b,
      foreign key (b, a) references parent (b, a), foreign key (X) references tree (ID));
  `)
  expect(child?.references).toEqual([
    { table: 'Parent', columns: ['x'], targets: ['Id'] },
    { table: 'Parent', columns: ['y'], targets: ['Code'] },
    { table: 'Parent', columns: ['z'], targets: ['Missing'] },
    { table: 'Parent', columns: ['b', 'a'], targets: ['B', 'A'] },
    { table: 'TREE', columns: ['x'], targets: ['id'] },
  ])
  expect(TREE?.references).toEqual([
    { table: 'TREE', columns: ['up'], targets: ['id'] },
    { table: 'nowhere', columns: ['gone'], targets: [] },
    { table: 'nowhere', columns: ['lost'], targets: ['x'] },
  ])
})

test('tells of a view which columns are columns of a table and nothing more', async () => {
  const { named, both, more } = await shapesOf(`
    create table people (id integer primary key, first text, last text);
    create view named as select id as person, first || last as full, people.last from people;
    create view both as select id from people union all select id + 1000 from people;
    create view more as select id from both;
  `)
  expect(named?.columns.map(({ name, origin }) => [name, origin])).toEqual([
    ['person', { table: 'people', column: 'id' }],
    ['full', undefined],
    ['last', { table: 'people', column: 'last' }],
  ])
  expect(both?.columns[0]?.origin).toBeUndefined()
  expect(more?.columns[0]?.origin).toBeUndefined()
})

test('says of what cannot be read why, and reads the rest', async () => {
  const shapes = await shapesOf(
    `create table fine (id integer primary key);
     create view astray as select * from gone;
     create view strange as select nosuch(id) from fine;
     create table computed (a, b as (abs(a)));
     create virtual table words using fts5 (body);
     create table spatial_node (x);`,
    { 'abs(a)': 'nosuch(a)', 'using fts5 (body)': 'using nosuch(body)' },
  )
  expect(Object.values(shapes).map(({ name, kind, broken, shadowOf }) => [name, kind, broken ?? shadowOf])).toEqual([
    ['astray', 'view', 'no such table: main.gone'],
    ['computed', 'table', 'unknown function: nosuch()'],
    ['fine', 'table', undefined],
    ['spatial_node', 'table', undefined],
    ['strange', 'view', 'no such function: nosuch'],
    ['words', 'virtual', 'no such module: nosuch'],
    ['words_config', 'table', 'words'],
    ['words_content', 'table', 'words'],
    ['words_data', 'table', 'words'],
    ['words_docsize', 'table', 'words'],
    ['words_idx', 'table', 'words'],
  ])
})

test('tells virtual tables by their module, without their hidden columns, and what they keep', async () => {
  const {
    'my words': words,
    'my words_data': shadow,
    box,
  } = await shapesOf(`
    create virtual table if not exists "my words" using fts5(title, body);
    create virtual table box using rtree(id, low, high);
  `)
  expect(words).toMatchObject({ kind: 'virtual', module: 'fts5', rowNumber: 'rowid', key: [] })
  expect(words?.columns.map(({ name }) => name)).toEqual(['title', 'body'])
  expect(shadow).toMatchObject({ kind: 'table', shadowOf: 'my words' })
  expect(box).toMatchObject({ kind: 'virtual', module: 'rtree' })
})

test('knows the columns whose order only their own program knows', async () => {
  const { people, plain, seen } = await shapesOf(
    `create table people (id integer primary key, name text collate nocase, note text);
     create table plain (name text collate nocase);
     create view seen as select id, name from people;`,
    { 'name text collate nocase, note': "name text collate 'Finnish', note" },
  )
  expect(people?.columns.filter((column) => column.isUnsortable).map(({ name }) => name)).toEqual(['name'])
  // SQLite reads no view of such a column at all.
  expect(seen?.broken).toBe('no such collation sequence: Finnish')
  expect(plain?.columns.some((column) => column.isUnsortable)).toBe(false)
})

test('keeps every name as it is', async () => {
  const names = ['with space', 'a"b', 'a.b', 'a/b', '100%', 'select', '-', '', 'طلبات', "it's", '[x]', '.dot']
  const shapes = await shapesOf(
    names
      .map((name) => `create table "${name.replaceAll('"', '""')}" ("${name.replaceAll('"', '""')}" int primary key);`)
      .join('\n'),
  )
  expect(new Set(Object.keys(shapes))).toEqual(new Set(names))
  for (const name of names) expect(shapes[name]).toMatchObject({ key: [name] })
})

test('tells which tables a view reads, also by way of others', async () => {
  const { outer } = await shapesOf(`
    create table people (id integer primary key); create table pets (id integer primary key, owner integer);
    create view inside as select pets.id from pets join people on people.id = owner;
    create view outer as select * from (select * from main."inside");
  `)
  expect(new Set(outer?.readsFrom)).toEqual(new Set(['people', 'pets']))
})
