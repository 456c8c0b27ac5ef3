/** What a list needs to know of the choice among its records: how it is made comes later, with the code that does something with it. */
import type { Model } from '@haykal/model'
import type { ComponentType } from 'react'
import type { ListedRecord } from './page-window.ts'

/** The choice among the records of a list. */
export interface Choosing {
  /** Boxes are shown: something is chosen, or one has begun to choose. */
  readonly isOn: boolean
  readonly isChosen: (id: string) => boolean
  readonly acts: ChoosingActs
}

/** What changes a choice: always the same object. Rows are named by their numbers. */
export interface ChoosingActs {
  /** Chooses a row, or takes it out again. */
  readonly toggle: (row: number) => void
  /** Chooses the rows from the one that was toggled last up to this one; from `begin`, where none was. */
  readonly extend: (row: number, begin?: number) => void
  /** Chooses rows, or takes them out again. */
  readonly set: (rows: readonly number[], isSet: boolean) => void
  /** Chooses all that the list finds. */
  readonly all: () => void
  /** Begins to choose with nothing chosen yet, where boxes do not show by themselves. */
  readonly begin: () => void
  readonly clear: () => void
  /** The id of the record of a row; undefined: it is not there. */
  readonly idAt: (row: number) => string | undefined
  /** The box of a row. */
  readonly Tick: ComponentType<TickProps>
  /** The box that chooses the rows in sight. */
  readonly TickAll: ComponentType<TickAllProps>
}

/** The properties of the box of a row. */
export interface TickProps {
  readonly acts: ChoosingActs
  readonly model: Model
  readonly row: number
  /** Undefined: its record is not there yet. */
  readonly listed: ListedRecord | undefined
  readonly isChosen: boolean
  readonly className: string | undefined
}

/** The properties of the box over the rows. */
export interface TickAllProps {
  readonly choosing: Choosing
  /** The first row in sight, and how many are. */
  readonly first: number
  readonly count: number
  readonly className: string | undefined
}
