/** Exact decimal numbers: rates, measures, quantities. Money and percentages have kinds of their own. */
import {
  accept,
  type Fault,
  type FieldKind,
  type FieldOptions,
  fieldOf,
  type Json,
  type JsonSchema,
  refuse,
  wrongType,
} from '@haykal/model'
import { checkCount, checkDefault, checkRange } from '../check-options.ts'
import { plainNumber } from '../typed-text.ts'
import { compareDecimals, type DecimalDigits, readDecimal, writeDecimal } from './decimal-digits.ts'

/** The options of an exact decimal number. */
export interface DecimalOptions extends FieldOptions {
  /** Digits after the point: every value has exactly so many; absent: each value as many as it needs. */
  readonly scale?: number
  /** The least value, itself allowed. */
  readonly min?: number | string
  /** The greatest value, itself allowed. */
  readonly max?: number | string
}

/** The most digits, before and after the point together: what a double holds exactly, as SQLite stores nothing finer. */
export const maxDigits = 15

/** How exact decimals behave: strings of digits, `"12.50"`, compared by value. */
export const decimalKind: FieldKind<string, DecimalOptions> = {
  kind: 'decimal',
  filters: ['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'between', 'in', 'nin'],
  searchedBy: 'equals',
  column: ({ scale }) => ({ kind: 'decimal', ...(scale === undefined ? {} : { scale }) }),
  parse: parseDecimal,
  check: checkLimits,
  toText: (value) => value,
  fromText: (text, options) => parseDecimal(plainNumber(text), options),
  jsonSchema: decimalSchema,
  checkOptions: (options) => {
    const wrong = checkDecimalOptions(options)
    return wrong.length > 0 ? wrong : checkDefault(decimalKind, options)
  },
}

/** Describes an exact decimal number. */
export const decimal = fieldOf(decimalKind)

/** A decimal from JSON, with exactly `scale` digits after its point. */
export function parseDecimal(input: Json, { scale }: DecimalOptions) {
  if (typeof input !== 'string' && typeof input !== 'number') return wrongType('decimal')
  const digits = readDecimal(String(input))
  if (!digits) return refuse('bad_number')
  const after = scale ?? digits.fraction.length
  if (digits.fraction.length > after || digits.whole.length + after > maxDigits) {
    return refuse('too_many_digits', { max: maxDigits, scale: scale ?? maxDigits })
  }
  return accept(writeDecimal(digits, scale))
}

/** Whether a decimal keeps its limits. */
export function checkLimits(value: string, { min, max }: Pick<DecimalOptions, 'min' | 'max'>): Fault | undefined {
  const digits = readDecimal(value)
  const [low, high] = [limitOf(min), limitOf(max)]
  if (digits && low && min !== undefined && compareDecimals(digits, low) < 0) {
    return { code: 'too_small', params: { min } }
  }
  const isOver = digits && high && compareDecimals(digits, high) > 0
  return isOver && max !== undefined ? { code: 'too_large', params: { max } } : undefined
}

/** What decimals look like in the API document. */
export function decimalSchema({ scale }: Pick<DecimalOptions, 'scale'>): JsonSchema {
  return { type: 'string', format: 'decimal', pattern: patternOf(scale) }
}

/** What is wrong with the options of a decimal, its default apart. */
export function checkDecimalOptions(options: DecimalOptions): string[] {
  const { scale } = options
  const wrong = checkCount('scale', scale)
  if (scale !== undefined && scale > maxDigits) wrong.push(`scale is ${scale}: at most ${maxDigits} digits are kept`)
  for (const name of ['min', 'max'] as const) {
    const limit = options[name]
    if (limit !== undefined && !limitOf(limit)) wrong.push(`${name} is ${JSON.stringify(limit)}: no decimal number`)
  }
  if (wrong.length > 0) return wrong
  const [min, max] = [limitOf(options.min), limitOf(options.max)]
  return checkRange({ min: options.min, max: options.max }, () => (min && max ? compareDecimals(min, max) : 0))
}

function limitOf(limit: number | string | undefined): DecimalDigits | undefined {
  return limit === undefined ? undefined : readDecimal(String(limit))
}

function patternOf(scale: number | undefined): string {
  if (scale === undefined) return '^-?[0-9]+(\\.[0-9]+)?$'
  return scale === 0 ? '^-?[0-9]+$' : `^-?[0-9]+\\.[0-9]{${scale}}$`
}
