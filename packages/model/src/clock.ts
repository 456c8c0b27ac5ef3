/** The present as somebody has it: where on earth they are, and on which day their week begins. */

/** What time it is for somebody. */
export interface Clock {
  /** A place of the IANA database: `Africa/Cairo`. */
  readonly zone: string
  /** The day on which a week begins, from 1 (Monday) to 7 (Sunday). */
  readonly weekStart: number
  /** The present moment, as an ISO string; absent: the machine's. */
  readonly now?: string
}

/** The clock of whoever told nothing of theirs. */
export const utcClock: Clock = { zone: 'UTC', weekStart: 1 }

/** A day of the calendar: midnight of it in UTC, so that it can be calculated with. */
export type Day = Date

/** The day that it is somewhere at a moment. */
export function dayAt(moment: Date, zone: string): Day {
  const local = new Date(moment.getTime() + offsetAt(moment, zone))
  return new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate()))
}

/** The moment at which a day begins somewhere: where clocks are put forward at midnight, an hour later. */
export function beginningOf(day: Day, zone: string): Date {
  const around = [-1, 0, 1].map((days) => offsetAt(new Date(day.getTime() + days * 86_400_000), zone))
  const moments = [...new Set(around)].map((offset) => new Date(day.getTime() - offset)).sort((a, b) => +a - +b)
  const isOfDay = (moment: Date) => dayAt(moment, zone).getTime() === day.getTime()
  return moments.find(isOfDay) ?? moments[0] ?? day
}

/** Whether a text names a place whose time is known. */
export function isZone(text: string): boolean {
  try {
    return formatOf(text) !== undefined
  } catch {
    return false
  }
}

/** Made once for each place: making one takes longer than asking it a hundred times. */
const formats = new Map<string, Intl.DateTimeFormat>()
/** There are some six hundred places, each with other spellings of it. */
const mostFormats = 2_000

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  if (formats.size >= mostFormats) formats.clear()
  formats.set(zone, made)
  return made
}

/** By how many milliseconds clocks somewhere are ahead of UTC at a moment. */
export function offsetAt(moment: Date, zone: string): number {
  const shown = formatOf(zone).formatToParts(moment)
  const parts = Object.fromEntries(shown.map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  const local = new Date(0)
  // Date.UTC takes the years of the first century for those of the twentieth.
  local.setUTCFullYear(year, month - 1, day)
  local.setUTCHours(hour, minute, second, 0)
  return local.getTime() - Math.floor(moment.getTime() / 1_000) * 1_000
}
