/** Exact calculation on PostgreSQL, whose `numeric` has as many digits as are needed; they are cut where other databases end. */
import { tenTo } from '@haykal/model'
import { sql } from 'kysely'
import type { ExactNumbers } from '../../engine.ts'

const literal = (value: bigint) => sql.raw(`cast(${value} as numeric)`)

/** One, with the point moved: a product is exact where a quotient is rounded to some digit first. */
const part = (digits: number) => sql.raw(digits === 0 ? 'cast(1 as numeric)' : `0.${'1'.padStart(digits, '0')}`)

/** Whole numbers on PostgreSQL. */
export const postgresExact: ExactNumbers = {
  literal,
  read: (operand, _column, scale) =>
    scale === 0
      ? sql`round(cast(${operand} as numeric))`
      : sql`round(cast(${operand} as numeric) * ${literal(tenTo(scale))})`,
  write: (operand, column, scale) =>
    column.kind === 'integer'
      ? sql`cast(${operand} as bigint)`
      : sql`round((${operand}) * ${part(scale)}, ${sql.raw(String(scale))})`,
  // Greatest and least pass over NULL, which ends at the bound and so is NULL again.
  bounded: (operand, most) =>
    sql`nullif(nullif(least(greatest(${operand}, ${literal(-most)}), ${literal(most)}), ${literal(most)}), ${literal(-most)})`,
  divide: (dividend, divisor) => sql`div(${dividend}, nullif(${divisor}, 0))`,
  roundOff: (operand, digits) => sql`round((${operand}) * ${part(digits)})`,
}
