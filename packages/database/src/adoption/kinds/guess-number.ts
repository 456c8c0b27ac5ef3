/** Tells counts from measures, and both from amounts of money. */
import type { FieldDefinition } from '@haykal/model'
import { soundsLikeMoney } from '../words-of-name.ts'
import { type ColumnLook, numbersOf } from './column-look.ts'
import type { DeclaredType } from './declared-type.ts'

/** The most digits that a decimal keeps. */
const mostDigits = 15

/** An exact decimal number. */
export function decimalField(scale?: number): FieldDefinition {
  return { kind: 'decimal', ...(scale === undefined ? {} : { scale }) } as FieldDefinition
}

/** What numbers, or a column declared for them that has none yet, are taken for. */
export function numberField(name: string, { meaning, scale, size }: DeclaredType, look: ColumnLook): FieldDefinition {
  const isWhole = look.sort === 'integer' || look.sort === 'empty'
  if (meaning === 'decimal') {
    const isCount = scale === 0 || (scale === undefined && size !== undefined)
    if (
      isWhole &&
      (isCount || (look.sort === 'integer' && numbersOf(look).some((number) => Math.abs(number) >= 1e15)))
    ) {
      return { kind: 'integer' }
    }
    if (scale !== undefined && scale > 0 && scale < mostDigits && isWithinDigits(look, scale))
      return decimalField(scale)
    return decimalField(scale === undefined && soundsLikeMoney(name) && isWithinDigits(look, 2) ? 2 : undefined)
  }
  const isMeasure = meaning === 'real' || look.sort === 'real'
  if (!isMeasure) return { kind: 'integer' }
  return soundsLikeMoney(name) && isWithinDigits(look, 2) ? decimalField(2) : { kind: 'number' }
}

/** Whether no value has more digits than so many after its point. */
export function isWithinDigits(look: ColumnLook, digits: number): boolean {
  for (const value of look.distinct) {
    // A large number that is printed with an exponent is no amount.
    if (typeof value === 'number' && !(Math.abs(value) < 1e15 && Number(value.toFixed(digits)) === value)) return false
  }
  return true
}
