import { defineModel, type EditOf, type FilterOf, type Json, type NewRecordOf, type RecordOf } from '@haykal/model'
import { expectTypeOf, test } from 'vitest'
import {
  boolean,
  bytes,
  choice,
  date,
  datetime,
  decimal,
  email,
  integer,
  json,
  longText,
  markdown,
  money,
  number,
  percent,
  relation,
  tags,
  text,
  time,
} from './index.ts'

const author = defineModel({
  name: 'authors',
  title: 'name',
  fields: { name: text({ required: true }), born: date(), isActive: boolean({ required: true, default: true }) },
})

const tag = defineModel({
  name: 'tags',
  key: 'slug',
  fields: { slug: text({ required: true }), colour: choice({ options: ['red', { value: 'blue', tone: 'info' }] }) },
})

const article = defineModel({
  name: 'articles',
  title: 'title',
  fields: {
    title: text({ required: true, maxLength: 200 }),
    body: longText(),
    author: relation({ to: 'authors', required: true }),
    tag: relation({ to: 'tags', keyKind: 'text', toField: 'slug' }),
    status: choice({ options: ['draft', 'published'], required: true, default: 'draft' }),
    price: decimal({ scale: 2 }),
    rating: number({ min: 0, max: 5 }),
    views: integer({ required: true, readOnly: true }),
    publishedAt: datetime({ default: '$now' }),
    settings: json(),
    cover: bytes({ maxBytes: 1000 }),
  },
  list: { columns: ['title', 'author'], sort: '-publishedAt' },
})

test('a record has the exact types of its fields', () => {
  expectTypeOf<RecordOf<typeof article>>().toEqualTypeOf<{
    readonly id: number
    readonly title: string
    readonly body: string | null
    readonly author: number
    readonly tag: string | null
    readonly status: 'draft' | 'published'
    readonly price: string | null
    readonly rating: number | null
    readonly views: number
    readonly publishedAt: string | null
    readonly settings: Json
    readonly cover: string | null
  }>()
  expectTypeOf<RecordOf<typeof author>['isActive']>().toEqualTypeOf<boolean>()
  expectTypeOf<RecordOf<typeof author>['born']>().toEqualTypeOf<string | null>()
})

test('the values of a choice are its options, and any of their type where it is open', () => {
  const shelf = defineModel({
    name: 'shelves',
    fields: {
      stars: choice({ options: [1, { value: 2, label: 'Two' }], required: true }),
      genre: choice({ options: ['novel', { value: 'poems' }], isOpen: true }),
      floor: choice({ options: [0, 1], isOpen: true }),
    },
  })
  expectTypeOf<RecordOf<typeof shelf>['stars']>().toEqualTypeOf<1 | 2>()
  expectTypeOf<RecordOf<typeof shelf>['genre']>().toEqualTypeOf<string | null>()
  expectTypeOf<RecordOf<typeof shelf>['floor']>().toEqualTypeOf<number | null>()
  expectTypeOf<{ stars: { eq: 3 } }>().not.toExtend<FilterOf<typeof shelf>>()
})

test('a model with a key of its own has no id', () => {
  expectTypeOf<RecordOf<typeof tag>>().toEqualTypeOf<{
    readonly slug: string
    readonly colour: 'red' | 'blue' | null
  }>()
})

test('a new record needs what is required and has no default, and nothing that the system sets', () => {
  expectTypeOf<{ title: string; author: number }>().toExtend<NewRecordOf<typeof article>>()
  expectTypeOf<{ title: string }>().not.toExtend<NewRecordOf<typeof article>>()
  expectTypeOf<NewRecordOf<typeof article>>().not.toHaveProperty('views')
  expectTypeOf<NewRecordOf<typeof article>['status']>().toEqualTypeOf<'draft' | 'published' | undefined>()
})

test('an edit touches any field but those that the system sets', () => {
  expectTypeOf<EditOf<typeof article>['price']>().toEqualTypeOf<string | null | undefined>()
  expectTypeOf<EditOf<typeof article>>().not.toHaveProperty('views')
  expectTypeOf<{ status: 'gone' }>().not.toExtend<EditOf<typeof article>>()
})

test('a filter compares each field with its own values', () => {
  expectTypeOf<{ status: { eq: 'draft' } }>().toExtend<FilterOf<typeof article>>()
  expectTypeOf<{ or: [{ author: { in: [1, 2] } }, { body: { contains: 'a' } }] }>().toExtend<FilterOf<typeof article>>()
  expectTypeOf<{ status: { eq: 'gone' } }>().not.toExtend<FilterOf<typeof article>>()
  expectTypeOf<{ author: { eq: 'seven' } }>().not.toExtend<FilterOf<typeof article>>()
})

test('money and the like are exact texts, tags are lists of them', () => {
  const offer = defineModel({
    name: 'offers',
    fields: {
      price: money({ currency: 'EUR', required: true }),
      discount: percent({ scale: 1 }),
      contact: email(),
      opens: time({ required: true }),
      words: markdown({ required: true }),
      tags: tags(),
    },
  })
  expectTypeOf<RecordOf<typeof offer>>().toEqualTypeOf<{
    readonly id: number
    readonly price: string
    readonly discount: string | null
    readonly contact: string | null
    readonly opens: string
    readonly words: string
    readonly tags: readonly string[] | null
  }>()
})

test('the compiler refuses options that no field of the kind has', () => {
  // @ts-expect-error the options of a choice are texts or numbers
  choice({ options: [true, false] })
  // @ts-expect-error a relation names what it points to
  relation({})
  // @ts-expect-error an amount is of a currency
  money({ scale: 2 })
})
