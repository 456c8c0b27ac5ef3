/** What texts are sorted by in tables of our own: kept beside each text, as no database folds letters as people read them. */
import type { Json, ModelField } from '@haykal/model'
import { foldText } from '@haykal/model/fold-text'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { besideColumn } from './beside-column.ts'

/** Of a text, and of what it is folded to, so many characters count: an index of PostgreSQL takes no more than 2,704 bytes a row. */
const mostCharacters = 200

/** Between what a text is folded to and the text, which decides where two are folded to the same: lower than all that stands in a line. */
const divider = '\t'

/** What a value is sorted by, in the order of code points; empty for what is no text. */
export function orderKey(value: Json): string {
  if (typeof value !== 'string') return ''
  const text = beginningOf(value)
  return `${beginningOf(foldText(text).replace(/\d+/g, digitsByValue))}${divider}${text}`
}

/** What the keys of all texts that begin with a text are not lower than. */
export function orderKeyStart(value: Json): string {
  return orderKey(value).split(divider)[0] ?? ''
}

/** More digits come after fewer, so how many there are stands in front of them: 9 before 10. */
function digitsByValue(digits: string): string {
  const significant = digits.replace(/^0+/, '')
  const { length } = significant
  return length < 9 ? `${length}${significant}` : `9${String(length).padStart(3, '0')}${significant}`
}

function beginningOf(text: string): string {
  return text.length <= mostCharacters ? text : Array.from(text).slice(0, mostCharacters).join('')
}

/** How the name of a column ends that holds what another is sorted by. */
export const orderEnding = '$order'

/** The column that holds what a field is sorted by; undefined where it is sorted by itself. */
export function orderColumn({ hasOrderKey, columnName }: ModelField): string | undefined {
  return hasOrderKey ? besideColumn(columnName, orderEnding) : undefined
}

/** The columns by which a list is sorted by a field. */
export function orderColumns(field: ModelField): readonly string[] {
  const key = orderColumn(field)
  if (key === undefined) return [field.columnName]
  return field.isKey ? [key, field.columnName] : [key]
}

/** Whether a row does not hold what a field is sorted by, as another program wrote the text, or it was there before. */
export function isStale(field: ModelField): RawBuilder<SqlBool> {
  const key = sql.id(orderColumn(field) ?? field.columnName)
  const text = sql`substr(${sql.id(field.columnName)}, 1, ${sql.lit(mostCharacters)})`
  const end = sql`coalesce(substr(${key}, length(${key}) - length(${text})), ${key})`
  // Without IS NULL: of a column that is never NULL, SQLite drops that from the question, and then does not know its index again.
  return sql<SqlBool>`${end} <> coalesce(${sql.lit(divider)} || ${text}, '')`
}
