/** The narrow waist between field kinds and engines: a kind declares a column, an engine implements the column kinds. */

/**
 * How a value is stored, said without naming an engine.
 *
 * A value arrives at and leaves the engine as JSON: `timestamp` as an ISO string in UTC with milliseconds, `date` as `YYYY-MM-DD`,
 * `decimal` as a string of digits, `bytes` as base64, `integer` as a number, or as a string where it does not fit a double exactly.
 */
export type Column =
  | { readonly kind: 'text' | 'integer' | 'real' | 'boolean' | 'json' | 'bytes' }
  | {
      readonly kind: 'decimal' /** Digits after the point; absent: as many as the value has. */
      readonly scale?: number
    }
  | {
      readonly kind: 'timestamp' | 'date' /** How an adopted column writes its moments; absent: the engine's own way. */
      readonly written?: TimestampForm
    }

/** The name of a way to store values. */
export type ColumnKind = Column['kind']

/** How a moment is written in a text column: `iso` = `2026-11-21T06:50:00.000Z`, `sql` = `2026-11-21 06:50:00`, both in UTC; a day is then a moment at midnight. */
export type TimestampForm = 'iso' | 'sql'
