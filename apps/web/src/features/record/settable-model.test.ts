/** Forms offer what the server says may be set, and nothing else. */
import { fieldKinds, integer, text } from '@haykal/fields'
import { defineModel, isSettable, resolveModels } from '@haykal/model'
import { expect, test } from 'vitest'
import { settableModel } from './settable-model.ts'

const note = defineModel({
  name: 'notes',
  fields: { text: text(), level: integer(), number: integer({ readOnly: true }) },
})
const [model] = resolveModels([note], { kinds: fieldKinds }).all
if (!model) throw new Error('no model')

test('keeps fields from being set that the server does not name', () => {
  const settable = (names: readonly string[] | undefined) =>
    settableModel(model, names)
      .fields.filter((field) => isSettable(field, 'edit'))
      .map((field) => field.name)
  expect(settable(undefined)).toEqual(['text', 'level'])
  expect(settable(['level'])).toEqual(['level'])
  expect(settable([])).toEqual([])
  expect(settableModel(model, ['level']).field('text')?.isReadOnly).toBe(true)
  expect(settableModel(model, undefined)).toBe(model)
})
