/** Says in one sentence why an SQLite file cannot be opened, and what to do; looks into the file only once SQLite has given it up. */
import { closeSync, existsSync, fstatSync, openSync, readSync, statSync } from 'node:fs'
import { CannotOpenDatabase, type OpeningObstacle } from '../../cannot-open.ts'

/** What an error of SQLite, or of the system, says about a file. */
export function explainOpening(path: string, error: unknown): CannotOpenDatabase {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const because = (reason: OpeningObstacle, sentence: string) =>
    new CannotOpenDatabase(`${path} ${sentence}`, { reason, cause: error })
  if (/^SQLITE_(BUSY|LOCKED)/.test(code))
    return because('busy', 'is locked by another program: wait until that is done or close it there, then try again.')
  if (code.startsWith('SQLITE_FULL') || code.startsWith('SQLITE_IOERR_WRITE') || code === 'SQLITE_IOERR_SHMSIZE')
    return because('other', 'cannot be written, as the disk is full: free some space.')
  if (/^SQLITE_(READONLY_ROLLBACK|CANTOPEN|IOERR)/.test(code) && sizeOf(`${path}-journal`) > 0) {
    return because(
      'unfinished',
      'was left by another program in the middle of a change, which has to be taken back first: open it once with that program, or with "sqlite3 FILE \'select 1\'" as someone who may write it.',
    )
  }
  const [, culprit, complaint] =
    /^malformed database schema \((.+?)\) - (.+)$/.exec(error instanceof Error ? error.message : '') ?? []
  if (culprit !== undefined) {
    return because(
      'damaged',
      `cannot be read because of "${culprit}": ${complaint}. Remove "${culprit}" with the program that made it.`,
    )
  }
  const seen = /^SQLITE_(NOTADB|CORRUPT|CANTOPEN|READONLY|IOERR)/.test(code) ? lookInto(path, code) : undefined
  if (seen) return because(seen.reason, seen.sentence)
  if (code.startsWith('SQLITE_NOTADB'))
    return because('damaged', 'is not an SQLite database, or it is encrypted: decrypt it, or name another file.')
  if (code.startsWith('SQLITE_CORRUPT')) {
    return because(
      'damaged',
      'is damaged: restore it from a backup, or save what can be saved with "sqlite3 FILE .recover".',
    )
  }
  if (code.startsWith('SQLITE_READONLY')) {
    return because(
      'other',
      'cannot be written: make the file and its folder writable, or choose another folder with --data.',
    )
  }
  if (code.startsWith('SQLITE_CANTOPEN') || (error instanceof TypeError && error.message.includes('directory'))) {
    return because(
      'unreadable',
      'cannot be opened: check that its folder exists and may be written, or choose another folder with --data.',
    )
  }
  if (code.startsWith('SQLITE_IOERR'))
    return because('unreadable', 'cannot be read from its disk: check the disk, or restore the file from a backup.')
  return because(
    'other',
    `cannot be opened (${code || 'unknown reason'}): check that it is an SQLite database that this user may read.`,
  )
}

interface Sight {
  readonly reason: OpeningObstacle
  readonly sentence: string
}

/** Looks at the file itself, as SQLite says little; undefined: nothing strange is to be seen. */
function lookInto(path: string, code: string): Sight | undefined {
  if (!existsSync(path)) return undefined
  try {
    return judge(path, readHeader(path), code)
  } catch {
    return { reason: 'unreadable', sentence: 'may not be read by this user: change its permissions.' }
  }
}

const magic = 'SQLite format 3\0'

function judge(path: string, { header, size }: Header, code: string): Sight | undefined {
  if (size === 0) return undefined
  const text = header.toString('latin1')
  const damaged = (sentence: string): Sight => ({ reason: 'damaged', sentence })
  if (text.startsWith('** This file contains an SQLite 2')) {
    return damaged('is an SQLite 2 database: convert it to SQLite 3 first, with "sqlite OLD .dump | sqlite3 NEW".')
  }
  if (!text.startsWith(magic)) {
    return damaged(
      isText(header)
        ? 'is a text file, not an SQLite database: name a database file.'
        : 'is not an SQLite database, or it is encrypted: decrypt it, or name another file.',
    )
  }
  if (size < 100) return damaged(`is cut off after ${size} bytes: restore it from a backup.`)
  const isLogged = header[18] === 2
  if (isLogged && /^SQLITE_(CANTOPEN|READONLY)/.test(code)) {
    return {
      reason: 'unreadable',
      sentence: `keeps its latest changes in a log (WAL mode), and reading that takes two files beside it: make its folder writable, or copy the file to one that is.`,
    }
  }
  const expected = declaredLength(header)
  // A log that is not merged yet may hold the missing pages.
  if (expected <= size || existsSync(`${path}-wal`) || existsSync(`${path}-journal`)) return undefined
  return damaged(`is cut off: it should have ${expected} bytes and has ${size}; restore it from a backup.`)
}

/** The length of the file by its header (https://www.sqlite.org/fileformat2.html#the_database_header); 0: it does not tell. */
function declaredLength(header: Buffer): number {
  const declared = header.readUInt16BE(16)
  const isPageCountValid = header.readUInt32BE(24) === header.readUInt32BE(92)
  return isPageCountValid ? header.readUInt32BE(28) * (declared === 1 ? 65_536 : declared) : 0
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

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

interface Header {
  readonly header: Buffer
  readonly size: number
}

function readHeader(path: string): Header {
  const descriptor = openSync(path, 'r')
  try {
    const header = Buffer.alloc(100)
    const read = readSync(descriptor, header, 0, 100, 0)
    return { header: header.subarray(0, read), size: fstatSync(descriptor).size }
  } finally {
    closeSync(descriptor)
  }
}
