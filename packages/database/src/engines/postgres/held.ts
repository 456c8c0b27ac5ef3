/** Values as PostgreSQL holds them: as it writes them itself, with every digit of a moment or a number. */
import { sql } from 'kysely'
import type { HeldValues } from '../../engine.ts'

/** What is kept is that text. Bytes are only ever bytes. */
export const postgresHeld: HeldValues = {
  read: (operand, column) => (column.kind === 'bytes' ? sql`null` : sql`cast(${operand} as text)`),
  keep: (held, written) => (typeof held !== 'string' || String(written) === held ? undefined : held),
  // A parameter of no type takes that of the column that it is written into.
  write: (kept) => sql`${kept}`,
}
