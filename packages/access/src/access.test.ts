/** The rules of a project as a table: what each role may see and do. */
import { fieldKinds, integer, relation, text } from '@haykal/fields'
import { defineModel, isEverything, isNothing, ModelMistakes, resolveModels, type ViewerRole } from '@haykal/model'
import { expect, test } from 'vitest'
import { type Act, createAccess, type ModelRules } from './index.ts'

const author = defineModel({
  name: 'authors',
  title: 'name',
  fields: { name: text(), salary: integer(), mentor: relation({ to: 'authors' }) },
})
const article = defineModel({
  name: 'articles',
  title: 'title',
  fields: { title: text(), author: relation({ to: 'authors' }) },
})
const models = resolveModels([author, article], { kinds: fieldKinds })
const rules: { readonly [model: string]: ModelRules } = {
  authors: { reader: { read: { name: { contains: 'a' } }, hide: ['salary'] } } as unknown as ModelRules,
  articles: {
    public: { read: true },
    editor: { read: true, edit: { 'author.name': { eq: 'A' } } },
  } as unknown as ModelRules,
}

const acts: readonly Act[] = ['read', 'create', 'edit', 'remove']
const roles: readonly ViewerRole[] = ['owner', 'editor', 'reader', 'public']

test('allows each role what its rules say, and the defaults where they say nothing', () => {
  const access = createAccess(models, rules)
  const table = roles.flatMap((role) =>
    access.for({ id: null, role }).models.map((visible) => {
      const said = acts.map((act) =>
        isNothing(visible.scope(act)) ? '-' : isEverything(visible.scope(act)) ? act : `${act}?`,
      )
      return `${role} ${visible.model.name}: ${said.join(' ')} [${visible.fields.map((field) => field.name).join(' ')}]`
    }),
  )
  expect(table).toEqual([
    'owner authors: read create edit remove [id name salary mentor]',
    'owner articles: read create edit remove [id title author]',
    'editor authors: read create edit remove [id name salary mentor]',
    'editor articles: read - edit? - [id title author]',
    'reader authors: read? - - - [id name mentor]',
    'reader articles: read - - - [id title author]',
    'public articles: read - - - [id title author]',
  ])
})

test('follows paths only through what the viewer may see', () => {
  const access = createAccess(models, rules)
  const paths = [
    'title',
    'author.name',
    'author.mentor.name',
    'author.salary',
    'author.mentor.salary',
    'title.name',
    'author.',
    '.',
    '',
    '__proto__',
    'author.__proto__',
    'author.mentor.mentor.mentor.name',
  ]
  const found = (role: ViewerRole) =>
    paths.filter((path) => access.for({ id: null, role }).model('articles')?.resolvePath(path))
  expect(found('owner')).toEqual([
    'title',
    'author.name',
    'author.mentor.name',
    'author.salary',
    'author.mentor.salary',
  ])
  expect(found('reader')).toEqual(['title', 'author.name', 'author.mentor.name'])
  expect(found('public')).toEqual(['title'])
})

test('shows a relation to a model that the viewer may not read as a mere key', () => {
  const access = createAccess(models, rules)
  const kindFor = (role: ViewerRole) => access.for({ id: null, role }).model('articles')?.field('author')
  expect(kindFor('reader')).toMatchObject({ references: 'authors', options: { kind: 'relation', to: 'authors' } })
  expect(kindFor('public')?.options).toEqual({ kind: 'integer' })
  expect(kindFor('public')?.references).toBeUndefined()
})

test('names every mistake in the rules at once', () => {
  const mistaken = {
    nobody: {},
    authors: { reader: { read: { nope: { eq: 1 } }, hide: ['wage', 'id'] } },
  } as unknown as { readonly [model: string]: ModelRules }
  try {
    createAccess(models, mistaken)
    throw new Error('the mistakes were not noticed')
  } catch (error) {
    expect(error).toBeInstanceOf(ModelMistakes)
    expect((error as ModelMistakes).mistakes).toEqual([
      'rules are given for the model "nobody", which does not exist',
      'model "authors", rules of reader: hide names the field "wage", which does not exist',
      'model "authors", rules of reader: the key "id" cannot be hidden, as it names the record',
      'model "authors", rules of reader: read has a filter with unknown_field at /nope',
    ])
  }
})
