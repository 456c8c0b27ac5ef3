/** What stands for whoever asks inside of a filter: `$me` (their id), `$me.region`; `$$me` is the text `$me` itself. */
import type { Column } from './column.ts'
import type { FilterOperator } from './field-kind.ts'
import type { Json } from './json.ts'
import type { ModelField } from './model.ts'
import type { Fault } from './problem.ts'
import type { MeAttribute, MeAttributes, Viewer } from './viewer.ts'

/** A text that stands for what is known of whoever asks. */
export type MeReference = '$me' | `$me.${string}`

/** The name of the attribute that a value stands for; undefined for a value that stands for itself. */
export function referencedAttribute(value: Json): string | undefined {
  if (typeof value !== 'string') return undefined
  if (value === '$me') return 'id'
  return value.startsWith('$me.') ? value.slice('$me.'.length) : undefined
}

/** Whether something in what a field is compared with stands for whoever asks. */
export function hasReference(value: Json): boolean {
  return partsOf(value).some((part) => referencedAttribute(part) !== undefined)
}

/** The attributes that something to compare with stands for. */
export function referencedAttributes(value: Json): readonly string[] {
  return partsOf(value).flatMap((part) => referencedAttribute(part) ?? [])
}

/** The values that something to compare with is made of: in an address, a text with commas is a list. */
export function partsOf(value: Json): readonly Json[] {
  if (Array.isArray(value)) return value
  return typeof value === 'string' && value.includes('$') && value.includes(',') ? value.split(',') : [value]
}

/** What is meant by a value that stands for itself: one `$` fewer where it was escaped. */
export function literalOf(value: Json): Json {
  // Of a list, not of lists in it: those are no values, and may be nested deeper than a program can follow.
  return Array.isArray(value) ? value.map((each: Json) => unescaped(each)) : unescaped(value)
}

function unescaped(value: Json): Json {
  return typeof value === 'string' && /^\$+\$me(\.|$)/.test(value) ? value.slice(1) : value
}

/** What is known of a viewer under a name; undefined for what they do not have: nothing, null, an empty text. */
export function attributeOf({ id, role, me }: Viewer, name: string): Json | undefined {
  const value = name === 'id' ? id : name === 'role' ? role : me && Object.hasOwn(me, name) ? me[name] : undefined
  return value === null || value === '' ? undefined : value
}

const listOperators: readonly FilterOperator[] = ['in', 'nin']

/** What is wrong with the references in a test, as far as can be said before anyone asks; undefined when nothing is. */
export function mistakesOfReferences(
  { field, operator, value }: { readonly field: ModelField; readonly operator: FilterOperator; readonly value: Json },
  attributes: MeAttributes,
): Fault | undefined {
  if (operator === 'isNull') return { code: 'wrong_type', params: { expected: 'boolean' } }
  for (const name of referencedAttributes(value)) {
    const attribute = Object.hasOwn(attributes, name) ? attributes[name] : undefined
    if (!attribute) return { code: 'unknown_field', params: { name: `$me.${name}` } }
    if (attribute.list === true && !listOperators.includes(operator)) {
      return { code: 'unknown_operator', params: { known: listOperators.join(', ') } }
    }
    if (!fits(attribute, field)) return { code: 'wrong_type', params: { expected: field.column.kind } }
  }
  return undefined
}

const numeric: readonly Column['kind'][] = ['integer', 'real', 'decimal']

function fits({ type }: MeAttribute, { column, isLoose }: ModelField): boolean {
  if (isLoose) return true
  if (type === 'text') return column.kind !== 'boolean' && !numeric.includes(column.kind)
  return type === 'number' ? numeric.includes(column.kind) : column.kind === 'boolean'
}
