/** What an expression is: plain data, once as it was written and once with the sort of every part known. */

/** Everything that takes parts: operators and functions. */
export const operations = [
  'add',
  'subtract',
  'multiply',
  'divide',
  'negate',
  'eq',
  'ne',
  'lt',
  'lte',
  'gt',
  'gte',
  'and',
  'or',
  'not',
  'if',
  'concat',
  'coalesce',
  'round',
] as const

/** What is done with parts. */
export type Operation = (typeof operations)[number]

/** An expression as written: which fields there are is not looked at yet. */
export type Expression =
  | { readonly type: 'field'; readonly name: string }
  | { readonly type: 'number'; readonly digits: string }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'call'; readonly operation: Operation; readonly of: readonly Expression[] }

/** What sort of value a part has. Numbers are exact: whole ones, of which the last `scale` digits stand after the point. */
export type Sort =
  | { readonly sort: 'number'; readonly scale: number }
  | { readonly sort: 'text' | 'boolean' | 'date' | 'timestamp' }

/** An expression with the sort of every part; `Field` is what stands for a field. */
export type SortedExpression<Field> = Sort &
  (
    | { readonly type: 'field'; readonly field: Field }
    | { readonly type: 'number'; readonly value: bigint }
    | { readonly type: 'text'; readonly text: string }
    | { readonly type: 'boolean'; readonly value: boolean }
    | { readonly type: 'call'; readonly operation: Operation; readonly of: readonly SortedExpression<Field>[] }
  )

/** Bounds that keep an expression cheap to read and to run. */
export const expressionBounds = { nodes: 100, depth: 20, scale: 12 } as const

/** The names of the fields that an expression reads, each once. */
export function fieldNames(expression: Expression): readonly string[] {
  if (expression.type === 'field') return [expression.name]
  return expression.type === 'call' ? [...new Set(expression.of.flatMap(fieldNames))] : []
}
