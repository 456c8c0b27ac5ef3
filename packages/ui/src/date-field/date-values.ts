/** Days and moments as texts outside, and as values of a calendar and a zone inside of the date field. */
import {
  type CalendarDate,
  DateFormatter,
  type DateValue,
  GregorianCalendar,
  parseAbsolute,
  parseDate,
  toCalendar,
  toCalendarDateTime,
  today,
  toZoned,
  type ZonedDateTime,
} from '@internationalized/date'

/** The first and the last day that a field takes: those of four digits, as ISO 8601 has them. */
export const calendarEnds = { first: parseDate('0001-01-01'), last: parseDate('9999-12-31') }

/** A day (`2026-11-21`), or with a zone a moment (ISO, UTC) on the clock of that zone. Throws for a text that is neither. */
export function readDate(text: string, zone: string | undefined): DateValue {
  return zone === undefined ? parseDate(text) : parseAbsolute(text, zone)
}

/** The text of a value: `2026-11-21`, or for a moment `2026-11-21T06:50:00.000Z`. */
export function writeDate(value: DateValue): string {
  return 'timeZone' in value ? value.toAbsoluteString() : toCalendar(value, new GregorianCalendar()).toString()
}

/** Where an empty field begins: today, at midnight where it has a time. */
export function beginning(zone: string | undefined): DateValue {
  return zone === undefined ? today(systemZone()) : midnight(today(zone), zone)
}

/** A value with its day exchanged: the time stays. */
export function withDay(value: DateValue | null, day: CalendarDate, zone: string | undefined): DateValue {
  const chosen = toCalendar(day, new GregorianCalendar())
  if (zone === undefined) return chosen
  if (value === null) return midnight(chosen, zone)
  const { era, year, month, day: number } = chosen
  return toCalendar(value, new GregorianCalendar()).set({ era, year, month, day: number })
}

/** Whether a moment has seconds, so that they must be shown. */
export function hasSeconds(value: DateValue | null): boolean {
  return value !== null && 'second' in value && (value.second !== 0 || value.millisecond !== 0)
}

/** The day of a value as a language writes it, its month by name. */
export function inWords(value: DateValue, locale: string): string {
  const timeZone = 'timeZone' in value ? value.timeZone : 'UTC'
  const format = new DateFormatter(locale, { year: 'numeric', month: 'long', day: 'numeric', timeZone })
  return format.format(value.toDate(timeZone))
}

/** The zone of this device. */
export function systemZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

function midnight(day: CalendarDate, zone: string): ZonedDateTime {
  return toZoned(toCalendarDateTime(day), zone)
}
