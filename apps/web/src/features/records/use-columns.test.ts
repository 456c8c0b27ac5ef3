import { fieldKinds, integer, longText, text } from '@haykal/fields'
import { type ModelDefinition, resolveModels } from '@haykal/model'
import { expect, test } from 'vitest'
import { columnsOf, fittingColumns } from './use-columns.ts'

function names(columns: readonly string[], room: number | undefined): readonly string[] {
  const definition: ModelDefinition = {
    name: 'articles',
    title: 'title',
    fields: { words: integer(), likes: integer(), title: text(), teaser: longText(), place: text() },
    list: { columns },
  }
  const model = resolveModels([definition], { kinds: fieldKinds }).get('articles')
  if (!model) throw new Error('There is no such model')
  return fittingColumns(columnsOf(model), room).map(({ field }) => field.name)
}

const columns = ['words', 'likes', 'place', 'teaser', 'title']

test('all columns are there where room is no matter', () => {
  expect(names(columns, undefined)).toEqual(columns)
  expect(names(columns, 2_000)).toEqual(columns)
})

test('beside a record the last columns go, never the one with the names', () => {
  expect(names(columns, 560)).toEqual(['words', 'likes', 'place', 'title'])
  expect(names(columns, 420)).toEqual(['words', 'likes', 'title'])
})

test('the names are never alone', () => {
  expect(names(columns, 100)).toEqual(['words', 'title'])
})
