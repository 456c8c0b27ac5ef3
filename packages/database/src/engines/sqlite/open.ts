/** Opens an SQLite file safely, or throws why it cannot be opened. */
import { type Stats, statSync } from 'node:fs'
import SqliteFile from 'better-sqlite3'
import { Kysely } from 'kysely'
import { CannotOpenDatabase } from '../../cannot-open.ts'
import type { Database, FilePlace, OpenOptions, Tables } from '../../engine.ts'
import { sqliteDialect } from './driver.ts'
import { explainOpening } from './explain-opening.ts'
import { filePlace } from './file-place.ts'
import { createLongReads } from './long-reads/long-reads.ts'
import { createReading } from './reading-driver.ts'
import { isBusy, retryBusy } from './retry-busy.ts'
import { sqliteEngine } from './sqlite.ts'

/** Below this SQLite can corrupt a file that two connections write (the WAL-reset bug, fixed in 3.51.3). */
const oldestSqlite = [3, 51, 3] as const

/** Milliseconds to wait, while opening, for other programs to finish writing. */
const patience = 1_000

/** Milliseconds that one read may take. */
const defaultLongestRead = 10_000

/** Bytes that the log may keep once it has been merged: one large transaction leaves a large log behind. */
const mostLog = 16 * 1024 * 1024

/** Opens a file, or a database in memory for `:memory:`. Throws `CannotOpenDatabase`. */
export async function openSqlite(path: string, options: OpenOptions = {}): Promise<Database> {
  const { isReadOnly = false, mustExist = isReadOnly, longestRead = defaultLongestRead } = options
  if (path === ':memory:') return inMemory()
  const there = statOf(path)
  if (!there && mustExist)
    throw new CannotOpenDatabase(`There is no file ${path}: check the path.`, { reason: 'missing' })
  if (there?.isDirectory()) {
    throw new CannotOpenDatabase(`${path} is a folder, not a database file: name the file in it.`, {
      reason: 'unreadable',
    })
  }
  try {
    const writing = isReadOnly ? undefined : await openForWriting(path)
    try {
      return inFile(path, { writing, reading: await openForReading(path), longestRead })
    } catch (error) {
      await writing?.closeAsBefore()
      throw error
    }
  } catch (error) {
    throw error instanceof CannotOpenDatabase ? error : explainOpening(path, error)
  }
}

/** What lies at a path; undefined: nothing. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch (cause) {
    throw new CannotOpenDatabase(`${path} cannot be reached by this user: check the permissions of its folders.`, {
      reason: 'unreadable',
      cause,
    })
  }
}

/** A lone connection, which cannot see itself write: it tells no version. */
function inMemory(): Database {
  const file = new SqliteFile(':memory:')
  setUp(file)
  const queries = new Kysely<Tables>({ dialect: sqliteDialect(file) })
  return {
    engine: sqliteEngine,
    queries,
    isReadOnly: false,
    write: async (work) => await queries.transaction().execute(work),
    close: async () => await queries.destroy(),
  }
}

interface Connections {
  readonly writing: WritingFile | undefined
  readonly reading: SqliteFile.Database
  readonly longestRead: number
}

/** What is read comes by a connection of its own, which sees what is committed, by our writing one too. */
function inFile(path: string, { writing, reading, longestRead }: Connections): Database {
  const longReads = createLongReads(path, longestRead)
  const { dialect, version, schemaVersion } = createReading(reading, longReads)
  const reader = new Kysely<Tables>({ dialect })
  const writer = writing && new Kysely<Tables>({ dialect: sqliteDialect(writing.file) })
  const place = filePlace(path)
  // Kysely ends nothing that it has not used yet, so all is ended here.
  async function stopReading(): Promise<void> {
    await reader.destroy()
    longReads.close()
    reading.close()
  }
  return {
    engine: sqliteEngine,
    queries: reader,
    isReadOnly: writer === undefined,
    place,
    version,
    schemaVersion,
    async write(work) {
      if (!writer) throw new Error(`${path} is open for reading only`)
      return await writer.transaction().execute(work)
    },
    async close() {
      await stopReading()
      if (writing && isMoved(place)) mergeLog(writing.file)
      await writer?.destroy()
      writing?.file.close()
    },
    ...(writing && {
      async closeAsBefore() {
        await stopReading()
        return await writing.closeAsBefore()
      },
    }),
  }
}

/** Whether the file was moved away, or another took its place. */
function isMoved({ openedAs, identity }: FilePlace): boolean {
  const now = identity()
  return now?.inode !== openedAs.inode || now.device !== openedAs.device
}

/** Puts all into a file that has left its log behind, which would be read as the log of whatever takes its place. SQLite closes such a file as it is. */
function mergeLog(file: SqliteFile.Database): void {
  try {
    file.pragma('wal_checkpoint(truncate)')
  } catch {
    // Somebody reads it still, or its disk is gone: then nothing can be done for it from here.
  }
}

async function openForReading(path: string): Promise<SqliteFile.Database> {
  const file = new SqliteFile(path, { readonly: true, fileMustExist: true, timeout: 0 })
  return await prepared(file, () => {
    checkVersion(file)
    file.pragma('query_only = on')
    // The first read is where a lock, a foreign format or damage shows.
    file.prepare('select count(*) from sqlite_schema').get()
  })
}

interface WritingFile {
  readonly file: SqliteFile.Database
  /** Closes it, in the journal mode that it was found in; false: others have it open, or the disk is full. */
  closeAsBefore(): Promise<boolean>
}

async function openForWriting(path: string): Promise<WritingFile> {
  const file = new SqliteFile(path, { timeout: 0 })
  let before: unknown
  try {
    await prepared(file, () => {
      checkVersion(file)
      before ??= file.pragma('journal_mode', { simple: true })
      setUp(file)
    })
  } catch (error) {
    await takeBack(path, before)
    throw error
  }
  return {
    file,
    async closeAsBefore() {
      file.close()
      return await takeBack(path, before)
    },
  }
}

/**
 * Puts a closed file back into its journal mode; false: it cannot be. A switch to WAL that stopped half-way, the file switched and
 * no room for its log, would leave a file that nobody can read until the disk has room again.
 */
async function takeBack(path: string, mode: unknown): Promise<boolean> {
  if (mode === undefined || mode === 'wal') return true
  const file = new SqliteFile(path, { timeout: 0 })
  try {
    // Alone with the file SQLite needs nothing beside it, so that it works on a full disk.
    file.pragma('locking_mode = exclusive')
    // The processes that read end a little after they were told to.
    await retryBusy(patience, () => leaveLog(file, mode))
    return true
  } catch {
    return false
  } finally {
    file.close()
  }
}

function leaveLog(file: SqliteFile.Database, mode: unknown): void {
  try {
    file.pragma(`journal_mode = ${mode}`)
  } catch (error) {
    if (isBusy(error)) throw error
    // A full disk has no room for a journal either; in the file all modes but WAL are the same.
    file.pragma('journal_mode = memory')
  }
}

function setUp(file: SqliteFile.Database): void {
  // FULL: in WAL mode the default, NORMAL, loses acknowledged writes at a power cut.
  file.pragma('journal_mode = wal')
  file.pragma('synchronous = full')
  file.pragma('foreign_keys = on')
  file.pragma(`journal_size_limit = ${mostLog}`)
  file.pragma('trusted_schema = off')
}

async function prepared(file: SqliteFile.Database, prepare: () => void): Promise<SqliteFile.Database> {
  try {
    await retryBusy(patience, prepare)
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
    throw new CannotOpenDatabase(
      `SQLite ${version} can damage files that two connections write: install better-sqlite3 with SQLite ${oldestSqlite.join('.')} or newer.`,
    )
  }
}
