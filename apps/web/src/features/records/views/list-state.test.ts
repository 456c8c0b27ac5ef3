// What a list shows is its view and what the address says beside it; the address says only what differs.
import type { View } from '@haykal/contract'
import { describe, expect, test } from 'vitest'
import { readListAddress } from '../list-search.ts'
import { readColumns, writeColumns } from './columns-text.ts'
import { addressOf, isChanged, type ListState, stateOf } from './list-state.ts'

const view: View = {
  id: 'abc',
  name: 'Late',
  list: {
    filter: { status: { eq: 'late' } },
    sort: '-total',
    columns: [
      { field: 'number', pin: 'start' },
      { field: 'total', width: 160 },
    ],
  },
}

describe('the list at an address', () => {
  test('is the view that it names', () => {
    expect(stateOf({ view: 'abc' }, view)).toEqual(view.list)
    expect(isChanged(stateOf({ view: 'abc' }, view), view)).toBe(false)
  })

  test('takes from the address what that says, and from the view the rest', () => {
    const address = readListAddress({ view: 'abc', sort: 'number', q: 'x', columns: 'number', density: 'compact' })
    expect(stateOf(address, view)).toEqual({
      q: 'x',
      sort: 'number',
      filter: { status: { eq: 'late' } },
      columns: [{ field: 'number' }],
      density: 'compact',
    })
  })

  test('is the plain one with what the address says, where the view is not there', () => {
    expect(stateOf({ view: 'gone', sort: 'number' }, undefined)).toEqual({ sort: 'number' })
  })

  test('leaves out what is of the wrong shape', () => {
    expect(stateOf(readListAddress({ density: 'wide', columns: ',,', without: 5 }), undefined)).toEqual({})
  })
})

describe('the address of a list', () => {
  const states: readonly (readonly [string, ListState])[] = [
    ['as it was saved', view.list],
    ['without its filter', { ...view.list, filter: undefined } as unknown as ListState],
    ['in the order of the model', { filter: view.list.filter, columns: view.list.columns } as ListState],
    ['with other columns', { ...view.list, columns: [{ field: 'total' }] }],
    ['close', { ...view.list, density: 'compact' }],
    ['searched', { ...view.list, q: 'late' }],
    ['with nothing of it', {}],
  ]
  test.each(states)('brings back a list %s', (_what, state) => {
    const known = JSON.parse(JSON.stringify(state)) as ListState
    const address = addressOf(known, { view })
    expect(stateOf(readListAddress({ ...address }), view)).toEqual(known)
  })

  test('says no more than what differs', () => {
    expect(addressOf(view.list, { view })).toEqual({ view: 'abc' })
    expect(addressOf({ ...view.list, sort: 'number' }, { view })).toEqual({ view: 'abc', sort: 'number' })
    expect(addressOf({ q: 'x' }, { view })).toEqual({ view: 'abc', q: 'x', without: 'filter,sort,columns' })
    expect(addressOf({ sort: 'number' }, { view: undefined, id: '-' })).toEqual({ view: '-', sort: 'number' })
  })

  test('counts what one searches for as no change', () => {
    expect(isChanged({ ...view.list, q: 'x' }, view)).toBe(false)
    expect(isChanged({ ...view.list, density: 'compact' }, view)).toBe(true)
    expect(isChanged({ sort: 'number' }, undefined)).toBe(true)
  })
})

describe('columns as text', () => {
  test('come back, whatever their names', () => {
    const columns = [{ field: 'a,b:c%' }, { field: 'العميل', width: 240 }, { field: 'x', pin: 'end' as const }]
    expect(readColumns(writeColumns(columns))).toEqual(columns)
    expect(writeColumns(columns)).toBe('a%2Cb%3Ac%25,العميل:240,x::end')
  })

  test('lose what is none', () => {
    expect(readColumns('a:9999:left,a,,b:x,c:7:start,%')).toEqual([
      { field: 'a', width: 1200 },
      { field: 'b' },
      { field: 'c', width: 48, pin: 'start' },
      { field: '%' },
    ])
  })
})
