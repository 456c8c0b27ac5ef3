/** The only values that a column may hold are read from the text of its table. */
import { expect, test } from 'vitest'
import { choicesOf } from './choices.ts'

const choices = (body: string) => Object.fromEntries(choicesOf(`CREATE TABLE "a (b" (${body})`))

test.each([
  ["x text check (x in ('a', 'b'))", { x: ['a', 'b'] }],
  ["x text CHECK(x IN('it''s','b,)('))", { x: ["it's", 'b,)('] }],
  ["x text check (x is null or x in ('a'))", { x: ['a'] }],
  ["x text check (x = 'a' or 'b' = x or x == 'c')", {}],
  ["x text check (x = 'a' or x == 'b' or (x is 'c'))", { x: ['a', 'b', 'c'] }],
  ['x int not null default (1) check (x in (1, -2, +3))', { x: [1, -2, 3] }],
  ['x int check (x in (0.5, 1))', { x: [0.5, 1] }],
  ['x text check (x in (1, 2))', { x: ['1', '2'] }],
  ["x int check (x in ('1', '2'))", { x: [1, 2] }],
  ['x text, y int, constraint "check" check ("Y" in (1, 2)), unique (x)', { y: [1, 2] }],
  ["`x` text check ([x] in ('a')) check (length(x) > 0)", { x: ['a'] }],
  ["x text check ((x in ('a', 'b')) and length(x) = 1)", { x: ['a', 'b'] }],
  ["x text check (x in ('a', null))", { x: ['a'] }],
  ['x text check (x in ("a", \'b\'))', { x: ['a', 'b'] }],
  ["x text /* check (x in ('no')) */ -- check (x in ('no'))\n check (x in ('yes'))", { x: ['yes'] }],
  ["x text, y text check (x in ('a') or y in ('b'))", {}],
  ['x text, y text check (x in ("y", \'b\'))', {}],
  ["x text check (x not in ('a'))", {}],
  ["x text check (lower(x) in ('a'))", {}],
  ["x text collate nocase check (x in ('a'))", {}],
  ['x text check (x in (select 1))', {}],
  ['x int check (x between 1 and 2)', {}],
  ["x text default 'check (x in (1))'", {}],
  ['x int check (x in (9223372036854775807))', {}],
  ["x text check (x in ('a'", { x: ['a'] }],
])('%s', (body, expected) => {
  expect(choices(body)).toEqual(expected)
})
