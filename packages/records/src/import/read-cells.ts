/** Makes values of the texts of a row: by the kind of each field; an empty cell is no value. */
import type { Connection } from '@haykal/database'
import { accept, type Json, type Parsed } from '@haykal/model'
import { findRelated, type RelatedFinder } from './find-related.ts'
import type { ImportRow, RowProblem } from './import-request.ts'
import type { ImportColumn } from './match-columns.ts'

/** What the texts of a row mean: the values that could be read, and what is wrong with the rest. */
export interface ReadCells {
  readonly values: ReadonlyMap<ImportColumn, Json>
  readonly problems: readonly RowProblem[]
}

/** Reads the cells of some columns. */
export async function readCells(
  finder: RelatedFinder,
  { columns, row }: { readonly columns: readonly ImportColumn[]; readonly row: ImportRow },
  connection: Connection,
): Promise<ReadCells> {
  const values = new Map<ImportColumn, Json>()
  const problems: RowProblem[] = []
  for (const column of columns) {
    const parsed = await readCell(finder, { column, text: row.cells[column.index] ?? '' }, connection)
    if (parsed.ok) values.set(column, parsed.value)
    else problems.push({ column: column.name, ...parsed.fault })
  }
  return { values, problems }
}

/** Reads one cell. */
export async function readCell(
  finder: RelatedFinder,
  { column: { field }, text }: { readonly column: ImportColumn; readonly text: string },
  connection: Connection,
): Promise<Parsed<Json>> {
  if (text.trim() === '') return accept(null)
  if (field.references === undefined) return field.kind.fromText(text, field.options)
  return await findRelated(finder, { field, text }, connection)
}
