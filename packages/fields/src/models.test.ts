/** Models are resolved with the real field kinds, and every mistake in them is named at once. */
import { defineModel, type ModelDefinition, ModelMistakes, resolveModels } from '@haykal/model'
import { expect, test } from 'vitest'
import { bytes, fieldKinds, integer, relation, text } from './index.ts'

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
    'model "a", field "b.c": this name is reserved in filters and sorts; rename it and give the old name as `column`',
    'model "a", field "or": this name is reserved in filters and sorts; rename it and give the old name as `column`',
    'model "a": key names the field "gone", which does not exist; known are b.c, or',
    'model "a": title names the field "nope", which does not exist; known are b.c, or',
    'model "a": list.columns names the field "x", which does not exist; known are b.c, or',
    'model "a": list.sort names the field "y", which does not exist; known are b.c, or',
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
