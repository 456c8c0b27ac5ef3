/** Finds the sort of every part of an expression, and says what does not go together. */
import type { Column } from '../column.ts'
import { scaledDigits } from './exact-number.ts'
import { type Expression, expressionBounds, type Operation, type Sort, type SortedExpression } from './expression.ts'
import { ExpressionMistake } from './read-tokens.ts'

/** A field, as far as an expression has to know it. */
export interface SortedField {
  readonly name: string
  readonly column: Column
}

/** An expression with the sort of every part. Throws `ExpressionMistake` for a field that is not there, and for what does not go together. */
export function sortExpression<Field extends SortedField>(
  expression: Expression,
  fieldOf: (name: string) => Field | undefined,
): SortedExpression<Field> {
  switch (expression.type) {
    case 'field': {
      const field = fieldOf(expression.name)
      if (!field) throw new ExpressionMistake(`it names the field "${expression.name}", which does not exist`)
      return { ...sortOfField(field), type: 'field', field }
    }
    case 'number':
      return readNumber(expression.digits)
    case 'text':
      return { ...expression, sort: 'text' }
    case 'boolean':
      return { ...expression, sort: 'boolean' }
    case 'call': {
      const { operation, of } = expression
      if (operation === 'round') return sortRound(of, fieldOf)
      const parts = of.map((each) => sortExpression(each, fieldOf))
      return { ...sortOfCall(operation, parts), type: 'call', operation, of: parts }
    }
  }
}

/** The sort of the values of a column. Throws `ExpressionMistake` for one that cannot be calculated with. */
export function sortOfField({ name, column }: SortedField): Sort {
  switch (column.kind) {
    case 'integer':
      return { sort: 'number', scale: 0 }
    case 'decimal':
      if (column.scale !== undefined && column.scale <= expressionBounds.scale)
        return { sort: 'number', scale: column.scale }
      throw new ExpressionMistake(
        `"${name}" does not say how many digits it has after the point: give it a scale up to ${expressionBounds.scale}`,
      )
    case 'text':
      if (column.isMixed !== true) return { sort: 'text' }
      break
    case 'boolean':
    case 'date':
    case 'timestamp':
      return { sort: column.kind }
    default:
  }
  throw new ExpressionMistake(
    `"${name}" cannot be calculated with: only whole and exact numbers, texts, yes or no, days and moments can`,
  )
}

function readNumber(digits: string): SortedExpression<never> {
  const scale = digits.split('.')[1]?.length ?? 0
  const value = scaledDigits(digits, scale)
  if (digits.length > 16 || scale > expressionBounds.scale || value === null)
    throw new ExpressionMistake(
      `${digits} has too many digits: 15 at most, ${expressionBounds.scale} of them after the point`,
    )
  return { type: 'number', value, sort: 'number', scale }
}

function sortRound<Field extends SortedField>(
  [of, to]: readonly Expression[],
  fieldOf: (name: string) => Field | undefined,
): SortedExpression<Field> {
  const digits = to === undefined ? 0 : to.type === 'number' ? Number(to.digits) : Number.NaN
  if (!of || !Number.isInteger(digits) || digits > expressionBounds.scale)
    throw new ExpressionMistake(
      `round takes what is rounded and how many digits stay after the point: a whole number up to ${expressionBounds.scale}`,
    )
  const part = sortExpression(of, fieldOf)
  const scale = Math.min(digits, numberScale('round', part))
  return { type: 'call', operation: 'round', of: [part], sort: 'number', scale }
}

function sortOfCall(operation: Operation, parts: readonly Sort[]): Sort {
  switch (operation) {
    case 'add':
    case 'subtract':
    case 'negate':
      return { sort: 'number', scale: Math.max(...parts.map((part) => numberScale(operation, part))) }
    case 'multiply': {
      const scale = parts.reduce((sum, part) => sum + numberScale(operation, part), 0)
      if (scale <= expressionBounds.scale) return { sort: 'number', scale }
      throw new ExpressionMistake(
        `a product has ${scale} digits after the point, and ${expressionBounds.scale} are kept: round a part of it, as in round(a, 2) * b`,
      )
    }
    case 'divide':
      return { sort: 'number', scale: quotientScale(parts.map((part) => numberScale(operation, part))) }
    case 'and':
    case 'or':
    case 'not':
      for (const part of parts) expectSort(operation, part, ['boolean'])
      return { sort: 'boolean' }
    case 'concat':
      for (const part of parts) if (!isWhole(part)) expectSort(operation, part, ['text', 'whole number'])
      return { sort: 'text' }
    case 'if':
      expectSort(operation, parts[0], ['boolean'])
      return commonSort(operation, parts.slice(1))
    case 'coalesce':
      return commonSort(operation, parts)
    case 'round':
      return { sort: 'number', scale: 0 }
    default: {
      const { sort } = commonSort(operation, parts)
      const isOrder = operation !== 'eq' && operation !== 'ne'
      if (isOrder && (sort === 'text' || sort === 'boolean'))
        throw new ExpressionMistake(
          `${words[sort]} can only be compared with = and !=, as languages order them differently`,
        )
      return { sort: 'boolean' }
    }
  }
}

/** A quotient keeps this many digits after the point, or as many as what is divided. */
const quotientDigits = 6

function quotientScale([dividend = 0]: readonly number[]): number {
  return Math.max(quotientDigits, dividend)
}

/** What a sort is called in sentences. */
const words = { number: 'a number', text: 'texts', boolean: 'yes or no', date: 'a day', timestamp: 'a moment' } as const

function numberScale(operation: Operation, part: Sort): number {
  if (part.sort === 'number') return part.scale
  throw new ExpressionMistake(`${operation} takes numbers and is given ${words[part.sort]}`)
}

function isWhole(part: Sort): boolean {
  return part.sort === 'number' && part.scale === 0
}

function expectSort(operation: Operation, part: Sort | undefined, wanted: readonly string[]): void {
  if (part && wanted.includes(part.sort)) return
  throw new ExpressionMistake(
    `${operation} takes ${wanted.join(' or ')} and is given ${part ? words[part.sort] : 'nothing'}`,
  )
}

function commonSort(operation: Operation, parts: readonly Sort[]): Sort {
  const [first] = parts
  const other = parts.find((part) => part.sort !== first?.sort)
  if (!first || other)
    throw new ExpressionMistake(
      `${operation} is given ${first ? words[first.sort] : 'nothing'} and ${other ? words[other.sort] : 'nothing'}, which do not go together`,
    )
  return first.sort === 'number'
    ? { sort: 'number', scale: Math.max(...parts.map((part) => numberScale(operation, part))) }
    : first
}
