/** What the sampled values of a column are, counted once for all who guess by them. */
import type { Stored } from '../../engine.ts'

/** The sampled values of a column, and of what sort they are. */
export interface ColumnLook {
  /** Those that are not null. */
  readonly values: readonly Stored[]
  /** How many rows were looked at. */
  readonly rows: number
  /** `empty`: there is no value. `real`: numbers, not all of them whole. `mixed`: of several sorts, numbers counting as one. */
  readonly sort: 'empty' | 'integer' | 'real' | 'text' | 'bytes' | 'mixed'
  readonly distinct: ReadonlySet<Stored>
}

/** The look of a column that was not looked at: its declared type says all, or it cannot be read. */
export const nothingSeen: ColumnLook = { values: [], rows: 0, sort: 'empty', distinct: new Set() }

/** Looks at the sampled values of a column. */
export function lookAt(sampled: readonly Stored[]): ColumnLook {
  const values = sampled.filter((value) => value !== null)
  const sorts = new Set<ColumnLook['sort']>()
  for (const value of values) sorts.add(sortOf(value))
  if (sorts.has('real')) sorts.delete('integer')
  const [first, ...others] = sorts
  return {
    values,
    rows: sampled.length,
    sort: first === undefined ? 'empty' : others.length > 0 ? 'mixed' : first,
    distinct: new Set(values),
  }
}

/** Of what sort a value is. */
export function sortOf(value: Stored): Exclude<ColumnLook['sort'], 'empty' | 'mixed'> {
  if (typeof value === 'string') return 'text'
  if (typeof value === 'bigint') return 'integer'
  return typeof value === 'number' ? 'real' : 'bytes'
}

/** The values as texts; none where they are of another sort. */
export function textsOf({ sort, values }: ColumnLook): readonly string[] {
  return sort === 'text' ? (values as readonly string[]) : []
}

/** The values as numbers, the last digits of large ones apart; none where they are of another sort. */
export function numbersOf({ sort, values }: ColumnLook): readonly number[] {
  return sort === 'integer' || sort === 'real' ? values.map(Number) : []
}

/** Whether there are values, and each is 0 or 1. */
export function isFlags({ sort, distinct }: ColumnLook): boolean {
  return sort === 'integer' && [...distinct].every((value) => value === 0n || value === 1n)
}
