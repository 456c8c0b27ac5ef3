/** Foreign keys become relations where they can, and tables of nothing else become links. */
import { expect, test } from 'vitest'
import { adoptedFiles } from '../testing/adopted-files.ts'

const adopt = adoptedFiles()

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
