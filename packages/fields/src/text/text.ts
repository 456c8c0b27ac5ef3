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
  type JsonSchema,
  textItself,
  wrongType,
} from '@haykal/model'
import { checkPattern } from '#check-pattern'
import { checkCount, checkDefault, checkFlag } from '../check-options.ts'
import { lengthOf } from '../typed-text.ts'

/** The options of one line of text. */
export interface TextOptions extends FieldOptions {
  /** The most characters; absent: 1,000. */
  readonly maxLength?: number
  /** The fewest characters; absent: any. */
  readonly minLength?: number
  /**
   * A regular expression (with the flag `u`) that the whole text must fit; absent: any will do. `help` says in words what is wanted.
   * Without looking ahead or back, and such that no text can be matched in ever more ways.
   */
  readonly pattern?: string
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
  sortsAsWords: true,
  column: textColumn,
  parse: parseText,
  check(value, options) {
    if (controlCharacter.test(value)) return { code: 'wrong_type', params: { expected: 'line' } }
    return checkText(value, options, defaultMaxLength)
  },
  toText: textItself,
  fromText: parseText,
  jsonSchema: (options) => textSchema(options, defaultMaxLength),
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

/** Whether a text keeps to the options of its field; `most` characters where they say nothing. */
export function checkText(value: string, options: TextOptions, most: number): Fault | undefined {
  const fault = checkLength(value, { min: options.minLength ?? 0, max: options.maxLength ?? most })
  if (fault || options.pattern === undefined) return fault
  return wholePattern(options.pattern).test(value)
    ? undefined
    : { code: 'wrong_form', params: { pattern: options.pattern } }
}

/** What a text looks like in the API document. */
export function textSchema({ minLength, maxLength, pattern }: TextOptions, most: number): JsonSchema {
  return {
    type: 'string',
    maxLength: maxLength ?? most,
    ...(minLength === undefined ? {} : { minLength }),
    ...(pattern === undefined ? {} : { pattern: wholePattern(pattern).source }),
  }
}

const wholePatterns = new Map<string, RegExp>()

function wholePattern(pattern: string): RegExp {
  const whole = wholePatterns.get(pattern) ?? new RegExp(`^(?:${pattern})$`, 'u')
  wholePatterns.set(pattern, whole)
  return whole
}

/** What is wrong with the options of a text, its default apart. */
export function checkTextOptions({ minLength, maxLength, pattern, isMixed }: TextOptions): string[] {
  const lengths = [...checkCount('minLength', minLength), ...checkCount('maxLength', maxLength, 1)]
  const wrong = [...lengths, ...checkPattern(pattern), ...checkFlag('isMixed', isMixed)]
  if (wrong.length > 0 || minLength === undefined || maxLength === undefined || minLength <= maxLength) return wrong
  return [`minLength is ${minLength} and maxLength is ${maxLength}: no text is that long`]
}
