/** The three demo models of every test and example: articles, authors, tags; with a record of each, on any engine. */
import type { ModelRules } from '@haykal/access'
import { type Database, insertRecords } from '@haykal/database'
import {
  boolean,
  bytes,
  choice,
  date,
  datetime,
  decimal,
  fieldKinds,
  integer,
  json,
  longText,
  number,
  relation,
  text,
} from '@haykal/fields'
import { defineModel, type ModelDefinition, resolveModels, type ViewerRole } from '@haykal/model'
import { openRecords, type Records, type RecordsCore } from '../index.ts'
import { openCore } from './open-core.ts'

/** Somebody who writes; `salary` is hidden from readers. */
export const author = defineModel({
  name: 'authors',
  title: 'name',
  fields: {
    name: text({ required: true, unique: true }),
    country: text(),
    salary: decimal({ scale: 2 }),
    mentor: relation({ to: 'authors' }),
  },
})

/** A field of every kind. */
export const article = defineModel({
  name: 'articles',
  title: 'title',
  fields: {
    title: text({ required: true, maxLength: 40 }),
    author: relation({ to: 'authors', required: true, searchable: true }),
    status: choice({ options: ['draft', 'published', 'withdrawn'], default: 'draft', required: true }),
    words: integer({ min: 0 }),
    rating: number(),
    price: decimal({ scale: 2 }),
    isOpen: boolean(),
    writtenOn: date(),
    publishedAt: datetime(),
    body: longText({ searchable: true }),
    extras: json(),
    picture: bytes(),
  },
  list: { columns: ['title', 'author', 'status'], sort: '-publishedAt' },
})

/** Its key is two fields. */
export const tagging = defineModel({
  name: 'taggings',
  key: ['article', 'tag'],
  fields: { article: relation({ to: 'articles' }), tag: text(), weight: integer() },
})

/** Readers see published articles only and no salaries; editors may edit only drafts and published articles. */
export const demoRules: { readonly [model: string]: ModelRules } = {
  authors: rulesOf(author, {
    reader: { read: true, hide: ['salary'] },
    public: { read: { country: { eq: 'EG' } }, hide: ['salary', 'mentor'] },
  }),
  articles: rulesOf(article, {
    editor: {
      read: true,
      create: { status: { eq: 'draft' } },
      edit: { status: { in: ['draft', 'published'] } },
      remove: { status: { eq: 'draft' } },
    },
    reader: { read: { status: { eq: 'published' } } },
  }),
}

/** Rules checked against their model, then kept with those of other models. */
function rulesOf<M extends ModelDefinition>(_model: M, rules: ModelRules<M>): ModelRules {
  return rules as unknown as ModelRules
}

/** A project with the demo models. */
export interface Demo {
  readonly core: RecordsCore
  readonly database: Database
  as(role: ViewerRole): Records
}

/** Makes the tables in an empty database and fills them. */
export async function buildDemo(address = ':memory:'): Promise<Demo> {
  const models = resolveModels([author, article, tagging], { kinds: fieldKinds, hasOrderKeys: true })
  const core = await openCore(address, { models, rules: demoRules, now: '2026-11-21T06:50:00.000Z' })
  const { database } = core
  await fill(core)
  return { core, database, as: (role) => openRecords(core, { id: role === 'public' ? null : `the ${role}`, role }) }
}

async function fill({ database, models }: RecordsCore): Promise<void> {
  const model = (name: string) => models.get(name) ?? raise(name)
  await database.write(async (queries) => {
    const writing = { engine: database.engine, queries }
    await insertRecords(writing, model('authors'), [
      { id: 1, name: 'مكتبة النيل', country: 'EG', salary: '100.00', mentor: null },
      { id: 2, name: 'Müller', country: 'DE', salary: '250.50', mentor: 1 },
      { id: 3, name: 'Łódź', country: null, salary: null, mentor: 2 },
    ])
    await insertRecords(
      writing,
      model('articles'),
      Array.from({ length: 30 }, (_, index) => ({
        id: index + 1,
        title: `Article ${String(index + 1).padStart(2, '0')}`,
        author: (index % 3) + 1,
        status: ['draft', 'published', 'withdrawn'][Math.floor(index / 2) % 3] ?? 'draft',
        words: index % 4 === 0 ? null : (index * 7) % 10,
        publishedAt: index % 5 === 0 ? null : `2026-01-${String((index % 9) + 1).padStart(2, '0')}T00:00:00.000Z`,
        body: index === 7 ? 'A secret garden, 100% green' : null,
      })),
    )
    await insertRecords(writing, model('taggings'), [
      { article: 1, tag: 'green', weight: 1 },
      { article: 1, tag: 'a/b %2F', weight: 2 },
      { article: 2, tag: 'green', weight: 3 },
    ])
  })
}

function raise(name: string): never {
  throw new Error(`there is no model ${name}`)
}
