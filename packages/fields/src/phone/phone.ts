/** Numbers to call, in the form that can be dialled from anywhere. */
import {
  accept,
  type FieldKind,
  type FieldOptions,
  fieldOf,
  isStorableText,
  type Json,
  refuse,
  textItself,
  wrongType,
} from '@haykal/model'
import { checkDefault } from '../check-options.ts'
import { plainDigits } from '../typed-text.ts'

/** The options of a phone number: none of its own. */
export type PhoneOptions = FieldOptions

/** How phone numbers behave: `+`, the code of the country, the number, nothing between (E.164); typed in any digits, with any spaces. */
export const phoneKind: FieldKind<string, PhoneOptions> = {
  kind: 'phone',
  filters: ['contains', 'startsWith', 'endsWith', 'eq', 'ne', 'in', 'nin'],
  searchedBy: 'contains',
  asPart: (text) => withoutSpaces(plainDigits(text)) || text,
  column: () => ({ kind: 'text' }),
  parse: parsePhone,
  toText: textItself,
  fromText: (text) => parsePhone(plainDigits(text).replace(/^tel:/i, '')),
  jsonSchema: () => ({
    type: 'string',
    pattern: '^\\+[1-9][0-9]{6,14}$',
    description: 'A phone number as E.164 writes it.',
  }),
  checkOptions: (options) => checkDefault(phoneKind, options),
}

/** Describes a phone number. */
export const phone = fieldOf(phoneKind)

const longestRead = 60

function parsePhone(input: Json) {
  if (typeof input !== 'string' || !isStorableText(input)) return wrongType('text')
  if (input.length > longestRead) return refuse('bad_phone')
  const number = withoutSpaces(
    plainDigits(input)
      .replace(/^(?:\uff0b|00)/, '+')
      // The digit to leave out when one calls from abroad, as letterheads show it.
      .replace(/^(\+\d{1,3}[ \u00a0.-]?)\(0\)/, '$1'),
  )
  return /^\+[1-9]\d{6,14}$/.test(number) ? accept(number) : refuse('bad_phone')
}

/** A number without what parts its digits for the eye. */
function withoutSpaces(text: string): string {
  return text.replace(/[\s()./\u2010-\u2015\u2212-]/g, '')
}

/** Codes of countries that have two digits; North America and Russia have one, all others three (E.164). */
const ofTwoDigits = /^(?:2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/

/** A number in groups that the eye can follow: `+20 100 123 4567`. */
export function readablePhone(value: string): string {
  const digits = value.slice(1)
  const code = /^[17]/.test(digits) ? 1 : ofTwoDigits.test(digits) ? 2 : 3
  const groups = digits.slice(code).match(/\d{3}(?=\d{2})|\d+/g) ?? []
  return [`+${digits.slice(0, code)}`, ...groups].join(' ')
}
