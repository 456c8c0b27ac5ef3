/** A few bytes kept in the record itself: a thumbnail, a signature, a key. */
import {
  accept,
  type FieldKind,
  type FieldOptions,
  fieldOf,
  inlineBytes,
  type Json,
  refuse,
  wrongType,
} from '@haykal/model'
import { checkCount, checkDefault } from '../check-options.ts'

/** The options of bytes. */
export interface BytesOptions extends FieldOptions {
  /** The most bytes; absent: 1 MiB. */
  readonly maxBytes?: number
}

/** The most bytes where the field says nothing. */
export const defaultMaxBytes = 1_048_576

/**
 * How bytes behave: base64 (RFC 4648 §4) with its padding, in the one form that stands for them. Of more than `inlineBytes` a record
 * may tell only `{ size }`, which is no value to be stored.
 */
export const bytesKind: FieldKind<string, BytesOptions> = {
  kind: 'bytes',
  filters: [],
  sortable: false,
  bulky: true,
  column: () => ({ kind: 'bytes' }),
  parse: parseBytes,
  check(value, { maxBytes = defaultMaxBytes }) {
    return byteLength(value) > maxBytes ? { code: 'too_large', params: { max: maxBytes } } : undefined
  },
  toText: (value) => value,
  fromText: (text) => parseBytes(text.replace(/\s+/g, '')),
  jsonSchema: () => ({
    type: ['string', 'object'],
    contentEncoding: 'base64',
    description: `Base64. A record may tell only \`{ "size": … }\` of more than ${inlineBytes} bytes; they have an address of their own.`,
  }),
  checkOptions: (options) => {
    const wrong = checkCount('maxBytes', options.maxBytes, 1)
    return wrong.length > 0 ? wrong : checkDefault(bytesKind, options)
  },
}

/** Describes bytes. */
export const bytes = fieldOf(bytesKind)

/** How many bytes a base64 text stands for. */
export function byteLength(base64: string): number {
  const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0
  return (base64.length / 4) * 3 - padding
}

function parseBytes(input: Json) {
  if (typeof input !== 'string') return wrongType('base64')
  return isCanonical(input) ? accept(input) : refuse('bad_base64')
}

/** The bits that padding leaves over must be zero, or two texts would stand for the same bytes. */
function isCanonical(text: string): boolean {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return false
  if (text.endsWith('==')) return 'AQgw'.includes(text.at(-3) ?? '')
  return !text.endsWith('=') || 'AEIMQUYcgkosw048'.includes(text.at(-2) ?? '')
}
