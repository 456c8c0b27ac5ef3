/** The state of a list as it stands in the address: search, order and filter, and the record that is open beside it; what is absent has its default. */
import { type Filter, isChildWord, isJsonObject, type Json } from '@haykal/model'

/** The state of a list. */
export interface ListSearch {
  /** What the search box says. */
  readonly q?: string
  /** `-placedAt,name` */
  readonly sort?: string
  readonly filter?: Filter
}

/** What stands in the address of a list: its state, and which record is open beside it. */
export interface ListAddress extends ListSearch {
  /** The id of the record; absent: none is open. */
  readonly peek?: string
  /** The id of the view that the list is, but for what else stands here; absent: none. */
  readonly view?: string
  /** As `views/columns-text.ts` writes them. */
  readonly columns?: string
  readonly density?: string
  /** What the view has and this list has not: names of parts with commas between. */
  readonly without?: string
}

/** Takes from an address what a list understands, and leaves the rest. */
export function readListAddress(search: { readonly [name: string]: unknown }): ListAddress {
  const { q, sort, filter } = search
  const texts = Object.fromEntries(
    (['peek', 'view', 'columns', 'density', 'without'] as const).flatMap((name) => {
      const text = search[name]
      return typeof text === 'string' && text !== '' ? [[name, text]] : []
    }),
  )
  return {
    ...(typeof q === 'string' && q !== '' && { q }),
    ...(typeof sort === 'string' && sort !== '' && { sort }),
    ...(isJsonObject(filter) && Object.keys(filter).length > 0 && { filter }),
    ...texts,
  }
}

/** The address of the list alone: which record is open changes nothing about it. */
export function listAddressOf({ peek: _, ...address }: ListAddress): Omit<ListAddress, 'peek'> {
  return address
}

/** One test of a simple filter: all tests of it must hold. */
export interface FilterTerm {
  /** A field, or a path through relations. */
  readonly path: string
  readonly operator: string
  readonly value: Json
}

/** The tests of a simple filter; undefined for one that nests, negates or asks for records that point back, which no single test says. */
export function termsOf(filter: Filter | undefined): readonly FilterTerm[] | undefined {
  const terms: FilterTerm[] = []
  for (const [name, inner] of Object.entries(filter ?? {})) {
    if (name === 'or' || name === 'not') return undefined
    if (name === 'and') {
      const parts = Array.isArray(inner)
        ? inner.map((part: Json) => (isJsonObject(part) ? termsOf(part) : undefined))
        : []
      if (parts.length === 0 || parts.includes(undefined)) return undefined
      terms.push(...parts.flatMap((part) => part ?? []))
    } else if (isJsonObject(inner) && !Object.keys(inner).some(isChildWord)) {
      terms.push(...Object.entries(inner).map(([operator, value]) => ({ path: name, operator, value })))
    } else {
      return undefined
    }
  }
  return terms
}

/** A part of a filter that takes more than one test to say. */
export interface OtherPart {
  readonly filter: Filter
}

/** One of the parts of a filter that must all hold. */
export type FilterPart = FilterTerm | OtherPart

/** Whether a part is a single test. */
export function isTerm(part: FilterPart): part is FilterTerm {
  return 'path' in part
}

/** The parts of a filter that must all hold. */
export function partsOf(filter: Filter | undefined): readonly FilterPart[] {
  return Object.entries(filter ?? {}).flatMap(([name, inner]): readonly FilterPart[] => {
    const whole = { [name]: inner }
    if (name === 'and' && Array.isArray(inner) && inner.every(isJsonObject))
      return inner.flatMap((each) => partsOf(each))
    return termsOf(whole) ?? [{ filter: whole }]
  })
}

/** The filter of parts that must all hold; undefined where there are none. */
export function filterOfParts(parts: readonly FilterPart[]): Filter | undefined {
  const simple = filterOfTerms(parts.filter(isTerm))
  const all = [...(simple ? [simple] : []), ...parts.flatMap((part) => (isTerm(part) ? [] : [part.filter]))]
  return all.length > 1 ? { and: all } : all[0]
}

/** The filter of tests that must all hold; undefined where there are none. */
export function filterOfTerms(terms: readonly FilterTerm[]): Filter | undefined {
  const layers: { [path: string]: { [operator: string]: Json } }[] = []
  for (const { path, operator, value } of terms) {
    const free = layers.find((layer) => !Object.hasOwn(layer[path] ?? {}, operator))
    const layer = free ?? {}
    if (!free) layers.push(layer)
    layer[path] = { ...layer[path], [operator]: value }
  }
  return layers.length > 1 ? { and: layers } : layers[0]
}

/** The order that pressing a column's header gives: up, then down, then the model's own again. */
export function nextSort(current: string | undefined, field: string): string | undefined {
  if (current === field) return `-${field}`
  return current === `-${field}` ? undefined : field
}
