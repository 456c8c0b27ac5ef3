/** What an engine offers to whoever wants rows as JSON rather than as values. */
import type { Column } from '@haykal/model'
import type { RawBuilder, SqlBool } from 'kysely'
import type { Row } from './engine.ts'

/** A column of rows that are written as JSON: how it is called there, and what it holds. */
export interface WrittenColumn {
  readonly from: string
  readonly column: Column
}

/** What a column of such rows holds, one after the other. */
export interface WrittenList {
  readonly from: string
  /** A column: as it is shown. `place`: what makes a part of a place. `test`: 1 where it holds, else 0, with nothing between them. */
  readonly of: Column | 'place' | 'test'
  readonly as: string
}

/** Rows that a database writes as JSON by itself: to the letter what the codec would have shown of them. */
export interface WrittenRows {
  /** Whether it can write what these columns hold, as long as that fits them. */
  canWrite(columns: readonly Column[]): boolean
  /**
   * One row in place of all `rows`, in their order: their number as `n`, as `records` the bytes (UTF-8) of an object of each, a comma and a new line between
   * them, which stand nowhere else; and each of `lists` under its own name, its values with commas between them.
   */
  gather(
    rows: RawBuilder<Row>,
    asked: {
      readonly record: readonly (WrittenColumn & { readonly name: string })[]
      readonly lists: readonly WrittenList[]
    },
  ): RawBuilder<Row>
  /** One row in place of all `rows`: as `pairs` an object of the texts in one column by those in another, an empty one for what is empty. */
  pairs(
    rows: RawBuilder<unknown>,
    asked: { readonly key: WrittenColumn; readonly value: WrittenColumn },
  ): RawBuilder<Row>
  /** A test whether a value is among those of a list in JSON, however long it is. */
  isAmong(operand: RawBuilder<unknown>, list: string): RawBuilder<SqlBool>
  /** Whether an error says that a row holds what could not be written. */
  isUnwritable(error: unknown): boolean
}
