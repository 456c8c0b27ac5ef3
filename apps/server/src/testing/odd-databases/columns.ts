/** Databases whose columns are odd: computed, strict, of types that nobody knows, thousands of them. */
import { madeBy, type OddDatabase, withFile } from './odd-database.ts'

/** Each sort of column that a database may have. */
export const oddColumns: readonly OddDatabase[] = [
  madeBy(
    'strict tables',
    `create table strictly (id integer primary key, a int, b real, c text, d blob, e any) strict;
     insert into strictly values (1, 1, 0.5, 'a', x'01', 5), (2, -1, 2, 'b', x'', '5'), (3, null, null, null, null, null), (4, 9007199254740993, 9e999, '', x'ff', x'35')`,
  ),
  madeBy(
    'columns that are computed',
    `create table box (id integer primary key, width real, height real, area real generated always as (width * height) stored,
       label text as ('box ' || id), "double" as (width * 2) virtual not null);
     insert into box (id, width, height) values (1, 2, 3), (2, 0.5, 4), (3, 1e200, 1e200), (4, 0, 9)`,
  ),
  madeBy(
    'defaults that are expressions',
    `create table entry (id integer primary key, at text default current_timestamp, day text default (date('now')), n integer default (1 + 1),
       t text default 'it''s', k integer not null default 7, r text default (hex(randomblob(4))), b blob default x'00', q text default "word", z default null);
     insert into entry (id) values (1), (2), (3), (4)`,
  ),
  madeBy(
    'values that a CHECK lists',
    `create table task (id integer primary key, state text check (state in ('open', 'done', 'it''s late', '')), size integer check (size in (1, 2, 3)),
       "a b" text check ("a b" in ('x', 'y') or "a b" is null), mood text not null default 'ok' check (length(mood) < 9),
       kind text check (kind = 'a' or kind = 'b'), constraint both check (state <> 'done' or size > 0));
     insert into task (id, state, size, "a b", kind) values (1, 'open', 1, 'x', 'a'), (2, 'done', 2, null, 'b'), (3, 'it''s late', 3, 'y', null), (4, null, null, 'x', 'a')`,
  ),
  madeBy(
    'values that its own CHECK refuses',
    `create table task (id integer primary key, state text check (state in ('open', 'done')), n integer check (n > 0), name text);
     pragma ignore_check_constraints = on;
     insert into task values (1, 'open', 1, 'a'), (2, 'lost', 1, 'b'), (3, 'done', -1, 'c'), (4, 'open', 2, 'd')`,
  ),
  madeBy(
    'columns of no type and of invented types',
    `create table odd (id integer primary key, a, b banana, c "unsigned big int", d varchar2(30,1), e string, f "native character(70)",
       g point, h money, i uuid, j "enum('a','b')", k datetime2, l number(10, 2), m "nvarchar(max)", n json, o "double precision", p int8, q tinyint(1), r serial);
     insert into odd values (1, 1, 'b', 18446744073709551615, 'd', '007', 'f', 'POINT(1 2)', 12.5, '0123', 'a', '2026-01-01 10:00:00', 3.14, 'm', '{"a":[1]}', 0.1, 8, 1, 1),
       (2, 'text', 2, 3, 4, 'e', 6, 7, '12,50 €', x'00', 'c', 1767261600, 'l', 9, '{', 'o', 'p', 0, null),
       (3, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null),
       (4, x'ff', 0.5, -1, '', 12, ' f ', '', 0, '', '', '', 1e300, '', '[]', 9e999, 127, 2, 3)`,
  ),
  {
    oddity: 'rows of 2,000 columns',
    make: (path) =>
      withFile(path, (file) => {
        const names = Array.from({ length: 1999 }, (_, index) => `c${index + 1}`)
        file.exec(`create table wide (id integer primary key, ${names.map((name) => `${name} text`).join(', ')})`)
        const fill = file.prepare(`insert into wide values (?, ${names.map((name) => `? || '${name}'`).join(', ')})`)
        for (const id of [1, 2, 3, 4]) fill.run(id, ...names.map(() => `${id}-`))
      }),
  },
  madeBy(
    'a table of one column',
    `create table only (name text primary key);
     insert into only values ('a'), ('b'), ('c'), ('');
     create table lone (x);
     insert into lone values (1), ('a'), (null), (1)`,
  ),
  madeBy(
    'a collation that only its program knows',
    `create table word (id integer primary key, word text, meaning text);
     insert into word values (1, 'b', 'second'), (2, 'a', 'first'), (3, 'c', null), (4, '', 'none');
     pragma writable_schema = on;
     update sqlite_schema set sql = 'create table word (id integer primary key, word text collate klingon, meaning text)' where name = 'word'`,
  ),
  madeBy(
    'columns that must not be empty and are',
    `create table person (id integer primary key, name text, age integer);
     insert into person values (1, 'Ann', 30), (2, null, 31), (3, 'Bob', null), (4, null, null);
     pragma writable_schema = on;
     update sqlite_schema set sql = 'create table person (id integer primary key, name text not null, age integer not null)' where name = 'person'`,
  ),
  madeBy(
    'columns that were added later',
    `create table person (id integer primary key, name text);
     insert into person values (1, 'Ann'), (2, 'Bob'), (3, 'Cem');
     alter table person add column city text default 'Cairo';
     alter table person add column score real not null default 0.5;
     alter table person drop column name;
     insert into person (id, city) values (4, null)`,
  ),
]
