/** The rules of a project as a table: what each role may see and do. */
import { fieldKinds, integer, relation, text } from '@haykal/fields'
import {
  computed,
  defineModel,
  everything,
  isEverything,
  isNothing,
  ModelMistakes,
  nothing,
  resolveModels,
  rollup,
  type ViewerRole,
} from '@haykal/model'
import { expect, test } from 'vitest'
import { type Act, createAccess, type ModelRules, type RoleDeclaration, type RuleOptions } from './index.ts'

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
      'rules are given for the model "nobody", which does not exist: name one of authors, articles',
      'model "authors", rules of reader: hide names the field "wage", which does not exist; known are id, name, salary, mentor',
      'model "authors", rules of reader: the key "id" cannot be hidden, as it names the record; hide other fields',
      'model "authors", rules of reader, read: "nope" at /nope leads to no field; the fields of authors are id, name, salary, mentor',
    ])
  }
})

/** What is wrong with rules for authors. */
function mistakesOf(of: { readonly [role: string]: unknown }, options?: RuleOptions): readonly string[] {
  try {
    createAccess(models, { authors: of as unknown as ModelRules }, options)
    return []
  } catch (error) {
    return (error as ModelMistakes).mistakes.map((each) => each.replace('model "authors", rules of ', ''))
  }
}

test.each([
  ['a role nobody declared', { clerk: { read: true } }, 'clerk: there is no role "clerk"'],
  ['a rule that is none', { reader: { raed: true } }, 'reader: "raed" is no rule'],
  ['a text for a rule', { reader: { read: 'yes' } }, 'reader, read: it is neither true, nor false, nor a filter'],
  ['an empty filter', { reader: { read: {} } }, 'reader, read: the filter is empty'],
  ['an empty list', { reader: { read: { name: { in: [] } } } }, 'reader, read: /name/in is empty'],
  ['an empty part', { reader: { read: { or: [{}] } } }, 'reader, read: /or/0 is empty'],
  [
    'an attribute that nobody has',
    { reader: { read: { name: { eq: '$me.region' } } } },
    'reader, read: "$me.region" at',
  ],
  [
    'an attribute of the wrong kind',
    { reader: { read: { salary: { eq: '$me.name' } } } },
    'reader, read: what stands at /salary/eq',
  ],
  [
    'a list compared as one',
    { reader: { read: { name: { eq: '$me.groups' } } } },
    'reader, read: the question at /name/eq',
  ],
  [
    'a value of the wrong kind',
    { reader: { remove: { salary: { gt: 'much' } } } },
    'reader, remove: what stands at /salary/gt',
  ],
  ['no field to set', { editor: { read: true, edit: { fields: [] } } }, 'editor: edit.fields names no field'],
  [
    'a field to set that is gone',
    { editor: { read: true, edit: { fields: ['wage'] } } },
    'editor: edit.fields names the field "wage"',
  ],
  [
    'a field both set and not',
    { editor: { edit: { fields: ['name'] }, readOnly: ['name'] } },
    'editor: the field "name" is both in edit.fields',
  ],
] as const)('refuses %s, naming role, act and what to do', (_what, of, begins) => {
  const [mistake, ...others] = mistakesOf(of)
  expect(mistake?.slice(0, begins.length)).toBe(begins)
  expect(others).toEqual([])
})

test('refuses declarations of roles that mean nothing', () => {
  const roles = [{ name: 'owner' }, { name: 'clerk', like: 'boss' }, { name: 'clerk' }] as unknown as RoleDeclaration[]
  expect(mistakesOf({}, { roles })).toEqual([
    'the role "owner" is there already: call yours something else',
    'the role "clerk" is like "boss", which is none of owner, editor, reader',
    'the role "clerk" is declared twice: take one away',
  ])
})

test('gives roles of the project what their rules say, else what they are like, else nothing', () => {
  const roles: readonly RoleDeclaration[] = [{ name: 'clerk', like: 'reader' }, { name: 'guest' }]
  const access = createAccess(
    models,
    { authors: { clerk: { read: true, edit: { fields: ['name'] }, readOnly: ['mentor'] } } as unknown as ModelRules },
    { roles },
  )
  const clerk = access.for({ id: '1', role: 'clerk' })
  expect(clerk.models.map(({ model }) => model.name)).toEqual(['authors', 'articles'])
  expect(isNothing(clerk.model('articles')?.scope('edit') ?? nothing)).toBe(true)
  const authors = clerk.model('authors')
  expect(['name', 'salary', 'mentor', 'nope'].map((name) => authors?.maySet(name, 'edit'))).toEqual([
    true,
    false,
    false,
    false,
  ])
  expect(['name', 'salary', 'mentor'].map((name) => authors?.maySet(name, 'create'))).toEqual([true, true, false])
  for (const role of ['guest', 'nobody declared it', '__proto__', 'toString'])
    expect(access.for({ id: '1', role }).models).toEqual([])
})

test('binds a rule to each viewer apart', () => {
  const access = createAccess(models, {
    authors: { reader: { read: { name: { eq: '$me.name' } } } } as unknown as ModelRules,
  })
  const scopeOf = (name: string | null) =>
    access.for({ id: '1', role: 'reader', me: { name } }).model('authors')?.scope('read')
  expect(scopeOf('A')).toMatchObject({ type: 'test', operator: 'eq', value: 'A' })
  expect(scopeOf('B')).toMatchObject({ value: 'B' })
  expect(isNothing(scopeOf(null) ?? everything)).toBe(true)
})

test('gives everyone of a role the same fields, also where a model is rolled up of itself by a field that is computed', () => {
  const staff = defineModel({
    name: 'staff',
    title: 'name',
    fields: {
      name: text(),
      boss: relation({ to: 'staff' }),
      monthly: integer(),
      yearly: computed({ from: 'monthly * 12', as: integer() }),
      team: rollup({ of: 'staff', sum: 'yearly' }),
    },
  })
  const access = createAccess(resolveModels([staff], { kinds: fieldKinds }), {})
  const [mine, yours] = ['me', 'you'].map((id) => access.for({ id, role: 'owner', me: {} }).model('staff'))
  const names = mine?.fields.map(({ name }) => name)
  expect(names).toEqual(['id', 'name', 'boss', 'monthly', 'yearly', 'team'])
  expect(yours?.fields).toBe(mine?.fields)
  expect(yours?.field('team')).toBe(mine?.fields.at(-1))
})
