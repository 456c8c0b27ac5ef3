/** From a text such as `customer.country` to the fields it names: nothing else in Haykal turns a client's text into a column. */
import type { Condition, FieldPath, Model, ModelField } from '@haykal/model'

/** What a path may pass through: a model with the fields and records that count. */
export interface PathStation {
  readonly model: Model
  field(name: string): ModelField | undefined
  scope(act: 'read'): Condition
}

/** Longer paths are refused: each step is a join or a sub-query. */
const longestPath = 4

/** Follows a path; undefined for what does not exist and for what is hidden, alike. */
export function resolveFieldPath<Station extends PathStation>(
  start: Station,
  path: string,
  stationOf: (model: string) => Station | undefined,
): FieldPath | undefined {
  const names = path.split('.')
  if (names.length > longestPath) return undefined
  const hops: FieldPath['hops'][number][] = []
  let station: Station | undefined = start
  for (const name of names.slice(0, -1)) {
    const field: ModelField | undefined = station.field(name)
    station = field?.references === undefined ? undefined : stationOf(field.references)
    if (!field || !station) return undefined
    hops.push({ field, to: station.model, scope: station.scope('read') })
  }
  const field = station.field(names.at(-1) ?? '')
  return field && { hops, field }
}
