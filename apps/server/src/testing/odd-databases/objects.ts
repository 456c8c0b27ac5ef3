/** Databases with more than tables: views, virtual tables, triggers, and what is left of them. */
import { madeBy, type OddDatabase } from './odd-database.ts'

const people = `create table person (id integer primary key, name text, city text);
  insert into person values (1, 'Ann', 'Cairo'), (2, 'Bob', 'Berlin'), (3, 'Cem', 'Cairo'), (4, 'Dua', null);`

/** Each sort of object that is no table. */
export const oddObjects: readonly OddDatabase[] = [
  madeBy(
    'views: of one table, of two, of sums',
    `${people}
     create view in_cairo as select * from person where city = 'Cairo';
     create view renamed as select id as number, upper(name) as loud, city from person;
     create view neighbours as select a.name as one, b.name as other from person a join person b on a.city = b.city and a.id < b.id;
     create view cities as select city, count(*) as people, max(name) from person group by city;
     create view constant as select 1 as one, 'x' as letter, null as none;
     create view twice as select name from person union all select name from person;
     create view counted (n) as with recursive c (n) as (select 1 union all select n + 1 from c where n < 7) select n from c;
     create view ordered as select name, city from person order by name desc limit 3`,
  ),
  madeBy(
    'views of what is gone',
    `${people}
     create table old (id integer primary key, a text, b text);
     create view of_old as select * from old;
     create view of_column as select a, b from old;
     create view of_view as select * from of_old;
     create view of_function as select my_own_function(name) as x from person;
     create view still as select id, name from person;
     drop table old;
     create table old (id integer primary key, a text)`,
  ),
  madeBy(
    'views that can be written',
    `${people}
     create view loud as select id, upper(name) as name from person;
     create trigger loud_update instead of update on loud begin update person set name = new.name where id = old.id; end`,
  ),
  madeBy(
    'full text search and its shadows',
    `create virtual table note using fts5 (title, body);
     insert into note values ('tea', 'green and black'), ('salt', 'of the sea'), ('oil', 'olive'), ('rice', 'long');
     create table page (id integer primary key, title text, body text);
     insert into page values (1, 'one', 'first page'), (2, 'two', 'second page'), (3, 'three', null);
     create virtual table page_search using fts5 (title, body, content = 'page', content_rowid = 'id');
     insert into page_search (page_search) values ('rebuild');
     create virtual table old_search using fts4 (title, body);
     insert into old_search values ('tea', 'leaves'), ('salt', 'grains');
     create virtual table bare using fts5 (x, content = '');
     insert into bare (rowid, x) values (1, 'nothing is kept')`,
  ),
  madeBy(
    'a virtual table whose row numbers depend on what is asked',
    `create virtual table note using fts5 (title, body);
     insert into note values ('tea', 'green and black'), ('salt', 'of the sea');
     create virtual table words using fts5vocab (note, 'row')`,
  ),
  madeBy(
    'an index of places',
    `create virtual table place using rtree (id, min_x, max_x, min_y, max_y);
     insert into place values (1, 0, 1, 0, 1), (2, 5, 6, 5, 6), (3, -1, 1, -1, 1);
     create table place_name (id integer primary key, name text);
     insert into place_name values (1, 'here'), (2, 'there'), (3, 'around')`,
  ),
  madeBy(
    'a virtual table whose module is missing',
    `${people}
     pragma writable_schema = on;
     insert into sqlite_schema (type, name, tbl_name, rootpage, sql) values ('table', 'map', 'map', 0, 'create virtual table map using spatial_things (a, b)')`,
  ),
  madeBy(
    'triggers that write elsewhere',
    `${people}
     create table journal (at text, what text);
     create table total (id integer primary key, changes integer);
     insert into total values (1, 0);
     create trigger person_changed after update on person begin
       insert into journal values ('now', old.name || ' > ' || new.name); update total set changes = changes + 1; end`,
  ),
  madeBy(
    'triggers that touch the row itself',
    `create table page (id integer primary key, title text, slug text, updated_at text default '2026-01-01 00:00:00', version integer default 0);
     insert into page (id, title, slug) values (1, 'One', 'one'), (2, 'Two', 'two'), (3, 'Three', 'three');
     create trigger page_touched after update of title on page begin update page set version = version + 1, updated_at = '2026-02-02 00:00:00' where id = new.id; end`,
  ),
  madeBy(
    'indexes of every sort, statistics and numbered keys',
    `create table person (id integer primary key autoincrement, name text, email text unique, city text);
     insert into person (name, email, city) values ('Ann', 'a@example.com', 'Cairo'), ('Bob', 'b@example.com', null), ('Cem', null, 'Tyre'), ('Dua', null, null);
     create index by_city on person (city desc) where city is not null; create index by_lower on person (lower(name));
     create unique index one_of_each on person (name, city); create unique index by_length on person (length(name), id);
     analyze`,
  ),
  madeBy(
    'tables of frameworks',
    `${people}
     create table django_migrations (id integer primary key, app text, name text, applied datetime); insert into django_migrations values (1, 'a', '0001', '2026-01-01 00:00:00');
     create table __EFMigrationsHistory (MigrationId text primary key, ProductVersion text); insert into __EFMigrationsHistory values ('x', '8');
     create table schema_migrations (version text not null primary key); insert into schema_migrations values ('20260101');
     create table ar_internal_metadata (key text primary key, value text); insert into ar_internal_metadata values ('environment', 'production');
     create table _litestream_seq (id integer primary key, seq integer); insert into _litestream_seq values (1, 5)`,
  ),
  madeBy(
    'tables without a row',
    'create table empty (id integer primary key, name text, at datetime, price decimal(10,2)); create view none as select * from empty',
  ),
]
