/** Times of the day, on no particular day and in no zone: when a shop opens, when a train leaves. */
import {
  accept,
  type FieldKind,
  type FieldOptions,
  fieldOf,
  type Json,
  refuse,
  textItself,
  wrongType,
} from '@haykal/model'
import { checkDefault, checkRange } from '../check-options.ts'
import { plainDigits } from '../typed-text.ts'

/** The options of a time of the day. */
export interface TimeOptions extends FieldOptions {
  /** The earliest time, itself allowed: `08:00`. */
  readonly min?: string
  /** The latest time, itself allowed. */
  readonly max?: string
}

/** How times behave: `HH:MM`, or `HH:MM:SS` where the seconds are not nought; so their texts stand in the order of the day. */
export const timeKind: FieldKind<string, TimeOptions> = {
  kind: 'time',
  filters: ['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'between', 'in', 'nin'],
  searchedBy: 'equals',
  column: () => ({ kind: 'text' }),
  parse: parseTime,
  check(value, { min, max }) {
    if (min !== undefined && value < min) return { code: 'too_small', params: { min } }
    return max !== undefined && value > max ? { code: 'too_large', params: { max } } : undefined
  },
  toText: textItself,
  fromText: readTime,
  jsonSchema: () => ({ type: 'string', pattern: '^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$' }),
  checkOptions(options) {
    const wrong = (['min', 'max'] as const).flatMap((name) => {
      const limit = options[name]
      const parsed = limit === undefined ? undefined : parseTime(limit)
      const isProper = !parsed || (parsed.ok && parsed.value === limit)
      return isProper ? [] : [`${name} is ${JSON.stringify(limit)}: write a time of the day like "08:30"`]
    })
    if (wrong.length > 0) return wrong
    const { min, max } = options
    const range = checkRange({ min, max }, (first, second) => (first < second ? -1 : Number(first > second)))
    return [...range, ...checkDefault(timeKind, options)]
  },
}

/** Describes a time of the day. */
export const time = fieldOf(timeKind)

function parseTime(input: Json) {
  if (typeof input !== 'string') return wrongType('time')
  return /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/.test(input)
    ? accept(input.replace(/:00$/, atEnd))
    : refuse('bad_time')
}

/** Seconds of nought are left out, minutes are not. */
function atEnd(zeros: string, at: number): string {
  return at > 2 ? '' : zeros
}

const halves = /(am|a\.m\.|صباح[اًـ]*|ص|pm|p\.m\.|مساء[اًـ]*|م)$/

/** `9:30`, `9.30 pm`, `0930`, `٩:٣٠ م`, `9 am`. */
function readTime(text: string) {
  const plain = plainDigits(text).toLowerCase()
  const half = halves.exec(plain)?.[1]
  const clock = plain.replace(halves, '').trim()
  const match = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?$/.exec(clock) ?? /^(\d{2})(\d{2})$/.exec(clock)
  const [, hours, minutes = '00', seconds = '00'] = match ?? (half && /^(\d{1,2})$/.exec(clock)) ?? []
  if (hours === undefined) return refuse('bad_time')
  const hour = half === undefined ? Number(hours) : hourOfHalf(Number(hours), half)
  return parseTime(`${String(hour).padStart(2, '0')}:${minutes}:${seconds}`)
}

/** The hour on a clock of 24 hours; one that no clock shows for hours that a half of the day does not have. */
function hourOfHalf(hour: number, half: string): number {
  if (hour < 1 || hour > 12) return 99
  return (hour % 12) + (/^[pم]/.test(half) ? 12 : 0)
}

/** How the reader's language writes a time of the day. */
export function clockOf(value: string): { readonly moment: string; readonly options: Intl.DateTimeFormatOptions } {
  const seconds = value.length > 5 ? ({ second: '2-digit' } as const) : {}
  return {
    moment: `1970-01-01T${value}Z`,
    options: { hour: 'numeric', minute: '2-digit', ...seconds, timeZone: 'UTC' },
  }
}
