/** Requests that no page sends: random ids, filters, orders and values for the models of an adopted file. */
import { encodeBase64Url } from '@haykal/model'
import fc from 'fast-check'
import type { AdoptedFile } from './adopted-file.ts'

const part = fc.oneof(
  fc.constantFrom(
    '',
    '.',
    '..',
    '-',
    '~',
    '~WzFd',
    'W10',
    '1',
    '0',
    '-1',
    '9223372036854775808',
    '1e3',
    'null',
    "' or 1=1 --",
    '\u0000',
    '\ud800',
    '%',
    '__proto__',
  ),
  fc.jsonValue({ maxDepth: 1 }).map((json) => `~${encodeBase64Url(JSON.stringify([json]))}`),
  fc
    .array(fc.oneof(fc.string(), fc.integer(), fc.constant(null)), { maxLength: 3 })
    .map((list) => encodeBase64Url(JSON.stringify(list))),
  fc.string({ maxLength: 6, unit: 'binary' }),
)

/** What is asked of which model and field, chosen by number. */
export interface NastyRequest {
  readonly of: number
  readonly field: number
  readonly part: string
  readonly operator: string
  readonly value: unknown
  readonly form: number
}

/** A random request. */
export const nastyRequest: fc.Arbitrary<NastyRequest> = fc.record({
  of: fc.nat(7),
  field: fc.nat(7),
  part,
  operator: fc.constantFrom(
    'eq',
    'ne',
    'gt',
    'lte',
    'in',
    'nin',
    'contains',
    'startsWith',
    'between',
    'isNull',
    'regex',
  ),
  value: fc.oneof(
    part,
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom(1e308, -0, 2 ** 53, '9223372036854775807', true, [1, 'x', null]),
  ),
  form: fc.nat(6),
})

/** Sends a request. What becomes of it does not matter, as long as it is no mistake of ours: those are in `file.takeFailures()`. */
export async function sendNasty(
  file: AdoptedFile,
  { of, field, part: id, operator, value, form }: NastyRequest,
): Promise<void> {
  const model = file.models.all[of % Math.max(file.models.all.length, 1)]
  const name = model?.fields[field % model.fields.length]?.name
  if (!model || name === undefined) return
  const encode = (text: string) => encodeURIComponent(text.toWellFormed())
  const records = `/api/v1/${encode(model.name)}`
  const lines = [
    () => file.send(`GET ${records}/${encode(id)}`),
    () => file.send(`GET ${records}?filter=${encode(JSON.stringify({ [name]: { [operator]: value } }))}`),
    () => file.send(`GET ${records}?sort=${encode(`-${name}`)}&q=${encode(id)}&limit=2`),
    () => file.send(`GET ${records}?filter[${encode(name)}][${operator}]=${encode(String(value))}`),
    () => file.send(`PATCH ${records}/${encode(id)}`, { values: { [name]: value }, base: { [name]: value } }),
    () => file.send(`GET ${records}/${encode(id)}/-/bytes/${encode(name)}`),
    () => file.send(`GET ${records}/${encode(id)}/-/why/${operator === 'eq' ? 'edit' : 'remove'}`),
  ]
  await lines[form % lines.length]?.()
}
