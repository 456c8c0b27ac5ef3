/** One line of text. */
import {
  accept,
  type Column,
  type Fault,
  type FieldKind,
  type FieldOptions,
  fieldOf,
  isStorableText,
  type Json,
  wrongType,
} from '@haykal/model'
import { checkCount, checkDefault, checkFlag } from '../check-options.ts'
import { lengthOf } from '../typed-text.ts'

/** The options of one line of text. */
export interface TextOptions extends FieldOptions {
  /** The most characters; absent: 1,000. */
  readonly maxLength?: number
  /** The fewest characters; absent: any. */
  readonly minLength?: number
  /** The column of an adopted table holds numbers beside texts: what reads as a number is kept as one. Absent: texts only. */
  readonly isMixed?: boolean
}

/** The most characters of a line where the field says nothing. */
export const defaultMaxLength = 1000

// Line breaks, tabs, bells and other commands to a terminal of long ago: none belongs into one line of text.
const controlCharacter = /\p{Cc}/u

/** How one line of text behaves. It is kept as typed: space and letter case are the writer's affair. */
export const textKind: FieldKind<string, TextOptions> = {
  kind: 'text',
  filters: ['eq', 'ne', 'in', 'nin', 'contains', 'startsWith', 'endsWith', 'gt', 'gte', 'lt', 'lte', 'between'],
  searchedBy: 'contains',
  column: textColumn,
  parse: parseText,
  check(value, options) {
    if (controlCharacter.test(value)) return { code: 'wrong_type', params: { expected: 'line' } }
    return checkLength(value, { min: options.minLength ?? 0, max: options.maxLength ?? defaultMaxLength })
  },
  toText: (value) => value,
  fromText: parseText,
  jsonSchema: ({ minLength, maxLength = defaultMaxLength }) => ({
    type: 'string',
    maxLength,
    ...(minLength === undefined ? {} : { minLength }),
  }),
  checkOptions: (options) => [...checkTextOptions(options), ...checkDefault(textKind, options)],
}

/** Describes one line of text. */
export const text = fieldOf(textKind)

/** The column that holds a text. */
export function textColumn({ isMixed = false }: Pick<TextOptions, 'isMixed'>): Column {
  return { kind: 'text', ...(isMixed && { isMixed }) }
}

/** Any text that can be stored. */
export function parseText(input: Json) {
  return typeof input === 'string' && isStorableText(input) ? accept(input) : wrongType('text')
}

/** Whether a text keeps its limits, in characters. */
export function checkLength(value: string, { min, max }: { min: number; max: number }): Fault | undefined {
  const length = lengthOf(value)
  if (length > max) return { code: 'too_long', params: { max } }
  return length < min ? { code: 'too_short', params: { min } } : undefined
}

/** What is wrong with the options of a text, its default apart. */
export function checkTextOptions({ minLength, maxLength, isMixed }: TextOptions): string[] {
  const lengths = [...checkCount('minLength', minLength), ...checkCount('maxLength', maxLength, 1)]
  const wrong = [...lengths, ...checkFlag('isMixed', isMixed)]
  if (wrong.length > 0 || minLength === undefined || maxLength === undefined || minLength <= maxLength) return wrong
  return [`minLength is ${minLength} and maxLength is ${maxLength}: no text is that long`]
}
