/** Filters as JSON, from a URL or from code, turned into conditions; all problems at once. */
import type { Condition } from './condition.ts'
import { type FilterOperator, filterOperators } from './field-kind.ts'
import { isJsonObject, isStorableText, type Json } from './json.ts'
import type { Model, ModelField } from './model.ts'
import type { Fault, Problem } from './problem.ts'

/** A filter as it travels: `{ status: { eq: 'paid' } }`, `{ or: [ … ] }`, `{ 'customer.country': { in: ['EG'] } }`. */
export type Filter = { readonly [nameOrWord: string]: Json }

/** A field path followed to its end: the relations on the way, then the field itself. */
export interface FieldPath {
  readonly hops: readonly {
    readonly field: ModelField
    readonly to: Model /** Which of the records there count. */
    readonly scope: Condition
  }[]
  readonly field: ModelField
}

/** Follows a path of names for one person; undefined for what does not exist and for what they may not see, alike. */
export type ResolvePath = (path: string) => FieldPath | undefined

/** Bounds that keep a filter cheap to read and to run. */
export const filterBounds = { nodes: 200, depth: 12, listLength: 500 } as const

/** A condition, or why the filter is none. */
export type FilterResult =
  | { readonly ok: true; readonly condition: Condition }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Reads a filter. Problems point to `?filter` followed by the place inside it. */
export function parseFilter(filter: Json, resolvePath: ResolvePath): FilterResult {
  const reading: Reading = { resolvePath, problems: [], nodes: 0 }
  const condition = readNode(filter, { pointer: '?filter', depth: 0, reading })
  return reading.problems.length === 0 ? { ok: true, condition } : { ok: false, problems: reading.problems }
}

interface Reading {
  readonly resolvePath: ResolvePath
  readonly problems: Problem[]
  nodes: number
}

const nowhere: Condition = { type: 'any', of: [] }

/** Where in the filter something stands. */
interface Place {
  readonly pointer: string
  readonly depth: number
  readonly reading: Reading
}

function inside(place: Place, name: string | number): Place {
  return { ...place, pointer: `${place.pointer}/${name}` }
}

function fail({ pointer, reading }: Pick<Place, 'pointer' | 'reading'>, fault: Fault): Condition {
  reading.problems.push({ pointer, ...fault })
  return nowhere
}

function readNode(node: Json, place: Place): Condition {
  const { depth, reading } = place
  reading.nodes += 1
  if (depth > filterBounds.depth || reading.nodes > filterBounds.nodes) {
    // Said once: a filter that is too large would otherwise answer with as many problems as it has nodes.
    return reading.problems.some((problem) => problem.code === 'too_complex')
      ? nowhere
      : fail({ pointer: '?filter', reading }, tooComplex)
  }
  if (!isJsonObject(node)) return fail(place, { code: 'wrong_type', params: { expected: 'object' } })
  const of = Object.entries(node).map(([name, inner]) => readEntry(name, inner, inside(place, name)))
  return of.length === 1 && of[0] ? of[0] : { type: 'all', of }
}

const tooComplex: Fault = { code: 'too_complex', params: { nodes: filterBounds.nodes, depth: filterBounds.depth } }

function readEntry(name: string, inner: Json, place: Place): Condition {
  const deeper = { ...place, depth: place.depth + 1 }
  if (name === 'and' || name === 'or') return readList(name, inner, deeper)
  if (name === 'not') return { type: 'not', of: readNode(inner, deeper) }
  return readTests(name, inner, place)
}

function readList(name: 'and' | 'or', inner: Json, place: Place): Condition {
  if (!Array.isArray(inner)) return fail(place, { code: 'wrong_type', params: { expected: 'array' } })
  const of = inner.map((each: Json, index) => readNode(each, inside(place, index)))
  return { type: name === 'and' ? 'all' : 'any', of }
}

function readTests(path: string, inner: Json, place: Place): Condition {
  const found = place.reading.resolvePath(path)
  if (!found) return fail(place, { code: 'unknown_field' })
  if (!isJsonObject(inner) || Object.keys(inner).length === 0) {
    return fail(place, { code: 'wrong_type', params: { expected: 'object' } })
  }
  const tests = Object.entries(inner).map(([operator, value]) => {
    place.reading.nodes += 1
    return readTest(found.field, { operator, value }, inside(place, operator))
  })
  const test: Condition = tests.length === 1 && tests[0] ? tests[0] : { type: 'all', of: tests }
  return found.hops.reduceRight<Condition>(
    (of, hop) => ({ type: 'through', field: hop.field, to: hop.to, of: { type: 'all', of: [hop.scope, of] } }),
    test,
  )
}

function readTest(field: ModelField, { operator, value }: { operator: string; value: Json }, place: Place): Condition {
  if (!isOperator(operator) || !operatorsOf(field).includes(operator)) {
    return fail(place, { code: 'unknown_operator', params: { known: operatorsOf(field).join(', ') } })
  }
  const parsed = parseOperand(field, operator, value)
  return parsed.ok ? { type: 'test', field, operator, value: parsed.value } : fail(place, parsed.fault)
}

function isOperator(text: string): text is FilterOperator {
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

type Operand = { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly fault: Fault }

function parseOperand(field: ModelField, operator: FilterOperator, value: Json): Operand {
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
      return typeof value === 'string' && value.length <= 1000 && isStorableText(value)
        ? { ok: true, value }
        : { ok: false, fault: { code: 'wrong_type', params: { expected: 'text' } } }
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
    return {
      ok: false,
      fault: { code: 'too_complex', params: { nodes: filterBounds.listLength, depth: filterBounds.depth } },
    }
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
