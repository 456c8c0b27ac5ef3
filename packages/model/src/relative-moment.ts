/** Moments and days that are told from the present: `$now(-7d)`, `$today`, `$month(-1)`; what they are is known once somebody asks. */
import { beginningOf, type Clock, type Day, dayAt } from './clock.ts'
import type { FieldTest } from './condition.ts'
import type { Json } from './json.ts'
import type { ModelField } from './model.ts'
import { filterBounds, parseOperand } from './parse-operand.ts'
import type { Fault } from './problem.ts'

/** What a relative moment is counted from: the moment, or the day, week, month, quarter or year that it lies in. */
export const relativeBases = ['now', 'today', 'week', 'month', 'quarter', 'year'] as const

/** Minutes, hours, days, weeks, months, years. */
export const relativeUnits = ['min', 'h', 'd', 'w', 'mo', 'y'] as const

/** A moment told from the present. */
export interface RelativeMoment {
  readonly base: (typeof relativeBases)[number]
  /** How far away, backwards where it is less than 0. */
  readonly by: number
  /** In what; absent: in what the base is, such as weeks from this week. */
  readonly unit?: (typeof relativeUnits)[number]
}

/** Reads `$now(-7d)`, `$today`, `$month(-1)`; undefined for what is none. */
export function readRelative(value: Json): RelativeMoment | undefined {
  if (typeof value !== 'string') return undefined
  const [, base, by = '0', unit] =
    /^\$(now|today|week|month|quarter|year)(?:\(\s*([+-]?\d{1,5})\s*(min|h|d|w|mo|y)?\s*\))?$/.exec(value) ?? []
  if (base === undefined) return undefined
  const read = { base, by: Number(by), ...(unit === undefined ? {} : { unit }) } as RelativeMoment
  return isSensible(read) ? read : undefined
}

/** A moment has to be told in a unit, and within a day nothing is told of days. */
function isSensible({ base, by, unit }: RelativeMoment): boolean {
  if (base === 'now') return unit !== undefined || by === 0
  return unit !== 'min' && unit !== 'h'
}

/** The text of a relative moment: the other half of `readRelative`. */
export function writeRelative({ base, by, unit }: RelativeMoment): string {
  return by === 0 ? `$${base}` : `$${base}(${by}${unit ?? ''})`
}

/** Whether a field holds days or moments, so that it can be compared with relative ones. */
export function holdsMoments({ column }: Pick<ModelField, 'column'>): boolean {
  return column.kind === 'date' || column.kind === 'timestamp'
}

/** Whether a field is compared with something told from the present. */
export function isRelativeTo(field: ModelField, parts: readonly (Json | undefined)[]): boolean {
  return holdsMoments(field) && parts.some((part) => part !== undefined && readRelative(part) !== undefined)
}

/** What is wrong with a test that is told from the present, as far as can be said before anyone asks; undefined when nothing is. */
export function mistakeOfMoments(
  field: ModelField,
  operator: FieldTest['operator'],
  parts: readonly Json[],
): Fault | undefined {
  if (operator === 'isNull') return { code: 'wrong_type', params: { expected: 'boolean' } }
  const isList = operator === 'in' || operator === 'nin'
  const wanted = operator === 'between' ? 2 : 1
  if (!isList && parts.length !== wanted)
    return { code: 'wrong_type', params: { expected: wanted === 2 ? 'pair' : field.column.kind } }
  if (parts.length > filterBounds.listLength)
    return { code: 'too_many_values', params: { max: filterBounds.listLength } }
  for (const part of parts) {
    const parsed =
      readRelative(part) === undefined && !(isList && part === null) ? parseOperand(field, 'gte', part) : undefined
    if (parsed && !parsed.ok) return parsed.fault
  }
  return undefined
}

/** From where on, and up to where, as a field holds it: the first and, not included, the end. A single moment has no length. */
export interface Span {
  readonly from: string
  readonly until: string
  /** Its end is no part of it; else it is one moment. */
  readonly isLong: boolean
}

/** Which moments, or days, a relative one means for somebody. */
export function spanOf(relative: RelativeMoment, { column }: Pick<ModelField, 'column'>, clock: Clock): Span {
  const now = clock.now === undefined ? new Date() : new Date(clock.now)
  if (relative.base === 'now') {
    const moment = moved(now, relative)
    const at = column.kind === 'date' ? written(dayAt(moment, clock.zone)) : moment.toISOString()
    return { from: at, until: at, isLong: false }
  }
  const [first, end] = daysOf(relative, dayAt(now, clock.zone), clock)
  if (column.kind === 'date') {
    const isDay = end.getTime() - first.getTime() === dayLength
    return isDay
      ? { from: written(first), until: written(first), isLong: false }
      : { from: written(first), until: written(end), isLong: true }
  }
  const [from, until] = [first, end].map((day) => beginningOf(day, clock.zone).toISOString())
  return { from: from ?? '', until: until ?? '', isLong: true }
}

/** The parts that a comparison with a span is made of, each a plain comparison; they must all hold, or with `ne` not all. */
export function testsOfSpan(field: ModelField, operator: FieldTest['operator'], span: Span): readonly FieldTest[] {
  const test = (of: FieldTest['operator'], value: string): FieldTest => ({ type: 'test', field, operator: of, value })
  if (!span.isLong) return [test(operator, span.from)]
  switch (operator) {
    case 'gt':
      return [test('gte', span.until)]
    case 'gte':
      return [test('gte', span.from)]
    case 'lt':
      return [test('lt', span.from)]
    case 'lte':
      return [test('lt', span.until)]
    default:
      return [test('gte', span.from), test('lt', span.until)]
  }
}

const dayLength = 86_400_000

const lengths: { readonly [unit in 'min' | 'h' | 'd' | 'w']: number } = {
  min: 60_000,
  h: 3_600_000,
  d: dayLength,
  w: 7 * dayLength,
}

/** The first day and the one after the last. */
function daysOf({ base, by, unit }: RelativeMoment, today: Day, { weekStart }: Clock): readonly [Day, Day] {
  const own = ownUnit[base]
  const begun = beginOf(base, unit === undefined ? today : moved(today, { by, unit }), weekStart)
  const first = unit === undefined ? moved(begun, { by, unit: own.unit, times: own.times }) : begun
  return [first, moved(first, { by: 1, unit: own.unit, times: own.times })]
}

const ownUnit: {
  readonly [base in RelativeMoment['base']]: { readonly unit: 'd' | 'w' | 'mo' | 'y'; readonly times: number }
} = {
  now: { unit: 'd', times: 1 },
  today: { unit: 'd', times: 1 },
  week: { unit: 'w', times: 1 },
  month: { unit: 'mo', times: 1 },
  quarter: { unit: 'mo', times: 3 },
  year: { unit: 'y', times: 1 },
}

function beginOf(base: RelativeMoment['base'], day: Day, weekStart: number): Day {
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth()]
  switch (base) {
    case 'week':
      return new Date(day.getTime() - ((day.getUTCDay() - weekStart + 14) % 7) * dayLength)
    case 'month':
      return new Date(Date.UTC(year, month))
    case 'quarter':
      return new Date(Date.UTC(year, month - (month % 3)))
    case 'year':
      return new Date(Date.UTC(year, 0))
    default:
      return day
  }
}

interface Move {
  readonly by: number
  readonly unit?: RelativeMoment['unit']
  readonly times?: number
}

/** Within the years that databases and texts can say. */
const [earliest, latest] = [Date.parse('0101-01-03'), Date.parse('9990-12-29')]

function moved(moment: Date, { by, unit = 'd', times = 1 }: Move): Date {
  const count = by * times
  const next =
    unit === 'mo' || unit === 'y'
      ? monthsLater(moment, unit === 'y' ? count * 12 : count)
      : moment.getTime() + count * lengths[unit]
  // Beyond all that a date can be, there is no number.
  const bound = count < 0 ? earliest : latest
  return new Date(Number.isNaN(next) ? bound : Math.min(Math.max(next, earliest), latest))
}

/** The same day of another month, or its last one where there is no such day. */
function monthsLater(moment: Date, months: number): number {
  const later = new Date(moment)
  later.setUTCDate(1)
  later.setUTCMonth(later.getUTCMonth() + months)
  const last = new Date(Date.UTC(later.getUTCFullYear(), later.getUTCMonth() + 1, 0)).getUTCDate()
  later.setUTCDate(Math.min(moment.getUTCDate(), last))
  return later.getTime()
}

function written(day: Day): string {
  return day.toISOString().slice(0, 10)
}
