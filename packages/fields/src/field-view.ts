/** The browser's face of a field kind, as lists need it: small, since it is in the first load. */
import type { Json, ModelField } from '@haykal/model'
import type { ComponentType } from 'react'

/** The titles of records that are pointed to: by `titlesName` of the relation, then by what it holds, as text. */
export type RecordTitles = { readonly [model: string]: { readonly [key: string]: string } }

/** What is given to whatever shows a value. */
export interface CellProps {
  /** Null where there is none; in an adopted database it may be anything. */
  readonly value: Json
  readonly field: ModelField
  readonly titles: RecordTitles
  /** It may be a link by itself, as it does not stand inside of another; absent: it may not. */
  readonly mayLink?: boolean
}

/** How the values of a kind look in a line. */
export interface FieldView {
  /** A value in one line; nothing for null, and plain text for what does not fit the kind. */
  readonly Cell: ComponentType<CellProps>
  /** Where values stand in a column: amounts at the end, so that their digits line up; absent: at the start. */
  readonly align?: 'end'
  /** On a record's page it takes the whole width, below the short fields; absent: no. */
  readonly isWide?: boolean
}
