/** Moments that are told from the present, in the language of a translator: "today", "last month", "in the last 30 days". */
import type { MessageKey, Translator } from '@haykal/messages'
import { type Label, type RelativeMoment, readRelative, type ToldCondition } from '@haykal/model'

/** The language of the text. */
interface MomentTeller {
  readonly t: Translator
}

/** A value that is told from the present; undefined for any other. */
export function momentText({ t }: MomentTeller, value: Label | null): string | undefined {
  const relative = typeof value === 'string' ? readRelative(value) : undefined
  return relative && textOf(t, relative)
}

/** A stretch of days that ends or begins with today; undefined where something else is asked. */
export function spanText(
  { t }: MomentTeller,
  { operator, values }: Pick<ToldCondition & { readonly type: 'test' }, 'operator' | 'values'>,
): string | undefined {
  if (operator !== 'between') return undefined
  const [from, to] = values.map((value) => (typeof value === 'string' ? readRelative(value) : undefined))
  if (from?.base !== 'today' || to?.base !== 'today') return undefined
  if (to.by === 0 && from.by < 0) return t('moment.inLast', { time: lengthText(t, -from.by, from.unit) })
  if (from.by === 0 && to.by > 0) return t('moment.inNext', { time: lengthText(t, to.by, to.unit) })
  return undefined
}

const named: { readonly [base in RelativeMoment['base']]: { readonly [by: string]: MessageKey } } = {
  now: { 0: 'moment.now' },
  today: { 0: 'moment.today', '-1': 'moment.yesterday', 1: 'moment.tomorrow' },
  week: { 0: 'moment.thisWeek', '-1': 'moment.lastWeek', 1: 'moment.nextWeek' },
  month: { 0: 'moment.thisMonth', '-1': 'moment.lastMonth', 1: 'moment.nextMonth' },
  quarter: { 0: 'moment.thisQuarter', '-1': 'moment.lastQuarter', 1: 'moment.nextQuarter' },
  year: { 0: 'moment.thisYear', '-1': 'moment.lastYear', 1: 'moment.nextYear' },
}

const ownUnits = { now: 'h', today: 'd', week: 'w', month: 'mo', quarter: 'mo', year: 'y' } as const

function textOf(t: Translator, { base, by, unit }: RelativeMoment): string {
  const own = unit === undefined || unit === ownUnits[base]
  const key = own || by === 0 ? named[base][String(by)] : undefined
  if (key !== undefined) return t(key as 'moment.now')
  const times = unit === undefined && base === 'quarter' ? 3 : 1
  const time = lengthText(t, Math.abs(by) * times, unit ?? ownUnits[base])
  const past = by < 0 ? t('moment.ago', { time }) : t('moment.ahead', { time })
  if (base === 'now' || base === 'today') return past
  return t(`moment.${base}Of`, { moment: past })
}

const lengths = {
  min: 'moment.minutes',
  h: 'moment.hours',
  d: 'moment.days',
  w: 'moment.weeks',
  mo: 'moment.months',
  y: 'moment.years',
} as const

/** How long something is: "30 days". */
function lengthText(t: Translator, count: number, unit: RelativeMoment['unit'] = 'd'): string {
  return t(lengths[unit], { count })
}
