// Choosing columns: which, in which order, at which edge, how wide.
import { fieldKinds, integer, text } from '@haykal/fields'
import { resolveModels } from '@haykal/model'
import { describe, expect, test } from 'vitest'
import { columnsOf } from '../use-columns.ts'
import {
  chosenColumns,
  keptColumns,
  movedColumn,
  pinnedColumn,
  toggledColumn,
  widenedColumn,
} from './chosen-columns.ts'
import { columnsKeyOf, modelShowing } from './shown-model.ts'

const fields = { number: integer(), name: text(), city: text(), note: text() }
const list = { columns: ['number', 'name', 'city'] }
const model = resolveModels([{ name: 'places', title: 'name', fields, list }], { kinds: fieldKinds }).get('places')
if (!model) throw new Error('There is no such model')
const own = chosenColumns(model, undefined)
const names = (columns: readonly { readonly field: string }[]) => columns.map(({ field }) => field).join(' ')

describe('columns', () => {
  test('are those of the model until others are chosen, and then kept', () => {
    expect(names(own)).toBe('number name city')
    expect(keptColumns(model, own)).toBeUndefined()
    expect(keptColumns(model, toggledColumn(own, 'note'))).toHaveLength(4)
    expect(names(chosenColumns(model, [{ field: 'gone' }]))).toBe('number name city')
  })

  test('come, go and move, and one stays', () => {
    expect(names(toggledColumn(own, 'city'))).toBe('number name')
    expect(names(toggledColumn([{ field: 'name' }], 'name'))).toBe('name')
    expect(names(movedColumn(own, 0, 2))).toBe('name city number')
    expect(names(movedColumn(own, 2, -5))).toBe('city number name')
  })

  test('are pinned to the start, the end, nowhere; and stand there', () => {
    const atStart = pinnedColumn(own, 'city')
    expect(names(atStart)).toBe('city number name')
    const atEnd = pinnedColumn(atStart, 'city')
    expect(names(atEnd)).toBe('number name city')
    expect(pinnedColumn(atEnd, 'city')).toEqual(own)
    // What is pinned stays at its edge, wherever it is moved to.
    expect(names(movedColumn(atStart, 0, 2))).toBe('city number name')
  })

  test('are as wide as they can be made, or as their values ask for', () => {
    expect(widenedColumn(own, 'name', 5)[1]).toEqual({ field: 'name', width: 48 })
    expect(widenedColumn(widenedColumn(own, 'name', 300.4), 'name', undefined)).toEqual(own)
    const [number, name] = columnsOf(model, [
      { field: 'name', width: 300 },
      { field: 'number', pin: 'start' },
    ])
    expect(name?.look).toMatchObject({ track: '300px', least: 300 })
    expect(number).toMatchObject({ pin: 'start', look: { track: '104px' } })
  })
})

describe('a model that shows other columns', () => {
  test('is the same each time, and asks anew only where others are needed', () => {
    const shown = modelShowing(model, [{ field: 'city' }, { field: 'name' }])
    expect(shown.columns.map(({ name }) => name)).toEqual(['city', 'name'])
    expect(modelShowing(model, [{ field: 'city', width: 90 }, { field: 'name' }])).toBe(shown)
    expect(columnsKeyOf(shown)).toBe(columnsKeyOf(modelShowing(model, [{ field: 'name' }, { field: 'city' }])))
    expect(modelShowing(model, [{ field: 'gone' }])).toBe(model)
    expect(columnsKeyOf(model)).toBeUndefined()
  })
})
