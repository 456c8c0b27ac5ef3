/** Asks a condition of a record in memory, with the answer that the databases give: what is empty compares as nothing, text by its code points. */
import type { Condition, FieldTest } from './condition.ts'
import { isSameJson, type Json } from './json.ts'
import type { Model, ModelField } from './model.ts'
import { targetField } from './model.ts'
import type { AnyRecord } from './record.ts'

/** What a condition may need besides the record. */
export interface MatchSurroundings {
  /** The records of `model` whose `field` has a value; they must have every field. Empty: there is none. */
  related(model: Model, field: ModelField, value: Json): readonly AnyRecord[]
  /** The form in which texts are compared by `contains`, `startsWith` and `endsWith`; absent: small letters of ASCII, as SQLite does it. */
  fold?(text: string): string
}

/**
 * Whether a condition holds of a record that has every field. As in SQL, a test of an empty value is not known; as in the statements that
 * are made of conditions, what is not known does not hold, and `not` of it does.
 */
export function matches(condition: Condition, record: AnyRecord, surroundings: MatchSurroundings): boolean {
  switch (condition.type) {
    case 'all':
      return condition.of.every((each) => matches(each, record, surroundings))
    case 'any':
      return condition.of.some((each) => matches(each, record, surroundings))
    case 'not':
      return !matches(condition.of, record, surroundings)
    case 'test':
      return passes(condition, record[condition.field.name] ?? null, surroundings.fold ?? foldAscii)
    case 'through': {
      const value = record[condition.field.name] ?? null
      const key = targetField(condition.field, condition.to)
      if (value === null || !key) return false
      const found = surroundings.related(condition.to, key, value)
      return found.some((each) => matches(condition.of, each, surroundings))
    }
    case 'children':
      return childrenIn(condition, record, surroundings).some((each) => matches(condition.of, each, surroundings))
  }
}

/** The records that point to a record. What is empty points nowhere, and to what is empty nothing points. */
function childrenIn(
  { children, pairs }: Condition & { readonly type: 'children' },
  record: AnyRecord,
  surroundings: MatchSurroundings,
): readonly AnyRecord[] {
  const [first] = pairs
  const held = pairs.map(({ parent }) => record[parent.name] ?? null)
  if (!first || held.includes(null)) return []
  const found = surroundings.related(children, first.child, held[0] ?? null)
  return found.filter((each) =>
    pairs.every(({ child }, index) => {
      const value = each[child.name] ?? null
      return value !== null && compareValues(child, value, held[index] ?? null) === 0
    }),
  )
}

function passes({ field, operator, value }: FieldTest, stored: Json, fold: (text: string) => string): boolean {
  const listed = Array.isArray(value) ? (value as readonly Json[]) : []
  switch (operator) {
    case 'isNull':
      return (stored === null) === (value === true)
    case 'eq':
      return isSame(field, stored, value)
    case 'ne':
      return !isSame(field, stored, value)
    case 'in':
      return listed.some((each) => isSame(field, stored, each))
    case 'nin':
      return !listed.some((each) => isSame(field, stored, each))
    case 'contains':
      return someText(stored, (text) => fold(text).includes(fold(textOf(value))))
    case 'startsWith':
      return someText(stored, (text) => fold(text).startsWith(fold(textOf(value))))
    case 'endsWith':
      return someText(stored, (text) => fold(text).endsWith(fold(textOf(value))))
    case 'gt':
      return stored !== null && value !== null && compareValues(field, stored, value) > 0
    case 'gte':
      return stored !== null && value !== null && compareValues(field, stored, value) >= 0
    case 'lt':
      return stored !== null && value !== null && compareValues(field, stored, value) < 0
    case 'lte':
      return stored !== null && value !== null && compareValues(field, stored, value) <= 0
    case 'between': {
      const [from = null, to = null] = listed
      if (stored === null || from === null || to === null) return false
      return compareValues(field, stored, from) >= 0 && compareValues(field, stored, to) <= 0
    }
  }
}

/** Nothing is the same as nothing: `eq: null` asks for what is empty. */
function isSame(field: ModelField, stored: Json, value: Json): boolean {
  if (stored === null || value === null) return stored === value
  return compareValues(field, stored, value) === 0
}

/** Of a list of texts, one is enough. */
function someText(stored: Json, is: (text: string) => boolean): boolean {
  if (Array.isArray(stored)) return stored.some((each: Json) => is(textOf(each)))
  return stored !== null && is(textOf(stored))
}

function textOf(value: Json): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function foldAscii(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}

/**
 * Which of two values of a field comes first, as databases have it: below 0, 0 or above 0. Where a column holds what does not fit it, numbers
 * come before texts.
 */
export function compareValues(field: ModelField, one: Json, other: Json): number {
  switch (field.column.kind) {
    case 'integer':
    case 'decimal':
    case 'real':
      return compareNumbers(one, other)
    case 'boolean':
      return compareNumbers(
        typeof one === 'boolean' ? Number(one) : one,
        typeof other === 'boolean' ? Number(other) : other,
      )
    default:
      if (typeof one === 'object' || typeof other === 'object') return isSameJson(one, other) ? 0 : -1
      return compareTexts(String(one), String(other))
  }
}

/** Numbers by their digits, so that none of them is lost; what is no number after all that are. */
function compareNumbers(one: Json, other: Json): number {
  const [first, second] = [digitsOf(one), digitsOf(other)]
  if (!first && !second) return compareTexts(textOf(one), textOf(other))
  if (!first || !second) return first ? -1 : 1
  const scale = Math.max(first.scale, second.scale)
  const difference = scaled(first, scale) - scaled(second, scale)
  return difference === 0n ? 0 : difference < 0n ? -1 : 1
}

interface Digits {
  readonly whole: bigint
  /** How many of the digits stand behind the point. */
  readonly scale: number
}

function scaled({ whole, scale }: Digits, to: number): bigint {
  return whole * 10n ** BigInt(to - scale)
}

function digitsOf(value: Json): Digits | undefined {
  const [, digits, fraction = '', exponent = '0'] =
    /^(-?\d+)(?:\.(\d+))?(?:e([+-]?\d{1,3}))?$/i.exec(typeof value === 'object' ? '' : String(value)) ?? []
  if (digits === undefined) return undefined
  const scale = fraction.length - Number(exponent)
  const whole = BigInt(digits + fraction)
  return scale >= 0 ? { whole, scale } : { whole: whole * 10n ** BigInt(-scale), scale: 0 }
}

/** By code points, which is the order of the bytes; `<` would compare halves of those beyond the first plane. */
function compareTexts(one: string, other: string): number {
  if (one === other) return 0
  const [first, second] = [[...one], [...other]]
  const at = first.findIndex((letter, index) => letter !== second[index])
  const [left, right] = at === -1 ? [-1, 0] : [first[at]?.codePointAt(0) ?? -1, second[at]?.codePointAt(0) ?? -1]
  return left < right ? -1 : 1
}
