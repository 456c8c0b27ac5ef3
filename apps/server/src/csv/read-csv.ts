/** Reads a CSV file row by row, each with the line on which it begins; a file of any size takes the same memory. */
import { Readable } from 'node:stream'
import type { ImportRow, ImportTable } from '@haykal/records'
import { CsvError, parse } from 'csv-parse'
import { Mistake } from '../mistake.ts'
import { readText, type TextFile } from './read-text.ts'

/** A CSV file and how it is written. */
export interface CsvFile extends TextFile {
  /** What stands between two cells; absent: a comma. */
  readonly delimiter?: string | undefined
}

/** A CSV file that was read to its end once: its header, how many rows it has, and its rows, to be read again. */
export interface CheckedCsv extends ImportTable {
  readonly count: number
}

/** Characters of a row at most; a quote that is never closed would else take in the whole file. */
const longestRow = 32 * 1024 * 1024

/** Reads the whole file once, before anything comes of it. Throws `Mistake` for what is no CSV: with the line. */
export async function checkCsv(file: CsvFile): Promise<CheckedCsv> {
  let columns: readonly string[] | undefined
  let count = 0
  for await (const { cells } of readRows(file)) {
    if (columns) count += 1
    columns ??= cells
  }
  if (!columns) throw new Mistake(`${file.path} is empty: its first line must hold the names of the columns.`)
  return { columns, count, rows: withoutHeader(readRows(file)) }
}

async function* withoutHeader(rows: AsyncIterable<ImportRow>): AsyncGenerator<ImportRow> {
  let isHeader = true
  for await (const row of rows) {
    if (!isHeader) yield row
    isHeader = false
  }
}

/** All rows that are not blank, the header too. */
async function* readRows(file: CsvFile): AsyncGenerator<ImportRow> {
  let next = 1
  /** The first lines of the rows that the parser has on their way to us. */
  const starts: number[] = []
  const parser = parse({
    delimiter: file.delimiter ?? ',',
    record_delimiter: ['\r\n', '\n', '\r'],
    // Rows with too few or too many cells are told one by one.
    relax_column_count: true,
    max_record_size: longestRow,
    on_record(cells: string[]) {
      starts.push(next)
      // The parser's own count takes a line end of Windows inside of quotes for two.
      next += 1 + cells.reduce((sum, cell) => sum + breaksIn(cell), 0)
      return cells
    },
  })
  const source = Readable.from(readText(file), { highWaterMark: 1 })
  source.on('error', (error) => parser.destroy(error))
  source.pipe(parser)
  try {
    for await (const cells of parser as AsyncIterable<readonly string[]>) {
      const row = { line: starts.shift() ?? next, cells }
      if (!isBlank(row)) yield row
    }
  } catch (error) {
    throw error instanceof CsvError ? brokenCsv(file, error, next) : error
  } finally {
    source.destroy()
  }
}

function breaksIn(cell: string): number {
  return cell.includes('\n') || cell.includes('\r') ? (cell.match(/\r\n|\n|\r/g)?.length ?? 0) : 0
}

function isBlank({ cells }: ImportRow): boolean {
  return cells.length === 1 && cells[0] === ''
}

function brokenCsv({ path }: CsvFile, error: CsvError, row: number): Mistake {
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
    case 'CSV_MAX_RECORD_SIZE':
      return new Mistake(
        `${path} is no CSV: a quote in the row that begins in line ${row} is never closed. Close it, or write it twice ("") where the quote itself is meant.`,
        error,
      )
    default:
      return new Mistake(
        `${path} is no CSV: a value in the row that begins in line ${row} has a quote inside. Put the whole value in quotes, and write the quote twice ("").`,
        error,
      )
  }
}
