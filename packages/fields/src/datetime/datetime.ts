/** Moments: a day and a time, the same instant for everyone wherever they are. */
import {
  accept,
  type FieldKind,
  type FieldOptions,
  fieldOf,
  type Json,
  refuse,
  type TimestampForm,
  wrongType,
} from '@haykal/model'
import { checkDefault, checkWritten } from '../check-options.ts'
import { isCalendarDay } from '../date/calendar.ts'
import { plainDigits } from '../typed-text.ts'

/** The options of a moment. */
export interface DatetimeOptions extends FieldOptions {
  /** How an adopted column writes its moments; absent: the engine's own way. */
  readonly written?: TimestampForm
}

/** How moments behave: any ISO 8601 instant is taken, `YYYY-MM-DDTHH:MM:SS.sssZ` is kept. */
export const datetimeKind: FieldKind<string, DatetimeOptions> = {
  kind: 'datetime',
  filters: ['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'between', 'in', 'nin'],
  column: ({ written }) => ({ kind: 'timestamp', ...(written === undefined ? {} : { written }) }),
  parse: parseDatetime,
  toText: (value) => value,
  fromText: readDatetime,
  jsonSchema: () => ({ type: 'string', format: 'date-time' }),
  checkOptions: (options) => [...checkWritten(options.written), ...checkDefault(datetimeKind, options)],
}

/** Describes a moment. */
export const datetime = fieldOf(datetimeKind)

/** A text that is a moment but for its zone says so: what is missing nobody guesses. */
function readDatetime(text: string) {
  const plain = plainDigits(text).toUpperCase()
  const parsed = parseDatetime(plain)
  return !parsed.ok && parseDatetime(`${plain}Z`).ok ? refuse('zone_missing') : parsed
}

const instant =
  /^(\d{4})-(\d{2})-(\d{2})[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?(Z|[-+](?:0\d|1\d|2[0-3]):?[0-5]\d)$/

function parseDatetime(input: Json) {
  if (typeof input !== 'string') return wrongType('datetime')
  const match = instant.exec(input)
  if (!match || !isCalendarDay(Number(match[1]), Number(match[2]), Number(match[3]))) return refuse('bad_datetime')
  const [, year, month, day, hour, minute, second = '00', fraction = '', offset = 'Z'] = match
  const milliseconds = fraction.slice(0, 3).padEnd(3, '0')
  const zone = offset === 'Z' || offset.includes(':') ? offset : `${offset.slice(0, 3)}:${offset.slice(3)}`
  const moment = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}.${milliseconds}${zone}`)
  // The offset may carry the first and the last day of the calendar past its ends.
  const inUtc = moment.getUTCFullYear()
  return inUtc >= 1 && inUtc <= 9999 ? accept(moment.toISOString()) : refuse('bad_datetime')
}
