/** Anything that JSON can say: settings, answers of other systems, lists of small things. */
import {
  accept,
  type FieldKind,
  type FieldOptions,
  fieldOf,
  isStorableText,
  type Json,
  refuse,
  wrongType,
} from '@haykal/model'
import { checkDefault } from '../check-options.ts'

/** The options of JSON: none of its own. */
export type JsonOptions = FieldOptions

/** How deep lists and objects may stand in each other. */
export const maxDepth = 64

/** The most characters of a value written as text. */
export const maxTextLength = 1_048_576

/** How JSON behaves: kept as it comes. */
export const jsonKind: FieldKind<Json, JsonOptions> = {
  kind: 'json',
  filters: [],
  sortable: false,
  column: () => ({ kind: 'json' }),
  parse: parseJson,
  check: (value) =>
    JSON.stringify(value).length > maxTextLength ? { code: 'too_long', params: { max: maxTextLength } } : undefined,
  toText: (value) => JSON.stringify(value),
  fromText(text) {
    try {
      return parseJson(JSON.parse(text))
    } catch {
      return refuse('malformed')
    }
  },
  jsonSchema: () => ({}),
  checkOptions: (options) => checkDefault(jsonKind, options),
}

/** Describes JSON. */
export const json = fieldOf(jsonKind)

function parseJson(input: Json) {
  const fault = faultIn(input, 0)
  return fault === undefined ? accept(input) : fault === 'deep' ? refuse('too_complex') : wrongType('json')
}

/** `deep` for too many levels, `strange` for what is no JSON or could not be stored. */
function faultIn(value: unknown, depth: number): 'deep' | 'strange' | undefined {
  if (value === null || typeof value === 'boolean') return undefined
  if (typeof value === 'string') return isStorableText(value) ? undefined : 'strange'
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : 'strange'
  if (typeof value !== 'object') return 'strange'
  if (depth === maxDepth) return 'deep'
  if (!Array.isArray(value) && !Object.keys(value).every(isStorableText)) return 'strange'
  for (const inner of Object.values(value)) {
    const fault = faultIn(inner, depth + 1)
    if (fault) return fault
  }
  return undefined
}
