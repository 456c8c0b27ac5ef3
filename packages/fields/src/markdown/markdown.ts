/** Text with headings, lists and links, written as Markdown (CommonMark). */
import { type FieldKind, fieldOf } from '@haykal/model'
import { checkDefault } from '../check-options.ts'
import { defaultMaxLength } from '../long-text/long-text.ts'
import { checkLength, checkTextOptions, parseText, type TextOptions, textColumn } from '../text/text.ts'

/** The options of formatted text; `maxLength` absent: 100,000 characters. */
export type MarkdownOptions = TextOptions

/** How formatted text behaves. It is kept as written; HTML in it is text like any other. */
export const markdownKind: FieldKind<string, MarkdownOptions> = {
  kind: 'markdown',
  filters: ['contains', 'startsWith', 'endsWith', 'eq', 'ne'],
  searchedBy: 'contains',
  column: textColumn,
  parse: parseText,
  check: (value, options) =>
    checkLength(value, { min: options.minLength ?? 0, max: options.maxLength ?? defaultMaxLength }),
  toText: (value) => value,
  fromText: parseText,
  jsonSchema: ({ minLength, maxLength = defaultMaxLength }) => ({
    type: 'string',
    description: 'Markdown (CommonMark), without HTML.',
    maxLength,
    ...(minLength === undefined ? {} : { minLength }),
  }),
  checkOptions: (options) => [...checkTextOptions(options), ...checkDefault(markdownKind, options)],
}

/** Describes formatted text. */
export const markdown = fieldOf(markdownKind)
