/** Moments as the browser's own input knows them: day and time on the clock of a zone, without naming it. */

/** A moment (ISO, UTC) on the clock of a zone: `2026-11-21T06:50`; seconds only where there are some. */
export function toLocalMoment(iso: string, zone: string): string {
  const moment = Date.parse(iso)
  const local = new Date(moment + offsetAt(moment, zone)).toISOString()
  return local.replace(/Z$/, '').replace(/(?::00)?\.000$/, '')
}

/** The moment (ISO, UTC) of a day and time on the clock of a zone; the text itself where it is none. */
export function fromLocalMoment(local: string, zone: string): string {
  const asUtc = Date.parse(`${local.replace(' ', 'T')}Z`)
  if (Number.isNaN(asUtc)) return local
  const near = asUtc - offsetAt(asUtc, zone)
  // Near a change of the clocks, the offset there is not the one found at first.
  return new Date(asUtc - offsetAt(near, zone)).toISOString()
}

/** How many milliseconds the clock of a zone is ahead of UTC at a moment. */
function offsetAt(moment: number, zone: string): number {
  const clock = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const parts = Object.fromEntries(clock.formatToParts(moment).map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  const shown = new Date(0)
  shown.setUTCFullYear(year, month - 1, day)
  shown.setUTCHours(hour, minute, second, 0)
  return shown.getTime() - (moment - (((moment % 1000) + 1000) % 1000))
}
