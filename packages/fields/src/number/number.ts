/** Measured numbers, with a fraction that may be rounded in its last binary digit. Money and counts have kinds of their own. */
import { accept, type FieldKind, type FieldOptions, fieldOf, type Json, refuse, wrongType } from '@haykal/model'
import { checkDefault, checkRange } from '../check-options.ts'
import { plainNumber } from '../typed-text.ts'

/** The options of a measured number. */
export interface NumberOptions extends FieldOptions {
  /** The least value, itself allowed. */
  readonly min?: number
  /** The greatest value, itself allowed. */
  readonly max?: number
}

/** How measured numbers behave: JSON numbers, never infinite. */
export const numberKind: FieldKind<number, NumberOptions> = {
  kind: 'number',
  filters: ['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'between', 'in', 'nin'],
  searchedBy: 'equals',
  column: () => ({ kind: 'real' }),
  parse: parseNumber,
  check(value, { min, max }) {
    if (min !== undefined && value < min) return { code: 'too_small', params: { min } }
    return max !== undefined && value > max ? { code: 'too_large', params: { max } } : undefined
  },
  toText: (value) => String(value),
  fromText(text) {
    const plain = plainNumber(text)
    return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain) ? parseNumber(Number(plain)) : refuse('bad_number')
  },
  jsonSchema: ({ min, max }) => ({
    type: 'number',
    ...(min === undefined ? {} : { minimum: min }),
    ...(max === undefined ? {} : { maximum: max }),
  }),
  checkOptions(options) {
    const wrong = (['min', 'max'] as const).flatMap((name) => {
      const limit = options[name]
      return limit === undefined || Number.isFinite(limit) ? [] : [`${name} is ${JSON.stringify(limit)}: no number`]
    })
    if (wrong.length > 0) return wrong
    const { min, max } = options
    return [...checkRange({ min, max }, (first, second) => first - second), ...checkDefault(numberKind, options)]
  },
}

/** Describes a measured number. */
export const number = fieldOf(numberKind)

function parseNumber(input: Json) {
  if (typeof input !== 'number') return wrongType('number')
  // Too large for a double (1e999): it would be stored as infinity.
  return Number.isFinite(input) ? accept(input === 0 ? 0 : input) : refuse('bad_number')
}
