/** The first steps with an SQLite file that has just been opened: the version of SQLite, and locks of others. */
import type SqliteFile from 'better-sqlite3'
import { CannotOpenDatabase } from '../../cannot-open.ts'
import { retryBusy } from './retry-busy.ts'

/** Below this SQLite can corrupt a file that two connections write (the WAL-reset bug, fixed in 3.51.3). */
const oldestSqlite = [3, 51, 3] as const

/** Milliseconds to wait, while opening, for other programs to finish writing. */
const patience = 1_000

/** Does what is to be done first, once others let it; closes the file where it cannot be done. */
export async function prepareFile(file: SqliteFile.Database, prepare: () => void): Promise<SqliteFile.Database> {
  try {
    checkVersion(file)
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
