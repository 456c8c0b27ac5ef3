/** The browser's face of a field kind, as a record's page needs it: how a value is read there, and how it is filled in. */
import type { Fault, Json, ModelField } from '@haykal/model'
import type { ComponentType } from 'react'
import type { CellProps, RecordTitles } from './field-view.ts'

/** What an input is given. It keeps half-typed text to itself and tells only of values. */
export interface InputProps {
  readonly id: string
  readonly field: ModelField
  /** What people call the field, in their language. */
  readonly label: string
  /** The value so far; null where there is none. */
  readonly value: Json
  /** Takes a parsed value, or null when the input was emptied. */
  readonly onChange: (value: Json) => void
  /** Told why what is typed is no value; until `onChange` is called, nothing else is known of it. */
  readonly onFault: (fault: Fault) => void
  readonly titles: RecordTitles
  /** What stands in the input while it is empty, in the person's language; absent: nothing. */
  readonly placeholder?: string | undefined
  readonly isDisabled?: boolean
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
  readonly 'aria-required': true | undefined
}

/** How the values of a kind stand on a record's page. */
export interface FieldInput {
  readonly Input: ComponentType<InputProps>
  /** How a value is read where there is room; absent: as the `Cell`. */
  readonly Show?: ComponentType<CellProps>
  /** What an untouched input says of a new record without a default; absent: nothing. */
  readonly untouched?: (field: ModelField) => Json
}
