/** Opens a file for writing, and gives it back as it was found. */
import SqliteFile from 'better-sqlite3'
import { prepareFile } from '../prepare-file.ts'
import { isBusy, retryBusy } from '../retry-busy.ts'

/** A connection that writes, and how it was found. */
export interface WritingConnection {
  readonly file: SqliteFile.Database
  /** The journal mode that it was found in. */
  readonly modeBefore: unknown
  /** Commits go to a log, which can be synced apart. */
  readonly isLogged: boolean
}

/** Milliseconds to wait for processes that end a little after they were told to. */
const patience = 1_000

/** Bytes that the log may keep once it has been merged: one large transaction leaves a large log behind. */
const mostLog = 16 * 1024 * 1024

/** Opens it and sets it up; leaves it as it was when that fails. */
export async function openForWriting(path: string): Promise<WritingConnection> {
  const file = new SqliteFile(path, { timeout: 0 })
  let modeBefore: unknown
  let isLogged = false
  try {
    await prepareFile(file, () => {
      modeBefore ??= file.pragma('journal_mode', { simple: true })
      isLogged = setUp(file)
    })
  } catch (error) {
    await takeBack(path, modeBefore)
    throw error
  }
  return { file, modeBefore, isLogged }
}

/** Sets up a connection that writes; whether it keeps a log. All is synced when it is committed, until somebody says otherwise. */
export function setUp(file: SqliteFile.Database): boolean {
  const mode = file.pragma('journal_mode = wal', { simple: true })
  // In WAL mode the default, NORMAL, loses acknowledged writes at a power cut.
  file.pragma('synchronous = full')
  file.pragma('foreign_keys = on')
  file.pragma(`journal_size_limit = ${mostLog}`)
  file.pragma('trusted_schema = off')
  return mode === 'wal'
}

/**
 * Puts a closed file back into its journal mode; false: it cannot be. A switch to WAL that stopped half-way, the file switched and
 * no room for its log, would leave a file that nobody can read until the disk has room again.
 */
export async function takeBack(path: string, mode: unknown): Promise<boolean> {
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
