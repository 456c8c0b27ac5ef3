/** Writes numbers, dates and lists as the readers of a language do, by the choices of the person. Formatters are kept: making one is slow. */
import { type Language, languages } from './languages.ts'
import { type FormatChoices, localeTag, timeZoneOf } from './locale-tag.ts'
import { once } from './once.ts'

/** What can be formatted as a number; a text holds what a JavaScript number cannot (decimals, 64-bit integers). */
export type Numeric = number | bigint | `${number}`

/** The formatters of one language. */
export interface Format {
  /** The time zone that moments are shown and typed in, by its IANA name. */
  readonly timeZone: string
  /** A number, exact even when it is given as text. */
  number(value: Numeric, options?: Intl.NumberFormatOptions): string
  /** A day (`2026-11-21`), the same wherever one is; Gregorian. */
  date(day: string, options?: Intl.DateTimeFormatOptions): string
  /** A moment (an ISO string), in the time zone of the person; Gregorian. */
  dateTime(moment: string | number | Date, options?: Intl.DateTimeFormatOptions): string
  /**
   * The Hijri date of a day (`2026-11-21`) or of a moment in the time zone of the person, for who wants it beside the Gregorian one.
   * Undefined for everybody else, and before and after the years that the Umm al-Qura calendar is laid down for.
   */
  hijri(value: string): string | undefined
  /** How long ago, or how long until, a moment is: in the largest unit that fits. */
  relativeTime(moment: string | number | Date, now?: number): string
  /** Texts joined as a sentence joins them. */
  list(items: readonly string[], options?: Intl.ListFormatOptions): string
  /** Compares texts in the order of the language's alphabet, digits by value. */
  compare(first: string, second: string): number
}

const day: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'short', day: 'numeric' }
const moment: Intl.DateTimeFormatOptions = { ...day, hour: 'numeric', minute: '2-digit' }
const hijriDay: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', day: 'numeric' }
const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

/** The Umm al-Qura calendar is laid down from 1300 to 1600; what stands for other years would be a guess. */
const [firstHijri, lastHijri] = [Date.UTC(1882, 10, 12), Date.UTC(2174, 10, 25)]

/** The formatters of a language, by what the person chose. */
export function createFormat(language: Language, { digits, calendar, timeZone: wished }: FormatChoices = {}): Format {
  const spoken = languages[language].locale
  const locale = localeTag(spoken, digits)
  const hijriLocale = localeTag(spoken, digits, 'islamic-umalqura')
  const timeZone = once(() => timeZoneOf(wished))
  const numbers = keep((options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options))
  const dates = keep((options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options))
  const hijriDates = keep((options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(hijriLocale, options))
  const lists = keep((options: Intl.ListFormatOptions) => new Intl.ListFormat(locale, options))
  const relative = keep((options: Intl.RelativeTimeFormatOptions) => new Intl.RelativeTimeFormat(locale, options))
  const isLoose = digits === 'arab' && languages[language].direction === 'ltr'
  const tidy = isLoose ? holdDigits : (text: string) => text
  const collator = once(() => new Intl.Collator(spoken, { numeric: true }))
  return {
    get timeZone() {
      return timeZone()
    },
    number: (value, options = {}) => numbers(options).format(value),
    date: (value, options = day) => tidy(write(dates({ ...options, timeZone: 'UTC' }), midnight(value), value)),
    dateTime: (value, options = moment) =>
      tidy(write(dates({ timeZone: timeZone(), ...options }), value, String(value))),
    hijri: (value) => {
      if (calendar !== 'hijri') return undefined
      const isDay = value.length === 10
      const time = Date.parse(isDay ? midnight(value) : value)
      if (!(time >= firstHijri && time < lastHijri)) return undefined
      return tidy(hijriDates({ ...hijriDay, timeZone: isDay ? 'UTC' : timeZone() }).format(time))
    },
    relativeTime: (value, now = Date.now()) => {
      const seconds = (new Date(value).getTime() - now) / 1000
      const [unit, length] = units.find(([, size]) => Math.abs(seconds) >= size) ?? (['second', 1] as const)
      return relative({ numeric: 'auto' }).format(Math.round(seconds / length), unit)
    },
    list: (items, options = {}) => lists(options).format(items),
    compare: (first, second) => collator().compare(first, second),
  }
}

/** A day as a moment, whatever the time zone: nothing may move it. */
function midnight(day: string): string {
  return `${day.slice(0, 10)}T00:00Z`
}

/** A value that is no date is shown as it is: an adopted database may hold anything. */
function write(format: Intl.DateTimeFormat, value: string | number | Date, fallback: string): string {
  const date = new Date(value)
  return Number.isNaN(date.getTime()) ? fallback : format.format(date)
}

/** Arabic digits with a comma between them would run from right to left, the year before the day: a mark after each number keeps their order. */
function holdDigits(text: string): string {
  return text.replace(/[\u0660-\u0669]+/g, '$&\u200e')
}

function keep<Options extends object, Formatter>(
  make: (options: Options) => Formatter,
): (options: Options) => Formatter {
  const made = new Map<string, Formatter>()
  return (options) => {
    const key = JSON.stringify(options)
    const known = made.get(key) ?? make(options)
    made.set(key, known)
    return known
  }
}
