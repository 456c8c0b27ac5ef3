/** What an engine offers to whoever wants rows as JSON rather than as values. */
import type { Column } from '@haykal/model'
import type { RawBuilder } from 'kysely'
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

/** Titles of what such rows point to. */
export interface WrittenTitles {
  /** The columns of the rows that point there. */
  readonly from: readonly string[]
  /** Of the first so many rows. */
  readonly of: number
  /** The columns of what is pointed to: what those of the rows hold, and the title. */
  readonly key: WrittenColumn
  readonly title: WrittenColumn
  readonly as: string
  /** The statement that reads them: of the rows whose key is one of `values`. */
  ask(values: RawBuilder<unknown>): RawBuilder<Row>
}

/** Rows that a database writes as JSON by itself: to the letter what the codec would have shown of them. */
export interface WrittenRows {
  /** Whether it can write what these columns hold, as long as that fits them. */
  canWrite(columns: readonly Column[]): boolean
  /**
   * One row in place of all `rows`, in their order: their number as `n`, as `records` the bytes (UTF-8) of an object of each, a comma and a new line between
   * them, which stand nowhere else; each of `lists` under its own name, its values with commas between them; and each of `titles`, an object of the titles
   * by the keys as text, an empty text for an empty title.
   */
  gather(
    rows: RawBuilder<Row>,
    asked: {
      readonly record: readonly (WrittenColumn & { readonly name: string })[]
      readonly lists: readonly WrittenList[]
      readonly titles: readonly WrittenTitles[]
    },
  ): RawBuilder<Row>
  /** Whether an error says that a row holds what could not be written. */
  isUnwritable(error: unknown): boolean
}
