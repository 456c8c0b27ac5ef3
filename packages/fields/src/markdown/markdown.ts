/** Text with headings, lists and links, written as Markdown (CommonMark). */
import { type FieldKind, fieldOf, textItself } from '@haykal/model'
import { checkDefault } from '../check-options.ts'
import { defaultMaxLength } from '../long-text/long-text.ts'
import { checkText, checkTextOptions, parseText, type TextOptions, textColumn, textSchema } from '../text/text.ts'

/** The options of formatted text; `maxLength` absent: 100,000 characters. */
export type MarkdownOptions = TextOptions

/** How formatted text behaves. It is kept as written; HTML in it is text like any other. */
export const markdownKind: FieldKind<string, MarkdownOptions> = {
  kind: 'markdown',
  filters: ['contains', 'startsWith', 'endsWith', 'eq', 'ne'],
  searchedBy: 'contains',
  column: textColumn,
  parse: parseText,
  check: (value, options) => checkText(value, options, defaultMaxLength),
  toText: textItself,
  fromText: parseText,
  jsonSchema: (options) => ({
    ...textSchema(options, defaultMaxLength),
    description: 'Markdown (CommonMark), without HTML.',
  }),
  checkOptions: (options) => [...checkTextOptions(options), ...checkDefault(markdownKind, options)],
}

/** Describes formatted text. */
export const markdown = fieldOf(markdownKind)
