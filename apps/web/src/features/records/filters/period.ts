/** Stretches of time that are told from the present, as one chooses them: this month, the last 30 days. */
import { type Json, type RelativeMoment, readRelative, writeRelative } from '@haykal/model'

/** Those that have a name of their own, in the order in which they are offered. */
export const namedPeriods = [
  '$today',
  '$today(-1)',
  '$today(1)',
  '$week',
  '$week(-1)',
  '$month',
  '$month(-1)',
  '$quarter',
  '$quarter(-1)',
  '$year',
  '$year(-1)',
] as const

/** A number of days, weeks, months or years that ends or begins with today. */
export interface Stretch {
  readonly towards: 'last' | 'next'
  readonly count: number
  readonly unit: 'd' | 'w' | 'mo' | 'y'
}

/** The units of stretches. */
export const stretchUnits: readonly Stretch['unit'][] = ['d', 'w', 'mo', 'y']

/** The most that can be counted. */
export const mostCounted = 9_999

/** A stretch as a text that stands for it among the values of a question. */
export function writeStretch({ towards, count, unit }: Stretch): string {
  return `${towards}:${count}${unit}`
}

/** The stretch that a text stands for; undefined for a period with a name. */
export function readStretch(text: string): Stretch | undefined {
  const [, towards, count, unit] = /^(last|next):(\d{1,4})(d|w|mo|y)$/.exec(text) ?? []
  if (towards === undefined) return undefined
  return { towards: towards as Stretch['towards'], count: Number(count), unit: unit as Stretch['unit'] }
}

/** The test that a period makes. */
export function testOfPeriod(text: string): { readonly operator: string; readonly value: Json } {
  const stretch = readStretch(text)
  if (!stretch) return { operator: 'eq', value: text }
  const { towards, count, unit } = stretch
  const away = writeRelative({ base: 'today', by: towards === 'last' ? -count : count, unit })
  return { operator: 'between', value: towards === 'last' ? [away, '$today'] : ['$today', away] }
}

/** The period that a test asks for; undefined where it asks for something else. */
export function periodOf(operator: string, value: Json): string | undefined {
  const parts = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : []
  const [first, second] = parts.map((part: Json) => readRelative(part))
  if (operator === 'eq' && parts.length === 1 && first && first.base !== 'now') return writeRelative(first)
  if (operator !== 'between' || parts.length !== 2 || !first || !second) return undefined
  if (isToday(second) && first.base === 'today' && first.by < 0) return stretchOf('last', first)
  return isToday(first) && second.base === 'today' && second.by > 0 ? stretchOf('next', second) : undefined
}

function isToday({ base, by }: RelativeMoment): boolean {
  return base === 'today' && by === 0
}

function stretchOf(towards: Stretch['towards'], { by, unit = 'd' }: RelativeMoment): string | undefined {
  const known = stretchUnits.find((each) => each === unit)
  return known && Math.abs(by) <= mostCounted ? writeStretch({ towards, count: Math.abs(by), unit: known }) : undefined
}
