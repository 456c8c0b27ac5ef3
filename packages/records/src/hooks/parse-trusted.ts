/** Parses values that code of the project gives. */
import {
  type AnyRecord,
  invalid,
  isDerived,
  type Json,
  type Model,
  type Problem,
  parseValue,
  pointerTo,
} from '@haykal/model'

/** Values that the project gives: it may set what people may not, but nothing that does not fit. Throws `invalid`. */
export function parseTrusted(model: Model, values: AnyRecord): AnyRecord {
  const problems: Problem[] = []
  const parsed = Object.entries(values).flatMap(([name, value]): [string, Json][] => {
    const field = model.field(name)
    const pointer = pointerTo('values', name)
    if (!field || isDerived(field)) {
      problems.push({ pointer, code: field ? 'read_only' : 'unknown_field' })
      return []
    }
    const read = parseValue(field, value ?? null)
    if (!read.ok) problems.push({ pointer, ...read.fault })
    return read.ok ? [[name, read.value]] : []
  })
  if (problems.length > 0) throw invalid(problems)
  return Object.fromEntries(parsed)
}
