/** One of a few known values. */
import {
  accept,
  type Field,
  type FieldKind,
  type FieldOptions,
  isStorableText,
  type Json,
  type Label,
  labelFromName,
  refuse,
  wrongType,
} from '@haykal/model'
import { checkDefault } from '../check-options.ts'

/** The colours that tell choices apart; never alone, a word always stands beside. */
export const tones = ['neutral', 'good', 'warn', 'bad', 'info', 'plum'] as const

/** One of the colours. */
export type Tone = (typeof tones)[number]

/** One choice with its words. */
export interface Choice {
  /** What is stored. */
  readonly value: string
  /** What people read; absent: made from the value. */
  readonly label?: Label
  /** The colour of its tag; absent: neutral. */
  readonly tone?: Tone
}

/** The options of a choice. */
export interface ChoiceOptions extends FieldOptions {
  /** The values in the order in which they are offered, alone or with their words. */
  readonly options: readonly (string | Choice)[]
}

/** How a choice behaves: the stored value travels, the label is only shown. */
export const choiceKind: FieldKind<string, ChoiceOptions> = {
  kind: 'choice',
  filters: ['eq', 'ne', 'in', 'nin'],
  searchedBy: 'equals',
  column: () => ({ kind: 'text' }),
  parse: parseChoice,
  toText: (value) => value,
  fromText(text, options) {
    const exact = parseChoice(text, options)
    if (exact.ok) return exact
    const wanted = fold(text)
    const found = choicesOf(options).find((each) => namesOf(each).some((name) => fold(name) === wanted))
    return found ? accept(found.value) : exact
  },
  jsonSchema: (options) => ({ type: 'string', enum: choicesOf(options).map((each) => each.value) }),
  checkOptions(options) {
    const wrong = checkChoices(options)
    return wrong.length > 0 ? wrong : checkDefault(choiceKind, options)
  },
}

type ValueOfOption<Option> = Option extends { readonly value: infer Value } ? Value : Option

/** Describes a choice; its values are exactly the options. */
export const choice = <const Given extends ChoiceOptions>(
  options: Given,
): Field<ValueOfOption<Given['options'][number]> & string, Given> =>
  ({ ...options, kind: 'choice' }) as Field<ValueOfOption<Given['options'][number]> & string, Given>

/** The choices of a field with every word and colour filled in. */
export function choicesOf({ options }: Pick<ChoiceOptions, 'options'>): readonly Required<Choice>[] {
  return options.map((option) => {
    const { value, label, tone }: Choice = typeof option === 'string' ? { value: option } : option
    return { value, label: label ?? labelOfValue(value), tone: tone ?? 'neutral' }
  })
}

/** Values that look like names in code are made readable; all others are people's own words. */
function labelOfValue(value: string): string {
  return /^[a-z][A-Za-z0-9_-]*$/.test(value) ? labelFromName(value) : value
}

function parseChoice(input: Json, { options }: ChoiceOptions) {
  if (typeof input !== 'string') return wrongType('text')
  const isKnown = options.some((option) => (typeof option === 'string' ? option : option.value) === input)
  return isKnown ? accept(input) : refuse('not_an_option')
}

function namesOf({ value, label }: Required<Choice>): string[] {
  return [value, ...(typeof label === 'string' ? [label] : Object.values(label))]
}

function fold(text: string): string {
  return text.trim().normalize('NFKC').toLowerCase()
}

function checkChoices({ options }: ChoiceOptions): string[] {
  if (!Array.isArray(options) || options.length === 0) return ['options is empty: give at least one value to choose']
  const values = options.map((option: string | Choice) => (typeof option === 'string' ? option : option?.value))
  if (values.some((value) => typeof value !== 'string' || value.trim() === '' || !isStorableText(value))) {
    return ['options holds something that is no text: each is a text, or an object with `value`']
  }
  const twice = new Set(values.filter((value, index) => values.indexOf(value) !== index))
  const strange = options.flatMap((option: string | Choice) =>
    typeof option === 'object' && option.tone !== undefined && !tones.includes(option.tone) ? [option.tone] : [],
  )
  return [
    ...[...twice].map((value) => `options holds "${value}" twice`),
    ...strange.map((tone) => `tone "${String(tone)}" is not known; known are ${tones.join(', ')}`),
  ]
}
