/** What an import is given and what it tells: rows of texts under the names of columns, and what became of each. */
import type { ErrorCode, Fault } from '@haykal/model'

/** A row of a file. */
export interface ImportRow {
  /** The line of the file on which it begins, from 1. */
  readonly line: number
  /** One text for each column; more or fewer are refused. */
  readonly cells: readonly string[]
}

/** Rows with the names that stand above them. */
export interface ImportTable {
  readonly columns: readonly string[]
  readonly rows: AsyncIterable<ImportRow>
}

/** What is to be imported, and how. */
export interface ImportRequest extends ImportTable {
  /** The columns by which rows find their records; absent: the key of the model where its columns are there, else none: every row becomes a record. */
  readonly match?: readonly string[]
  /** The same rows as they were when somebody began to edit them: what others changed since is kept. Absent: what is stored is what they saw. */
  readonly base?: ImportTable
  /** Everything is tried and taken back. */
  readonly isDryRun?: boolean
  /** One row that is rejected keeps all others out. */
  readonly isAllOrNothing?: boolean
  /** Takes the rows that are rejected, in the order of the file. */
  reject(row: RejectedRow): Promise<void>
  /** Is told how far the import is, after each step; absent: nobody asks. */
  progress?(report: ImportReport): void
}

/** What is wrong with a row, in one of its columns. */
export interface RowProblem extends Fault {
  /** The column as the file names it, or else the field; absent: it is the row as a whole. */
  readonly column?: string
}

/** A row that did not go in. */
export interface RejectedRow {
  readonly row: ImportRow
  readonly code: ErrorCode
  /** Every problem at once; empty: the code says all. */
  readonly problems: readonly RowProblem[]
  /** What code of the project threw, for `project_failed`; only for whoever runs the server. Absent: nothing. */
  readonly cause?: unknown
}

/** What has become of the rows so far. */
export interface ImportReport {
  /** The change-set by which it can be taken back; null: nothing was written. */
  readonly changeSet: string | null
  readonly created: number
  readonly edited: number
  /** Rows whose record has all of their values already. */
  readonly unchanged: number
  readonly rejected: number
  /** The fields by which rows found their records; empty: none did. */
  readonly match: readonly string[]
  /** The columns that were left out, as nobody can set what is in them. */
  readonly ignored: readonly string[]
}
