import type { AdoptionReport } from '@haykal/contract'
import { expect, test } from 'vitest'
import { movedOrder, summaryOf } from './adoption-summary.ts'

const report: AdoptionReport = {
  objects: [
    { name: 'notes', type: 'table', model: 'notes', doubts: [{ code: 'no_key' }] },
    { name: 'notes_fts', type: 'virtual', model: 'notes_fts', doubts: [{ code: 'virtual_read_only' }] },
    { name: 'notes_fts_data', type: 'shadow', doubts: [{ code: 'shadow', params: { of: 'notes_fts' } }] },
    { name: 'notes_fts_idx', type: 'shadow', doubts: [{ code: 'shadow', params: { of: 'notes_fts' } }] },
  ],
  models: [
    {
      definition: { name: 'notes_fts', fields: { body: { kind: 'text' } } },
      alternatives: {},
      correction: { hidden: true },
    },
    {
      definition: { name: 'notes', fields: { body: { kind: 'text' } } },
      alternatives: {},
      correction: { label: 'Note' },
    },
  ],
  order: [],
  ruled: [],
  ruleTroubles: [],
}

test('tells the models in the order of the sidebar, as corrected, each with its doubts', () => {
  const { entries } = summaryOf(report)
  expect(entries.map(({ definition }) => [definition.name, definition.label, definition.hidden])).toEqual([
    ['notes_fts', undefined, true],
    ['notes', 'Note', undefined],
  ])
  expect(entries[1]?.doubts).toEqual([{ code: 'no_key' }])
})

test('sums up what is shown, what is left out and what there is to know, the same said once', () => {
  const { sum, notShown } = summaryOf(report)
  expect(sum).toEqual({ shown: 1, leftOut: 3, doubts: 2 })
  expect(notShown.map(({ names }) => names)).toEqual([['notes_fts_data', 'notes_fts_idx']])
})

test('moves a name up and down, and nowhere past the ends', () => {
  expect(movedOrder(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c'])
  expect(movedOrder(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b'])
  expect(movedOrder(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c'])
  expect(movedOrder(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c'])
  expect(movedOrder(['a'], 'gone', 1)).toEqual(['a'])
})
