/** Moments as the browser's own input knows them: day and time on the reader's clock, without a zone. */

/** A moment (ISO, UTC) on the reader's clock: `2026-11-21T06:50`; seconds only where there are some. */
export function toLocalMoment(iso: string): string {
  const moment = new Date(iso)
  const pad = (part: number, length = 2) => String(part).padStart(length, '0')
  const day = `${pad(moment.getFullYear(), 4)}-${pad(moment.getMonth() + 1)}-${pad(moment.getDate())}`
  const time = `${pad(moment.getHours())}:${pad(moment.getMinutes())}`
  const [seconds, milliseconds] = [moment.getSeconds(), moment.getMilliseconds()]
  if (seconds === 0 && milliseconds === 0) return `${day}T${time}`
  return `${day}T${time}:${pad(seconds)}${milliseconds === 0 ? '' : `.${pad(milliseconds, 3)}`}`
}

/** The moment (ISO, UTC) of a day and time on the reader's clock; the text itself where it is none. */
export function fromLocalMoment(local: string): string {
  const moment = new Date(local)
  return Number.isNaN(moment.getTime()) ? local : moment.toISOString()
}
