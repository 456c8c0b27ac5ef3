/** Which questions the filter menu offers of a field, in the order in which people ask them, and what they are called. */
import type { MessageKey } from '@haykal/messages'
import { type FilterOperator, holdsMoments, type Json, type ModelField, operatorsOf } from '@haykal/model'
import type { FilterTerm } from '../list-search.ts'
import { periodOf, testOfPeriod } from './period.ts'

/**
 * A question as the menu offers it: "is empty" and "is not empty" are one operator of the API; `period` asks for a stretch of time that is
 * told from the present, and `isMe` for whoever asks.
 */
export type Question = FilterOperator | 'isNotNull' | 'period' | 'isMe'

/** How the value of a question is given: not at all, one, two, some of a few, or a stretch of time. */
export type ValueShape = 'none' | 'one' | 'two' | 'some' | 'period'

const comparing: readonly Question[] = ['gte', 'lte', 'gt', 'lt', 'between', 'eq', 'ne']
const naming: readonly Question[] = ['contains', 'startsWith', 'endsWith', 'eq', 'ne']
const choosing: readonly Question[] = ['in', 'nin']
const pointing: readonly Question[] = ['eq', 'ne']

/** The questions about a field. */
export function questionsOf(field: ModelField): readonly Question[] {
  const possible: ReadonlySet<Question> = new Set(operatorsOf(field))
  const wanted = optionsOf(field)
    ? choosing
    : field.references !== undefined
      ? pointing
      : possible.has('contains')
        ? naming
        : comparing
  const asked = wanted.filter((question) => possible.has(question))
  const timed = isMoment(field) ? (['period', ...asked] as const) : asked
  return possible.has('isNull') ? [...timed, 'isNull', 'isNotNull'] : timed
}

/** The few values that a field may have; undefined where it may have any. */
export function optionsOf(field: ModelField): readonly Json[] | undefined {
  const { enum: options } = field.kind.jsonSchema(field.options)
  return Array.isArray(options) ? options : undefined
}

/** How the value of a question is given. */
export function shapeOf(question: Question): ValueShape {
  if (question === 'isNull' || question === 'isNotNull' || question === 'isMe') return 'none'
  if (question === 'period') return 'period'
  if (question === 'between') return 'two'
  return question === 'in' || question === 'nin' ? 'some' : 'one'
}

/** Whether a field holds moments, which come before and after rather than under and over. */
export function isMoment(field: ModelField): boolean {
  return holdsMoments(field)
}

type OperatorKey = Extract<MessageKey, `operator.${string}`>

const momentTexts: { readonly [question in Question]?: OperatorKey } = {
  gt: 'operator.after',
  gte: 'operator.since',
  lt: 'operator.before',
  lte: 'operator.until',
}

const singleTexts: { readonly [question in Question]?: OperatorKey } = {
  in: 'operator.eq',
  nin: 'operator.ne',
  period: 'operator.eq',
}

/** What a question about a field is called in the sentence of a chip: one of one is that one. */
export function sentenceText(field: ModelField, question: Question, values: readonly Json[]): OperatorKey {
  return (values.length === 1 ? singleTexts[question] : undefined) ?? questionText(field, question)
}

/** What a question about a field is called. */
export function questionText(field: ModelField, question: Question): OperatorKey {
  return (isMoment(field) ? momentTexts[question] : undefined) ?? `operator.${question}`
}

/** The question and the values of a test; undefined for an operator that is not known. */
export function questionOfTerm({ operator, value }: FilterTerm, field: ModelField): Question | undefined {
  if (isMoment(field) && periodOf(operator, value) !== undefined) return 'period'
  if (operator === 'isNull') return value === false || value === 'false' ? 'isNotNull' : 'isNull'
  return (operatorsOf(field) as readonly string[]).includes(operator) ? (operator as Question) : undefined
}

/** The values that a test compares with; those that came from an address as text are read by the field. */
export function valuesOfTerm({ operator, value }: FilterTerm, field: ModelField): readonly Json[] {
  if (operator === 'isNull') return []
  const period = isMoment(field) ? periodOf(operator, value) : undefined
  if (period !== undefined) return [period]
  const isList = operator === 'in' || operator === 'nin' || operator === 'between'
  const values =
    isList && typeof value === 'string' ? value.split(',') : isList && Array.isArray(value) ? value : [value]
  return values.map((each: Json) => readValue(field, operator, each))
}

function readValue(field: ModelField, operator: string, value: Json): Json {
  if (typeof value !== 'string' || ['contains', 'startsWith', 'endsWith'].includes(operator)) return value
  const parsed = field.kind.parse(value, field.options)
  if (parsed.ok) return parsed.value
  const read = field.kind.fromText(value, field.options)
  return read.ok ? read.value : value
}

/** The test that a question with its values makes. */
export function termOf(path: string, question: Question, values: readonly Json[]): FilterTerm {
  if (question === 'period') return { path, ...testOfPeriod(String(values[0])) }
  if (question === 'isNotNull') return { path, operator: 'isNull', value: false }
  if (question === 'isNull') return { path, operator: 'isNull', value: true }
  return { path, operator: question, value: shapeOf(question) === 'one' ? (values[0] ?? null) : values }
}
