import { fieldKinds, integer, relation, text } from '@haykal/fields'
import { type ModelDefinition, resolveModels } from '@haykal/model'
import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { editListed, removeListed, titlesAtHand } from './listed-records.ts'
import { type PagesAtHand, type PlacedPage, recordsKey } from './record-pages.ts'

const articles: ModelDefinition = {
  name: 'articles',
  title: 'title',
  fields: { title: text(), words: integer(), author: relation({ to: 'authors' }) },
}
const authors: ModelDefinition = { name: 'authors', title: 'name', fields: { name: text() } }
const models = resolveModels([articles, authors], { kinds: fieldKinds })
const model = models.get('articles')
if (!model) throw new Error('There is no such model')

function page(start: number, ids: readonly number[]): PlacedPage {
  return {
    start,
    count: { value: 4, kind: 'exact' },
    data: ids.map((id) => ({ id, title: `Article ${id}`, author: 1 })),
    meta: { next: null, prev: null, count: 4, countKind: 'exact', titles: { authors: { 1: 'Rana' } } },
  }
}

const listKey = [...recordsKey('articles'), 'list', {}]

function withPages() {
  const queries = new QueryClient()
  const pages = [page(0, [1, 2]), page(2, [3, 4])]
  queries.setQueryData<PagesAtHand>(listKey, { pages, pageParams: [] })
  const shown = () => queries.getQueryData<PagesAtHand>(listKey)?.pages ?? []
  return { queries, shown }
}

test('an edit is in its row at once, with the title of what it points to, and nothing that the list does not show', () => {
  const { queries, shown } = withPages()
  const values = { title: 'New', author: 2, words: 700 }
  const restore = editListed(queries, { model, id: '3' }, { values, titles: { authors: { 2: 'Salma' } } })
  expect(shown()[1]?.data).toEqual([
    { id: 3, title: 'New', author: 2 },
    { id: 4, title: 'Article 4', author: 1 },
  ])
  expect(shown()[1]?.meta.titles).toEqual({ authors: { 1: 'Rana', 2: 'Salma' } })
  restore()
  expect(shown()[1]).toEqual(page(2, [3, 4]))
})

test('a removed record leaves no hole: the rows behind it move up, and come back with it', () => {
  const { queries, shown } = withPages()
  const restore = removeListed(queries, { model, id: '2' })
  expect(shown().map(({ start, data, count }) => [start, data.map(({ id }) => id), count?.value])).toEqual([
    [0, [1], 3],
    [1, [3, 4], 3],
  ])
  restore()
  expect(shown()).toEqual([page(0, [1, 2]), page(2, [3, 4])])
})

test('the title of what was just chosen is known from when it was looked for', () => {
  const { queries } = withPages()
  queries.setQueryData([...recordsKey('authors'), 'found', 'id', 'sal'], [{ id: '2', key: 2, title: 'Salma' }])
  expect(titlesAtHand(queries, model, { author: 2 })).toEqual({ authors: { 2: 'Salma' } })
  expect(titlesAtHand(queries, model, { author: 3, title: 'x' })).toEqual({})
})
