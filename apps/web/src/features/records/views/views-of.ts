/** The views of a model, as boot told them. */
import { type Boot, type ModelViews, plainView, type View } from '@haykal/contract'
import type { ListAddress } from '../list-search.ts'

const none: ModelViews = { all: [] }

/** The views that this person has or is shared with. */
export function viewsOf({ views }: Pick<Boot, 'views'>, model: string): ModelViews {
  return (views && Object.hasOwn(views, model) ? views[model] : undefined) ?? none
}

/** The view of an id; undefined for none, and for one that is not there for this person. */
export function viewOf({ all }: ModelViews, id: string | undefined): View | undefined {
  return id === undefined ? undefined : all.find((view) => view.id === id)
}

/** The view that a list opens with for this person: what they chose, else what their role has; undefined: the plain list. */
export function startViewOf(views: ModelViews): View | undefined {
  if (views.start === plainView) return undefined
  return viewOf(views, views.start) ?? views.all.find(({ isDefault }) => isDefault)
}

/** Whether an address asks for nothing but the list of its model: then it opens as this person has it. */
export function isBare({ peek: _, ...others }: ListAddress): boolean {
  return Object.keys(others).length === 0
}

/** Whether an address names a view that is not there for this person. */
export function isViewMissing(views: ModelViews, id: string | undefined): boolean {
  return id !== undefined && id !== plainView && viewOf(views, id) === undefined
}
