/**
 * What a view lists, under the rules of whoever looks at it. A view opens nothing: it is read as if this person had typed it. What it names and
 * they may not see is left out, name and value, as what is no longer there is.
 */
import type { VisibleModel } from '@haykal/access'
import { type View, type ViewColumn, type ViewList, viewLimits } from '@haykal/contract'
import { type Filter, isJsonObject, type Json, type Problem, pointerTo, sortTerms } from '@haykal/model'

/** A list as one viewer is told it. */
export type PresentedList = Pick<View, 'list' | 'isPartial'>

/** What is wrong with a list that somebody wants to keep, each with its place in it: hidden and unknown fields alike. */
export function problemsOfViewList(visible: VisibleModel, list: ViewList): Problem[] {
  const { filter, sort, columns = [] } = list
  const read = filter === undefined ? undefined : visible.parseFilter(filter)
  const seen = new Set<string>()
  return [
    ...(JSON.stringify(list).length > viewLimits.longestList
      ? [{ pointer: '', code: 'too_long' as const, params: { max: viewLimits.longestList } }]
      : []),
    ...(read && !read.ok ? read.problems.map(inList) : []),
    ...sortTerms(sort ?? '').flatMap(({ name }): Problem[] => {
      const field = sortedField(visible, name)
      if (field?.isSortable) return []
      return [{ pointer: '/sort', code: field ? 'not_sortable' : 'unknown_field', params: { name } }]
    }),
    ...columns.flatMap(({ field }, index): Problem[] => {
      const pointer = pointerTo('columns', index, 'field')
      if (!visible.field(field)) return [{ pointer, code: 'unknown_field' }]
      if (seen.has(field)) return [{ pointer, code: 'malformed' }]
      seen.add(field)
      return []
    }),
  ]
}

/** A kept list, without what this viewer may not see and what is no longer there. */
export function presentViewList(visible: VisibleModel, kept: Json): PresentedList {
  const list = (isJsonObject(kept) ? kept : {}) as ViewList
  const filter = list.filter && readablePart(visible, list.filter)
  const terms = sortTerms(list.sort ?? '')
  const sorted = terms.filter(({ name }) => sortedField(visible, name)?.isSortable)
  const columns = list.columns?.filter(({ field }) => visible.field(field) !== undefined)
  const isWhole =
    (filter?.isWhole ?? true) && sorted.length === terms.length && columns?.length === list.columns?.length
  const { density } = list
  return {
    list: {
      ...(filter && Object.keys(filter.filter).length > 0 ? { filter: filter.filter } : {}),
      ...(sorted.length > 0 ? { sort: sorted.map(termText).join(',') } : {}),
      ...(columns && columns.length > 0 ? { columns: columns as readonly ViewColumn[] } : {}),
      ...(density === undefined ? {} : { density }),
    },
    ...(isWhole ? {} : { isPartial: true }),
  }
}

/**
 * The conditions of a filter that must all hold, without those that this viewer cannot ask. One that cannot be asked whole goes whole: of an
 * `or`, what is left would mean something else.
 */
function readablePart(visible: VisibleModel, filter: Filter): { readonly filter: Filter; readonly isWhole: boolean } {
  if (visible.parseFilter(filter).ok) return { filter, isWhole: true }
  const parts = Object.entries(filter).flatMap(([name, inner]): [string, Json][] => {
    if (name !== 'and' || !Array.isArray(inner)) return visible.parseFilter({ [name]: inner }).ok ? [[name, inner]] : []
    const kept = inner
      .filter((each) => isJsonObject(each))
      .map((each) => readablePart(visible, each).filter)
      .filter((each) => Object.keys(each).length > 0)
    return kept.length > 0 ? [[name, kept]] : []
  })
  const left = Object.fromEntries(parts)
  return { filter: visible.parseFilter(left).ok ? left : {}, isWhole: false }
}

/** The field that a term of an order sorts by: of a relation, the title that people see in its column. */
function sortedField(visible: VisibleModel, name: string) {
  const named = visible.resolvePath(name)
  return ((named?.hops.length === 0 && visible.titlePathOf(named.field)) || named)?.field
}

function termText({ name, descending }: { readonly name: string; readonly descending: boolean }): string {
  return descending ? `-${name}` : name
}

/** A filter's problems point to `?filter` followed by the place inside it. */
function inList(problem: Problem): Problem {
  return { ...problem, pointer: problem.pointer.replace('?', '/') }
}
