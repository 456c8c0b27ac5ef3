/** Evaluates an expression in memory, in the browser as on the server: with the same results as in every database. */
import type { Json } from '../json.ts'
import { bounded, digitsOf, divided, mostDecimal, rescaled, scaledDigits, tenTo } from './exact-number.ts'
import type { Sort, SortedExpression } from './expression.ts'
import { type SortedField, sortOfField } from './sort-expression.ts'

/** What a part is worth; numbers are whole ones at the scale of their part, null is unknown. */
export type PartValue = bigint | string | boolean | null

/** The value of an expression; `read` gives the JSON value of a field. */
export function evaluateExpression<Field>(
  expression: SortedExpression<Field>,
  read: (field: Field) => Json,
): PartValue {
  switch (expression.type) {
    case 'field':
      return readValue(read(expression.field), expression)
    case 'number':
    case 'boolean':
      return expression.value
    case 'text':
      return expression.text
    case 'call':
      return evaluateCall(expression, (part) => evaluateExpression(part, read))
  }
}

type Call<Field> = SortedExpression<Field> & { readonly type: 'call' }
type Evaluate<Field> = (part: SortedExpression<Field>) => PartValue

function evaluateCall<Field>(call: Call<Field>, evaluate: Evaluate<Field>): PartValue {
  const { operation, of } = call
  const [first, second, third] = of
  switch (operation) {
    case 'and':
    case 'or':
      return combine(operation, of.map(evaluate))
    case 'not': {
      const value = first ? evaluate(first) : null
      return value === null ? null : value !== true
    }
    case 'if': {
      const chosen = first && evaluate(first) === true ? second : third
      return chosen ? atScale(evaluate(chosen), chosen, call) : null
    }
    case 'coalesce':
      for (const part of of) {
        const value = atScale(evaluate(part), part, call)
        if (value !== null) return value
      }
      return null
    case 'concat':
      return of.map((part) => String(evaluate(part) ?? '')).join('') || null
    case 'eq':
    case 'ne':
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
      return compare(operation, of, evaluate)
    default:
      return calculate(call, evaluate)
  }
}

/** As in SQL: what is unknown decides nothing, unless the other part decides alone. */
function combine(operation: 'and' | 'or', values: readonly PartValue[]): boolean | null {
  const decisive = operation === 'or'
  if (values.includes(decisive)) return decisive
  return values.includes(null) ? null : !decisive
}

type Comparison = 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte'

function compare<Field>(
  operation: Comparison,
  of: readonly SortedExpression<Field>[],
  evaluate: Evaluate<Field>,
): boolean | null {
  const scale = Math.max(...of.map(scaleOf))
  const [left = null, right = null] = of.map((part) => atScale(evaluate(part), part, { sort: 'number', scale }))
  if (left === null || right === null) return null
  switch (operation) {
    case 'eq':
      return left === right
    case 'ne':
      return left !== right
    case 'lt':
      return left < right
    case 'lte':
      return left <= right
    case 'gt':
      return left > right
    case 'gte':
      return left >= right
  }
}

function calculate<Field>(call: Call<Field>, evaluate: Evaluate<Field>): bigint | null {
  const { operation, of } = call
  const scale = scaleOf(call)
  const [first, second] = of
  const left = first ? numberOf(evaluate(first)) : null
  if (!first || left === null) return null
  if (operation === 'negate') return bounded(-left)
  if (operation === 'round') return rescaled(left, scaleOf(first), scale)
  const right = second ? numberOf(evaluate(second)) : null
  if (!second || right === null) return null
  if (operation === 'multiply') return bounded(left * right)
  if (operation === 'divide') {
    const dividend = bounded(left * tenTo(scale - scaleOf(first) + scaleOf(second)))
    return dividend === null ? null : divided(dividend, right)
  }
  const [one, other] = [rescaled(left, scaleOf(first), scale), rescaled(right, scaleOf(second), scale)]
  if (one === null || other === null) return null
  return bounded(operation === 'add' ? one + other : one - other)
}

function scaleOf(part: Sort): number {
  return part.sort === 'number' ? part.scale : 0
}

function numberOf(value: PartValue): bigint | null {
  return typeof value === 'bigint' ? value : null
}

function atScale(value: PartValue, from: Sort, to: Sort): PartValue {
  return typeof value === 'bigint' ? rescaled(value, scaleOf(from), scaleOf(to)) : value
}

function readValue(value: Json, sort: Sort): PartValue {
  if (sort.sort === 'number')
    return typeof value === 'string' || typeof value === 'number'
      ? bounded(scaledDigits(String(value), sort.scale))
      : null
  if (sort.sort === 'boolean') return typeof value === 'boolean' ? value : null
  return typeof value === 'string' ? value : null
}

/** The value of an expression as a field holds it in JSON: rounded to its scale, empty where it has more digits than are kept. */
export function resultOf(value: PartValue, from: Sort, field: SortedField): Json {
  if (typeof value !== 'bigint') return value
  const to = sortOfField(field)
  const isDecimal = field.column.kind === 'decimal'
  const result = rescaled(value, scaleOf(from), scaleOf(to))
  const kept = isDecimal ? bounded(result, mostDecimal) : result
  if (kept === null) return null
  if (isDecimal) return digitsOf(kept, scaleOf(to))
  return kept >= BigInt(Number.MIN_SAFE_INTEGER) && kept <= BigInt(Number.MAX_SAFE_INTEGER)
    ? Number(kept)
    : String(kept)
}
