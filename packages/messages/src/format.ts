/** Writes numbers, dates and lists as the readers of a language do. Formatters are kept: making one is slow. */

/** What can be formatted as a number; a text holds what a JavaScript number cannot (decimals, 64-bit integers). */
export type Numeric = number | bigint | `${number}`

/** The formatters of one locale. */
export interface Format {
  /** A number, exact even when it is given as text. */
  number(value: Numeric, options?: Intl.NumberFormatOptions): string
  /** A day (`2026-11-21`), the same wherever one is. */
  date(day: string, options?: Intl.DateTimeFormatOptions): string
  /** A moment (an ISO string), in the time zone of the reader. */
  dateTime(moment: string | number | Date, options?: Intl.DateTimeFormatOptions): string
  /** How long ago, or how long until, a moment is: in the largest unit that fits. */
  relativeTime(moment: string | number | Date, now?: number): string
  /** Texts joined as a sentence joins them. */
  list(items: readonly string[], options?: Intl.ListFormatOptions): string
  /** Compares texts in the order of the language's alphabet, digits by value. */
  compare(first: string, second: string): number
}

const day: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'short', day: 'numeric' }
const moment: Intl.DateTimeFormatOptions = { ...day, hour: 'numeric', minute: '2-digit' }
const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

/** The formatters of a locale. */
export function createFormat(locale: string): Format {
  const numbers = keep((options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options))
  const dates = keep((options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options))
  const lists = keep((options: Intl.ListFormatOptions) => new Intl.ListFormat(locale, options))
  const relative = keep((options: Intl.RelativeTimeFormatOptions) => new Intl.RelativeTimeFormat(locale, options))
  const collator = new Intl.Collator(locale, { numeric: true })
  return {
    number: (value, options = {}) => numbers(options).format(value),
    date: (value, options = day) =>
      formatDate(dates({ ...options, timeZone: 'UTC' }), `${value.slice(0, 10)}T00:00Z`, value),
    dateTime: (value, options = moment) => formatDate(dates(options), value, String(value)),
    relativeTime: (value, now = Date.now()) => {
      const seconds = (new Date(value).getTime() - now) / 1000
      const [unit, length] = units.find(([, size]) => Math.abs(seconds) >= size) ?? (['second', 1] as const)
      return relative({ numeric: 'auto' }).format(Math.round(seconds / length), unit)
    },
    list: (items, options = {}) => lists(options).format(items),
    compare: (first, second) => collator.compare(first, second),
  }
}

/** A value that is no date is shown as it is: an adopted database may hold anything. */
function formatDate(format: Intl.DateTimeFormat, value: string | number | Date, fallback: string): string {
  const date = new Date(value)
  return Number.isNaN(date.getTime()) ? fallback : format.format(date)
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
