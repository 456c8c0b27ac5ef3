/** What SQLite's error codes and texts mean for the person who asked (https://www.sqlite.org/rescode.html). */
import type { Refusal } from '../../engine.ts'
import type { ReadRefusal } from './long-reads/long-reads.ts'
import type { WriteRefusal } from './writing/sync-failed.ts'

type Reason = Refusal['reason']

/** The first that a code begins with counts, so the finer ones come first. What is missing here is our own mistake or means nothing to anybody. */
const reasons: readonly (readonly [code: string, reason: Reason])[] = [
  ['SQLITE_CONSTRAINT_UNIQUE', 'unique'],
  ['SQLITE_CONSTRAINT_PRIMARYKEY', 'unique'],
  ['SQLITE_CONSTRAINT_ROWID', 'unique'],
  ['SQLITE_CONSTRAINT_FOREIGNKEY', 'reference'],
  ['SQLITE_CONSTRAINT_NOTNULL', 'required'],
  ['SQLITE_CONSTRAINT_PINNED', 'busy'],
  // CHECK, TRIGGER (its own words), DATATYPE (a strict table), VTAB, FUNCTION, COMMITHOOK.
  ['SQLITE_CONSTRAINT', 'check'],
  ['SQLITE_MISMATCH', 'check'],
  ['SQLITE_TOOBIG', 'check'],
  ['SQLITE_AUTH', 'check'],
  ['SQLITE_ERROR_MISSING_COLLSEQ', 'check'],
  ['SQLITE_ERROR_RETRY', 'busy'],
  ['SQLITE_ERROR_SNAPSHOT', 'busy'],
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
  ['SQLITE_PROTOCOL', 'busy'],
  ['SQLITE_SCHEMA', 'busy'],
  ['SQLITE_ABORT', 'busy'],
  ['SQLITE_NOMEM', 'busy'],
  ['SQLITE_INTERRUPT', 'too-long'],
  ['SQLITE_FULL', 'full'],
  ['SQLITE_NOLFS', 'full'],
  // A quota, or a disk that tells of its end late.
  ['SQLITE_IOERR_WRITE', 'full'],
  ['SQLITE_IOERR_SHMSIZE', 'full'],
  ['SQLITE_IOERR_NOMEM', 'busy'],
  ['SQLITE_IOERR_BLOCKED', 'busy'],
  ['SQLITE_IOERR', 'unavailable'],
  ['SQLITE_CORRUPT', 'unavailable'],
  ['SQLITE_NOTADB', 'unavailable'],
  ['SQLITE_CANTOPEN', 'unavailable'],
  ['SQLITE_PERM', 'unavailable'],
  // Not the person lacks the right to write, but SQLite what it needs to read: a journal to be rolled back, the memory that a log shares.
  ['SQLITE_READONLY_DBMOVED', 'unavailable'],
  ['SQLITE_READONLY_ROLLBACK', 'unavailable'],
  ['SQLITE_READONLY_RECOVERY', 'unavailable'],
  ['SQLITE_READONLY_CANTLOCK', 'unavailable'],
  ['SQLITE_READONLY_CANTINIT', 'unavailable'],
  ['SQLITE_READONLY', 'read-only'],
]

const ownReasons: { readonly [code in ReadRefusal | WriteRefusal]: Reason } = {
  READ_TOO_LONG: 'too-long',
  READ_HELD_UP: 'busy',
  READ_GIVEN_UP: 'too-long',
  SYNC_FAILED: 'sync-failed',
}

/**
 * What SQLITE_ERROR says while it evaluates what the file's maker wrote, or of what only the maker's program has. Syntax errors are ours.
 * A table that a foreign key of the file names is called by its schema, one that our statement names is not.
 */
const ofTheFile =
  /^no such (function|collation sequence|module|tokenizer)|^(unknown|unsafe use of|unable to use) |^malformed JSON|^(bad )?JSON path|^integer overflow|^LIKE or GLOB pattern too complex|^ESCAPE expression|^fts\d: |circularly defined$|^foreign key mismatch|^no such table: main\.|^expected \d+ columns for |^cannot modify .* because it is a view|may not be modified$|^cannot (INSERT into|UPDATE) generated column/i

/** Another program took it away between our looking and our asking. */
const gone = /^no such (table|column|index)\b|has no column named /

/** Why SQLite refused; undefined for an error that is not its refusal. */
export function explainSqliteRefusal(error: unknown): Refusal | undefined {
  // It was closed meanwhile, as another file had taken its place.
  if (error instanceof TypeError && error.message === 'The database connection is not open')
    return { reason: 'unavailable', columns: [] }
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined
  const { code, message } = error
  const reason = reasonOf(code, message)
  if (reason === undefined) return undefined
  return { reason, columns: columnsIn(message), ...(reason === 'check' ? { words: wordsIn(message) } : {}) }
}

function reasonOf(code: string, message: string): Reason | undefined {
  if (Object.hasOwn(ownReasons, code)) return ownReasons[code as keyof typeof ownReasons]
  const reason = reasons.find(([prefix]) => code === prefix || code.startsWith(`${prefix}_`))?.[1]
  if (reason !== undefined || code !== 'SQLITE_ERROR') return reason
  if (ofTheFile.test(message)) return 'check'
  return gone.test(message) ? 'unavailable' : undefined
}

/** `UNIQUE constraint failed: orders.number, orders.year` names its columns, as does `cannot store TEXT value in INTEGER column orders.number`. */
function columnsIn(message: string): string[] {
  const list = /^(?:(?:UNIQUE|NOT NULL) constraint failed: |cannot store \w+ value in \w+ column )(.+)$/.exec(
    message,
  )?.[1]
  return list === undefined ? [] : list.split(', ').map((each) => each.slice(each.lastIndexOf('.') + 1))
}

/** A check is known by its name or, without one, by what it demands. A trigger speaks for itself. */
function wordsIn(message: string): string {
  return message.replace(/^CHECK constraint failed: /, '')
}
