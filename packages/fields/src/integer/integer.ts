/** Whole numbers. */
import { accept, type Field, type FieldKind, type FieldOptions, type Json, refuse, wrongType } from '@haykal/model'
import { checkDefault, checkRange } from '../check-options.ts'
import { plainNumber } from '../typed-text.ts'

/** The options of a whole number. */
export interface IntegerOptions extends FieldOptions {
  /** The least value, itself allowed; beyond ±2⁵³ as digits. */
  readonly min?: number | string
  /** The greatest value, itself allowed; beyond ±2⁵³ as digits. */
  readonly max?: number | string
}

const least = -(2n ** 63n)
const greatest = 2n ** 63n - 1n

/** How whole numbers behave: JSON numbers, and strings of digits where a number of 64 bits does not fit one exactly. */
export const integerKind: FieldKind<number | string, IntegerOptions> = {
  kind: 'integer',
  filters: ['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'between', 'in', 'nin'],
  searchedBy: 'equals',
  column: () => ({ kind: 'integer' }),
  parse: parseInteger,
  check(value, { min, max }) {
    if (min !== undefined && compareIntegers(value, min) < 0) return { code: 'too_small', params: { min } }
    return max !== undefined && compareIntegers(value, max) > 0 ? { code: 'too_large', params: { max } } : undefined
  },
  toText: (value) => String(value),
  fromText: (text) => parseInteger(plainNumber(text).replace(/^\+/, '')),
  jsonSchema: ({ min, max }) => ({
    type: ['integer', 'string'],
    pattern: '^-?[0-9]{1,19}$',
    ...(typeof min === 'number' ? { minimum: min } : {}),
    ...(typeof max === 'number' ? { maximum: max } : {}),
  }),
  checkOptions(options) {
    const wrong = (['min', 'max'] as const).flatMap((name) => {
      const limit = options[name]
      return limit === undefined || parseInteger(limit).ok ? [] : [`${name} is ${JSON.stringify(limit)}: no integer`]
    })
    if (wrong.length > 0) return wrong
    const { min, max } = options
    return [...checkRange({ min, max }, compareIntegers), ...checkDefault(integerKind, options)]
  },
}

/** Describes a whole number. */
export const integer = <const Given extends IntegerOptions>(options?: Given): Field<number, Given> =>
  ({ ...options, kind: 'integer' }) as Field<number, Given>

/** A whole number within 64 bits, as a JSON number where that is exact. */
export function parseInteger(input: Json) {
  if (typeof input === 'number') {
    if (Number.isSafeInteger(input)) return accept(input === 0 ? 0 : input)
    // A JSON number beyond 2⁵³ may have lost its last digits on the way: such a number comes as a string.
    return Number.isInteger(input) ? refuse('bad_number') : wrongType('integer')
  }
  if (typeof input !== 'string') return wrongType('integer')
  if (!/^-?\d{1,40}$/.test(input)) return refuse('bad_number')
  const exact = BigInt(input)
  if (exact < least) return refuse('too_small', { min: String(least) })
  if (exact > greatest) return refuse('too_large', { max: String(greatest) })
  const near = Number(exact)
  return Number.isSafeInteger(near) ? accept<number | string>(near) : accept<number | string>(String(exact))
}

function compareIntegers(first: number | string, second: number | string): number {
  const difference = BigInt(first) - BigInt(second)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}
