/** Which tables of a file of somebody else's are indexed, and by which of their columns. */
import type { Model } from '@haykal/model'
import { rowNumber } from '../../../records/search-column.ts'
import { foldName } from '../introspect/tokens.ts'
import type { IndexedTable } from './index-file.ts'

/** The names under which SQLite gives a row's number, unless a column bears them. */
const numberNames = ['rowid', '_rowid_', 'oid']

/** The name under which each row of a model's table has a number; undefined where it has none, or nobody can ask for it. */
export function numberOf(model: Model, withoutNumbers: ReadonlySet<string>): string | undefined {
  if (model.definition.source !== undefined || withoutNumbers.has(foldName(model.table))) return undefined
  const key = rowNumber(model)
  // Of several names the key's own, where it has one: what is gathered by keys is then gathered by numbers.
  if (key !== undefined && (model.key[0]?.isGenerated === true || numberNames.includes(foldName(key)))) return key
  const taken = new Set(model.fields.map(({ columnName }) => foldName(columnName)))
  return numberNames.find((name) => !taken.has(name))
}

/** Tables with more texts than this are gone through: each is a column of the index. */
const mostColumns = 200

/** What is indexed of a model; undefined: nothing. */
export function indexedTableOf(model: Model, withoutNumbers: ReadonlySet<string>): IndexedTable | undefined {
  const number = numberOf(model, withoutNumbers)
  const columns = model.fields.filter(isIndexed).map(({ columnName }) => columnName)
  return number === undefined || columns.length === 0 || columns.length > mostColumns
    ? undefined
    : { table: model.table, number, columns }
}

function isIndexed({ isFoundByPart, column }: Model['fields'][number]): boolean {
  return isFoundByPart && column.kind === 'text'
}
