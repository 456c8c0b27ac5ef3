/** What the sidebar leads to: models by group, then the project's pages. */
import type { Boot } from '@haykal/contract'
import { type Label, labelIn } from '@haykal/model'
import { modelsOf } from '../boot/models-of.ts'

/** A destination. */
export interface Destination {
  readonly key: string
  /** The path, percent-encoded. */
  readonly path: string
  readonly text: string
  readonly icon: string
  /** The model whose list it is; absent: a page, or a view. */
  readonly model?: string
  /** The view that it is; absent: none. */
  readonly view?: ViewPlace
  /** Views of the model that are destinations of their own: there, the list itself is not where one is. */
  readonly views?: readonly string[]
}

/** A view, and the list that it is one of. */
export interface ViewPlace {
  readonly id: string
  /** What stands for it among the favourites. */
  readonly favourite: string
}

/** Destinations that belong together. */
export interface DestinationGroup {
  readonly key: string
  /** Absent: it is the only group, and needs no name. */
  readonly title?: string
  readonly destinations: readonly Destination[]
}

/** How groups without a name of their own are called. */
export interface GroupTexts {
  readonly records: string
  readonly pages: string
}

/** The address of the list of a model. */
export function listPath(model: string): string {
  return `/${encodeURIComponent(model)}`
}

/** The address of the page about an adopted database; of a model, where one is to be corrected. */
export function adoptionPath(model?: string): string {
  return `/-/settings/adoption${model === undefined ? '' : `?model=${encodeURIComponent(model)}`}`
}

/** Everything that this person may go to, in a language. */
export function navigationOf(boot: Boot, language: string, texts: GroupTexts): readonly DestinationGroup[] {
  const groups = new Map<string, Destination[]>()
  const add = (title: string, destination: Destination) => {
    groups.set(title, [...(groups.get(title) ?? []), destination])
  }
  for (const model of modelsOf(boot).all) {
    if (model.definition.hidden) continue
    add(titleOf(model.group, language) ?? texts.records, {
      key: `model ${model.name}`,
      path: listPath(model.name),
      text: labelIn(model.plural, language),
      icon: model.icon,
      model: model.name,
    })
  }
  for (const screen of boot.screens) {
    add(texts.pages, {
      key: `screen ${screen.name}`,
      path: encodeURI(screen.path),
      text: labelIn(screen.label, language),
      icon: screen.icon ?? 'page',
    })
  }
  const entries = [...groups]
  return entries.map(([title, destinations]) => ({ key: title, destinations, ...(entries.length > 1 && { title }) }))
}

function titleOf(label: Label | undefined, language: string): string | undefined {
  return label === undefined ? undefined : labelIn(label, language)
}

/** The destinations that lead to these lists and views, in their order; those that are no more are left out. */
export function favouritesAmong(
  groups: readonly DestinationGroup[],
  names: readonly string[],
  views: readonly Destination[] = [],
): readonly Destination[] {
  const all = [...groups.flatMap((group) => group.destinations), ...views]
  return names.flatMap((name) => all.find(({ model, view }) => model === name || view?.favourite === name) ?? [])
}

/** The views that this person has or is shared with, as destinations. */
export function viewDestinations({ views = {} }: Pick<Boot, 'views'>): readonly Destination[] {
  return Object.entries(views).flatMap(([model, { all }]) =>
    all.map(({ id, name }) => ({
      key: `view ${id}`,
      path: listPath(model),
      text: name,
      icon: 'star',
      view: { id, favourite: viewFavourite(id) },
    })),
  )
}

/** What stands for a view among favourites, which are names of models: none is called so, as `-` stands alone in no name of theirs. */
export function viewFavourite(id: string): string {
  return `-/views/${id}`
}
