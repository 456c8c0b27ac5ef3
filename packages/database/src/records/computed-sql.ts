/** An expression as SQL, with the same results as in memory: every number a whole one at the scale of its part. */
import {
  beyond,
  type Column,
  type ModelField,
  mostDecimal,
  type Sort,
  type SortedExpression,
  tenTo,
} from '@haykal/model'
import { type RawBuilder, sql } from 'kysely'
import type { ExactNumbers } from '../engine.ts'

type Part = SortedExpression<ModelField>
type Sql = RawBuilder<unknown>

/** What an expression is compiled with. */
export interface ExpressionSurroundings {
  readonly exact: ExactNumbers
  /** What a field is in the row that is looked at. */
  operandOf(field: ModelField): Sql
}

/** The value of an expression as a column of a kind holds it. */
export function computedSql(expression: Part, column: Column, surroundings: ExpressionSurroundings): Sql {
  const value = partSql(expression, surroundings)
  return expression.sort === 'number'
    ? writtenSql(surroundings.exact, { value, scale: expression.scale }, column)
    : value
}

/** A whole number of some scale as a column of another holds it; NULL where that would have more digits than are kept. */
export function writtenSql(exact: ExactNumbers, { value, scale }: { value: Sql; scale: number }, column: Column): Sql {
  const to = scaleOfColumn(column)
  const result = rescaledSql(exact, value, { from: scale, to })
  return exact.write(column.kind === 'decimal' ? exact.bounded(result, mostDecimal) : result, column, to)
}

/** The digits after the point of a column of numbers. */
export function scaleOfColumn(column: Column): number {
  return column.kind === 'decimal' ? (column.scale ?? 0) : 0
}

/** A whole number of one scale in another. */
export function rescaledSql(exact: ExactNumbers, value: Sql, { from, to }: { from: number; to: number }): Sql {
  if (to > from) return exact.bounded(sql`(${value}) * ${exact.literal(tenTo(to - from))}`, beyond)
  return to < from ? exact.roundOff(value, from - to) : value
}

function partSql(part: Part, surroundings: ExpressionSurroundings): Sql {
  const { exact } = surroundings
  switch (part.type) {
    case 'field': {
      const operand = surroundings.operandOf(part.field)
      return part.sort === 'number'
        ? exact.bounded(exact.read(operand, part.field.column, part.scale), beyond)
        : operand
    }
    case 'number':
      return exact.literal(part.value)
    case 'text':
      return sql`cast(${part.text} as text)`
    case 'boolean':
      return part.value ? sql`(1 = 1)` : sql`(1 = 0)`
    case 'call':
      return callSql(part, surroundings)
  }
}

type Call = Part & { readonly type: 'call' }

/** The sign of each operation that stands between its parts. */
const signs: { readonly [operation: string]: string } = {
  eq: '=',
  ne: '<>',
  lt: '<',
  lte: '<=',
  gt: '>',
  gte: '>=',
  and: 'and',
  or: 'or',
}

function callSql(call: Call, surroundings: ExpressionSurroundings): Sql {
  const { operation, of } = call
  const plain = () => of.map((part) => partSql(part, surroundings))
  const level = (sort: Sort) => of.map((part) => atScale(part, sort, surroundings))
  const [first] = of
  switch (operation) {
    case 'not':
      return sql`(not ${first ? partSql(first, surroundings) : sql`null`})`
    case 'and':
    case 'or':
      return sql`(${sql.join(plain(), sql.raw(` ${signs[operation]} `))})`
    case 'if': {
      const [question, yes, no] = level(call)
      return sql`(case when ${question} then ${yes} else ${no} end)`
    }
    case 'coalesce':
      return sql`coalesce(${sql.join([...level(call), sql`null`])})`
    case 'concat':
      return sql`nullif(${sql.join(
        plain().map((part) => sql`coalesce(cast(${part} as text), '')`),
        sql` || `,
      )}, '')`
    case 'eq':
    case 'ne':
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
      return sql`(${sql.join(level({ sort: 'number', scale: Math.max(...of.map(scaleOf)) }), sql.raw(` ${signs[operation]} `))})`
    default:
      return calculationSql(call, surroundings)
  }
}

function calculationSql(call: Call, surroundings: ExpressionSurroundings): Sql {
  const { exact } = surroundings
  const { operation, of } = call
  const scale = scaleOf(call)
  const [first, second] = of
  if (!first) return sql`null`
  const left = partSql(first, surroundings)
  if (operation === 'negate') return exact.bounded(sql`-(${left})`, beyond)
  if (operation === 'round') return rescaledSql(exact, left, { from: scaleOf(first), to: scale })
  if (!second) return sql`null`
  const right = partSql(second, surroundings)
  if (operation === 'multiply') return exact.bounded(sql`(${left}) * (${right})`, beyond)
  if (operation === 'divide') {
    const factor = exact.literal(tenTo(scale - scaleOf(first) + scaleOf(second)))
    return exact.divide(exact.bounded(sql`(${left}) * ${factor}`, beyond), right)
  }
  const [one, other] = [
    rescaledSql(exact, left, { from: scaleOf(first), to: scale }),
    rescaledSql(exact, right, { from: scaleOf(second), to: scale }),
  ]
  return exact.bounded(operation === 'add' ? sql`(${one}) + (${other})` : sql`(${one}) - (${other})`, beyond)
}

function atScale(part: Part, to: Sort, surroundings: ExpressionSurroundings): Sql {
  const value = partSql(part, surroundings)
  return part.sort === 'number' && to.sort === 'number'
    ? rescaledSql(surroundings.exact, value, { from: part.scale, to: to.scale })
    : value
}

function scaleOf(part: Sort): number {
  return part.sort === 'number' ? part.scale : 0
}
