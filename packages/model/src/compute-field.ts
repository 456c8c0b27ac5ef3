/** The value of a computed field while someone types, from the text of its expression alone: all that a browser is told. */
import { evaluateExpression, resultOf } from './expressions/evaluate-expression.ts'
import type { SortedExpression } from './expressions/expression.ts'
import { parseExpression } from './expressions/parse-expression.ts'
import { sortExpression } from './expressions/sort-expression.ts'
import type { Json } from './json.ts'
import type { Model, ModelField } from './model.ts'

const prepared = new WeakMap<ModelField, SortedExpression<ModelField>>()

/** What a field is worth: computed from what `read` gives for others, or what `read` gives for itself where it is not computed. */
export function computeField(model: Model, field: ModelField, read: (field: ModelField) => Json): Json {
  const { computed } = field.options
  if (computed === undefined) return read(field)
  const expression = prepared.get(field) ?? sortExpression(parseExpression(computed), (name) => model.field(name))
  prepared.set(field, expression)
  const value = evaluateExpression(expression, (each) => computeField(model, each, read))
  return resultOf(value, expression, field)
}
