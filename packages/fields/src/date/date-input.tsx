/** Fills in days. */
import { CalendarInput, type CalendarKind } from '../calendar-input.tsx'
import type { FieldInput, InputProps } from '../field-input.ts'
import { DateShow } from './date-show.tsx'

const days: CalendarKind = {
  zone: () => undefined,
  write: (value, { format }) => format.date(value),
  fault: 'bad_date',
  native: { type: 'date', write: (value) => value, read: (text) => text },
}

function DayInput(properties: InputProps) {
  return <CalendarInput {...properties} calendar={days} />
}

/** How days stand on a record's page. */
export const dateInput: FieldInput = { Input: DayInput, Show: DateShow }
