import { choice, fieldKinds, integer, relation, text } from '@haykal/fields'
import { type Model, resolveModels } from '@haykal/model'
import { expect, test } from 'vitest'
import { actionApplies } from './action-applies.ts'

const { all } = resolveModels(
  [
    {
      name: 'orders',
      fields: {
        status: choice({ options: ['paid', 'shipped'] }),
        pieces: integer(),
        margin: integer(),
        customer: relation({ to: 'customers' }),
      },
    },
    { name: 'customers', fields: { country: text() } },
  ],
  { kinds: fieldKinds },
)
const [orders] = all as readonly [Model]
const record = { status: 'paid', pieces: 3, customer: 1 }
const applies = (when: Parameters<typeof actionApplies>[0]['when']) =>
  actionApplies(when === undefined ? {} : { when }, orders, record)

test('an action without a condition is for every record', () => {
  expect(applies(undefined)).toBe(true)
})

test('an action is for records that pass its condition', () => {
  expect(applies({ status: { eq: 'paid' }, pieces: { gt: 2 } })).toBe(true)
  expect(applies({ status: { eq: 'shipped' } })).toBe(false)
  expect(applies({ or: [{ status: { eq: 'shipped' } }, { pieces: { lte: 3 } }] })).toBe(true)
})

test('what the record does not show is left to the server', () => {
  expect(applies({ margin: { gt: 100 } })).toBe(true)
  expect(applies({ status: { eq: '$me.status' } })).toBe(true)
  expect(applies({ 'customer.country': { eq: 'EG' } })).toBe(true)
})
