/** Opens an SQLite file safely, or says in one sentence why it cannot be opened and what to do. */
import { closeSync, existsSync, fstatSync, openSync, readSync, statSync } from 'node:fs'
import SqliteFile from 'better-sqlite3'
import { Kysely } from 'kysely'
import { CannotOpenDatabase } from '../../cannot-open.ts'
import type { Database, OpenOptions, Tables } from '../../engine.ts'
import { sqliteDialect } from './driver.ts'
import { sqliteEngine } from './sqlite.ts'

/** Below this SQLite can corrupt a file that two connections write (the WAL-reset bug, fixed in 3.51.3). */
const oldestSqlite = [3, 51, 3] as const

/** Milliseconds to wait for another program's lock: long for writes, short for reads, as waiting stops this process. */
const patience = { write: 5_000, read: 250 } as const

/** Bytes that the log may keep once it has been merged: one large transaction leaves a large log behind. */
const mostLog = 16 * 1024 * 1024

/** Opens a file, or a database in memory for `:memory:`. Throws `CannotOpenDatabase`. */
export function openSqlite(path: string, { isReadOnly = false, mustExist = isReadOnly }: OpenOptions = {}): Database {
  if (path === ':memory:') return databaseOf(path, openForWriting(path), undefined)
  if (existsSync(path)) checkFile(path)
  else if (mustExist) throw new CannotOpenDatabase(`There is no file ${path}: check the path.`)
  try {
    return isReadOnly
      ? databaseOf(path, undefined, openForReading(path))
      : databaseOf(path, openForWriting(path), () => openForReading(path))
  } catch (error) {
    throw error instanceof CannotOpenDatabase ? error : explained(path, error)
  }
}

function databaseOf(
  path: string,
  writing: SqliteFile.Database | undefined,
  reading: SqliteFile.Database | (() => SqliteFile.Database) | undefined,
): Database {
  checkVersion(writing ?? (reading as SqliteFile.Database))
  const readingFile = typeof reading === 'function' ? reading() : reading
  const writer = writing && new Kysely<Tables>({ dialect: sqliteDialect(writing) })
  const reader = readingFile && new Kysely<Tables>({ dialect: sqliteDialect(readingFile) })
  return {
    engine: sqliteEngine,
    queries: (reader ?? writer) as Kysely<Tables>,
    isReadOnly: writer === undefined,
    // What others commit is seen by this connection, our own writing one included; a lone connection cannot see itself write.
    ...(readingFile ? { version: dataVersion(readingFile) } : {}),
    async write(work) {
      if (!writer) throw new Error(`${path} is open for reading only`)
      return await writer.transaction().execute(work)
    },
    async close() {
      await reader?.destroy()
      await writer?.destroy()
    },
  }
}

/** SQLite's own count of commits by other connections (https://www.sqlite.org/pragma.html#pragma_data_version). */
function dataVersion(file: SqliteFile.Database): () => number {
  const statement = file.prepare('pragma data_version').pluck()
  return () => Number(statement.get())
}

function openForReading(path: string): SqliteFile.Database {
  const file = new SqliteFile(path, { readonly: true, fileMustExist: true, timeout: patience.read })
  return prepared(file, () => {
    file.pragma('query_only = on')
    // The first read is where a lock, a foreign format or damage shows.
    file.prepare('select count(*) from sqlite_schema').get()
  })
}

function openForWriting(path: string): SqliteFile.Database {
  const file = new SqliteFile(path, { timeout: patience.write })
  return prepared(file, () => {
    // FULL: in WAL mode the default, NORMAL, loses acknowledged writes at a power cut.
    file.pragma('journal_mode = wal')
    file.pragma('synchronous = full')
    file.pragma('foreign_keys = on')
    file.pragma(`journal_size_limit = ${mostLog}`)
    file.pragma('trusted_schema = off')
  })
}

function prepared(file: SqliteFile.Database, prepare: () => void): SqliteFile.Database {
  try {
    prepare()
    return file
  } catch (error) {
    file.close()
    throw error
  }
}

function checkVersion(file: SqliteFile.Database): void {
  const version = String(file.prepare('select sqlite_version()').pluck().get())
  const parts = version.split('.').map(Number)
  const difference = oldestSqlite.map((least, index) => (parts[index] ?? 0) - least).find((each) => each !== 0) ?? 0
  if (difference < 0) {
    file.close()
    throw new CannotOpenDatabase(
      `SQLite ${version} can damage files that two connections write: install better-sqlite3 with SQLite ${oldestSqlite.join('.')} or newer.`,
    )
  }
}

const magic = 'SQLite format 3\0'

/** Looks at the header before SQLite does, as SQLite says "not a database" to everything. */
function checkFile(path: string): void {
  if (statSync(path).isDirectory())
    throw new CannotOpenDatabase(`${path} is a folder, not a database file: name the file in it.`)
  const { header, size } = readHeader(path)
  if (size === 0) return
  const text = header.toString('latin1')
  if (text.startsWith('** This file contains an SQLite 2')) {
    throw new CannotOpenDatabase(
      `${path} is an SQLite 2 database: convert it to SQLite 3 first, with "sqlite OLD .dump | sqlite3 NEW".`,
    )
  }
  if (!text.startsWith(magic)) {
    throw new CannotOpenDatabase(
      isText(header)
        ? `${path} is a text file, not an SQLite database: name a database file.`
        : `${path} is not an SQLite database, or it is encrypted: decrypt it, or name another file.`,
    )
  }
  checkLength(path, header, size)
}

/** Whether bytes are the beginning of a text in UTF-8 without control characters. */
function isText(header: Buffer): boolean {
  if (!header.every((byte) => byte === 9 || byte === 10 || byte === 13 || byte >= 32)) return false
  try {
    // As a stream: the last character may be cut in two.
    new TextDecoder('utf-8', { fatal: true }).decode(header, { stream: true })
    return true
  } catch {
    return false
  }
}

/** Compares the length of the file with what its header says (https://www.sqlite.org/fileformat2.html#the_database_header). */
function checkLength(path: string, header: Buffer, size: number): void {
  if (size < 100) throw new CannotOpenDatabase(`${path} is cut off after ${size} bytes: restore it from a backup.`)
  const declared = header.readUInt16BE(16)
  const pageSize = declared === 1 ? 65_536 : declared
  const isPageCountValid = header.readUInt32BE(24) === header.readUInt32BE(92)
  const pages = header.readUInt32BE(28)
  // A log that is not merged yet may hold the missing pages.
  if (isPageCountValid && pages * pageSize > size && !existsSync(`${path}-wal`) && !existsSync(`${path}-journal`)) {
    throw new CannotOpenDatabase(
      `${path} is cut off: it should have ${pages * pageSize} bytes and has ${size}; restore it from a backup.`,
    )
  }
}

function readHeader(path: string): { header: Buffer; size: number } {
  let descriptor: number
  try {
    descriptor = openSync(path, 'r')
  } catch (error) {
    throw explained(path, error)
  }
  try {
    const header = Buffer.alloc(100)
    const read = readSync(descriptor, header, 0, 100, 0)
    return { header: header.subarray(0, read), size: fstatSync(descriptor).size }
  } finally {
    closeSync(descriptor)
  }
}

function explained(path: string, error: unknown): CannotOpenDatabase {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'EACCES' || code === 'EPERM')
    return new CannotOpenDatabase(`${path} may not be read by this user: change its permissions.`, { cause: error })
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new CannotOpenDatabase(`${path} is locked by another program: close it there, then start again.`, {
      cause: error,
    })
  }
  if (code.startsWith('SQLITE_NOTADB'))
    return new CannotOpenDatabase(
      `${path} is not an SQLite database, or it is encrypted: decrypt it, or name another file.`,
      { cause: error },
    )
  if (code.startsWith('SQLITE_CORRUPT'))
    return new CannotOpenDatabase(
      `${path} is damaged: restore it from a backup, or save what can be saved with "sqlite3 FILE .recover".`,
      { cause: error },
    )
  if (code.startsWith('SQLITE_READONLY'))
    return new CannotOpenDatabase(
      `${path} cannot be written: make the file and its folder writable, or choose another folder with --data.`,
      { cause: error },
    )
  if (code.startsWith('SQLITE_CANTOPEN') || (error instanceof TypeError && error.message.includes('directory'))) {
    return new CannotOpenDatabase(
      `${path} cannot be opened: check that its folder exists and may be written, or choose another folder with --data.`,
      { cause: error },
    )
  }
  if (code.startsWith('SQLITE_FULL'))
    return new CannotOpenDatabase(`${path} cannot be written, as the disk is full: free some space.`, { cause: error })
  return new CannotOpenDatabase(
    `${path} cannot be opened (${code || 'unknown reason'}): check that it is an SQLite database that this user may read.`,
    { cause: error },
  )
}
