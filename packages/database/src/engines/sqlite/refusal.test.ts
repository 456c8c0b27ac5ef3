/** What SQLite's refusals come to: by their codes, and as the file's own rules cause them. */
import SqliteFile from 'better-sqlite3'
import { expect, test } from 'vitest'
import { explainSqliteRefusal } from './refusal.ts'

/** Every code of https://www.sqlite.org/rescode.html that a statement can end with; `-`: our own mistake, or never given. */
const meanings: { readonly [reason: string]: string } = {
  unique: 'CONSTRAINT_UNIQUE CONSTRAINT_PRIMARYKEY CONSTRAINT_ROWID',
  reference: 'CONSTRAINT_FOREIGNKEY',
  required: 'CONSTRAINT_NOTNULL',
  check:
    'CONSTRAINT CONSTRAINT_CHECK CONSTRAINT_TRIGGER CONSTRAINT_DATATYPE CONSTRAINT_VTAB CONSTRAINT_FUNCTION CONSTRAINT_COMMITHOOK MISMATCH TOOBIG AUTH AUTH_USER ERROR_MISSING_COLLSEQ',
  busy: 'BUSY BUSY_RECOVERY BUSY_SNAPSHOT BUSY_TIMEOUT LOCKED LOCKED_SHAREDCACHE LOCKED_VTAB PROTOCOL SCHEMA ABORT ABORT_ROLLBACK NOMEM ERROR_RETRY ERROR_SNAPSHOT CONSTRAINT_PINNED IOERR_NOMEM IOERR_BLOCKED',
  'too-long': 'INTERRUPT',
  full: 'FULL NOLFS IOERR_WRITE IOERR_SHMSIZE',
  'read-only': 'READONLY READONLY_DIRECTORY',
  unavailable:
    'CORRUPT CORRUPT_INDEX CORRUPT_SEQUENCE CORRUPT_VTAB NOTADB PERM CANTOPEN CANTOPEN_CONVPATH CANTOPEN_DIRTYWAL CANTOPEN_FULLPATH CANTOPEN_ISDIR CANTOPEN_NOTEMPDIR CANTOPEN_SYMLINK READONLY_CANTINIT READONLY_CANTLOCK READONLY_DBMOVED READONLY_RECOVERY READONLY_ROLLBACK IOERR IOERR_ACCESS IOERR_AUTH IOERR_BEGIN_ATOMIC IOERR_CHECKRESERVEDLOCK IOERR_CLOSE IOERR_COMMIT_ATOMIC IOERR_CONVPATH IOERR_CORRUPTFS IOERR_DATA IOERR_DELETE IOERR_DELETE_NOENT IOERR_DIR_CLOSE IOERR_DIR_FSYNC IOERR_FSTAT IOERR_FSYNC IOERR_GETTEMPPATH IOERR_LOCK IOERR_MMAP IOERR_RDLOCK IOERR_READ IOERR_ROLLBACK_ATOMIC IOERR_SEEK IOERR_SHMLOCK IOERR_SHMMAP IOERR_SHMOPEN IOERR_SHORT_READ IOERR_TRUNCATE IOERR_UNLOCK IOERR_VNODE',
  '-': 'ERROR INTERNAL MISUSE RANGE FORMAT NOTFOUND EMPTY NOTICE WARNING',
}

test.each(
  Object.entries(meanings).flatMap(([reason, codes]) => codes.split(' ').map((code) => [code, reason] as const)),
)('takes SQLITE_%s as %s', (code, reason) => {
  const error = new SqliteFile.SqliteError('words', `SQLITE_${code}`)
  expect(explainSqliteRefusal(error)?.reason ?? '-').toBe(reason)
})

const file = new SqliteFile(':memory:')
file.pragma('recursive_triggers = on')
file.exec(`
  create table rules (
    id integer primary key, n int constraint positive check (n > 0), m int check (m < 10), doubled int as (json_extract(text, '$.a')), text text
  );
  create trigger closed before insert on rules when new.n = 7 begin select raise(abort, 'Sevens are closed until May.'); end;
  create table strictly (whole integer) strict;
  create table numbers (id integer primary key);
  create view broken as select json_extract('{', '$.a') as a;
  create view foreign_words as select only_there(1) as a;
  create view large as select abs(-9223372036854775808) as a;
`)

test.each([
  ['a named check', 'insert into rules (n) values (-1)', { reason: 'check', columns: [], words: 'positive' }],
  ['a check without a name', 'insert into rules (m) values (11)', { reason: 'check', columns: [], words: 'm < 10' }],
  ['a trigger', 'insert into rules (n) values (7)', { reason: 'check', words: 'Sevens are closed until May.' }],
  ['a strict type', "insert into strictly values ('x')", { reason: 'check', columns: ['whole'] }],
  ['a key that is no number', "insert into numbers values ('x')", { reason: 'check', words: 'datatype mismatch' }],
  ['a view that fails', 'select * from broken', { reason: 'check', words: 'malformed JSON' }],
  [
    'a generated column that fails',
    "insert into rules (text) values ('{'); select doubled from rules",
    { reason: 'check' },
  ],
  ['a sum too large', 'select * from large', { reason: 'check', words: 'integer overflow' }],
  [
    'a function of another program',
    'select * from foreign_words',
    { reason: 'check', words: 'no such function: only_there' },
  ],
  [
    'a collation of another program',
    "select 1 order by 'a' collate theirs",
    { reason: 'check', words: 'no such collation sequence: theirs' },
  ],
  ['a table that is gone', 'select * from gone', { reason: 'unavailable', columns: [] }],
  ['a column that is gone', 'select gone from rules', { reason: 'unavailable', columns: [] }],
  ['a column that is gone when writing', 'insert into rules (gone) values (1)', { reason: 'unavailable', columns: [] }],
  ['a view written to', 'insert into broken values (1)', { reason: 'check' }],
  ['a syntax error of ours', 'selec 1', undefined],
  ['a wrong number of values', 'insert into numbers values (1, 2)', undefined],
])('explains %s', (_, statements, expected) => {
  const explained = explainSqliteRefusal(failureOf(statements))
  if (expected === undefined) expect(explained).toBeUndefined()
  else expect(explained).toMatchObject(expected)
})

function failureOf(statements: string): unknown {
  try {
    for (const statement of statements.split('; ')) {
      const prepared = file.prepare(statement)
      if (prepared.reader) prepared.all()
      else prepared.run()
    }
  } catch (error) {
    return error
  }
  throw new Error(`Nothing refused ${statements}`)
}
