/** Follows the path of a filter through the models that this person sees: `author.country`. */
import { labelIn, type Model, type ModelField, type Models, unlimitedPaths } from '@haykal/model'

/** The end of a path, and the names along it. */
export interface FollowedPath {
  readonly field: ModelField
  /** In a language, with a mark between: `Author › Country`. */
  readonly label: string
}

/** Follows a path; undefined where it leads nowhere that this person sees. */
export function followPath(
  path: string,
  model: Model,
  { models, language }: { readonly models: Models; readonly language: string },
): FollowedPath | undefined {
  const labels: string[] = []
  let at: Model | undefined = model
  let field: ModelField | undefined
  for (const name of path.split('.')) {
    field = at?.field(name)
    if (!field) return undefined
    labels.push(labelIn(field.label, language))
    at = field.references === undefined ? undefined : models.get(field.references)
  }
  return field && { field, label: labels.join(' › ') }
}

/** The records that point back, by their path. */
export interface NamedChildren {
  readonly model: Model
  readonly label: string
}

/** Follows a path to the records that point back; undefined where it leads nowhere that this person sees. */
export function childrenNamed(
  path: string,
  model: Model,
  { models, language }: { readonly models: Models; readonly language: string },
): NamedChildren | undefined {
  const found = unlimitedPaths(model, models).children?.(path)
  if (!found) return undefined
  const way = found.hops.map(({ field }) => labelIn(field.label, language))
  return { model: found.children, label: [...way, labelIn(found.children.plural, language)].join(' › ') }
}
