/** The log: one line of JSON an event, to the error output, so that what a command prints stays clean. Never holds secrets, bodies or addresses with parameters. */
import { type DestinationStream, type Logger, pino } from 'pino'

/** Where events go. */
export type Log = Logger

/** A log that keeps what is at least as grave as `level`. */
export function createLog(
  level: string,
  destination: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination)
}
