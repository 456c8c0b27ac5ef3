/** Follows paths of field names through all models: what a project itself writes is not limited by anybody's rights. */
import { everything } from './condition.ts'
import type { FieldPath, ResolvePath } from './filter.ts'
import type { Model, ModelField } from './model.ts'

/** Paths that begin at a model. */
export function unlimitedPath(start: Model, byName: Pick<ReadonlyMap<string, Model>, 'get'>): ResolvePath {
  return (path) => {
    const names = path.split('.')
    const hops: FieldPath['hops'][number][] = []
    let model: Model | undefined = start
    for (const name of names.slice(0, -1)) {
      const field: ModelField | undefined = model.field(name)
      model = byName.get(field?.references ?? '')
      if (!field || !model) return undefined
      hops.push({ field, to: model, scope: everything })
    }
    const field = model.field(names.at(-1) ?? '')
    return field && { hops, field }
  }
}
