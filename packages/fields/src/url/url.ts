/** Addresses of web pages, safe to follow. */
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
import { plainLine } from '../typed-text.ts'

/** The options of an address. */
export interface UrlOptions extends FieldOptions {
  /** The most characters; absent: 2,000, which every browser and proxy takes. */
  readonly maxLength?: number
}

const defaultMaxLength = 2000
/** More than any address has, so that reading one stays quick. */
const longestRead = 20_000

/** How addresses behave: `http` and `https` only, without a password in them, as the web's own rules write them. */
export const urlKind: FieldKind<string, UrlOptions> = {
  kind: 'url',
  filters: ['contains', 'startsWith', 'endsWith', 'eq', 'ne', 'in', 'nin'],
  searchedBy: 'contains',
  // Letters of other scripts stand in an address as codes.
  asPart: (text) => text.toWellFormed().replace(/[^\0-\x7f]+/g, encodeURIComponent),
  column: () => ({ kind: 'text' }),
  parse: parseUrl,
  check: (value, { maxLength: max = defaultMaxLength }) =>
    value.length > max ? { code: 'too_long', params: { max } } : undefined,
  toText: textItself,
  fromText(text) {
    const plain = plainLine(text)
    return parseUrl(hasNoScheme.test(plain) ? `https://${plain}` : plain)
  },
  jsonSchema: ({ maxLength = defaultMaxLength }) => ({
    type: 'string',
    format: 'uri',
    pattern: '^https?://',
    maxLength,
  }),
  checkOptions(options) {
    const wrong = checkCount('maxLength', options.maxLength, 1)
    return wrong.length > 0 ? wrong : checkDefault(urlKind, options)
  },
}

/** Describes the address of a web page. */
export const url = fieldOf(urlKind)

/** `example.com/page` and `example.com:8080`, as people write them. */
const hasNoScheme = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}.-]*\.[\p{L}\p{M}\p{N}-]+(?::\d+)?(?:[/?#].*)?$/u

function parseUrl(input: Json) {
  if (typeof input !== 'string' || !isStorableText(input)) return wrongType('text')
  const text = plainLine(input)
  if (!/^https?:\/\/[^/\s]/i.test(text) || text.length > longestRead || !URL.canParse(text)) return refuse('bad_url')
  const { href, username, password, hostname } = new URL(text)
  // `https://bank.example@evil.example` leads elsewhere than it seems to.
  return username === '' && password === '' && hostname !== '' ? accept(href) : refuse('bad_url')
}

/** What is read of an address: without what goes without saying, in letters rather than in their codes. */
export function readableUrl(value: string): string {
  const short = value.replace(/^https:\/\//, '').replace(/^([^/?#]+)\/$/, '$1')
  try {
    return decodeURI(short).replace(/\s|\p{Cc}/gu, (letter) => encodeURIComponent(letter))
  } catch {
    return short
  }
}
