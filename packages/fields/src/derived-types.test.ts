/** Fields that are not stored have exact types: read like any other, filtered and sorted by, never written. */
import {
  computed,
  defineModel,
  type EditOf,
  type FilterOf,
  type NewRecordOf,
  type RecordOf,
  rollup,
  type SortOf,
} from '@haykal/model'
import { expectTypeOf, test } from 'vitest'
import { choice, date, decimal, integer, relation, text } from './index.ts'

const order = defineModel({
  name: 'orders',
  fields: {
    name: text({ required: true }),
    lines: rollup({ of: 'lines', count: true, where: { quantity: { gt: 0 } } }),
    total: rollup({ of: 'lines', sum: 'amount', as: decimal({ scale: 2 }) }),
    last: rollup({ of: 'lines', max: 'promisedOn', as: date() }),
    open: rollup({ of: 'lines', min: 'amount' }),
    size: computed({ from: "if(total > 100, 'large', 'small')", as: choice({ options: ['small', 'large'] }) }),
    rest: computed({ from: 'round(total)', as: integer({ required: true }), label: 'Rest' }),
  },
  list: { columns: ['total', 'size'], sort: '-total' },
})

const line = defineModel({
  name: 'lines',
  fields: { order: relation({ to: 'orders', required: true }), quantity: integer(), amount: decimal({ scale: 2 }) },
})

test('a record has them, empty only where there may be nothing', () => {
  expectTypeOf<RecordOf<typeof order>>().toEqualTypeOf<{
    readonly id: number
    readonly name: string
    readonly lines: number
    readonly total: string
    readonly last: string | null
    readonly open: number | string | null
    readonly size: 'small' | 'large' | null
    readonly rest: number | null
  }>()
})

test('neither a new record nor an edit has them', () => {
  expectTypeOf<keyof NewRecordOf<typeof order>>().toEqualTypeOf<'name'>()
  expectTypeOf<keyof EditOf<typeof order>>().toEqualTypeOf<'name'>()
})

test('filters and sorts know them', () => {
  expectTypeOf<{ lines: { gt: 3 }; size: { eq: 'large' } }>().toExtend<FilterOf<typeof order>>()
  expectTypeOf<{ lines: { gt: 'three' } }>().not.toExtend<FilterOf<typeof order>>()
  expectTypeOf<{ size: { eq: 'huge' } }>().not.toExtend<FilterOf<typeof order>>()
  expectTypeOf<'-total'>().toExtend<SortOf<typeof order>>()
  expectTypeOf<'-totals'>().not.toExtend<SortOf<typeof order>>()
})

test('the compiler refuses unique sets and indexes of fields that are not there', () => {
  defineModel({
    name: 'a',
    fields: { x: integer(), y: integer() },
    unique: [['x', 'y']],
    indexes: [['x', '-y', '-id']],
  })
  // @ts-expect-error there is no field z
  defineModel({ name: 'a', fields: { x: integer() }, unique: [['x', 'z']] })
  // @ts-expect-error there is no field z
  defineModel({ name: 'a', fields: { x: integer() }, indexes: [['-z']] })
  expectTypeOf(line.name).toEqualTypeOf<'lines'>()
})
