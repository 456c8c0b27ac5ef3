/** The file beside a database of somebody else's in which its texts are indexed: derived, so that it may be thrown away at any time. */
import { createHash } from 'node:crypto'
import { chmodSync, closeSync, existsSync, openSync, rmSync } from 'node:fs'
import { foldVersion } from '@haykal/model/fold-text'
import SqliteFile from 'better-sqlite3'

/** How it is called where it is attached to a connection. */
export const attachedAs = 'haykal_search'

/** A table whose texts are indexed. */
export interface IndexedTable {
  readonly table: string
  /** The name under which each row has a number. */
  readonly number: string
  readonly columns: readonly string[]
}

/** The name of the index of a table: another one for other columns, or once texts are folded in another way. */
export function indexName({ table, number, columns }: IndexedTable): string {
  const what = JSON.stringify([table, number, columns, foldVersion])
  return `found_${createHash('sha256').update(what).digest('hex').slice(0, 16)}`
}

/** Where the numbers of the rows stand that were indexed, each with a mark of the texts that it had. */
export function marksName(index: string): string {
  return index.replace('found', 'marks')
}

/** The columns of an index, by their places. */
export function columnNames(places: readonly number[]): readonly string[] {
  return places.map((place) => `c${place}`)
}

/** Changes with how the file is laid out. */
const layout = 1

/** Milliseconds that one of us waits for another who writes. */
const patience = 5_000

/** Opens the file for writing; makes it where it is missing, and anew where it is not as it should be. */
export function openIndexFile(path: string): SqliteFile.Database {
  try {
    return opened(path)
  } catch (error) {
    if (!isUnusable(error)) throw error
    throwAway(path)
    return opened(path)
  }
}

/** Takes the file away with all that belongs to it. */
export function throwAway(path: string): void {
  for (const ending of ['', '-wal', '-shm']) rmSync(`${path}${ending}`, { force: true })
}

/** Whether an error says that the file is none of ours, or damaged. */
export function isUnusable(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^SQLITE_(CORRUPT|NOTADB)/.test(code)
}

function opened(path: string): SqliteFile.Database {
  // For nobody else on this machine: what people search by is in there. Closed only where no connection of ours can have it open, which would lose its locks.
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600))
  const file = new SqliteFile(path, { timeout: patience })
  try {
    chmodSync(path, 0o600)
    // Of a file without anything in it, nothing can be lost, and nobody has to wait for the disk.
    file.pragma('synchronous = off')
    file.pragma('journal_mode = wal')
    if (file.pragma('user_version', { simple: true }) !== layout) makeTables(file)
    // A power cut may take the latest away, which is then indexed once more.
    file.pragma('synchronous = normal')
    file.pragma('journal_size_limit = 16777216')
    return file
  } catch (error) {
    file.close()
    throw error
  }
}

function makeTables(file: SqliteFile.Database): void {
  file.transaction(() => {
    file.exec('create table if not exists state (name text primary key, value text not null) without rowid')
    file.pragma(`user_version = ${layout}`)
  })()
}

/** Makes the index of a table where it is missing. */
export function makeIndex(file: SqliteFile.Database, table: IndexedTable): void {
  const index = indexName(table)
  const columns = columnNames(table.columns.map((_, place) => place)).join(', ')
  file.transaction(() => {
    file.exec(
      `create virtual table if not exists "${index}" using fts5(${columns}, content='', contentless_delete=1, tokenize='trigram case_sensitive 1')`,
    )
    file.exec(`create table if not exists "${marksName(index)}" (n integer primary key, mark integer not null)`)
  })()
}

/** Drops what was made for tables that are not indexed any more. */
export function dropOthers(file: SqliteFile.Database, tables: readonly IndexedTable[]): void {
  const wanted = new Set(tables.map(indexName))
  const there = file
    .prepare("select name from sqlite_schema where type = 'table' and name glob 'found_????????????????'")
    .pluck()
    .all() as string[]
  for (const index of there.filter((name) => !wanted.has(name)))
    file.transaction(() => {
      file.exec(`drop table "${index}"`)
      file.exec(`drop table if exists "${marksName(index)}"`)
      file.prepare('delete from state where name = ?').run(index)
    })()
}
