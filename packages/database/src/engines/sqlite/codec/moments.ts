/**
 * Moments and days in SQLite's columns and back, in every form that programs write them.
 *
 * Comparisons happen in SQL between values of one form, so they are right where a column keeps to its form. Where it mixes forms, `=`
 * finds what is shown so (see `oddities`), but no order can be: SQLite puts every number before every text, and `T` after a space.
 * What is finer than a millisecond is shown as its millisecond, and found by it (`spreadOfMoment`).
 */
import type { Column, Json, TimestampForm } from '@haykal/model'
import type { Stored } from '../../../engine.ts'
import { decodePlain, encodePlain, type Present, type PresentJson } from './plain.ts'

/** A column of moments or of days. */
type MomentColumn = Extract<Column, { readonly written?: TimestampForm }>

const day = 86_400_000
/** From noon of 24 November 4714 BC to 1970; SQLite's own functions count in these very milliseconds. */
const julianOffset = 210_866_760_000_000
const [earliest, latest] = [Date.parse('0001-01-01T00:00:00.000Z'), Date.parse('9999-12-31T23:59:59.999Z')]

/** A moment or a day as the column writes it; what is none, as it is. */
export function encodeMoment(value: PresentJson, { kind, written }: MomentColumn): Stored {
  const iso = typeof value === 'string' && kind === 'date' ? `${value}T00:00:00.000Z` : value
  if (written === undefined || typeof iso !== 'string' || !isMoment(iso)) return encodePlain(value)
  const moment = Date.parse(iso)
  switch (written) {
    case 'iso':
      return iso
    case 'sql':
      return `${iso.slice(0, 10)} ${iso.slice(11, moment % 1000 === 0 ? 19 : 23)}`
    case 'seconds':
      return moment % 1000 === 0 ? BigInt(moment / 1000) : moment / 1000
    case 'milliseconds':
      return BigInt(moment)
    case 'julian':
      return (moment + julianOffset) / day
  }
}

/** What a column of moments or of days shows; what is no moment of the years 1 to 9999 is shown as it is. */
export function decodeMoment(stored: Present, { kind, written }: MomentColumn): Json {
  if (typeof stored === 'string') return kind === 'date' ? withoutMidnight(stored) : isoMoment(stored)
  if (typeof stored !== 'number' && typeof stored !== 'bigint') return decodePlain(stored)
  const moment = momentOf(Number(stored), written)
  const isOne = moment >= earliest && moment <= latest && (kind === 'timestamp' || moment % day === 0)
  return isOne ? new Date(moment).toISOString().slice(0, kind === 'date' ? 10 : 24) : decodePlain(stored)
}

/** All doubles that are shown as one millisecond; undefined for forms that are no finer. */
export function spreadOfMoment(value: Json, column: MomentColumn): readonly [from: number, before: number] | undefined {
  const { kind, written } = column
  const iso = typeof value === 'string' && kind === 'date' ? `${value}T00:00:00.000Z` : value
  if ((written !== 'julian' && written !== 'seconds') || typeof iso !== 'string' || !isMoment(iso)) return undefined
  const place = (moment: number) => (written === 'seconds' ? moment / 1000 : (moment + julianOffset) / day)
  return [place(Date.parse(iso) - 0.5), place(Date.parse(iso) + 0.5)]
}

/** Other texts that a column of moments or of days shows as `value`: with and without seconds, fractions, `T` and zone. */
export function writingsOf(value: Json, { kind }: MomentColumn): readonly string[] {
  if (typeof value !== 'string') return []
  const iso = kind === 'date' ? `${value}T00:00:00.000Z` : value
  if (!isMoment(iso)) return []
  const [date, minutes, seconds, fraction] = [iso.slice(0, 10), iso.slice(11, 16), iso.slice(16, 19), iso.slice(20, 23)]
  const isWhole = fraction === '000'
  const times = [
    ...(isWhole && seconds === ':00' ? [minutes] : []),
    ...(isWhole ? [minutes + seconds] : []),
    ...[fraction, fraction.replace(/0{1,2}$/, ''), `${fraction}000`].map((each) => `${minutes}${seconds}.${each}`),
  ]
  const whole = ['T', ' '].flatMap((between) => times.map((time) => date + between + time))
  return [
    ...(iso.endsWith('T00:00:00.000Z') ? [date] : []),
    ...whole.flatMap((each) => zones.map((zone) => each + zone)),
  ]
}

const zones = ['', 'Z', '+00:00']

function isMoment(iso: string): boolean {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(iso)) return false
  const moment = Date.parse(iso)
  return moment >= earliest && moment <= latest && new Date(moment).toISOString() === iso
}

/** Milliseconds since 1970; NaN where the column writes no numbers. */
function momentOf(stored: number, written: TimestampForm | undefined): number {
  switch (written) {
    case 'seconds':
      return Math.round(stored * 1000)
    case 'milliseconds':
      return Math.round(stored)
    case 'julian':
      return Math.round(stored * day) - julianOffset
    default:
      return Number.NaN
  }
}

const midnightShape = /^(\d{4}-\d{2}-\d{2})[ T]00:00(:00([.,]0{1,9})?)?\s?(Z|[+-]00:?00)?$/

/** A day that was written as a moment at midnight; other texts as they are. */
function withoutMidnight(text: string): string {
  if (text.length === 10) return text
  const date = midnightShape.exec(text)?.[1]
  return date !== undefined && isMoment(`${date}T00:00:00.000Z`) ? date : text
}

const momentShape =
  /^(\d{4}-\d{2}-\d{2})(?:[T ]((?:[01]\d|2[0-3]):[0-5]\d)(?::([0-5]\d)(?:[.,](\d{1,9}))?)?)?\s?(Z|[+-]\d{2}:?\d{2})?$/

/** A moment as SQLite's own functions and most programs write it, as ISO 8601 in UTC; other texts as they are. */
function isoMoment(text: string): string {
  // As we write them ourselves: nothing to do, and most are.
  if (text.length === 24 && text.charCodeAt(10) === 84 && text.charCodeAt(23) === 90) return text
  const [, date, time = '00:00', seconds = '00', fraction = '0', zone = 'Z'] = momentShape.exec(text) ?? []
  if (date === undefined || !isMoment(`${date}T00:00:00.000Z`)) return text
  const moment = Date.parse(`${date}T${time}:${seconds}.${fraction.slice(0, 3).padEnd(3, '0')}${zone}`)
  return moment >= earliest && moment <= latest ? new Date(moment).toISOString() : text
}
