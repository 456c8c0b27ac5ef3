/** Finds what tells the rows of a table apart: its key, else other unique columns, else the number of the row, else nothing. */
import type { Doubt } from '@haykal/model'
import { sql } from 'kysely'
import type { Database, Stored } from '../engine.ts'
import type { AdoptedTable, KnownTable } from './adopted-table.ts'
import type { ColumnLook } from './kinds/column-look.ts'

/** What tells rows apart. */
export interface KeyGuess {
  /** The columns, or the name of the row number; empty where nothing does. */
  readonly columns: readonly string[]
  readonly isRowNumber: boolean
  readonly doubts: readonly Doubt[]
}

/** The key of a table; of one that holds NULLs or broken texts, or cannot be found by, another is taken. */
export async function guessTableKey(database: Database, table: KnownTable): Promise<KeyGuess> {
  const { key, uniqueKeys, rowNumber } = table.shape
  const candidates = [...(key.length > 0 ? [key] : []), ...[...uniqueKeys].sort((a, b) => a.length - b.length)]
  const unsound: string[] = []
  for (const columns of candidates) {
    if (await isSound(database, table, columns))
      return { columns, isRowNumber: false, doubts: unsoundDoubts(table, unsound) }
    unsound.push(...columns)
  }
  const doubts = unsoundDoubts(table, unsound)
  if (rowNumber !== undefined) {
    const doubt: Doubt = { code: 'key_is_row_number', params: { name: rowNumber } }
    return { columns: [rowNumber], isRowNumber: true, doubts: doubts.length > 0 ? doubts : [doubt] }
  }
  // Broken texts are still told apart by their bytes; what cannot be compared is not told apart at all.
  if (key.length > 0 && !hasUnsortable(table, key)) return { columns: key, isRowNumber: false, doubts }
  return { columns: [], isRowNumber: false, doubts: [...doubts, { code: 'no_key' }] }
}

function unsoundDoubts(table: KnownTable, columns: readonly string[]): readonly Doubt[] {
  const fields = [...new Set(columns)].map((column) => table.fieldOf(column)).join(', ')
  return columns.length === 0 ? [] : [{ code: 'key_unsound', params: { fields } }]
}

function hasUnsortable(table: KnownTable, columns: readonly string[]): boolean {
  return table.columns.some(({ name, isUnsortable }) => isUnsortable && columns.includes(name))
}

async function isSound(database: Database, table: KnownTable, columns: readonly string[]): Promise<boolean> {
  if (hasUnsortable(table, columns) || !columns.every((name) => table.columns.some((column) => column.name === name)))
    return false
  const looks = columns.map((column) => table.look(column))
  const hasNull = looks.some(({ values, rows }) => values.length < rows)
  if (hasNull || !looks.every(isTold)) return false
  // The others are in the middle of an index, where looking for NULL would read the whole of it.
  const [first] = table.columns.filter(({ name, isNullable }) => isNullable && name === columns[0])
  if (!first || table.rows.mostRows <= table.rows.count) return true
  const { rows } =
    await sql`select 1 from ${sql.id(table.shape.name)} where ${sql.id(first.name)} is null limit 1`.execute(
      database.queries,
    )
  return rows.length === 0
}

/** Whether values can be told by what is shown of them: texts are whole, and the number 5 does not stand beside the text "5". */
function isTold({ sort, values, distinct }: ColumnLook): boolean {
  if (values.some((value) => typeof value === 'string' && value.includes('\ufffd'))) return false
  if (sort !== 'mixed') return true
  const shown = [...distinct].map(shownText)
  return new Set(shown).size === shown.length
}

/** A value as it is shown where it stands in a text. */
function shownText(value: Stored): string {
  return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : String(value)
}

/** The key of a view: a column that is the key of a table, where the values that were looked at are all different. */
export function guessViewKey(view: KnownTable, tables: ReadonlyMap<string, AdoptedTable>): KeyGuess {
  const found = view.columns.find(({ name, origin }) => {
    const table = origin && tables.get(origin.table)
    const look = view.look(name)
    const { values, rows } = look
    const isDifferent = rows > 0 && new Set(values.map(shownText)).size === rows && isTold(look)
    return table && isDifferent && isAlone(table, origin.column)
  })
  return found
    ? {
        columns: [found.name],
        isRowNumber: false,
        doubts: [{ code: 'view_key_guessed', params: { field: view.fieldOf(found.name) } }],
      }
    : { columns: [], isRowNumber: false, doubts: [{ code: 'view_without_key' }] }
}

function isAlone({ shape }: AdoptedTable, column: string): boolean {
  return [shape.key, ...shape.uniqueKeys].some((key) => key.length === 1 && key[0] === column)
}
