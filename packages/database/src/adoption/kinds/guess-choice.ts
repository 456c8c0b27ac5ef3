/** Recognises columns that hold one of a few values: by the table's own rule, or as they repeat. */
import type { FieldDefinition } from '@haykal/model'
import { isStorableText } from '@haykal/model'
import type { ColumnShape } from '../../engine.ts'
import { soundsLikeOwnWords } from '../words-of-name.ts'
import { type ColumnLook, isFlags, textsOf } from './column-look.ts'

/** One of a few values. */
export interface ChoiceField extends FieldDefinition {
  readonly kind: 'choice'
  readonly options: readonly (string | number)[]
  /** Other values may be written too. */
  readonly isOpen?: boolean
}

/** When repeating values are taken for choices: at most so many, in at least so many rows, each so often on average, of at most so many characters. */
const few = { values: 12, rows: 30, times: 5, length: 30 } as const

/** The most values that can be offered as choices where a person says that they are. */
const mostOffered = 50

/** The values that the table's own rule lets a column hold; undefined where there is none, or it is a yes or no. */
export function choiceByRule({ choices = [] }: ColumnShape, look: ColumnLook): ChoiceField | undefined {
  const isNumbers = choices.every((value) => typeof value === 'number' && Number.isSafeInteger(value))
  const isTexts = choices.every((value) => typeof value === 'string')
  const isFlag =
    isNumbers && choices.every((value) => value === 0 || value === 1) && (look.sort === 'empty' || isFlags(look))
  const options = choices.filter((value) => typeof value === 'number' || isOption(value))
  if (options.length === 0 || isFlag || !(isNumbers || isTexts)) return undefined
  if (look.sort !== 'empty' && look.sort !== (isNumbers ? 'integer' : 'text')) return undefined
  const known = new Set<unknown>(isNumbers ? options.map((value) => BigInt(value)) : options)
  const isOpen = options.length < choices.length || ![...look.distinct].every((value) => known.has(value))
  return { kind: 'choice', options, ...(isOpen ? { isOpen } : {}) }
}

/** The few values that repeat in a column of short texts. */
export function choiceBySample(name: string, look: ColumnLook): ChoiceField | undefined {
  const options = optionsOf(look)
  const isFew =
    options.length > 1 &&
    options.length <= few.values &&
    look.rows >= few.rows &&
    look.values.length >= options.length * few.times &&
    options.every((option) => option.length <= few.length)
  return isFew && !soundsLikeOwnWords(name) ? { kind: 'choice', options, isOpen: true } : undefined
}

/** The texts of a column as choices, for a person who says that they are; undefined where they are too many, or hardly ever come twice. */
export function choiceAtWill(look: ColumnLook): ChoiceField | undefined {
  if (look.values.length >= few.rows && look.distinct.size * 2 > look.values.length) return undefined
  const options = optionsOf(look)
  const isPossible =
    options.length > 0 && options.length <= mostOffered && options.every((option) => option.length <= 100)
  return isPossible ? { kind: 'choice', options, isOpen: true } : undefined
}

function optionsOf(look: ColumnLook): readonly string[] {
  return [...new Set(textsOf(look))].filter(isOption).sort()
}

function isOption(text: string): boolean {
  return text.trim() !== '' && isStorableText(text) && !/\p{Cc}/u.test(text)
}
