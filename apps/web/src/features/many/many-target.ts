/** Which records a change of many is about, as requests name them: what the list finds, or those that were chosen one by one. */
import type { AnyRecord, Filter, Json, Model } from '@haykal/model'
import type { ListSearch } from '../records/list-search.ts'
import { type Chosen, mostInFilter } from './chosen-records.ts'

/** What a change of many is about. */
export interface ManyTarget {
  readonly model: Model
  /** What the list answers. */
  readonly search: ListSearch
  readonly chosen: Chosen
}

/** What finds records: a filter and the words of the search box. */
export type Finding = { readonly filter?: Filter; readonly q?: string }

/** What finds exactly the chosen records; of those chosen one by one several parts, each of as many as a filter can name. */
export function findingsOf({ model, search, chosen: { isAll, records } }: ManyTarget): readonly Finding[] {
  const named = [...records.values()]
  if (!isAll) return partsOf(model, named).map((part) => ({ filter: keyFilter(model, part) }))
  const { q, filter } = search
  const rest = named.length === 0 ? undefined : { not: keyFilter(model, named) }
  const both = filter && rest ? { and: [filter, rest] } : (filter ?? rest)
  return [{ ...(both && { filter: both }), ...(q !== undefined && { q }) }]
}

/** Records in parts of as many as one filter can name. */
export function partsOf(model: Model, records: readonly AnyRecord[]): readonly (readonly AnyRecord[])[] {
  const size = mostInFilter(model)
  return Array.from({ length: Math.ceil(records.length / size) }, (_, index) =>
    records.slice(index * size, (index + 1) * size),
  )
}

/** A filter that these records pass, and no others. */
export function keyFilter({ key }: Pick<Model, 'key'>, records: readonly AnyRecord[]): Filter {
  const [only] = key
  if (only && key.length === 1) return { [only.name]: { in: records.map((record) => record[only.name] ?? null) } }
  const keys = records.map((record): { readonly [field: string]: Json } =>
    Object.fromEntries(key.map(({ name }) => [name, { eq: record[name] ?? null }])),
  )
  return { or: keys }
}
