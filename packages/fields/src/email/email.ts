/** Email addresses. */
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
import { plainLine } from '../typed-text.ts'

/** The options of an email address: none of its own. */
export type EmailOptions = FieldOptions

/** As long as an address may be (RFC 5321 with the erratum that made it 254). */
const maxLength = 254

/** How email addresses behave: the domain in small letters, as its case means nothing; what stands before the @ as it is written. */
export const emailKind: FieldKind<string, EmailOptions> = {
  kind: 'email',
  filters: ['contains', 'startsWith', 'endsWith', 'eq', 'ne', 'in', 'nin'],
  searchedBy: 'contains',
  sortsAsWords: true,
  column: () => ({ kind: 'text' }),
  parse: parseEmail,
  toText: textItself,
  fromText: (text) => parseEmail(plainLine(text).replace(/^mailto:/i, '')),
  jsonSchema: () => ({ type: 'string', format: 'idn-email', maxLength }),
  checkOptions: (options) => checkDefault(emailKind, options),
}

/** Describes an email address. */
export const email = fieldOf(emailKind)

/** What no part of an address has: space, a second @, and what a mail program could take for a second address. */
const part = /^[^\s@"(),:;<>[\]\\\p{Cc}]+$/u
const label = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*$/u

function parseEmail(input: Json) {
  if (typeof input !== 'string' || !isStorableText(input)) return wrongType('text')
  const [before = '', after = '', ...more] = plainLine(input).split('@')
  const domain = after.toLowerCase().normalize('NFC')
  const labels = domain.split('.')
  const isDomain = labels.length > 1 && labels.every((each) => label.test(each) && !each.endsWith('-'))
  if (!part.test(before) || !isDomain || more.length > 0) return refuse('bad_email')
  const address = `${before}@${domain}`
  return address.length <= maxLength ? accept(address) : refuse('too_long', { max: maxLength })
}

/** The address that opens a mail program. */
export function mailAddress(value: string): string {
  const at = value.lastIndexOf('@')
  return `mailto:${encodeURIComponent(value.slice(0, at))}@${encodeURIComponent(value.slice(at + 1))}`
}
