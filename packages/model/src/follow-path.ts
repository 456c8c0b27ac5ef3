/** From a text such as `customer.country` or `customer.orders` to what it names: nothing else in Haykal turns a client's text into a column. */
import type { ChildPair, Condition } from './condition.ts'
import type { ChildrenPath, FieldPath } from './filter.ts'
import { type Model, type ModelField, relationNamed } from './model.ts'

/** What a path may pass through: a model with the fields and records that count. */
export interface PathStation {
  readonly model: Model
  field(name: string): ModelField | undefined
  scope(act: 'read'): Condition
}

/** The station of a model; undefined for one that does not exist, or that nobody may know of. */
export type StationOf = (model: string) => PathStation | undefined

/** Longer paths are refused: each step is a join or a sub-query. */
const longestPath = 4

/** Follows a path to a field; undefined for what does not exist and for what is hidden, alike. */
export function followPath(start: PathStation, path: string, stationOf: StationOf): FieldPath | undefined {
  const names = path.split('.')
  const way = hopsThrough(start, names.slice(0, -1), stationOf)
  const field = way?.end.field(names.at(-1) ?? '')
  return way && field && names.length <= longestPath ? { hops: way.hops, field } : undefined
}

/**
 * Follows a path to the records that point back: `lines` of an order, `lines.order` where they point there in several ways, and both
 * behind relations. Undefined for what does not exist, for what is hidden, and where it could mean several.
 */
export function followChildren(start: PathStation, path: string, stationOf: StationOf): ChildrenPath | undefined {
  const names = path.split('.')
  for (let length = 0; length < names.length && length < longestPath; length += 1) {
    const way = hopsThrough(start, names.slice(0, length), stationOf)
    if (!way) return undefined
    const found = childrenAt(way.end, names.slice(length).join('.'), stationOf)
    if (found) return { ...found, hops: way.hops }
  }
  return undefined
}

interface Way {
  readonly hops: FieldPath['hops']
  readonly end: PathStation
}

function hopsThrough(start: PathStation, names: readonly string[], stationOf: StationOf): Way | undefined {
  const hops: FieldPath['hops'][number][] = []
  let end = start
  for (const name of names.slice(0, longestPath)) {
    const field = end.field(name)
    const next = field?.references === undefined ? undefined : stationOf(field.references)
    if (!field || !next) return undefined
    hops.push({ field, to: next.model, scope: next.scope('read') })
    end = next
  }
  return { hops, end }
}

function childrenAt(parent: PathStation, name: string, stationOf: StationOf): Omit<ChildrenPath, 'hops'> | undefined {
  const [relation, ...others] = relationNamed(name, parent.model.backRelations)
  const station = stationOf(relation?.model ?? '')
  if (!relation || others.length > 0 || !station) return undefined
  const pairs = relation.fields.flatMap((pair): ChildPair[] => {
    const [child, own] = [station.field(pair.child), parent.field(pair.parent)]
    return child && own ? [{ child, parent: own }] : []
  })
  // Whoever may not know by what they point here may not know that they do.
  if (pairs.length < relation.fields.length) return undefined
  return {
    children: station.model,
    pairs,
    scope: station.scope('read'),
    paths: {
      field: (path) => followPath(station, path, stationOf),
      children: (path) => followChildren(station, path, stationOf),
    },
  }
}
