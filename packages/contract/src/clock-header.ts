/** How a client tells what time it is for whoever sits at it: days that are told from the present (`$today`) are days there. */
import type { Clock } from '@haykal/model'

/** The name of the header: `Haykal-Clock: Africa/Cairo; 6`, the place and the day on which a week begins there (1 is Monday). */
export const clockHeader = 'Haykal-Clock'

/** The header's text. */
export function writeClock({ zone, weekStart }: Clock): string {
  return `${zone}; ${weekStart}`
}

/** The clock of a header's text; undefined for one that says nothing of use. Which places there are is not checked. */
export function readClock(text: string): Clock | undefined {
  const [, zone, weekStart] = /^([\w+\-/]{1,64})(?:\s*;\s*([1-7]))?$/.exec(text.trim()) ?? []
  return zone === undefined ? undefined : { zone, weekStart: Number(weekStart ?? 1) }
}
