import { fieldKinds, integer, relation, text } from '@haykal/fields'
import { type AnyRecord, type Model, resolveModels } from '@haykal/model'
import { expect, test } from 'vitest'
import {
  type ChildGroup,
  type ChildRow,
  changedRows,
  changeRows,
  checkRows,
  faultyRows,
  problemsOfRow,
  refuseRows,
  settleConflict,
} from './child-rows.ts'
import { beginDraft, changeValue, problemsIn, valueIn } from './record-draft.ts'
import { settableModel } from './settable-model.ts'

const { all } = resolveModels(
  [
    { name: 'orders', fields: { number: integer() } },
    {
      name: 'lines',
      fields: {
        order: relation({ to: 'orders', required: true }),
        product: text({ required: true }),
        quantity: integer({ required: true, default: 1, min: 1 }),
      },
    },
  ],
  { kinds: fieldKinds },
)
const lines = settableModel((all as readonly [Model, Model])[1], ['product', 'quantity'])
const now = new Date('2026-11-29T12:00:00Z')

function row(id: string | undefined, stored: AnyRecord, changes: AnyRecord = {}): ChildRow {
  const draft = Object.entries(changes).reduce(
    (before, [name, value]) => {
      const field = lines.field(name)
      return field ? changeValue(before, field, value ?? null) : before
    },
    beginDraft(lines, id === undefined ? 'create' : 'edit', stored),
  )
  const nothing = { etag: undefined, problems: [], theirs: {} }
  return { key: id ?? 'new', id, draft, canEdit: true, canRemove: true, ...nothing }
}
const group = (...rows: readonly ChildRow[]): ChildGroup => ({ model: lines, field: 'order', rows })
const lamp = { id: 1, product: 'lamp', quantity: 2 }
const tray = { id: 2, product: 'tray', quantity: 5 }
const mixed = [
  group(
    row('1', lamp),
    row('2', tray, { quantity: 6 }),
    { ...row('3', { ...lamp, id: 3 }), etag: '"x"' },
    row(undefined, { quantity: 1 }, { product: 'dish' }),
  ),
]

test('only what was changed, made or marked is sent, each with what it is based on', () => {
  expect(changedRows(mixed)).toBe(3)
  expect(checkRows(mixed, now).changes).toEqual([
    {
      model: 'lines',
      field: 'order',
      create: [{ values: { product: 'dish', quantity: 1 } }],
      edit: [{ id: '2', values: { quantity: 6 }, base: { quantity: 5 } }],
      remove: [{ id: '3', etag: '"x"' }],
    },
  ])
})

test('nothing is sent of children that were not touched or not even shown', () => {
  expect(checkRows([group(row('1', lamp)), { ...group(), rows: undefined }], now).changes).toEqual([])
})

test('everything wrong is told at its field before anything is sent', () => {
  const { groups, changes } = checkRows([group(row('2', tray, { quantity: 0 }), row(undefined, { quantity: 1 }))], now)
  expect(changes).toBeUndefined()
  expect(faultyRows(groups)).toBe(2)
  const told = groups[0]?.rows?.map(({ draft }) => draft.problems.map(({ pointer, code }) => [pointer, code]))
  expect(told).toEqual([[['/values/quantity', 'too_small']], [['/values/product', 'required']]])
})

test('what the server found wrong stands at the field of the row that was sent', () => {
  const { groups, others } = refuseRows(
    [{ ...group(row('9', lamp)) }, ...mixed],
    [
      { pointer: '/children/0/edit/0/values/quantity', code: 'too_large', params: { max: 5 } },
      { pointer: '/children/0/remove/0', code: 'held_by' },
      { pointer: '/children/0/create/0/values/product', code: 'not_unique' },
      { pointer: '/values/note', code: 'too_long' },
    ],
  )
  const [, edited, removed, created] = groups[1]?.rows ?? []
  const quantity = lines.field('quantity')
  expect(edited && quantity && problemsIn(edited.draft, quantity)).toMatchObject([{ code: 'too_large' }])
  expect(removed && problemsOfRow(removed)).toMatchObject([{ code: 'held_by' }])
  expect(created?.draft.problems).toMatchObject([{ pointer: '/values/product', code: 'not_unique' }])
  expect(others).toMatchObject([{ pointer: '/values/note' }])
})

test('of a field that others changed too, either value can be taken, and the next save is based on theirs', () => {
  const pointer = '/children/0/edit/0/values/quantity'
  const { groups } = refuseRows(mixed, [
    { pointer, code: 'changed_meanwhile', params: { base: 5, theirs: 7, yours: 6 } },
  ])
  expect(faultyRows(groups)).toBe(1)
  const quantity = lines.field('quantity')
  const settled = (isTheirs: boolean) =>
    changeRows(groups, (each) => (each.key === '2' ? settleConflict(each, 'quantity', isTheirs) : each))
  const mine = settled(false)
  expect(checkRows(mine, now).changes?.[0]?.edit).toEqual([{ id: '2', values: { quantity: 6 }, base: { quantity: 7 } }])
  const theirs = settled(true)[0]?.rows?.[1]
  expect(theirs && quantity && valueIn(theirs.draft, quantity)).toBe(7)
  expect(checkRows(settled(true), now).changes?.[0]?.edit).toBeUndefined()
})
