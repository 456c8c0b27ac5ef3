import type { RecordPage } from '@haykal/contract'
import type { RecordOf } from '@haykal/model'
import { expect, expectTypeOf, test } from 'vitest'
import {
  defineEndpoint,
  defineModel,
  defineProject,
  defineScreen,
  integer,
  modelNamed,
  type QueryOf,
  type ReplyOf,
  relation,
  text,
} from './index.ts'
import { defineEndpointServer, defineProjectServer, defineServer } from './server.ts'
import type { ScreenLoader } from './web/define-web.ts'
import { definePublicScreens, defineWeb } from './web/define-web.ts'
import { useRecords } from './web/use-records.ts'

const article = defineModel({
  name: 'articles',
  title: 'headline',
  fields: {
    headline: text({ required: true }),
    words: integer({ required: true, default: 0 }),
    author: relation({ to: 'authors' }),
  },
})

const recent = defineEndpoint({
  method: 'GET',
  path: '/recent',
  allowed: 'signed-in',
  summary: 'Articles of late',
  query: { days: integer({ default: 7 }), author: integer() },
  reply: { records: modelNamed<typeof article>('articles') },
})

const front = defineScreen({ name: 'front', path: '/front', public: true, label: 'Front page' })
const desk = defineScreen({ name: 'desk', path: '/desk', label: 'Desk' })

const project = defineProject({
  name: 'paper',
  label: 'Paper',
  models: [article],
  endpoints: [recent],
  screens: [front, desk],
})

test('declares projects as plain data', () => {
  expect(JSON.parse(JSON.stringify(project))).toEqual(project)
})

test('knows what an endpoint takes and gives', () => {
  expectTypeOf<QueryOf<typeof recent>>().toEqualTypeOf<{ readonly days: number; readonly author: number | null }>()
  expectTypeOf<ReplyOf<typeof recent>>().toEqualTypeOf<RecordPage<RecordOf<typeof article>>>()
})

test('types the records that the server face of an endpoint works with', () => {
  const { endpoint } = defineEndpointServer(recent, ({ query, records }) => {
    expectTypeOf(query.days).toEqualTypeOf<number>()
    return records.list(article, { filter: { words: { gt: query.days } }, sort: ['-words'] })
  })
  expect(endpoint).toBe(recent)
})

test('lists the server faces of a project', () => {
  const articleServer = defineServer(article, { rules: { reader: { read: { words: { gt: 0 } }, hide: ['author'] } } })
  const server = defineProjectServer(project, { models: [articleServer], endpoints: [] })
  expect(server.models.map(({ model }) => model)).toEqual(['articles'])
})

test('asks for the component of every public screen in one list, and of every other in the other', () => {
  expectTypeOf(definePublicScreens<typeof project>)
    .parameter(0)
    .toEqualTypeOf<{ readonly front: ScreenLoader }>()
  expectTypeOf(defineWeb<typeof project>)
    .parameter(0)
    .toHaveProperty('screens')
    .toEqualTypeOf<{ readonly desk: ScreenLoader }>()
})

test('gives screens only the fields that they ask for, and the key', () => {
  const articles = modelNamed<typeof article>('articles')
  const ask = () => useRecords(articles, { fields: ['headline'], filter: { words: { gte: 10 } } })
  type Item = NonNullable<ReturnType<typeof ask>['data']>[number]
  expectTypeOf<Item>().toEqualTypeOf<Pick<RecordOf<typeof article>, 'headline' | 'id'>>()
  const askAll = () => useRecords(article)
  type Whole = NonNullable<ReturnType<typeof askAll>['data']>[number]
  expectTypeOf<Whole>().toEqualTypeOf<Pick<RecordOf<typeof article>, 'headline' | 'words' | 'author' | 'id'>>()
})
