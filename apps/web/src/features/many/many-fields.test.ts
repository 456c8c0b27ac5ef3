import { boolean, bytes, fieldKinds, integer, text } from '@haykal/fields'
import { type Model, resolveModels } from '@haykal/model'
import { expect, test } from 'vitest'
import { checkManyValues, manyFields } from './many-fields.ts'

const { all } = resolveModels(
  [
    {
      name: 'things',
      fields: {
        name: text({ required: true }),
        code: text({ unique: true }),
        made: text({ readOnly: true }),
        secret: text({ hidden: true }),
        picture: bytes(),
        size: integer({ max: 9 }),
        sold: boolean(),
      },
    },
  ],
  { kinds: fieldKinds },
)
const [things] = all as readonly [Model]

test('offers what can be the same in many records', () => {
  expect(manyFields(things).map(({ name }) => name)).toEqual(['name', 'size', 'sold'])
})

test('an empty field becomes empty, unless it must hold something', () => {
  expect(checkManyValues(things, { size: null })).toEqual([])
  expect(checkManyValues(things, { name: null, size: 12 })).toMatchObject([
    { pointer: '/values/name', code: 'required' },
    { pointer: '/values/size', code: 'too_large' },
  ])
})
