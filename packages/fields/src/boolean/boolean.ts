/** Yes or no. */
import { accept, type FieldKind, type FieldOptions, fieldOf, refuse, wrongType } from '@haykal/model'
import { checkDefault } from '../check-options.ts'
import { plainDigits } from '../typed-text.ts'

/** The options of a yes or no: none of its own. */
export type BooleanOptions = FieldOptions

const words: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'yes', 'y', 't', 'on', '1', 'نعم', 'صح'].map((word) => [word, true] as const),
  ...['false', 'no', 'n', 'f', 'off', '0', 'لا', 'خطأ'].map((word) => [word, false] as const),
])

/** How a yes or no behaves. */
export const booleanKind: FieldKind<boolean, BooleanOptions> = {
  kind: 'boolean',
  filters: ['eq', 'ne'],
  column: () => ({ kind: 'boolean' }),
  parse: (input) => (typeof input === 'boolean' ? accept(input) : wrongType('boolean')),
  toText: (value) => String(value),
  fromText(text) {
    const value = words.get(plainDigits(text).toLowerCase())
    return value === undefined ? refuse('wrong_type', { expected: 'boolean' }) : accept(value)
  },
  jsonSchema: () => ({ type: 'boolean' }),
  checkOptions: (options) => checkDefault(booleanKind, options),
}

/** Describes a yes or no. */
export const boolean = fieldOf(booleanKind)
