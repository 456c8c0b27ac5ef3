import type { BootModel } from '@haykal/contract'
import { fieldKinds, integer, longText, relation, text } from '@haykal/fields'
import { isSettable, type Model, type ModelDefinition, resolveModels } from '@haykal/model'
import { expect, test } from 'vitest'
import { childModel, editableChildren, rowFields } from './child-groups.ts'

const definitions: readonly ModelDefinition[] = [
  { name: 'orders', fields: { number: integer() } },
  {
    name: 'lines',
    fields: {
      order: relation({ to: 'orders', required: true, onRemove: 'cascade' }),
      product: text({ required: true }),
      note: longText(),
      code: text({ required: true }),
    },
    list: { columns: ['order', 'product', 'note'] },
  },
  { name: 'shipments', fields: { order: relation({ to: 'orders' }), weight: integer() } },
]
const models = resolveModels(definitions, { kinds: fieldKinds })
const [orders] = models.all as readonly [Model]
const told = (name: string, can: Partial<BootModel['can']>, more: Partial<BootModel> = {}): BootModel => ({
  name,
  fields: {},
  can: { create: false, edit: false, remove: false, ...can },
  ...more,
})

test('offers the children that this person may do something with', () => {
  const names = (...access: readonly BootModel[]) =>
    editableChildren(orders, models, access).map(({ model }) => model.name)
  expect(names(told('lines', { create: true }), told('shipments', { remove: true }))).toEqual(['lines', 'shipments'])
  expect(names(told('lines', {}), told('shipments', { edit: true }, { closed: 'locked' }))).toEqual([])
})

test('children that go with their parent are parts of it', () => {
  const children = editableChildren(orders, models, [told('lines', { edit: true }), told('shipments', { edit: true })])
  expect(children.map(({ isPart }) => isPart)).toEqual([true, false])
})

test('a row has what the list has and what must be given, and never asks for the parent', () => {
  const [lines] = editableChildren(orders, models, [told('lines', { edit: true })])
  if (!lines) throw new Error('the lines are not offered')
  expect(rowFields(lines).map(({ name }) => name)).toEqual(['product', 'code'])
  const settable = (names: readonly string[] | undefined) =>
    childModel(lines, names)
      .fields.filter((field) => isSettable(field, 'edit'))
      .map(({ name }) => name)
  expect(settable(undefined)).toEqual(['product', 'note', 'code'])
  expect(settable(['order', 'code'])).toEqual(['code'])
})
