/** What texts are searched by in tables of our own: kept beside each text, with a mark of the text that it was made of. */
import type { Json, ListCondition, Model, ModelField } from '@haykal/model'
import { searchText } from '@haykal/model/search-text'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { besideColumn } from './beside-column.ts'

/** How the name of a column ends that holds what another is searched by. */
export const searchEnding = '$search'

/** The column that holds what a field is searched by; undefined where it is not kept. */
export function searchColumn({ hasSearchText, columnName }: ModelField): string | undefined {
  return hasSearchText ? besideColumn(columnName, searchEnding) : undefined
}

/** The fields of a model that are kept to be searched, in the order of the columns. */
export function searchedFields(model: Model): readonly ModelField[] {
  return model.fields.filter(({ hasSearchText }) => hasSearchText)
}

/** The column that numbers the rows of a model for good: its key, where that is one whole number. Undefined: none does. */
export function rowNumber({ key: [only, ...others] }: Model): string | undefined {
  return only?.column.kind === 'integer' && others.length === 0 ? only.columnName : undefined
}

/** Characters of the mark in front. */
export const markLength = 8

/** What the column holds for a value: of nothing, nothing. */
export function searchColumnText(value: Json): string {
  return value === null
    ? ''
    : `${markOf(typeof value === 'string' ? value : JSON.stringify(value))}${searchText(value)}`
}

/**
 * Tells one text from another, so that whoever changes a text and leaves the column as it is can be told from whoever wrote both: 32 bits
 * (FNV-1a) as eight characters that nobody types and no text is found by.
 */
function markOf(text: string): string {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return (hash >>> 0)
    .toString(16)
    .padStart(markLength, '0')
    .replace(/./g, (digit) => String.fromCharCode(16 + Number.parseInt(digit, 16)))
}

/** A row whose text is not kept to be searched, as another program wrote it, or it was there before. */
export function isUnsearched(field: ModelField): RawBuilder<SqlBool> {
  const column = sql.id(searchColumn(field) ?? field.columnName)
  // Without IS NULL: of a column that is never NULL, SQLite drops that from the question, and then does not know its index again.
  return sql<SqlBool>`${column} = '' and coalesce(cast(${sql.id(field.columnName)} as text), '') <> ''`
}

/** Whether a condition asks what a search finds. */
export function hasSearch(condition: ListCondition): boolean {
  if (condition.type === 'found') return true
  if (condition.type === 'test') return false
  return condition.type === 'all' || condition.type === 'any' ? condition.of.some(hasSearch) : hasSearch(condition.of)
}
