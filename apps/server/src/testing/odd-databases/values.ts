/** Databases whose values are odd: of another type than their column, beyond what JavaScript holds, not even text. */
import { madeBy, type OddDatabase } from './odd-database.ts'

/** Each sort of value that a column may hold although nobody expects it. */
export const oddValues: readonly OddDatabase[] = [
  madeBy(
    'values that break their declared type',
    `create table measure (id integer primary key, n integer, r real, t text, b blob, f boolean, d decimal(10,2), name text);
     insert into measure values (1, 1, 1.5, 'a', x'00', 1, 1.25, 'as declared'), (2, 'many', 'high', x'fffe', 'text', 'yes', 'dear', 'texts'),
       (3, 1.5, 2, 7, 5, 2, 1.123456, 'numbers'), (4, x'01', x'02', x'03', x'04', x'05', x'06', 'bytes'),
       (5, '', '', '', '', '', '', 'empty'), (6, null, null, null, null, null, null, null), (7, ' 7 ', '1e2', '1', x'', -1, 1e20, 'almost'),
       (8, 9e999, -9e999, 'NaN', 'x', 'true', 9e999, 'endless')`,
  ),
  madeBy(
    'dates as texts of every form',
    `create table event (id integer primary key, at datetime, day date, stamp timestamp, note text);
     insert into event values (1, '2026-01-31 10:20:30', '2026-01-31', '2026-01-31T10:20:30.123Z', 'usual'),
       (2, '2026-01-31T10:20', '2026-01-31 00:00:00', '2026-01-31T10:20:30+02:00', 'other'),
       (3, '31.01.2026', '01/31/2026', 'Sat, 31 Jan 2026 10:20:30 GMT', 'of people'), (4, '0000-00-00 00:00:00', '0000-00-00', '', 'zeroes'),
       (5, '2026-02-30 25:61:61', '2026-02-30', 'now', 'of no calendar'), (6, null, null, null, 'none'),
       (7, '-0044-03-15 12:00:00', '12026-01-01', '2026-01-31 10:20:30.123456789', 'far off')`,
  ),
  madeBy(
    'dates as seconds, milliseconds and Julian days',
    `create table seconds (id integer primary key, created_at integer, name text);
     insert into seconds values (1, 1767261600, 'a'), (2, 1767348000, 'b'), (3, 0, 'c'), (4, null, 'd'), (5, -1, 'e');
     create table milliseconds (id integer primary key, created_at integer, name text);
     insert into milliseconds values (1, 1767261600123, 'a'), (2, 1767348000456, 'b'), (3, 1767434400789, 'c'), (4, null, 'd');
     create table julian (id integer primary key, created_at real, updated datetime, name text);
     insert into julian values (1, 2461042.0, 2461042.5, 'a'), (2, 2461043.75, 2461044.25, 'b'), (3, 2461050.123456, null, 'c'), (4, null, 0.0, 'd');
     create table declared (id integer primary key, at datetime, due date, name text);
     insert into declared values (1, 1767261600, 1767261600, 'a'), (2, 1767348000, 1767312000, 'b'), (3, 1767434400, null, 'c'), (4, 1767261600, 0, 'd')`,
  ),
  madeBy(
    'dates of all forms in one column',
    `create table event (id integer primary key, at datetime, name text);
     insert into event values (1, '2026-01-31 10:20:30', 'text'), (2, 1767261600, 'seconds'), (3, 1767261600123, 'milliseconds'), (4, 2461042.5, 'julian'),
       (5, '2026-01-31T10:20:30Z', 'iso'), (6, 'tomorrow', 'word'), (7, x'00', 'bytes'), (8, null, 'none')`,
  ),
  madeBy(
    'reals at the ends of what there is',
    `create table reading (id integer primary key, value real, amount numeric, name text);
     insert into reading values (1, 9e999, 9e999, 'endless'), (2, -9e999, -9e999, 'endless below'), (3, 0.0, 0.0, 'zero'), (4, -0.0, -0.0, 'zero below'),
       (5, 5e-324, 5e-324, 'least'), (6, 1.7976931348623157e308, 1.7976931348623157e308, 'greatest'), (7, 0.1 + 0.2, 0.1 + 0.2, 'not 0.3'), (8, 1e15 + 0.3, 9007199254740993.0, 'many digits')`,
  ),
  madeBy(
    '64-bit integers beyond JavaScript',
    `create table tweet (id integer primary key, author bigint, likes integer, score numeric, any_value, name text);
     insert into tweet values (1, 9007199254740993, 9223372036854775807, 9007199254740993, 9007199254740993, 'a'),
       (2, 9007199254740992, -9223372036854775808, -9007199254740993, '9007199254740993', 'b'), (3, -9007199254740993, 9007199254740991, 12345678901234567, 1, 'c'), (4, 0, 0, 0, 0, 'd')`,
  ),
  madeBy(
    'integers beyond JavaScript among numbers with a fraction',
    `create table reading (id integer primary key, value integer);
     insert into reading values (1, 0.5), (2, 97632587734210350), (3, -7), (4, null)`,
  ),
  madeBy(
    'texts that are not valid UTF-8',
    `create table file (id integer primary key, name text, note text);
     insert into file values (1, cast(x'ff41' as text), 'high byte'), (2, cast(x'c328' as text), 'cut'), (3, cast(x'eda080' as text), 'half a letter'),
       (4, cast(x'610062' as text), 'a NUL inside'), (5, cast(x'f8a1a1a1a1' as text), 'five bytes'), (6, 'good', cast(x'80' as text))`,
  ),
  madeBy(
    'texts of every script, of spaces, of a megabyte',
    `create table note (id integer primary key, title text, body text);
     insert into note values (1, 'مكتبة النيل', 'سطر' || char(10) || 'سطر'), (2, '', ' '), (3, '  spaces  ', char(9) || char(13) || char(10)), (4, '🫖👩‍👩‍👧', 'e' || char(769)),
       (5, char(8238) || 'reversed', char(65279)), (6, 'long', replace(hex(zeroblob(524288)), '00', 'ab')), (7, null, null), (8, '%_\\''"', '%')`,
  ),
  madeBy(
    'pictures and a hundred megabytes in blobs',
    `create table picture (id integer primary key, name text, image blob);
     insert into picture values (1, 'dot', x'89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63600000000005000001'),
       (2, 'large', zeroblob(100000000)), (3, 'none', null), (4, 'empty', x''), (5, 'bytes', x'00ff')`,
  ),
  madeBy(
    'large bytes among texts',
    `create table attachment (id integer primary key, content blob, body text);
     insert into attachment values (1, 'a text', 'a'), (2, zeroblob(9000000), 'b'), (3, x'00', zeroblob(9000000)), (4, null, null)`,
  ),
  madeBy(
    'JSON that is none, and flags that are many things',
    `create table config (id integer primary key, value json, is_on boolean, flag bit, name text);
     insert into config values (1, '{"a": 1}', 1, 1, 'a'), (2, '{', 0, 0, 'b'), (3, '', 't', 'f', 'c'), (4, 'null', 'true', 'false', 'd'), (5, '9007199254740993', 2, -1, 'e'),
       (6, '{"__proto__": {"x": 1}}', null, null, 'f'), (7, '[1,[2,[3]]]', 0.5, 'Y', 'g'), (8, 7, 'on', 1.0, 'h')`,
  ),
]
