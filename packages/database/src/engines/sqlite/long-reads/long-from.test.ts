/** Which statements may take long, by SQLite's own plans. */
import SqliteFile from 'better-sqlite3'
import { expect, test } from 'vitest'
import { longFrom, type PlanStep } from './long-from.ts'

const file = new SqliteFile(':memory:')
file.exec(`
  create table orders (id integer primary key, tenant int, customer int, created text, note text, code text unique);
  create index orders_tenant on orders (tenant, created);
  create index orders_customer on orders (customer);
  create table customers (id integer primary key, name text);
  create table words (a text, b text, primary key (a, b)) without rowid;
  create table pairs (a text, b text, primary key (a, b));
  create view noted as select * from orders where note is not null;
  create virtual table texts using fts5 (body);
`)
const page = 'select "r"."id" from "orders" as "r"'

const never = [
  ['the first page by key', `${page} order by "r"."id" limit 51`],
  ['the last page by key', `${page} order by "r"."id" desc limit 51`],
  ['a page by an index', `${page} order by "r"."tenant", "r"."created", "r"."id" limit 51`],
  [
    'the first page of a table without row numbers',
    'select "r"."a" from "words" as "r" order by "r"."a", "r"."b" limit 51',
  ],
  ['a page by key from a place on', `${page} where "r"."id" > ? order by "r"."id" limit 51`],
  ['a page of an indexed filter', `${page} where "r"."tenant" = ? order by "r"."created" desc, "r"."id" desc limit 51`],
  [
    'the same from a place on',
    `${page} where "r"."tenant" = ? and "r"."created" <= ? and ("r"."created" < ? or ("r"."created" = ? and "r"."id" < ?)) order by "r"."created" desc, "r"."id" desc limit 51`,
  ],
  ['either of two indexed filters', `${page} where ("r"."tenant" = ? or "r"."customer" = ?) limit 51`],
  [
    'a page with what its relations point to',
    `select "r"."id", "j"."name" from "orders" as "r" left join "customers" as "j" on "j"."id" = "r"."customer" order by "r"."id" limit 51`,
  ],
  ['a row by its number, whatever else is asked of it', `${page} where "r"."id" = ? and "r"."note" = ?`],
  ['rows by their numbers', 'select "r"."name" from "customers" as "r" where "r"."id" in (?, ?, ?)'],
  ['a row by a unique column', `${page} where "r"."code" = ? and "r"."note" = ?`],
  ['a row by a whole composite key', 'select "r"."a" from "pairs" as "r" where "r"."a" = ? and "r"."b" = ?'],
  ['the catalogue', 'select name, type from pragma_table_list where schema = ?'],
  ['the catalogue, joined', 'select l.name from pragma_index_list(?) as l, pragma_index_info(l.name) as i'],
  ['the schema', 'select name from sqlite_schema'],
  ['a count up to a bound', 'select count(*) as n from (select 1 from "orders" as r  limit +?) as c'],
  ['no table at all', 'select 1'],
] as const

const large = [
  ['a filter without an index', `${page} where "r"."note" = ? order by "r"."id" limit 51`],
  ['a filter beside an indexed one', `${page} where "r"."tenant" = ? and "r"."note" = ? limit 51`],
  ['a search in texts', `${page} where "r"."tenant" = ? and "r"."created" like ? limit 51`],
  ['an order without an index', `${page} order by "r"."note" limit 51`],
  [
    'an order behind a relation',
    `select "r"."id" from "orders" as "r" left join "customers" as "j" on "j"."id" = "r"."customer" order by "j"."name" limit 51`,
  ],
  ['a count', 'select count(*) as n from "orders" as "r"'],
  [
    'a filtered count up to a bound',
    'select count(*) as n from (select 1 from "orders" as r where "r"."note" = ? limit 10001) as c',
  ],
  ['a count of an indexed filter', 'select count(*) as n from "orders" as "r" where "r"."tenant" = ?'],
  ['different values', 'select distinct "note" from "orders" limit 20'],
  ['a page of a view', 'select "r"."id" from "noted" as "r" order by "r"."id" limit 51'],
  ['a virtual table', 'select "r"."body" from "texts" as "r" limit 51'],
  ['everything', 'select "r"."id" from "orders" as "r"'],
  ['everything of an indexed filter', `${page} where "r"."customer" = ?`],
  ['rows by half a composite key', 'select "r"."a" from "pairs" as "r" where "r"."a" = ?'],
] as const

const tiny = [
  ['a join without an index', 'select count(*) from "orders" as "a" join "orders" as "b" on "a"."note" > "b"."note"'],
  [
    'a scan for each row',
    `${page} where exists (select 1 from "orders" as "o" where "o"."note" > "r"."note") limit 51`,
  ],
] as const

const always = [
  ['a recursion', 'with recursive c (n) as (select 1 union all select n + 1 from c) select n from c'],
] as const

for (const [size, statements] of [
  [Infinity, never],
  [4 * 1024 * 1024, large],
  [64 * 1024, tiny],
  [0, always],
] as const) {
  test.each<readonly [string, string]>(statements)(`takes long from ${size} bytes on: %s`, (_, text) => {
    const parameters = [...text.matchAll(/\?/g)].map(() => null)
    const plan = file.prepare(`explain query plan ${text}`).all(...parameters) as PlanStep[]
    const width = file.prepare('select count(*) from pragma_index_info(?)').pluck()
    const facts = { views: ['noted'], indexWidth: (index: string) => Number(width.get(index)) }
    expect(longFrom(plan, text, facts)).toBe(size)
  })
}
