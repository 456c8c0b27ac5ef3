/** A table, a view or a virtual table on its way to become a model: what is known of it, and what was guessed so far. */
import type { ColumnShape, TableSample, TableShape } from '../engine.ts'
import type { KeyGuess } from './guess-key.ts'
import { fieldNames } from './guess-names.ts'
import { type ColumnLook, lookAt, nothingSeen } from './kinds/column-look.ts'
import type { KindGuess } from './kinds/guess-kind.ts'

/** What is known of a table before anything was guessed. */
export interface KnownTable {
  readonly shape: TableShape
  /** The name of its model. */
  readonly model: string
  /** The columns that become fields. */
  readonly columns: readonly ColumnShape[]
  /** The name of the field for a column, or for the row number. */
  fieldOf(column: string): string
  look(column: string): ColumnLook
  /** How many rows were looked at, and how many there are at most. */
  readonly rows: Pick<TableSample, 'count' | 'mostRows'>
}

/** What others need to know of a table to point to it. */
export interface AdoptedTable extends KnownTable {
  readonly key: KeyGuess
  /** The kind of each column as if it pointed to nothing. */
  kindOf(column: string): KindGuess
}

/** The most columns that a statement gives (https://www.sqlite.org/limits.html). */
const mostColumns = 2_000

/** A table with what was seen of it; the last column goes where the row number takes its place. */
export function knownTable(shape: TableShape, model: string, sample: TableSample | undefined): KnownTable {
  const isFull = shape.columns.length >= mostColumns && shape.key.length === 0 && shape.rowNumber !== undefined
  const columns = isFull ? shape.columns.slice(0, mostColumns - 1) : shape.columns
  const names = fieldNames([
    ...columns.map(({ name }) => name),
    ...(shape.rowNumber === undefined ? [] : [shape.rowNumber]),
  ])
  const looks = new Map(sample && columns.map(({ name }) => [name, lookAt(sample.values.get(name) ?? [])]))
  return {
    shape,
    model,
    columns,
    fieldOf: (column) => names.get(column) ?? column,
    look: (column) => looks.get(column) ?? nothingSeen,
    rows: sample ?? { count: 0, mostRows: Number.POSITIVE_INFINITY },
  }
}
