/** Exact calculation on SQLite, whose whole numbers have 64 bits and become doubles where that is not enough. */
import { tenTo } from '@haykal/model'
import { type RawBuilder, sql } from 'kysely'
import type { ExactNumbers } from '../../engine.ts'

const literal = (value: bigint): RawBuilder<unknown> => sql.raw(value < 0n ? `(${value})` : `${value}`)

/** What is beyond 64 bits is a double by now, and ends at the last whole number of its side; so it does at a nearer bound. */
const clamped = (operand: RawBuilder<unknown>, most: bigint): RawBuilder<unknown> =>
  most >= 9_223_372_036_854_775_807n
    ? sql`((${operand}) & -1)`
    : sql`max(min((${operand}) & -1, ${literal(most)}), ${literal(-most)})`

/** Whole numbers on SQLite. */
export const sqliteExact: ExactNumbers = {
  literal,
  read: (operand, column, scale) =>
    column.kind === 'decimal' ? sql`cast(round(${operand} * ${sql.raw(`${tenTo(scale)}.0`)}) as integer)` : operand,
  // Of fifteen digits, the nearest double is the one that the column itself would hold (docs/decisions/0005).
  write: (operand, column, scale) =>
    column.kind === 'decimal' && scale > 0 ? sql`(${operand}) / ${sql.raw(`${tenTo(scale)}.0`)}` : operand,
  bounded: (operand, most) =>
    sql`nullif(nullif(nullif(${clamped(operand, most)}, ${literal(most)}), ${literal(-most)}), -9223372036854775807 - 1)`,
  divide: (dividend, divisor) => sql`((${dividend}) / (${divisor}))`,
  // Counted in halves of what is kept: an odd number of them is rounded away from zero.
  roundOff: (operand, digits) =>
    sql`(select (t + t % 2) / 2 from (select (${operand}) / ${literal(5n * tenTo(digits - 1))} as t))`,
}
