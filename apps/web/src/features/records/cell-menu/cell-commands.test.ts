/** Which filters a value in a list can be made, and what becomes of those that are there. */
import { choice, datetime, decimal, fieldKinds, json, text } from '@haykal/fields'
import { type Json, type ModelField, resolveModels } from '@haykal/model'
import { describe, expect, test } from 'vitest'
import { type FilterPart, filterOfParts, partsOf } from '../list-search.ts'
import { commandsOf, partsAfter } from './cell-commands.ts'

const [order] = resolveModels(
  [
    {
      name: 'orders',
      fields: {
        status: choice({ options: ['draft', 'paid', 'late'] }),
        total: decimal({ scale: 2, required: true }),
        placedAt: datetime(),
        note: text(),
        extra: json(),
      },
    },
  ],
  { kinds: fieldKinds },
).all

function question(name: string, value: Json, parts: readonly FilterPart[] = []) {
  return { field: order?.field(name) as ModelField, value, parts }
}

test.each<[string, Json, readonly string[]]>([
  ['status', 'paid', ['only', 'except']],
  ['status', null, ['only', 'except']],
  ['total', '5.00', ['only', 'except', 'least', 'most']],
  ['placedAt', '2026-11-21T06:50:00.000Z', ['since', 'until']],
  ['note', 'tea', ['only', 'except']],
  ['extra', { a: 1 }, []],
])('of %s %j there are %j', (name, value, commands) => {
  expect(commandsOf(question(name, value))).toEqual(commands)
})

describe('a filter', () => {
  const after = (...[command, name, value, filter]: [Parameters<typeof partsAfter>[0], string, Json, object]) =>
    filterOfParts(partsAfter(command, question(name, value, partsOf(filter as never))))

  test('is narrowed to a value, and widened by another', () => {
    expect(after('only', 'status', 'paid', {})).toEqual({ status: { eq: 'paid' } })
    expect(after('only', 'status', 'paid', { status: { in: ['late'] }, total: { gt: '1.00' } })).toEqual({
      total: { gt: '1.00' },
      status: { eq: 'paid' },
    })
    expect(after('only', 'status', null, { status: { eq: 'paid' } })).toEqual({ status: { isNull: true } })
    expect(commandsOf(question('status', 'late', partsOf({ status: { eq: 'paid' } })))).toContain('also')
    expect(after('also', 'status', 'late', { status: { eq: 'paid' } })).toEqual({ status: { in: ['paid', 'late'] } })
  })

  test('leaves a value out', () => {
    expect(after('except', 'status', 'paid', { or: [{ a: { eq: 1 } }] })).toEqual({
      and: [{ status: { ne: 'paid' } }, { or: [{ a: { eq: 1 } }] }],
    })
    expect(after('except', 'status', 'paid', { status: { in: ['paid', 'late'] } })).toEqual({
      status: { in: ['late'], ne: 'paid' },
    })
    expect(after('except', 'status', null, {})).toEqual({ status: { isNull: false } })
  })

  test('has one lower and one upper bound', () => {
    expect(after('least', 'total', '5.00', { total: { gte: '1.00', lte: '9.00' } })).toEqual({
      total: { lte: '9.00', gte: '5.00' },
    })
  })
})
