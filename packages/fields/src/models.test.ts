/** Models are resolved with the real field kinds, and every mistake in them is named at once. */
import { computed, defineModel, type ModelDefinition, ModelMistakes, resolveModels, rollup } from '@haykal/model'
import { expect, test } from 'vitest'
import { boolean, bytes, date, decimal, fieldKinds, integer, number, relation, text } from './index.ts'

const author = defineModel({
  name: 'authors',
  title: 'name',
  fields: { name: text({ required: true }), code: integer({ column: 'author_code' }) },
})
const article = defineModel({
  name: 'articles',
  fields: { title: text(), author: relation({ to: 'authors' }), picture: bytes() },
  list: { sort: '-title,id' },
})

function mistakesOf(...definitions: readonly unknown[]): readonly string[] {
  try {
    resolveModels(definitions as readonly ModelDefinition[], { kinds: fieldKinds })
  } catch (error) {
    if (error instanceof ModelMistakes) return error.mistakes
    throw error
  }
  return []
}

test('fills in what a model leaves out', () => {
  const models = resolveModels([author, article], { kinds: fieldKinds })
  const [authors, articles] = [models.get('authors'), models.get('articles')]
  expect(
    authors?.key.map(({ name, isGenerated, isReadOnly, isRequired }) => ({
      name,
      isGenerated,
      isReadOnly,
      isRequired,
    })),
  ).toEqual([{ name: 'id', isGenerated: true, isReadOnly: true, isRequired: true }])
  expect(authors?.title).toMatchObject({ name: 'name', isSearchable: true })
  expect(authors?.field('code')).toMatchObject({ columnName: 'author_code', label: 'Code', isSearchable: false })
  expect(authors?.backRelations).toEqual([{ model: 'articles', fields: [{ child: 'author', parent: 'id' }] }])
  expect(articles?.title.name).toBe('id')
  expect(articles?.sort.map(({ field, descending }) => [field.name, descending])).toEqual([
    ['title', true],
    ['id', false],
  ])
  expect(
    articles?.columns.map((field) => field.name),
    'a list leaves out what is large',
  ).toEqual(['id', 'title', 'author'])
})

test('says of a choice without choices what it lacks', () => {
  const lacking = (options: unknown) => mistakesOf({ name: 'a', fields: { f: { kind: 'choice', options } } })
  const wanted = 'model "a", field "f": options is empty: give at least one value to choose'
  expect([undefined, null, []].map(lacking)).toEqual([[wanted], [wanted], [wanted]])
  expect(lacking([null])).toEqual([expect.stringMatching(/neither a text nor a whole number/)])
})

test('lets a relation hold another field than the key, and says when there is none such', () => {
  const byCode = { name: 'books', fields: { writer: relation({ to: 'authors', toField: 'code' }) } }
  const books = resolveModels([author, byCode], { kinds: fieldKinds }).get('books')
  expect(books?.field('writer')).toMatchObject({ references: 'authors', referencedField: 'code' })
  expect(books?.field('writer')?.withoutReference?.options).toEqual({ kind: 'integer' })
  expect(
    mistakesOf(author, { name: 'books', fields: { writer: relation({ to: 'authors', toField: 'age' }) } }),
  ).toEqual(['model "books", field "writer": "authors" has no field "age" to point to'])
})

test('survives being sent as JSON', () => {
  const sent = JSON.parse(JSON.stringify([author, article])) as readonly ModelDefinition[]
  expect(sent).toEqual([author, article])
  expect(resolveModels(sent, { kinds: fieldKinds }).all).toHaveLength(2)
})

test('lets a relation point to a model that a person may not see, when only a part of the models is known', () => {
  expect(mistakesOf(article)).toEqual([
    'model "articles", field "author": there is no model "authors" to point to; known are articles',
  ])
  expect(resolveModels([article], { kinds: fieldKinds, isPartial: true }).all).toHaveLength(1)
})

test('names model and field of every mistake at once', () => {
  expect(
    mistakesOf(
      {
        name: 'a',
        title: 'nope',
        key: 'gone',
        list: { columns: ['x'], sort: '-y' },
        fields: { f: { kind: 'rating' }, 'b.c': text(), or: text() },
      },
      { name: '-', fields: { pair: relation({ to: 'pairs' }) } },
      { name: 'pairs', key: ['l', 'r'], fields: { l: integer(), r: integer() } },
      { name: 'pairs', fields: { l: integer() } },
    ),
  ).toEqual([
    expect.stringMatching(/^model "a", field "f": there is no field kind "rating"; known are text, /),
    'model "a": key names the field "gone", which does not exist; known are b.c, or',
    'model "a": title names the field "nope", which does not exist; known are b.c, or',
    'model "a": list.columns names the field "x", which does not exist; known are b.c, or',
    'model "a": list.sort names the field "y", which does not exist; known are b.c, or',
    'model "a", field "b.c": this name is reserved in filters and sorts; rename it and give the old name as `column`',
    'model "a", field "or": this name is reserved in filters and sorts; rename it and give the old name as `column`',
    'model "-": "-" is no name for a model, as it could not stand in an address',
    'model "pairs" is defined twice: rename one of them',
  ])
})

test('names what constraints get wrong, with the mend', () => {
  expect(
    mistakesOf({
      ...author,
      unique: [['name', 'gone'], ['name']],
      indexes: [['-lost'], []],
      checks: [
        { that: { nope: { eq: 1 } }, message: 'm' },
        { when: { code: { eq: 'x' } }, that: { code: { is: 1 } }, message: 'm' },
        { that: { code: { gt: 1 } } },
      ],
    }),
  ).toEqual([
    'model "authors": unique names the field "gone", which does not exist; known are id, name, code',
    expect.stringMatching(/^model "authors": unique has a set of 1: name two fields or more/),
    'model "authors", check 1: that has unknown_field at /nope',
    'model "authors", check 2: when has bad_number at /code/eq',
    'model "authors", check 2: that has unknown_operator at /code/is',
    'model "authors", check 3: message is missing: say how the record should be',
    'model "authors": indexes names the field "lost", which does not exist; known are id, name, code',
    expect.stringMatching(/^model "authors": indexes has an empty list/),
  ])
})

test('names what would not stand beside each other, and defaults of the wrong kind', () => {
  expect(
    mistakesOf(
      { name: 'a', table: 't', fields: { x: integer({ column: 'c' }), c: text({ default: 5 as never }) } },
      { name: 'b', table: 't', fields: { x: integer({ default: 'many' as never }) }, junction: ['x', 'y'] },
      { name: '-c', fields: { x: boolean({ default: 'yes' as never }) } },
    ),
  ).toEqual([
    expect.stringMatching(/^model "a", field "c": default is 5, which the field itself would refuse/),
    expect.stringMatching(/^model "b", field "x": default is "many", which the field itself would refuse/),
    expect.stringMatching(/^model "-c", field "x": default is "yes", which the field itself would refuse/),
    'model "-c": "-c" is no name for a model, as it could not stand in an address',
    'models "a" and "b" have one table, "t": give each its own as `table`',
    'model "a": the fields "x" and "c" have one column, "c": give each its own as `column`',
    'model "b": junction names "x", which is no relation of it',
    'model "b": junction names "y", which is no relation of it',
  ])
})

test('names what computed fields get wrong, with the mend', () => {
  const money = decimal({ scale: 2 })
  const stored = { n: integer(), m: money, t: text(), d: date(), yes: boolean(), w: number(), loose: decimal() }
  const of = (from: string, as: Parameters<typeof computed>[0]['as'] = money) =>
    mistakesOf({ name: 'a', fields: { ...stored, c: computed({ from, as }) } }).map((mistake) =>
      mistake.replace('model "a", field "c": ', ''),
    )
  expect(of('n * m')).toEqual([])
  expect(of('c + 1')).toEqual(['it is derived from itself, by way of c: take one of them out'])
  expect(of('gone * 2')).toEqual(['computed: it names the field "gone", which does not exist'])
  expect(of('t * 2')).toEqual(['computed: multiply takes numbers and is given texts'])
  expect(of('n > 1')).toEqual(['computed gives boolean and the field is made for number: give another `as`'])
  expect(of('w * 2')).toEqual([expect.stringMatching(/^computed: "w" cannot be calculated with: only whole and exact/)])
  expect(of('loose')).toEqual([expect.stringMatching(/^computed: "loose" does not say how many digits/)])
  expect(of('m * m * m * m * m * m * m')).toEqual([expect.stringMatching(/^computed: a product has 14 digits .*round/)])
  expect(of("t < 'x'", boolean())).toEqual([
    expect.stringMatching(/^computed: texts can only be compared with = and !=/),
  ])
  expect(of('if(n, 1, 2)')).toEqual(['computed: if takes boolean and is given a number'])
  expect(of('coalesce(n, t)')).toEqual(['computed: coalesce is given a number and texts, which do not go together'])
  expect(of('n +')).toEqual([expect.stringMatching(/^computed: it ends where a field, a number/)])
  expect(of('n # 2')).toEqual(['computed: “#” at 3 means nothing here'])
  expect(of('power(n, 2)')).toEqual([expect.stringMatching(/^computed: there is no function “power” .*known are if, /)])
  expect(of('round(n, t)')).toEqual([expect.stringMatching(/^computed: round takes what is rounded/)])
  expect(of('1 < n < 3', boolean())).toEqual([
    expect.stringMatching(/^computed: “<” at 7 stands where `and` is expected/),
  ])
  expect(of(`${'('.repeat(40)}n${')'.repeat(40)}`)).toEqual([expect.stringMatching(/^computed: it is too long/)])
  expect(of(Array(60).fill('n').join(' + '))).toEqual([expect.stringMatching(/^computed: it is too long/)])
  expect(of('n', decimal({ scale: 2, default: '1.00' }))).toEqual([
    'it is not stored, so that default cannot be said of it: leave it out',
  ])
})

test('names what roll-ups get wrong, with the mend, and circles through several models', () => {
  const parent = { name: 'orders', fields: { note: text() } }
  const child = { name: 'lines', fields: { order: relation({ to: 'orders' }), t: text(), m: decimal({ scale: 2 }) } }
  const of = (field: unknown, ...more: readonly object[]) =>
    mistakesOf({ ...parent, fields: { ...parent.fields, r: field } }, child, ...more).map((mistake) =>
      mistake.replace('model "orders", field "r": ', ''),
    )
  expect(of(rollup({ of: 'lines', count: true }))).toEqual([])
  expect(of(rollup({ of: 'lines.order', sum: 'm' }))).toEqual([])
  expect(of(rollup({ of: 'links', count: true }))).toEqual([
    'rollup is of "links", and no such model points here; known are lines',
  ])
  expect(of(rollup({ of: 'lines', sum: 'gone' }))).toEqual([
    'rollup names the field "gone" of "lines", which does not exist',
  ])
  expect(of(rollup({ of: 'lines', sum: 't' }))).toEqual([
    expect.stringMatching(/^rollup makes a sum of "t" of "lines"/),
  ])
  expect(of(rollup({ of: 'lines' }))).toEqual(['rollup takes one of count, sum, min, max and average'])
  expect(of(rollup({ of: 'lines', sum: 'm', as: decimal({ scale: 1 }) }))).toEqual([
    'rollup gives 2 digits after the point, and the field keeps 1: give it a scale of 2',
  ])
  expect(of(rollup({ of: 'lines', count: true, where: { gone: { eq: 1 } } }))).toEqual([
    'rollup.where has unknown_field at /gone',
  ])
  const twice = { name: 'moves', fields: { from: relation({ to: 'orders' }), to: relation({ to: 'orders' }) } }
  expect(of(rollup({ of: 'moves', count: true }), twice)).toEqual([
    expect.stringMatching(
      /^rollup is of "moves", which points here by several relations: say which, as in "moves\.from"$/,
    ),
  ])
  const circle = mistakesOf(
    { name: 'orders', fields: { r: rollup({ of: 'lines', sum: 'c', as: decimal({ scale: 2 }) }) } },
    {
      name: 'lines',
      fields: {
        order: relation({ to: 'orders' }),
        m: decimal({ scale: 2 }),
        c: computed({ from: 'm + s', as: decimal({ scale: 2 }) }),
        s: rollup({ of: 'parts', sum: 'v' }),
      },
    },
    {
      name: 'parts',
      fields: {
        line: relation({ to: 'lines' }),
        v: computed({ from: 'w', as: integer() }),
        w: computed({ from: 'v', as: integer() }),
      },
    },
  )
  expect(circle).toEqual([
    'model "parts", field "v": it is derived from itself, by way of v, w: take one of them out',
    'model "parts", field "w": it is derived from itself, by way of w, v: take one of them out',
  ])
})
