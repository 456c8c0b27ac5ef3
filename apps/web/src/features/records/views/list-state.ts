/**
 * What a list shows: the view that its address names, and what the address says beside it. The address holds only what differs, so that a view
 * that is changed later is changed for whoever comes by an old link, too.
 */
import { densities, type View, type ViewColumn, type ViewList } from '@haykal/contract'
import { isSameJson, type Json } from '@haykal/model'
import type { ListAddress, ListSearch } from '../list-search.ts'
import { readColumns, writeColumns } from './columns-text.ts'

/** A list as it is shown. What is absent is as the model has it, and the density as the person prefers. */
export interface ListState extends ListSearch {
  readonly columns?: readonly ViewColumn[]
  readonly density?: NonNullable<ViewList['density']>
}

const parts = ['filter', 'sort', 'columns', 'density'] as const

/** The list at an address. `view`: the one that the address names, if it is there. */
export function stateOf(address: ListAddress, view: Pick<View, 'list'> | undefined): ListState {
  const { q } = address
  const said = listIn(address)
  const without = new Set(address.without?.split(','))
  const list = Object.fromEntries(
    parts.flatMap((part) => {
      const value = said[part] ?? (without.has(part) ? undefined : view?.list[part])
      return value === undefined ? [] : [[part, value]]
    }),
  ) as ViewList
  return { ...(q === undefined ? {} : { q }), ...list }
}

/** What an address itself says of the list. */
function listIn({ filter, sort, columns, density }: ListAddress): ViewList {
  const read = columns === undefined ? [] : readColumns(columns)
  const found = densities.find((each) => each === density)
  return {
    ...(filter && { filter }),
    ...(sort !== undefined && { sort }),
    ...(read.length > 0 && { columns: read }),
    ...(found && { density: found }),
  }
}

/** The address of a list: the view, and what differs from it. `id` stands for a view that is not there, or for the plain list. */
export function addressOf(
  state: ListState,
  { view, id = view?.id }: { readonly view: View | undefined; readonly id?: string | undefined },
): ListAddress {
  const { q, filter, sort, columns, density } = state
  const changed = new Set(parts.filter((part) => !isSamePart(state[part], view?.list[part])))
  const without = parts.filter((part) => changed.has(part) && state[part] === undefined)
  return {
    ...(id !== undefined && { view: id }),
    ...(q !== undefined && { q }),
    ...(changed.has('sort') && sort !== undefined && { sort }),
    ...(changed.has('filter') && filter && { filter }),
    ...(changed.has('columns') && columns && { columns: writeColumns(columns) }),
    ...(changed.has('density') && density && { density }),
    ...(without.length > 0 && { without: without.join(',') }),
  }
}

/** Whether a list differs from its view as it was saved; from the plain one, where there is no view. What one searches for is not part of it. */
export function isChanged(state: ListState, view: Pick<View, 'list'> | undefined): boolean {
  return parts.some((part) => !isSamePart(state[part], view?.list[part]))
}

/** What a view of this list would keep. */
export function listOf({ filter, sort, columns, density }: ListState): ViewList {
  return { ...(filter && { filter }), ...(sort && { sort }), ...(columns && { columns }), ...(density && { density }) }
}

function isSamePart(one: unknown, other: unknown): boolean {
  return isSameJson((one ?? null) as Json, (other ?? null) as Json)
}
