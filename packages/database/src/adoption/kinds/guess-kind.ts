/** Takes a column for the kind of field that fits its declared type, its name and its sampled values. */
import type { Doubt, FieldDefinition } from '@haykal/model'
import type { ColumnShape, Stored } from '../../engine.ts'
import { soundsLikeFlag, soundsLikeMoment } from '../words-of-name.ts'
import { type ColumnLook, isFlags, nothingSeen, sortOf } from './column-look.ts'
import { type DeclaredType, declaredType } from './declared-type.ts'
import { alternativesTo } from './guess-alternatives.ts'
import { choiceByRule, choiceBySample } from './guess-choice.ts'
import { type MomentField, momentIn } from './guess-moment.ts'
import { numberField } from './guess-number.ts'
import { isJsonTexts, mixedField, textField } from './guess-text.ts'

/** What a column was taken for. */
export interface KindGuess {
  /** The kind and its options; nothing of keys, labels and duties. */
  readonly field: FieldDefinition
  /** The field itself, then what it could be instead. */
  readonly alternatives: readonly FieldDefinition[]
  readonly doubts: readonly Doubt[]
}

/** A column to be guessed. */
export interface ColumnQuestion {
  readonly column: ColumnShape
  /** The name of the field, as doubts give it. */
  readonly field: string
  readonly look: ColumnLook
}

/** Guesses the kind of a column. */
export function guessKind(question: ColumnQuestion): KindGuess {
  const declared = declaredType(question.column.type)
  const moment = momentIn(question.look)
  const { field, doubts } = guess({ ...question, moment }, declared)
  return { field, doubts, alternatives: alternativesTo(field, declared, { look: question.look, moment }) }
}

/** A column with the moments that its values may be, which several guesses ask for. */
interface SeenColumn extends ColumnQuestion {
  readonly moment: MomentField | undefined
}

type Guess = Pick<KindGuess, 'field' | 'doubts'>

const sure = (field: FieldDefinition): Guess => ({ field, doubts: [] })

function guess(question: SeenColumn, declared: DeclaredType): Guess {
  const { column, look } = question
  const choice = choiceByRule(column, look)
  if (choice) return sure(choice)
  switch (look.sort) {
    case 'empty':
      return ofNothing(question, declared)
    case 'integer':
    case 'real':
      return ofNumbers(question, declared)
    case 'text':
      return ofTexts(question, declared)
    case 'bytes':
      return sure({ kind: 'bytes' })
    case 'mixed':
      return hasLargeBytes(look) ? sure({ kind: 'bytes' }) : ofDifferent(question, declared)
  }
}

/** Nothing to look at: the declared type is all there is. */
function ofNothing({ column, field, look }: ColumnQuestion, declared: DeclaredType): Guess {
  switch (declared.meaning) {
    case 'boolean':
    case 'json':
    case 'bytes':
      return sure({ kind: declared.meaning })
    case 'moment':
      // As the database's own functions write them, and its default CURRENT_TIMESTAMP.
      return sure({ kind: 'datetime', ...(look === nothingSeen ? {} : { written: 'sql' }) } as FieldDefinition)
    case 'day':
      return sure({ kind: 'date' })
    case 'unknown':
      return { field: mixedField, doubts: [{ code: 'type_unknown', params: { field, type: column.type } }] }
    case 'text':
    case 'time':
      return sure(textField(column.name, declared, look))
    default:
      return sure(isRuledFlag(column) ? { kind: 'boolean' } : numberField(column.name, declared, look))
  }
}

function isRuledFlag({ choices }: ColumnShape): boolean {
  return choices?.every((value) => value === 0 || value === 1) === true
}

function ofNumbers({ column, field, look, moment: possible }: SeenColumn, declared: DeclaredType): Guess {
  const { meaning } = declared
  const isFlag = meaning === 'boolean' || isRuledFlag(column) || (meaning !== 'real' && soundsLikeFlag(column.name))
  if (isFlag && isFlags(look)) return sure({ kind: 'boolean' })
  const moment = saysMoment(declared) || soundsLikeMoment(column.name) ? possible : undefined
  return moment ? ofMoments(field, declared, moment) : sure(numberField(column.name, declared, look))
}

function ofTexts(question: SeenColumn, declared: DeclaredType): Guess {
  const { column, field, look, moment } = question
  if (moment && (saysMoment(declared) || soundsLikeMoment(column.name) || look.distinct.size >= 3)) {
    return ofMoments(field, declared, moment)
  }
  switch (declared.meaning) {
    case 'boolean':
    case 'moment':
    case 'day':
    case 'decimal':
    case 'real':
    case 'integer':
      return ofDifferent(question, declared)
    default: {
      if (isJsonTexts(look)) return sure({ kind: 'json' })
      const choice = column.isUnique ? undefined : choiceBySample(column.name, look)
      return choice
        ? { field: choice, doubts: [{ code: 'choices_guessed', params: { field } }] }
        : sure(textField(column.name, declared, look))
    }
  }
}

function ofMoments(field: string, declared: DeclaredType, moment: MomentField): Guess {
  const doubt: Doubt = { code: 'moments_guessed', params: { field, written: moment.written ?? 'iso' } }
  return { field: moment, doubts: saysMoment(declared) ? [] : [doubt] }
}

/** Values that are not what the type says, or of several sorts: shown as texts, which anything can be. */
function ofDifferent({ column, field, look }: ColumnQuestion, { meaning }: DeclaredType): Guess {
  const expected = expectedSorts(meaning, look)
  const found = look.values.find((value) => !expected.includes(sortOf(value)))
  const doubt: Doubt = { code: 'values_differ', params: { field, declared: column.type, found: shown(found ?? null) } }
  return { field: mixedField, doubts: meaning === 'unknown' ? [] : [doubt] }
}

function expectedSorts(meaning: DeclaredType['meaning'], { sort }: ColumnLook): readonly ReturnType<typeof sortOf>[] {
  if (meaning === 'text' || meaning === 'json' || meaning === 'time') return ['text']
  if (meaning === 'bytes') return ['bytes']
  // Moments may be texts, unless the texts are none.
  return (meaning === 'moment' || meaning === 'day') && sort === 'mixed' ? ['text'] : ['integer', 'real']
}

/** A value as one reads it in a sentence. */
function shown(value: Stored): string {
  if (typeof value !== 'string') return value instanceof Uint8Array ? 'BLOB' : String(value)
  return value.length > 40 ? `"${value.slice(0, 40)}…"` : `"${value}"`
}

/** Bytes that nobody would read as a text: pictures, documents. */
function hasLargeBytes({ values }: ColumnLook): boolean {
  return values.some((value) => value instanceof Uint8Array && value.length > 300)
}

function saysMoment({ meaning }: DeclaredType): boolean {
  return meaning === 'moment' || meaning === 'day'
}
