/** Follows names through all models: what a project itself writes is not limited by anybody's rights. */
import { everything } from './condition.ts'
import type { FilterPaths } from './filter.ts'
import { followChildren, followPath, type PathStation } from './follow-path.ts'
import type { Model } from './model.ts'

/** Names that begin at a model. */
export function unlimitedPaths(start: Model, byName: Pick<ReadonlyMap<string, Model>, 'get'>): FilterPaths {
  const station = (model: Model): PathStation => ({
    model,
    field: (name) => model.field(name),
    scope: () => everything,
  })
  const stationOf = (name: string) => {
    const model = byName.get(name)
    return model && station(model)
  }
  const from = station(start)
  return {
    field: (path) => followPath(from, path, stationOf),
    children: (path) => followChildren(from, path, stationOf),
  }
}
