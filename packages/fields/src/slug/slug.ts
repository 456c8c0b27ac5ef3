/** Names that stand in addresses: words of any script, joined by hyphens. */
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
import { checkCount, checkDefault } from '../check-options.ts'
import { lengthOf, plainLine } from '../typed-text.ts'

/** The options of a slug. */
export interface SlugOptions extends FieldOptions {
  /** The most characters; absent: 100. */
  readonly maxLength?: number
}

const defaultMaxLength = 100
const words = '^[\\p{L}\\p{Nd}][\\p{L}\\p{M}\\p{Nd}]*(-[\\p{L}\\p{Nd}][\\p{L}\\p{M}\\p{Nd}]*)*$'
const proper = new RegExp(words, 'u')

/** How slugs behave: small letters and digits of any script, with single hyphens between words. */
export const slugKind: FieldKind<string, SlugOptions> = {
  kind: 'slug',
  filters: ['contains', 'startsWith', 'endsWith', 'eq', 'ne', 'in', 'nin'],
  searchedBy: 'contains',
  sortsAsWords: true,
  column: () => ({ kind: 'text' }),
  parse: parseSlug,
  check: (value, { maxLength: max = defaultMaxLength }) =>
    lengthOf(value) > max ? { code: 'too_long', params: { max } } : undefined,
  toText: textItself,
  fromText: (text) =>
    parseSlug(
      plainLine(text)
        .replace(/[\s_\u2010-\u2015-]+/g, '-')
        .replace(/^-|-$/g, ''),
    ),
  jsonSchema: ({ maxLength = defaultMaxLength }) => ({ type: 'string', pattern: words, maxLength }),
  checkOptions(options) {
    const wrong = checkCount('maxLength', options.maxLength, 1)
    return wrong.length > 0 ? wrong : checkDefault(slugKind, options)
  },
}

/** Describes a slug. */
export const slug = fieldOf(slugKind)

function parseSlug(input: Json) {
  if (typeof input !== 'string' || !isStorableText(input)) return wrongType('text')
  const text = plainLine(input).toLowerCase().normalize('NFC')
  return proper.test(text) ? accept(text) : refuse('bad_slug')
}
