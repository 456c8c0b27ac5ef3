/** The value of a computed field in memory: on the server, and in a form while someone types. */
import { evaluateExpression, resultOf } from './expressions/evaluate-expression.ts'
import type { Json } from './json.ts'
import type { ModelField } from './model.ts'
import type { AnyRecord } from './record.ts'

/** What a computed field of a record is worth. Other fields are taken from the record, so that roll-ups must be in it. */
export function computedValue(field: ModelField, record: AnyRecord): Json {
  const { derived } = field
  if (derived?.type !== 'computed') return record[field.name] ?? null
  const value = evaluateExpression(derived.expression, (read) => computedValue(read, record))
  return resultOf(value, derived.expression, field)
}
