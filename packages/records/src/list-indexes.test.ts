/** The indexes that a model gets by itself: what its list shows, within reason. */
import { wantedIndexes } from '@haykal/database'
import { boolean, choice, date, fieldKinds, integer, longText, relation, text } from '@haykal/fields'
import { computed, defineModel, type ModelDefinition, resolveModels } from '@haykal/model'
import { expect, test } from 'vitest'

const customer = defineModel({ name: 'customers', title: 'name', fields: { name: text() } })
const order = defineModel({
  name: 'orders',
  fields: {
    customer: relation({ to: 'customers' }),
    status: choice({ options: ['draft', 'paid'] }),
    isOpen: boolean(),
    placed: date({ required: true }),
    pieces: integer(),
    twice: computed({ from: 'pieces * 2', as: integer() }),
    note: longText(),
    unseen: integer(),
  },
  list: { columns: ['customer', 'status', 'isOpen', 'placed', 'pieces', 'twice', 'note'], sort: '-placed' },
})

function indexesOf(definition: ModelDefinition, hasOrderKeys = true): string[] {
  const models = resolveModels([customer, definition], { kinds: fieldKinds, hasOrderKeys })
  const model = models.get(definition.name)
  return (model ? wantedIndexes(model) : []).map(({ columns, descending = [] }) =>
    columns.map((column) => (descending.includes(column) ? `-${column}` : column)).join(','),
  )
}

test('what a list shows is indexed: to sort by it, and where records share values to find them in the usual order', () => {
  expect(indexesOf(order).toSorted()).toEqual(
    [
      'customer,id',
      'placed,id',
      'status,id',
      'isOpen,id',
      'pieces,id',
      'status,-placed,-id',
      'isOpen,-placed,-id',
    ].toSorted(),
  )
})

test('neither long texts are, nor what is not stored, nor what the list does not show', () => {
  expect(indexesOf(order).filter((index) => /note|twice|unseen/.test(index))).toEqual([])
})

test('a model may do without, and tables of somebody else get none', () => {
  const plain = ['customer,id', 'placed,id']
  expect(indexesOf({ ...order, list: { ...order.list, indexed: false } })).toEqual(plain)
  expect(indexesOf(order, false)).toEqual(plain)
})

test('an index that the model asks for is not made twice', () => {
  const all = indexesOf({ ...order, indexes: [['status', '-placed'], ['pieces']] })
  expect(all.toSorted()).toEqual([...new Set(all)].toSorted())
  expect(all).toContain('status,-placed,-id')
})

test('a list of many columns has eight at most besides those that it has anyway', () => {
  const names = Array.from({ length: 30 }, (_, index) => `field${index}`)
  const wide = {
    name: 'wide',
    fields: Object.fromEntries(names.map((name) => [name, integer()])),
    list: { columns: names },
  }
  expect(indexesOf(wide)).toEqual(names.slice(0, 8).map((name) => `${name},id`))
})
