/** The list at an address, for one person: which view it is, what it shows, and of which model with which columns. */
import { type Boot, type ModelViews, plainView, type View } from '@haykal/contract'
import type { Model } from '@haykal/model'
import type { ListAddress, ListSearch } from '../list-search.ts'
import { addressOf, isChanged, type ListState, stateOf } from './list-state.ts'
import { modelShowing } from './shown-model.ts'
import { isViewMissing, startViewOf, viewOf, viewsOf } from './views-of.ts'

/** A list. */
export interface ListAt {
  readonly views: ModelViews
  /** The view that it is, or differs from; undefined: the plain list. */
  readonly view: View | undefined
  /** The address names a view that is not there for this person. */
  readonly isMissing: boolean
  readonly state: ListState
  /** Whether it differs from what was saved, or from the plain list. */
  readonly isChanged: boolean
  /** What is asked of the server. */
  readonly search: ListSearch
  /** The model with the columns that are shown. */
  readonly shown: Model
  /** The address of the list in another state. */
  addressOf(state: ListState): ListAddress
}

/** The list of a model at an address. */
export function listAt(boot: Pick<Boot, 'views'>, model: Model, address: ListAddress): ListAt {
  const views = viewsOf(boot, model.name)
  const view = viewOf(views, address.view)
  const state = stateOf(address, view)
  const { q, sort, filter } = state
  return {
    views,
    view,
    isMissing: isViewMissing(views, address.view),
    state,
    isChanged: isChanged(state, view),
    search: { ...(q !== undefined && { q }), ...(sort !== undefined && { sort }), ...(filter && { filter }) },
    shown: modelShowing(model, state.columns),
    addressOf: (next) => addressOf(next, { view, id: view?.id ?? plainId(views) }),
  }
}

/** What names the plain list in an address: nothing, unless the list opens with a view. */
export function plainId(views: ModelViews): string | undefined {
  return startViewOf(views) && plainView
}
