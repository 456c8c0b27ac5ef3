/** Recognises days and moments by how their values are written. */
import type { FieldDefinition, TimestampForm } from '@haykal/model'
import { type ColumnLook, numbersOf, textsOf } from './column-look.ts'

/** A day or a moment, and how the column writes it. */
export interface MomentField extends FieldDefinition {
  readonly kind: 'date' | 'datetime'
  readonly written?: TimestampForm
}

/** What texts that are moments look like; the calendar is not asked, as `0000-00-00` is how some programs say none. */
const momentShape = /^\d{4}-\d{2}-\d{2}(?:([T ])(\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?))?\s*(?:Z|[+-]\d{2}:?\d{2})?$/

/** Numbers that are moments from 1973 to 2100; smaller ones count or measure something else. */
const plausible = {
  seconds: [1e8, 4_102_444_800],
  milliseconds: [1e11, 4_102_444_800_000],
  /** Days: from 1858 to 2132. */
  julian: [2.4e6, 2.5e6],
} as const

const perDay = { seconds: 86_400, milliseconds: 86_400_000 } as const

/** The moments that all values of a column may be; undefined where one of them is none. */
export function momentIn(look: ColumnLook): MomentField | undefined {
  return look.sort === 'text' ? momentInTexts(textsOf(look)) : momentInNumbers(numbersOf(look), look.sort === 'integer')
}

function momentInTexts(texts: readonly string[]): MomentField | undefined {
  const parts = texts.map((text) => momentShape.exec(text))
  if (parts.some((part) => part === null)) return undefined
  const times = parts.flatMap((part) => (part?.[2] === undefined ? [] : [part[2]]))
  if (times.length === 0) return { kind: 'date' }
  const written = parts.filter((part) => part?.[1] === 'T').length * 2 >= times.length ? 'iso' : 'sql'
  const isDay = times.length === texts.length && times.every((time) => /^00:00(:00([.,]0+)?)?$/.test(time))
  return { kind: isDay ? 'date' : 'datetime', written }
}

function momentInNumbers(numbers: readonly number[], areWhole: boolean): MomentField | undefined {
  // Zero is how some programs say none.
  const present = numbers.filter((number) => number !== 0)
  if (present.length === 0) return undefined
  const areIn = ([least, greatest]: readonly [number, number]) =>
    present.every((number) => number >= least && number <= greatest)
  if (areIn(plausible.julian) && !areWhole) {
    return { kind: present.every((number) => number % 1 === 0.5) ? 'date' : 'datetime', written: 'julian' }
  }
  const written = areWhole && (['seconds', 'milliseconds'] as const).find((form) => areIn(plausible[form]))
  if (!written) return undefined
  return { kind: present.every((number) => number % perDay[written] === 0) ? 'date' : 'datetime', written }
}
