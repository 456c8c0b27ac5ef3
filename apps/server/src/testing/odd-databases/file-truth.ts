/**
 * What is in a file, as it is read past everything of ours: the truth that all is compared with. By the copy of SQLite that the server uses, as
 * another one in the same process would take its locks away when it closes the file, and cut off the memory that the log is found by.
 */
import { createHash } from 'node:crypto'
import { createReadStream, readdirSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import SqliteFile from 'better-sqlite3'

/** An object of a file, by SQLite's own catalogue. */
export interface FileObject {
  readonly name: string
  readonly type: 'table' | 'view' | 'virtual' | 'shadow'
  /** The rows; undefined where SQLite itself cannot read them. */
  readonly count: number | undefined
}

/** One row: each column's storage class and exact value as a text. */
export type ExactRow = readonly string[]

function reading<Result>(path: string, work: (file: SqliteFile.Database) => Result): Result {
  const file = new SqliteFile(path, { readonly: true, fileMustExist: true })
  try {
    return work(file)
  } finally {
    file.close()
  }
}

/** A name as SQL writes it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** All objects that people may have made. */
export function objectsOf(path: string): readonly FileObject[] {
  return reading(path, (file) =>
    file
      .prepare(
        "select name, type from pragma_table_list where schema = 'main' and name not like 'sqlite\\_%' escape '\\'",
      )
      .all()
      .map((row) => {
        const { name, type } = row as { readonly name: string; readonly type: FileObject['type'] }
        return { name, type, count: countOf(file, name) }
      }),
  )
}

function countOf(file: SqliteFile.Database, name: string): number | undefined {
  try {
    // Of each row a value: counting alone does not compute what a view shows.
    return file
      .prepare(`select * from ${quoted(name)}`)
      .safeIntegers()
      .all().length
  } catch {
    return undefined
  }
}

/** A column of a table. */
export interface FileColumn {
  readonly name: string
  /** Nobody can write it. */
  readonly isComputed: boolean
}

/** The columns of an object, in their order. */
export function columnsOf(path: string, name: string): readonly FileColumn[] {
  return reading(path, (file) => columnsIn(file, name))
}

function columnsIn(file: SqliteFile.Database, name: string): readonly FileColumn[] {
  return file
    .prepare('select name, hidden from pragma_table_xinfo(?) where hidden <> 1')
    .all(name)
    .map((row) => row as { readonly name: string; readonly hidden: number })
    .map(({ name, hidden }) => ({ name, isComputed: hidden > 1 }))
}

/** All rows of an object, exactly: bytes of texts and every digit of numbers; of very large values only the length. */
export function rowsOf(path: string, name: string): readonly ExactRow[] {
  return reading(path, (file) => {
    const exact = columnsIn(file, name).map((column, index) => `${exactly(quoted(column.name))} as c${index}`)
    const rows = file.prepare(`select ${exact.join(', ')} from ${quoted(name)}`).all()
    return rows.map((row) => exact.map((_, index) => String((row as { [column: string]: unknown })[`c${index}`])))
  })
}

function exactly(column: string): string {
  const bytes = `cast(${column} as blob)`
  const hex = `iif(length(${bytes}) > 100000, 'of ' || length(${bytes}), hex(${bytes}))`
  return `case typeof(${column}) when 'text' then 't ' || ${hex} when 'blob' then 'b ' || ${hex} when 'null' then 'n'
    else substr(typeof(${column}), 1, 1) || ' ' || quote(${column}) end`
}

/** Whether a value of a column is this text, rather than a number or bytes that are shown so. */
export function holdsText(path: string, { table, column }: { table: string; column: string }, text: string): boolean {
  return reading(path, (file) => {
    const name = quoted(column)
    const found = file.prepare(
      `select 1 from ${quoted(table)} where typeof(${name}) = 'text' and +${name} = ? collate binary`,
    )
    return found.get(text) !== undefined
  })
}

/** A digest of the bytes of a file. */
export async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** Whatever lies in the folder of a file, beside what SQLite itself puts there for a log. */
export function strangersBeside(path: string): readonly string[] {
  const own = basename(path)
  return readdirSync(dirname(path)).filter((name) => ![own, `${own}-wal`, `${own}-shm`].includes(name))
}

/** What is in one list and not in the other, each as often as it is more. */
export function difference<Item>(first: readonly Item[], second: readonly Item[]): readonly Item[] {
  const left = new Map<string, number>()
  for (const item of second) left.set(JSON.stringify(item), (left.get(JSON.stringify(item)) ?? 0) + 1)
  return first.filter((item) => {
    const text = JSON.stringify(item)
    const there = left.get(text) ?? 0
    if (there > 0) left.set(text, there - 1)
    return there === 0
  })
}
