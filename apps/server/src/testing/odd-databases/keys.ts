/** Databases whose keys are odd: of several columns, of no column, of values that an address could not hold. */
import { madeBy, type OddDatabase } from './odd-database.ts'

/** Each way of telling rows apart that a database may have, or lack. */
export const oddKeys: readonly OddDatabase[] = [
  madeBy(
    'keys of several columns',
    `create table line (order_no integer, position integer, product text, primary key (order_no, position));
     insert into line values (1, 1, 'tea'), (1, 2, 'salt'), (2, 1, 'tea'), (10, 1, 'rice'), (2, 2, 'oil');
     create table flag (country text, "lang/uage" text, note, primary key (country, "lang/uage"));
     insert into flag values ('', '', 'both empty'), ('a/b', '%2F', 'x'), ('a', '/b', 'y'), ('é', '.', 'z'), ('["a"]', 'b', 1)`,
  ),
  madeBy(
    'tables without a rowid',
    `create table country (code text primary key, name text) without rowid;
     insert into country values ('EG', 'مصر'), ('DE', 'Deutschland'), ('LB', 'Liban'), ('new', 'not yet'), ('', 'none');
     create table pair (b integer, a text, value real, primary key (a, b)) without rowid;
     insert into pair values (1, 'x', 0.5), (2, 'x', 1.5), (1, 'y', null), (3, 'x', 2), (4, '', -1)`,
  ),
  madeBy(
    'tables without a key, with rows that are the same',
    `create table log (at text, line text);
     insert into log values ('2026-01-01', 'start'), ('2026-01-01', 'start'), (null, null), (null, null), ('', 'end')`,
  ),
  madeBy(
    'a table without a key whose columns take the names of the rowid',
    `create table two (rowid text, oid text, value text);
     insert into two values ('a', 'b', 'one'), ('a', 'b', 'two'), (null, null, 'three'), ('x', 'y', 'four');
     create table three (rowid text, oid text, _rowid_ text);
     insert into three values ('a', 'b', 'c'), ('a', 'b', 'c'), ('d', 'e', 'f'), (null, null, null)`,
  ),
  madeBy(
    'a table named settings with keys that are words of addresses',
    `create table settings (name text primary key, value text);
     insert into settings values ('new', '1'), ('a/b', '2'), ('%2F', '3'), ('', '4'), ('.', '5'), ('..', '6'), ('-', '7'),
       ('~x', '8'), ('é', '9'), ('🫖', '10'), ('~', '11'), ('%', '12'), ('?a=b#c', '13'), ('a b', '14'), (' a', '15'), ('+', '16'),
       ('\\', '17'), ('%00', '18'), ('__proto__', '19'), ('...', '20'), ('null', '21'), ('%2e%2e', '22'), ('a;b', '23')`,
  ),
  madeBy(
    'keys that hold control characters',
    `create table mark (code text primary key, meaning text);
     insert into mark values (char(10), 'line feed'), (char(9), 'tab'), ('a' || char(10) || 'b', 'both'), (char(8207), 'from the right'),
       (char(65279), 'a mark of order'), (char(127), 'delete'), ('a' || char(0) || 'b', 'a NUL inside'), ('a', 'before the NUL')`,
  ),
  madeBy(
    'a NULL in a primary key',
    `create table item (code text primary key, name text);
     insert into item values (null, 'nothing'), ('a', 'A'), ('b', 'B'), ('null', 'the word'), ('', 'empty');
     create table part (item text, position integer, name text, primary key (item, position));
     insert into part values (null, 1, 'x'), ('a', null, 'y'), (null, null, 'z'), ('a', 1, 'w')`,
  ),
  madeBy(
    'several NULLs in a primary key',
    `create table item (code text primary key, name text);
     insert into item values (null, 'first'), (null, 'second'), ('a', 'A'), (null, 'third'), ('b', 'B');
     create table part (item text, position integer, name text, primary key (item, position));
     insert into part values (null, 1, 'x'), (null, 1, 'y'), ('a', 1, 'z'), (null, 1, 'x')`,
  ),
  madeBy(
    'keys of bytes',
    `create table token (id blob primary key, owner text);
     insert into token values (x'', 'none'), (x'00', 'zero'), (x'ff00fe', 'high'), (x'61', 'a'), (randomblob(16), 'random');
     create table uuid (id binary(16) not null primary key, name text) without rowid;
     insert into uuid values (x'0123456789abcdef0123456789abcdef', 'a'), (zeroblob(16), 'b'), ('text', 'c'), (5, 'd')`,
  ),
  madeBy(
    'keys without a type that hold 5 and the text 5',
    `create table thing (id primary key, name text);
     insert into thing values (5, 'number'), ('5', 'text'), (x'35', 'bytes'), (5.5, 'fraction'), ('5.5', 'its text'), ('x', 'letter')`,
  ),
  madeBy(
    'keys that are equal in any letter case',
    `create table account (email text primary key collate nocase, name text);
     insert into account values ('Ann@example.com', 'Ann'), ('bob@example.com', 'Bob'), ('ÉMILE', 'É'), ('émile', 'é'), ('Zoe', 'Z');
     create table visit (id integer primary key, email text references account (email));
     insert into visit values (1, 'ANN@example.com'), (2, 'bob@example.com'), (3, 'émile')`,
  ),
  madeBy(
    'keys that are equal with spaces behind',
    `create table word (word text primary key collate rtrim, meaning text);
     insert into word values ('a  ', 'spaces behind'), ('b', 'none'), ('', 'empty'), (' c ', 'both sides')`,
  ),
  madeBy(
    'integer keys beyond JavaScript',
    `create table account (id integer primary key, name text);
     insert into account values (9007199254740991, 'last safe'), (9007199254740992, 'even'), (9007199254740993, 'odd'),
       (9223372036854775807, 'greatest'), (-9223372036854775808, 'least'), (-9007199254740993, 'odd below'), (0, 'zero'), (-1, 'below');
     create table entry (account integer references account, position bigint, note text, primary key (account, position));
     insert into entry values (9007199254740993, 9007199254740993, 'a'), (9007199254740993, 9007199254740992, 'b'), (-1, -1, 'c')`,
  ),
  madeBy(
    'keys with a fraction',
    `create table level (height real primary key, name text);
     insert into level values (0.1, 'a'), (0.30000000000000004, 'b'), (0.3, 'c'), (1e300, 'd'), (-5e-324, 'e'), (9e999, 'f'), (2, 'g');
     create table price (amount decimal(10,2) primary key, name text);
     insert into price values (1.5, 'a'), (2, 'b'), ('three', 'c'), (1.123456789, 'd'), (12345678901234567890, 'e')`,
  ),
  madeBy(
    'keys that are moments',
    `create table reading (at datetime primary key, value real);
     insert into reading values ('2026-01-01 10:00:00', 1), ('2026-01-01T10:00:00Z', 2), ('2026-01-01', 3), ('soon', 4), (1767261600, 5);
     create table day (day date primary key, note text);
     insert into day values ('2026-01-01', 'a'), ('2026-01-01 00:00:00', 'b'), ('1.1.2026', 'c'), ('0000-00-00', 'd')`,
  ),
  madeBy(
    'keys that break their type',
    `create table person (id integer not null primary key desc, name text);
     insert into person values (1, 'one'), ('two', 'two'), (3.5, 'three and a half'), (x'04', 'four'), (-0.0, 'zero');
     create table switch (position boolean primary key, name text);
     insert into switch values (0, 'off'), (1, 'on'), (2, 'both'), ('true', 'a text'), (null, 'nobody knows')`,
  ),
  madeBy(
    'a unique column in place of a key',
    `create table currency (code text not null unique, name text);
     insert into currency values ('EGP', 'pound'), ('EUR', 'euro'), ('a/b', 'odd'), ('', 'none');
     create table seat (row_no integer not null, seat_no integer not null, guest text, unique (row_no, seat_no));
     insert into seat values (1, 1, 'Ann'), (1, 2, null), (2, 1, 'Bob')`,
  ),
  madeBy(
    'keys that are not valid UTF-8',
    `create table file (path text primary key, size integer);
     insert into file values (cast(x'ff41' as text), 1), (cast(x'fe41' as text), 2), ('A', 3), (cast(x'c328' as text), 4), (cast(x'efbfbd41' as text), 5)`,
  ),
  madeBy(
    'keys that are as long as a page',
    `create table page (url text primary key, title text);
     insert into page values (replace(hex(zeroblob(1000)), '00', 'ab'), 'long'), (replace(hex(zeroblob(500)), '00', 'é/'), 'wide'), ('/', 'short')`,
  ),
  madeBy(
    'keys of every column, so that nothing is left to edit',
    `create table tagged (post integer, tag text, primary key (post, tag));
     insert into tagged values (1, 'a'), (1, 'b'), (2, 'a'), (2, ''), (3, null)`,
  ),
]
