/** Moments as the browser's own input knows them: day and time on the clock of a zone, without naming it. */
import { offsetAt } from '@haykal/model'

/** A moment (ISO, UTC) on the clock of a zone: `2026-11-21T06:50`; seconds only where there are some. */
export function toLocalMoment(iso: string, zone: string): string {
  const moment = new Date(iso)
  const local = new Date(moment.getTime() + offsetAt(moment, zone)).toISOString()
  return local.replace(/Z$/, '').replace(/(?::00)?\.000$/, '')
}

/** The moment (ISO, UTC) of a day and time on the clock of a zone; the text itself where it is none. */
export function fromLocalMoment(local: string, zone: string): string {
  const asUtc = Date.parse(`${local.replace(' ', 'T')}Z`)
  if (Number.isNaN(asUtc)) return local
  const near = asUtc - offsetAt(new Date(asUtc), zone)
  // Near a change of the clocks, the offset there is not the one found at first.
  return new Date(asUtc - offsetAt(new Date(near), zone)).toISOString()
}
