/** Text of many lines. */
import { type FieldKind, fieldOf, textItself } from '@haykal/model'
import { checkDefault } from '../check-options.ts'
import { checkText, checkTextOptions, parseText, type TextOptions, textColumn, textSchema } from '../text/text.ts'

/** The options of text of many lines; `maxLength` absent: 100,000 characters. */
export type LongTextOptions = TextOptions

/** The most characters where the field says nothing. */
export const defaultMaxLength = 100_000

/** How text of many lines behaves. It is kept as typed. */
export const longTextKind: FieldKind<string, LongTextOptions> = {
  kind: 'longText',
  filters: ['contains', 'startsWith', 'endsWith', 'eq', 'ne'],
  searchedBy: 'contains',
  column: textColumn,
  parse: parseText,
  check: (value, options) => checkText(value, options, defaultMaxLength),
  toText: textItself,
  fromText: parseText,
  jsonSchema: (options) => textSchema(options, defaultMaxLength),
  checkOptions: (options) => [...checkTextOptions(options), ...checkDefault(longTextKind, options)],
}

/** Describes text of many lines. */
export const longText = fieldOf(longTextKind)
