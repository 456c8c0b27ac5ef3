/** The narrow waist between field kinds and engines: a kind declares a column, an engine implements the column kinds. */

/**
 * How a value is stored, said without naming an engine.
 *
 * A value arrives at and leaves the engine as JSON: `timestamp` as an ISO string in UTC with milliseconds, `date` as `YYYY-MM-DD`,
 * `decimal` as a string of digits, `bytes` as base64, `integer` as a number, or as a string where it does not fit a double exactly.
 */
export type Column =
  | { readonly kind: 'integer' | 'real' | 'boolean' | 'json' | 'bytes' }
  | {
      readonly kind: 'text' /** An adopted column that holds numbers beside texts: what reads as a number is kept as one. Absent: texts only. */
      readonly isMixed?: boolean
    }
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

/** Every way in which an adopted column may write its moments. */
export const timestampForms = ['iso', 'sql', 'seconds', 'milliseconds', 'julian'] as const

/**
 * How an adopted column writes moments, all in UTC: `iso` = `2026-11-21T06:50:00.000Z`, `sql` = `2026-11-21 06:50:00`, `seconds` and
 * `milliseconds` since 1970, `julian` = days since noon of 24 November 4714 BC. A day is then the moment at its midnight.
 */
export type TimestampForm = (typeof timestampForms)[number]

/** Up to this many bytes travel inside their record, as base64; of more, the record tells only how many: `{ size }`. */
export const inlineBytes = 65_536

/** Whether a column holds texts beside numbers on purpose: in it, what looks equal is equal. */
export function isMixedColumn(column: Column): boolean {
  return column.kind === 'text' && column.isMixed === true
}

/** Whether programs write one value of a column in several ways: `2026-11-21` and `2026-11-21 00:00:00` are one moment. */
export function isWrittenInManyWays(column: Column): boolean {
  return isMixedColumn(column) || column.kind === 'timestamp' || column.kind === 'date'
}
