/** Checks of options that several kinds share: each gives sentences for the developer who wrote them. */
import { type FieldKind, type FieldOptions, type Json, type TimestampForm, timestampForms } from '@haykal/model'

/** What the words for the moment of creation may become. */
const momentWords: ReadonlyMap<Json, string> = new Map([
  ['$now', '2026-11-21T06:50:00.000Z'],
  ['$today', '2026-11-21'],
])

/** What is wrong with the default: it must itself be a value that the field would take. */
export function checkDefault<Value extends Json, Options extends FieldOptions>(
  kind: FieldKind<Value, Options>,
  options: Options,
): string[] {
  if (options.default === undefined || options.default === null) return []
  const value = momentWords.get(options.default) ?? options.default
  const parsed = kind.parse(value, options)
  const fault = parsed.ok ? kind.check?.(parsed.value, options) : parsed.fault
  return fault === undefined
    ? []
    : [`default is ${JSON.stringify(options.default)}, which the field itself would refuse (${fault.code})`]
}

/** What is wrong with an option that counts something. */
export function checkCount(name: string, value: unknown, least = 0): string[] {
  if (value === undefined || (Number.isSafeInteger(value) && (value as number) >= least)) return []
  return [`${name} is ${JSON.stringify(value)}: give a whole number from ${least} up`]
}

/** What is wrong with the limits of a range, once each has been read; `compare` orders two of them. */
export function checkRange<Limit>(
  limits: { readonly min: Limit | undefined; readonly max: Limit | undefined },
  compare: (first: Limit, second: Limit) => number,
): string[] {
  const { min, max } = limits
  return min !== undefined && max !== undefined && compare(min, max) > 0
    ? [`min is ${min} and max is ${max}: no value lies between them`]
    : []
}

/** What is wrong with the form in which a column is said to write its moments. */
export function checkWritten(written: TimestampForm | undefined): string[] {
  return written === undefined || timestampForms.includes(written)
    ? []
    : [`written is ${JSON.stringify(written)}: moments are written ${timestampForms.join(', ')}`]
}

/** What is wrong with an option that is on or off. */
export function checkFlag(name: string, value: unknown): string[] {
  return value === undefined || typeof value === 'boolean'
    ? []
    : [`${name} is ${JSON.stringify(value)}: give true or false, or leave it out`]
}
