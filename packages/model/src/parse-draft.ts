/** Checks what someone wants to store: the same function in the form and on the server. */
import { isJsonObject, type Json } from './json.ts'
import type { Model, ModelField } from './model.ts'
import { accept, type Fault, type Parsed, type Problem, pointerTo, refuse } from './problem.ts'
import type { AnyRecord } from './record.ts'

/** Parsed values by field, or every problem at once. */
export type DraftResult =
  | { readonly ok: true; readonly values: AnyRecord }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** What the input is meant for: a `create` needs every required field and fills in defaults, an `edit` checks what it touches. */
export interface DraftPurpose {
  readonly purpose: 'create' | 'edit'
  /** The moment that `$now` and `$today` stand for. */
  readonly now: Date
}

/** Parses the values of a new or an edited record. Problems point to `/values/{field}`. */
export function parseDraft(model: Model, input: unknown, { purpose, now }: DraftPurpose): DraftResult {
  if (!isJsonObject(input)) {
    return { ok: false, problems: [{ pointer: '/values', code: 'wrong_type', params: { expected: 'object' } }] }
  }
  const problems: Problem[] = []
  const values: { [field: string]: Json } = {}
  for (const name of Object.keys(input)) {
    const fault = faultOfName(model.field(name), purpose)
    if (fault) problems.push({ pointer: pointerTo('values', name), ...fault })
  }
  for (const field of model.fields) {
    const given = Object.hasOwn(input, field.name)
    if (!given && purpose === 'edit') continue
    if (!isSettable(field, purpose) && (given || field.options.default === undefined)) continue
    const value = given ? (input[field.name] ?? null) : defaultValue(field, now)
    const parsed = parseValue(field, value)
    if (!parsed.ok) problems.push({ pointer: pointerTo('values', field.name), ...parsed.fault })
    else if (given || parsed.value !== null) values[field.name] = parsed.value
  }
  return problems.length === 0 ? { ok: true, values } : { ok: false, problems }
}

/** One value of a field, emptiness included: null and blank text mean "no value". */
export function parseValue(field: ModelField, input: Json): Parsed<Json> {
  const isBlankText = typeof input === 'string' && input.trim() === ''
  const isEmpty = input === null || isBlankText || field.kind.isNothing?.(input) === true
  if (isEmpty) return field.isRequired && !field.isGenerated ? refuse('required') : accept(null)
  const parsed = field.kind.parse(input, field.options)
  const fault = parsed.ok ? field.kind.check?.(parsed.value, field.options) : undefined
  return fault ? { ok: false, fault } : parsed
}

/** Whether people may give the field a value: its own key a new record may bring unless the database numbers it; later the key stays. */
export function isSettable(field: ModelField, purpose: DraftPurpose['purpose']): boolean {
  return !field.isReadOnly && !(purpose === 'edit' && field.isKey)
}

/** The value of a new record's field where none is given; null where it has no default. */
export function defaultValue(field: ModelField, now: Date): Json {
  const given = field.options.default
  if (given === '$now') return now.toISOString()
  if (given === '$today') return now.toISOString().slice(0, 10)
  return given ?? null
}

function faultOfName(field: ModelField | undefined, purpose: DraftPurpose['purpose']): Fault | undefined {
  if (!field) return { code: 'unknown_field' }
  return isSettable(field, purpose) ? undefined : { code: 'read_only' }
}
