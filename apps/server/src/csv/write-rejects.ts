/** Writes the rows of a CSV file that were rejected, each with its line and what is wrong with it: to be mended and imported as it is. */
import { closeSync, existsSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { type ImportRow, rejectColumns } from '@haykal/records'
import { stringify } from 'csv-stringify/sync'
import { Mistake } from '../mistake.ts'

/** Where rejected rows go. */
export interface RejectsFile {
  readonly path: string
  readonly delimiter: string
  /** The names of the columns of the file that is imported. */
  readonly columns: readonly string[]
}

/** A file of rejected rows; it is made with the first one. */
export interface Rejects {
  add(row: ImportRow, problems: string): void
  /** Gives the path; null: there was none. */
  close(): string | null
}

/** How the first line of such a file ends, whatever stands between its values. */
const ourHeader = new RegExp(`${rejectColumns.join('\\P{L}{1,10}')}$`, 'u')

/** Bytes that are looked at to know a file of ours again. */
const headerSize = 64 * 1024

/** Begins: a file of an earlier import is in the way no more. Throws `Mistake` for one that is something else. */
export function openRejects({ path, delimiter, columns }: RejectsFile): Rejects {
  if (existsSync(path)) {
    if (!ourHeader.test(firstLineOf(path)))
      throw new Mistake(`${path} is there, and holds no rejected rows: name another file with --rejects.`)
    rmSync(path)
  }
  let file: number | undefined
  const write = (cells: readonly string[]) => {
    file ??= openSync(path, 'w')
    writeSync(file, stringify([[...cells]], { delimiter }))
  }
  return {
    add({ line, cells }, problems) {
      if (file === undefined) write([...columns, ...rejectColumns])
      const padded = columns.map((_, index) => cells[index] ?? '')
      write([...padded, String(line), problems, ...cells.slice(columns.length)])
    },
    close() {
      if (file === undefined) return null
      closeSync(file)
      return path
    },
  }
}

function firstLineOf(path: string): string {
  const file = openSync(path, 'r')
  try {
    const start = Buffer.alloc(headerSize)
    const size = readSync(file, start, 0, headerSize, 0)
    return start.toString('utf8', 0, size).split(/\r?\n/, 1)[0] ?? ''
  } finally {
    closeSync(file)
  }
}
