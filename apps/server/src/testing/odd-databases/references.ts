/** Databases whose foreign keys are odd: of several columns, to nothing, to what is not unique. */
import { madeBy, type OddDatabase } from './odd-database.ts'

/** Each sort of foreign key. */
export const oddReferences: readonly OddDatabase[] = [
  madeBy(
    'foreign keys of several columns',
    `create table shelf (hall text, number integer, name text, primary key (hall, number));
     insert into shelf values ('a', 1, 'first'), ('a', 2, 'second'), ('b', 1, 'third');
     create table book (id integer primary key, title text, hall text, shelf integer, foreign key (hall, shelf) references shelf (hall, number));
     insert into book values (1, 'Tea', 'a', 1), (2, 'Salt', 'b', 1), (3, 'Oil', null, 1), (4, 'Rice', null, null)`,
  ),
  madeBy(
    'foreign keys to the same table, and in a circle',
    `create table person (id integer primary key, name text, boss integer references person, mentor integer references person (id));
     insert into person values (1, 'Ann', null, 2), (2, 'Bob', 1, 1), (3, 'Cem', 3, null), (4, 'Dua', 2, 3);
     create table team (id integer primary key, name text, leader integer references member);
     create table member (id integer primary key, name text, team integer references team);
     insert into team values (1, 'red', 1), (2, 'blue', null); insert into member values (1, 'Ann', 1), (2, 'Bob', 1), (3, 'Cem', 2)`,
  ),
  madeBy(
    'several foreign keys to one table',
    `create table address (id integer primary key, city text);
     insert into address values (1, 'Cairo'), (2, 'Berlin'), (3, 'Tyre');
     create table parcel (id integer primary key, sender integer references address, receiver integer references address (id), "return" integer references address, name text);
     insert into parcel values (1, 1, 2, null, 'a'), (2, 2, 2, 1, 'b'), (3, null, 3, 3, 'c'), (4, 1, 1, 1, 'd')`,
  ),
  madeBy(
    'foreign keys to a unique column that is not the key',
    `create table country (id integer primary key, code text not null unique, name text);
     insert into country values (1, 'EG', 'Egypt'), (2, 'DE', 'Germany'), (3, '', 'None');
     create table city (id integer primary key, name text, country text references country (code));
     insert into city values (1, 'Cairo', 'EG'), (2, 'Berlin', 'DE'), (3, 'Atlantis', ''), (4, 'Ur', null)`,
  ),
  madeBy(
    'foreign keys to a column that is not unique',
    `create table rate (id integer primary key, currency text, value real);
     insert into rate values (1, 'EGP', 0.02), (2, 'EGP', 0.03), (3, 'EUR', 1);
     create table sale (id integer primary key, currency text references rate (currency), name text);
     insert into sale values (1, 'EGP', 'a'), (2, 'EUR', 'b'), (3, 'USD', 'c')`,
  ),
  madeBy(
    'foreign keys that lead nowhere',
    `create table customer (id integer primary key, name text);
     insert into customer values (1, 'Ann'), (2, 'Bob');
     create table sale (id integer primary key, customer_id integer references customer, name text);
     insert into sale values (1, 1, 'a'), (2, 99, 'b'), (3, 'Ann', 'c'), (4, null, 'd'), (5, x'01', 'e'), (6, 1.5, 'f')`,
  ),
  madeBy(
    'foreign keys to a table, and to a column, that is gone',
    `create table there (id integer primary key, name text);
     insert into there values (1, 'x'), (2, 'y');
     create table orphan (id integer primary key, gone integer references vanished, lost integer references there (missing), name text);
     insert into orphan values (1, 1, 1, 'a'), (2, 2, 2, 'b'), (3, null, null, 'c'), (4, 5, 5, 'd')`,
  ),
  madeBy(
    'foreign keys in another letter case',
    `create table Customer (Id integer primary key, Name text);
     insert into Customer values (1, 'Ann'), (2, 'Bob'), (3, 'Cem');
     create table SALE (id integer primary key, CUSTOMER_ID integer, name text, foreign key (customer_id) references cUsToMeR (ID));
     insert into SALE values (1, 1, 'a'), (2, 3, 'b'), (3, null, 'c'), (4, 2, 'd')`,
  ),
  madeBy(
    'foreign keys of another type than the key',
    `create table product (code text primary key, name text);
     insert into product values ('1', 'tea'), ('02', 'salt'), ('x', 'oil');
     create table sale (id integer primary key, product integer references product, name text);
     insert into sale values (1, 1, 'a'), (2, '02', 'b'), (3, 'x', 'c'), (4, null, 'd')`,
  ),
  madeBy(
    'two foreign keys on one column',
    `create table a (id integer primary key, name text); create table b (id integer primary key, name text);
     insert into a values (1, 'a one'), (2, 'a two'); insert into b values (1, 'b one'), (2, 'b two');
     create table child (id integer primary key, parent integer references a references b, name text);
     insert into child values (1, 1, 'x'), (2, 2, 'y'), (3, null, 'z')`,
  ),
  madeBy(
    'junction tables, with and without more to say',
    `create table film (id integer primary key, title text); create table actor (id integer primary key, name text);
     insert into film values (1, 'Tea'), (2, 'Salt'); insert into actor values (1, 'Ann'), (2, 'Bob'), (3, 'Cem');
     create table film_actor (film_id integer references film, actor_id integer references actor, primary key (film_id, actor_id));
     insert into film_actor values (1, 1), (1, 2), (2, 3), (2, 1);
     create table part (id integer primary key, film_id integer not null references film, actor_id integer not null references actor, role text, unique (film_id, actor_id));
     insert into part values (1, 1, 1, 'the cook'), (2, 2, 2, null);
     create table follows (a integer references actor, b integer references actor, primary key (a, b)) without rowid;
     insert into follows values (1, 2), (2, 1), (3, 1)`,
  ),
  madeBy(
    'foreign keys that change what they point to',
    `pragma foreign_keys = on;
     create table parent (id integer primary key, name text);
     create table child (id integer primary key, parent integer not null default 1 references parent on delete cascade on update cascade deferrable initially deferred, name text);
     insert into parent values (1, 'a'), (2, 'b'), (3, 'c'); insert into child values (1, 1, 'x'), (2, 2, 'y'), (3, 3, 'z')`,
  ),
]
