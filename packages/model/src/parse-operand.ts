/** What a question of a filter compares a field with: which questions there are, and how their values are read. */
import { type FilterOperator, filterOperators } from './field-kind.ts'
import { isStorableText, type Json } from './json.ts'
import type { ModelField } from './model.ts'
import type { Fault } from './problem.ts'

/** Bounds that keep a filter cheap to read and to run. */
export const filterBounds = { nodes: 200, depth: 12, childDepth: 3, listLength: 500, patternLength: 1_000 } as const

/** Whether a word is a question that filters know. */
export function isOperator(text: string): text is FilterOperator {
  return (filterOperators as readonly string[]).includes(text)
}

/** Whether a question looks inside of texts, which needs no comparing. */
function isInside(operator: FilterOperator): boolean {
  return operator === 'contains' || operator === 'startsWith' || operator === 'endsWith'
}

/** Which questions a filter may ask of a field. */
export function operatorsOf(field: ModelField): readonly FilterOperator[] {
  const filters = field.options.incomparable === true ? field.kind.filters.filter(isInside) : field.kind.filters
  return field.isRequired ? filters : [...filters, 'isNull']
}

/** What a filter compares with, or why it cannot. */
export type Operand = { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly fault: Fault }

/** Reads what a question compares a field with. */
export function parseOperand(field: ModelField, operator: FilterOperator, value: Json): Operand {
  switch (operator) {
    case 'isNull':
      return parseFlag(value)
    case 'in':
    case 'nin':
      return parseList(field, typeof value === 'string' ? value.split(',') : value)
    case 'between': {
      const list = parseList(field, typeof value === 'string' ? value.split(',') : value, parseComparable)
      return !list.ok || (Array.isArray(list.value) && list.value.length === 2 && !list.value.includes(null))
        ? list
        : { ok: false, fault: { code: 'wrong_type', params: { expected: 'pair' } } }
    }
    case 'contains':
    case 'startsWith':
    case 'endsWith':
      if (typeof value !== 'string' || !isStorableText(value))
        return { ok: false, fault: { code: 'wrong_type', params: { expected: 'text' } } }
      return value.length <= filterBounds.patternLength
        ? { ok: true, value: field.kind.asPart?.(value) ?? value }
        : { ok: false, fault: { code: 'too_long', params: { max: filterBounds.patternLength } } }
    case 'eq':
    case 'ne':
      return value === null ? { ok: true, value } : parseEqual(field, value)
    default:
      return parseComparable(field, value)
  }
}

function parseFlag(value: Json): Operand {
  if (value === true || value === 'true') return { ok: true, value: true }
  if (value === false || value === 'false') return { ok: true, value: false }
  return { ok: false, fault: { code: 'wrong_type', params: { expected: 'boolean' } } }
}

function parseList(
  field: ModelField,
  value: Json,
  parse: (field: ModelField, value: Json) => Operand = parseEqual,
): Operand {
  if (!Array.isArray(value)) return { ok: false, fault: { code: 'wrong_type', params: { expected: 'array' } } }
  if (value.length > filterBounds.listLength) {
    return { ok: false, fault: { code: 'too_many_values', params: { max: filterBounds.listLength } } }
  }
  const parsed = value.map((each: Json): Operand => (each === null ? { ok: true, value: null } : parse(field, each)))
  const refused = parsed.find((each) => !each.ok)
  return refused ?? { ok: true, value: parsed.map((each) => (each.ok ? each.value : null)) }
}

/** A value to look for: where columns hold what does not fit them, that can be looked for too. */
function parseEqual(field: ModelField, value: Json): Operand {
  const parsed = parseComparable(field, value)
  if (!field.isLoose || (typeof value !== 'string' && typeof value !== 'number')) return parsed
  // Digits that a number would not keep are taken as they are.
  const isKept = parsed.ok && (typeof value !== 'string' || isWritten(parsed.value, value))
  return isKept ? parsed : { ok: true, value }
}

/** Whether a value is what a text says, to the last digit. */
function isWritten(value: Json, text: string): boolean {
  const isExact = typeof value !== 'number' || !Number.isInteger(value) || Number.isSafeInteger(value)
  return isExact && String(value) === text
}

/** A value to compare with: JSON of the field's own type or, as URLs know only text, the text of one. */
function parseComparable(field: ModelField, value: Json): Operand {
  const parsed = field.kind.parse(value, field.options)
  if (parsed.ok || typeof value !== 'string') return parsed
  const fromText = field.kind.fromText(value, field.options)
  return fromText.ok ? fromText : parsed
}
