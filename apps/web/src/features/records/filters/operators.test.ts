import { boolean, choice, date, decimal, fieldKinds, json, relation, text } from '@haykal/fields'
import { type ModelField, resolveModels } from '@haykal/model'
import { describe, expect, test } from 'vitest'
import { questionOfTerm, questionsOf, questionText, sentenceText, termOf, valuesOfTerm } from './operators.ts'

const [article] = resolveModels(
  [
    {
      name: 'articles',
      title: 'title',
      fields: {
        title: text({ required: true }),
        author: relation({ to: 'authors' }),
        status: choice({ options: ['draft', 'live'], required: true }),
        publishedOn: date(),
        price: decimal({ scale: 2 }),
        isPinned: boolean({ required: true }),
        extra: json(),
      },
    },
  ],
  { kinds: fieldKinds, isPartial: true },
).all

function field(name: string): ModelField {
  const found = article?.field(name)
  if (!found) throw new Error(`There is no field ${name}`)
  return found
}

describe('questionsOf', () => {
  test('asks texts for their parts first', () => {
    expect(questionsOf(field('title')).slice(0, 2)).toEqual(['contains', 'startsWith'])
    expect(questionsOf(field('title'))).not.toContain('isNull')
  })

  test('asks amounts and days how they compare', () => {
    expect(questionsOf(field('price'))).toEqual([
      'gte',
      'lte',
      'gt',
      'lt',
      'between',
      'eq',
      'ne',
      'isNull',
      'isNotNull',
    ])
    expect(questionsOf(field('publishedOn'))).toContain('between')
  })

  test('asks choices which of them', () => {
    expect(questionsOf(field('status'))).toEqual(['in', 'nin'])
  })

  test('asks relations whether they point to a record, or to none', () => {
    expect(questionsOf(field('author'))).toEqual(['eq', 'ne', 'isNull', 'isNotNull'])
  })

  test('asks only what a kind of field understands', () => {
    for (const name of ['isPinned', 'extra']) {
      for (const question of questionsOf(field(name))) {
        expect([...field(name).kind.filters, 'isNull', 'isNotNull']).toContain(question)
      }
    }
  })
})

test('says of moments that they come before and after', () => {
  expect(questionText(field('publishedOn'), 'gte')).toBe('operator.since')
  expect(questionText(field('price'), 'gte')).toBe('operator.gte')
})

test('calls one of one that one', () => {
  expect(sentenceText(field('status'), 'in', ['draft'])).toBe('operator.eq')
  expect(sentenceText(field('status'), 'in', ['draft', 'live'])).toBe('operator.in')
})

describe('terms', () => {
  test.each([
    ['price', 'gte', ['40.00']],
    ['status', 'in', ['draft', 'live']],
    ['price', 'between', ['1.00', '2.00']],
    ['author', 'eq', [7]],
    ['author', 'isNull', []],
    ['author', 'isNotNull', []],
  ] as const)('of %s %s come back as they were', (name, question, values) => {
    const term = termOf(name, question, values)
    expect(questionOfTerm(term, field(name))).toBe(question)
    expect(valuesOfTerm(term, field(name))).toEqual(values)
  })

  test('are read from the texts of an address', () => {
    expect(valuesOfTerm({ path: 'author', operator: 'eq', value: '7' }, field('author'))).toEqual([7])
    expect(valuesOfTerm({ path: 'status', operator: 'in', value: 'draft,live' }, field('status'))).toEqual([
      'draft',
      'live',
    ])
    expect(questionOfTerm({ path: 'author', operator: 'isNull', value: 'false' }, field('author'))).toBe('isNotNull')
  })

  test('keep a value that the field cannot read, for the server to judge', () => {
    expect(valuesOfTerm({ path: 'price', operator: 'gt', value: 'much' }, field('price'))).toEqual(['much'])
  })

  test('are no question where the operator is not known', () => {
    expect(questionOfTerm({ path: 'title', operator: 'sounds', value: 'x' }, field('title'))).toBeUndefined()
  })
})
