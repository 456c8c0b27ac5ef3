/** Keys that no two programs make alike (RFC 9562). */
import {
  accept,
  type FieldKind,
  type FieldOptions,
  fieldOf,
  type Json,
  refuse,
  textItself,
  wrongType,
} from '@haykal/model'
import { checkDefault } from '../check-options.ts'
import { plainDigits } from '../typed-text.ts'

/** The options of a UUID: none of its own. */
export type UuidOptions = FieldOptions

/** How UUIDs behave: small letters, with hyphens; read in any of the forms that programs write. */
export const uuidKind: FieldKind<string, UuidOptions> = {
  kind: 'uuid',
  filters: ['eq', 'ne', 'in', 'nin', 'contains', 'startsWith', 'endsWith'],
  searchedBy: 'contains',
  column: () => ({ kind: 'text' }),
  parse: parseUuid,
  toText: textItself,
  fromText: (text) =>
    parseUuid(
      plainDigits(text)
        .replace(/^urn:uuid:/i, '')
        .replace(/^\{(.*)\}$/, '$1')
        .replace(/^([\da-f]{8})([\da-f]{4})([\da-f]{4})([\da-f]{4})([\da-f]{12})$/i, '$1-$2-$3-$4-$5'),
    ),
  jsonSchema: () => ({ type: 'string', format: 'uuid', pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' }),
  checkOptions: (options) => checkDefault(uuidKind, options),
}

/** Describes a UUID. */
export const uuid = fieldOf(uuidKind)

function parseUuid(input: Json) {
  if (typeof input !== 'string') return wrongType('text')
  return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(input) ? accept(input.toLowerCase()) : refuse('bad_uuid')
}
