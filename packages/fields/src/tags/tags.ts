/** Words that people put things under: a few short texts, each once. */
import {
  accept,
  type FieldKind,
  type FieldOptions,
  fieldOf,
  isBlank,
  isStorableText,
  type Json,
  refuse,
  wrongType,
} from '@haykal/model'
import { checkCount, checkDefault } from '../check-options.ts'
import { lengthOf, plainLine } from '../typed-text.ts'

/** The options of tags. */
export interface TagsOptions extends FieldOptions {
  /** The most tags of one record; absent: 20. */
  readonly maxTags?: number
  /** The most characters of one tag; absent: 50. */
  readonly maxLength?: number
}

const defaults = { maxTags: 20, maxLength: 50 }
/** More tags than this could not be shown. */
const mostTags = 200

/** What stands between tags where they are written in a line, in either script. */
export const betweenTags = /[,،\n]/

/** How tags behave: a list of texts without space around them, none twice in whichever case. A filter asks whether one of them does. */
export const tagsKind: FieldKind<readonly string[], TagsOptions> = {
  kind: 'tags',
  filters: ['contains', 'startsWith', 'endsWith'],
  searchedBy: 'contains',
  sortable: false,
  column: () => ({ kind: 'json' }),
  isNothing: (input) => Array.isArray(input) && input.every((each) => typeof each === 'string' && isBlank(each)),
  parse: parseTags,
  check(value, { maxTags = defaults.maxTags, maxLength = defaults.maxLength }) {
    if (value.length > maxTags) return { code: 'too_many_tags', params: { max: maxTags } }
    return value.some((tag) => lengthOf(tag) > maxLength) ? { code: 'too_long', params: { max: maxLength } } : undefined
  },
  toText: (value) => value.join(', '),
  fromText: (text) => parseTags(text.split(betweenTags)),
  jsonSchema: ({ maxTags = defaults.maxTags, maxLength = defaults.maxLength }) => ({
    type: 'array',
    items: { type: 'string', minLength: 1, maxLength },
    maxItems: maxTags,
    uniqueItems: true,
  }),
  checkOptions(options) {
    const { maxTags, maxLength } = options
    const wrong = [...checkCount('maxTags', maxTags, 1), ...checkCount('maxLength', maxLength, 1)]
    if (maxTags !== undefined && maxTags > mostTags)
      wrong.push(`maxTags is ${maxTags}: at most ${mostTags} can be shown`)
    return wrong.length > 0 ? wrong : checkDefault(tagsKind, options)
  },
}

/** Describes tags. */
export const tags = fieldOf(tagsKind)

function parseTags(input: Json) {
  if (!Array.isArray(input)) return wrongType('array')
  const taken = new Map<string, string>()
  for (const each of input as readonly Json[]) {
    if (typeof each !== 'string' || !isStorableText(each)) return wrongType('text')
    if (isBlank(each)) continue
    const tag = each.normalize('NFC').replace(/\s+/g, ' ').trim()
    if (/[,،\p{Cc}]/u.test(tag)) return refuse('bad_tag')
    const folded = plainLine(tag).toLowerCase()
    if (!taken.has(folded)) taken.set(folded, tag)
  }
  return accept([...taken.values()])
}
