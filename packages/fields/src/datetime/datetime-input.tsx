/** Fills in moments on the reader's clock. */
import type { Locale } from '@haykal/messages/react'
import { CalendarInput, type CalendarKind } from '../calendar-input.tsx'
import type { FieldInput, InputProps } from '../field-input.ts'
import { DatetimeShow } from './datetime-show.tsx'
import { fromLocalMoment, toLocalMoment } from './local-moment.ts'

const moments: CalendarKind = {
  zone: zoneOf,
  write: (value, { format }) => format.dateTime(value),
  fault: 'bad_datetime',
  native: {
    type: 'datetime-local',
    step: 'any',
    write: (value, locale) => toLocalMoment(value, zoneOf(locale)),
    read: (text, locale) => fromLocalMoment(text, zoneOf(locale)),
  },
}

function zoneOf({ format }: Locale): string {
  return format.timeZone
}

function MomentInput(properties: InputProps) {
  return <CalendarInput {...properties} calendar={moments} />
}

/** How moments stand on a record's page. */
export const datetimeInput: FieldInput = { Input: MomentInput, Show: DatetimeShow }
