/** Days of the calendar, without a time. */
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
import { plainDigits } from '../typed-text.ts'
import { isCalendarDay } from './calendar.ts'

/** The options of a day. */
export interface DateOptions extends FieldOptions {
  /** How an adopted column writes its days; absent: `YYYY-MM-DD`. */
  readonly written?: TimestampForm
}

/** How days behave: `YYYY-MM-DD`, from the year 1 to 9999. */
export const dateKind: FieldKind<string, DateOptions> = {
  kind: 'date',
  filters: ['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'between', 'in', 'nin'],
  searchedBy: 'equals',
  column: ({ written }) => ({ kind: 'date', ...(written === undefined ? {} : { written }) }),
  parse: parseDate,
  toText: (value) => value,
  fromText: (text) => parseDate(plainDigits(text).replace(/^(\d{4})\/(\d{2})\/(\d{2})$/, '$1-$2-$3')),
  jsonSchema: () => ({ type: 'string', format: 'date', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' }),
  checkOptions: (options) => [...checkWritten(options.written), ...checkDefault(dateKind, options)],
}

/** Describes a day. */
export const date = fieldOf(dateKind)

function parseDate(input: Json) {
  if (typeof input !== 'string') return wrongType('date')
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(input)
  return match && isCalendarDay(Number(match[1]), Number(match[2]), Number(match[3]))
    ? accept(input)
    : refuse('bad_date')
}
