/** A filter as one builds it: groups of conditions, some of them not filled in yet; and the filter that comes of it. */
import { type Filter, isChildWord, isJsonObject, type Json } from '@haykal/model'
import { type FilterPart, type FilterTerm, filterOfParts } from '../list-search.ts'

/** How the conditions of a group belong together. */
export const joins = ['all', 'any', 'none', 'notAll'] as const

/** Conditions that belong together. */
export interface FilterGroup {
  readonly type: 'group'
  /** Tells it from all others, however it is moved. */
  readonly id: number
  readonly join: (typeof joins)[number]
  readonly of: readonly FilterNode[]
}

/** One condition. */
export interface FilterTest {
  readonly type: 'test'
  readonly id: number
  readonly path: string
  /** Absent: not filled in yet. */
  readonly term?: FilterTerm
}

/** What is asked of the records that point back. */
export interface FilterChildren {
  readonly type: 'children'
  readonly id: number
  readonly path: string
  readonly word: 'some' | 'none'
  /** What holds of one of them; without conditions: whichever they are. */
  readonly group: FilterGroup
}

/** Anything that stands in a group. */
export type FilterNode = FilterGroup | FilterTest | FilterChildren

let lastId = 0
const nextId = (): number => {
  lastId += 1
  return lastId
}

/** A new group. */
export function newGroup(join: FilterGroup['join'] = 'all', of: readonly FilterNode[] = []): FilterGroup {
  return { type: 'group', id: nextId(), join, of }
}

/** A new condition; without a term it is to be filled in. */
export function newTest(path: string, term?: FilterTerm): FilterTest {
  return { type: 'test', id: nextId(), path, ...(term && { term }) }
}

/** A new question about the records that point back. */
export function newChildren(path: string, word: 'some' | 'none' = 'some', group = newGroup()): FilterChildren {
  return { type: 'children', id: nextId(), path, word, group }
}

/** The group that a filter makes; undefined for one that is none. */
export function treeOf(filter: Filter | undefined): FilterGroup | undefined {
  const of = nodesOf(filter ?? {})
  const [only] = of ?? []
  if (of?.length === 1 && only?.type === 'group') return only
  return of && newGroup('all', of)
}

/** What a filter asks, all of which must hold; undefined for what is no filter. */
function nodesOf(filter: Json): readonly FilterNode[] | undefined {
  if (!isJsonObject(filter)) return undefined
  const nodes = Object.entries(filter).map(([name, inner]) => entryOf(name, inner))
  return nodes.some((each) => each === undefined) ? undefined : nodes.flatMap((each) => each ?? [])
}

function entryOf(name: string, inner: Json): readonly FilterNode[] | undefined {
  if (name === 'not') {
    const group = isJsonObject(inner) ? treeOf(inner) : undefined
    return group && [{ ...group, join: opposite[group.join] }]
  }
  if (name === 'and' || name === 'or') {
    const parts = Array.isArray(inner) ? inner.map((each: Json) => nodesOf(each)) : [undefined]
    if (parts.includes(undefined)) return undefined
    if (name === 'and') return parts.flatMap((part) => part ?? [])
    return [
      newGroup(
        'any',
        parts.flatMap((part) => (part?.length === 1 ? part : [newGroup('all', part)])),
      ),
    ]
  }
  return isJsonObject(inner) ? testsOf(name, inner) : undefined
}

function testsOf(path: string, tests: { readonly [operator: string]: Json }): readonly FilterNode[] | undefined {
  const nodes = Object.entries(tests).map(([operator, value]) => {
    if (!isChildWord(operator)) return newTest(path, { path, operator, value })
    const group = isJsonObject(value) ? treeOf(value) : undefined
    return group && newChildren(path, operator, group)
  })
  return nodes.includes(undefined) ? undefined : nodes.flatMap((each) => each ?? [])
}

const opposite = { all: 'notAll', any: 'none', none: 'any', notAll: 'all' } as const

/** The filter of a group; what is not filled in is left out. Undefined: nothing is asked. */
export function filterOf({ join, of }: FilterGroup): Filter | undefined {
  const parts = of.flatMap((node) => partOf(node) ?? [])
  if (parts.length === 0) return undefined
  if (join === 'all') return filterOfParts(parts)
  if (join === 'notAll') return { not: filterOfParts(parts) ?? {} }
  const each = parts.map((part) => filterOfParts([part]) ?? {})
  if (join === 'none') return { not: each.length === 1 && each[0] ? each[0] : { or: each } }
  return each.length === 1 ? each[0] : { or: each }
}

function partOf(node: FilterNode): FilterPart | undefined {
  if (node.type === 'test') return node.term
  if (node.type === 'children') return { filter: { [node.path]: { [node.word]: filterOf(node.group) ?? {} } } }
  const filter = filterOf(node)
  return filter && { filter }
}

/** Whether something in a group is not filled in yet. */
export function isUnfinished({ of }: FilterGroup): boolean {
  return of.some((node) => {
    if (node.type === 'test') return node.term === undefined
    return node.type === 'group' ? node.of.length === 0 || isUnfinished(node) : isUnfinished(node.group)
  })
}
