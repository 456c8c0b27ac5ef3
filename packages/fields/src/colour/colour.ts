/** Colours, as the web writes them. */
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

/** The options of a colour: none of its own. */
export type ColourOptions = FieldOptions

/** How colours behave: `#rrggbb` in small letters. */
export const colourKind: FieldKind<string, ColourOptions> = {
  kind: 'colour',
  filters: ['eq', 'ne', 'in', 'nin'],
  searchedBy: 'equals',
  column: () => ({ kind: 'text' }),
  parse: parseColour,
  toText: textItself,
  fromText: (text) => parseColour(plainDigits(text).replace(/^(?=[\da-f]+$)/i, '#')),
  jsonSchema: () => ({ type: 'string', pattern: '^#[0-9a-f]{6}$' }),
  checkOptions: (options) => checkDefault(colourKind, options),
}

/** Describes a colour. */
export const colour = fieldOf(colourKind)

function parseColour(input: Json) {
  if (typeof input !== 'string') return wrongType('text')
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(input)
  const long = short
    ? `#${short
        .slice(1)
        .map((digit) => digit + digit)
        .join('')}`
    : input
  return /^#[\da-f]{6}$/i.test(long) ? accept(long.toLowerCase()) : refuse('bad_colour')
}
