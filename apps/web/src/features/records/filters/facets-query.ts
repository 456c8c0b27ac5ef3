/** Asks how often fields have which values among the records of a list: a request of its own, so that no page waits for it. */
import type { Facets, Titles } from '@haykal/contract'
import type { Client } from '@haykal/contract/client'
import type { Model, ModelField } from '@haykal/model'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { ListSearch } from '../list-search.ts'
import { recordsKey } from '../record-pages.ts'
import { optionsOf } from './operators.ts'

/** Counted values, with the titles of what relations point to. */
export interface CountedFacets {
  readonly facets: Facets
  readonly titles: Titles
}

/** The most that are counted at once, and that one looks through. */
const mostFacets = 6

/** The fields that lists are narrowed by: of few values, or pointing to others; those that are shown come first. */
export function facetFields(model: Model): readonly ModelField[] {
  const isFew = (field: ModelField) =>
    !field.isHidden &&
    !field.isKey &&
    field.isSortable &&
    field.options.rollup === undefined &&
    (field.references !== undefined || field.column.kind === 'boolean' || optionsOf(field) !== undefined)
  const few = [...new Set([...model.columns, ...model.fields])].filter(isFew).slice(0, mostFacets)
  // What has a few values of its own says more at a glance than what may point to thousands.
  return [
    ...few.filter(({ references }) => references === undefined),
    ...few.filter(({ references }) => references !== undefined),
  ]
}

/** The values of fields under a state of the list. */
export function facetsOptions(client: Client, model: Model, { q, filter }: ListSearch) {
  const facets = facetFields(model).map(({ name }) => name)
  const query = { facets, limit: 0, count: 'none' as const, ...(q !== undefined && { q }), ...(filter && { filter }) }
  return queryOptions({
    queryKey: [...recordsKey(model.name), 'facets', query],
    queryFn: async ({ signal }): Promise<CountedFacets> => {
      const { meta } = await client.call('listRecords', { path: { model: model.name }, query, signal })
      return { facets: meta.facets ?? {}, titles: meta.titles }
    },
    // While one ticks one box after the other, the others stay where they are.
    placeholderData: keepPreviousData,
    enabled: facets.length > 0,
  })
}
