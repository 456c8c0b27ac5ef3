/** What SQLite's error codes and texts mean for the person who made the change (https://www.sqlite.org/rescode.html). */
import type { Refusal } from '../../engine.ts'

const reasons: readonly (readonly [code: string, reason: Refusal['reason']])[] = [
  ['SQLITE_CONSTRAINT_UNIQUE', 'unique'],
  ['SQLITE_CONSTRAINT_PRIMARYKEY', 'unique'],
  ['SQLITE_CONSTRAINT_ROWID', 'unique'],
  ['SQLITE_CONSTRAINT_FOREIGNKEY', 'reference'],
  ['SQLITE_CONSTRAINT_NOTNULL', 'required'],
  ['SQLITE_CONSTRAINT', 'check'],
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
  ['SQLITE_FULL', 'full'],
  ['SQLITE_READONLY', 'read-only'],
]

/** Why SQLite refused; undefined for an error that is not its refusal. */
export function explainSqliteRefusal(error: unknown): Refusal | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined
  const code = error.code
  const reason = reasons.find(([prefix]) => code.startsWith(prefix))?.[1]
  return reason === undefined ? undefined : { reason, columns: columnsIn(error.message) }
}

/** `UNIQUE constraint failed: orders.number, orders.year` names its columns. */
function columnsIn(message: string): string[] {
  const list = /(?:UNIQUE|NOT NULL) constraint failed: (.+)$/.exec(message)?.[1]
  return list === undefined ? [] : list.split(', ').map((each) => each.slice(each.lastIndexOf('.') + 1))
}
