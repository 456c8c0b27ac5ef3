/** Refuses code that asks which kind a field is of: a new kind would then have to be added there too. */
import { findMatches, withoutComments } from './sources.mjs'

const kinds = new Set([
  'text',
  'longText',
  'integer',
  'number',
  'decimal',
  'boolean',
  'date',
  'datetime',
  'choice',
  'relation',
  'json',
  'bytes',
  'money',
  'percent',
  'email',
  'url',
  'phone',
  'time',
  'uuid',
  'slug',
  'colour',
  'tags',
  'markdown',
])

// The name before `.kind` tells what is asked: a column has a kind too, and engines must ask for that one.
const owner = String.raw`(\w+)\s*[?!]?\.\s*kind\b`
const comparison = new RegExp(
  String.raw`${owner}\s*[!=]==?\s*['"](\w+)['"]|['"](\w+)['"]\s*[!=]==?\s*(\w+)[?!]?\.kind\b`,
  'g',
)
const choice = new RegExp(String.raw`\bswitch\s*\(\s*(?:[\w.?!()]*?)${owner}\s*\)\s*\{\s*case\s+['"](\w+)['"]`, 'g')

const advice =
  'asks which kind a field is of; ask the kind itself for what you need (a member of FieldKind or FieldView), so that new kinds need no change here.'

/** @type {import('./sources.mjs').SourceCheck} */
export const fieldKinds = {
  reads: (path) =>
    /^(apps|packages|examples)\/.*\.tsx?$/.test(path) &&
    !/^packages\/(fields|model)\//.test(path) &&
    !/\.test\.tsx?$/.test(path),
  find: (source) => {
    const text = withoutComments(source)
    return [
      ...findMatches(text, comparison, ([, before, after, first, last]) => judge(before ?? last, after ?? first)),
      ...findMatches(text, choice, ([, before, first]) => judge(before, first)),
    ]
  },
}

/**
 * @param {string | undefined} thing the name before `.kind`
 * @param {string | undefined} kind what it is compared with
 */
function judge(thing, kind) {
  const isColumn = /column/i.test(thing ?? '')
  return kind && kinds.has(kind) && !isColumn ? advice : undefined
}
