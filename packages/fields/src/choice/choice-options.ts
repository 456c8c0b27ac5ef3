/** What a choice is between: the values, their words and their colours. */
import { type FieldOptions, type Label, labelFromName } from '@haykal/model'

/** The colours that tell choices apart; never alone, a word always stands beside. */
export const tones = ['neutral', 'good', 'warn', 'bad', 'info', 'plum'] as const

/** One of the colours. */
export type Tone = (typeof tones)[number]

/** One choice with its words. */
export interface Choice {
  /** What is stored: a text or a whole number. */
  readonly value: string | number
  /** What people read; absent: made from the value. */
  readonly label?: Label
  /** The colour of its tag; absent: neutral. */
  readonly tone?: Tone
}

/** The options of a choice. */
export interface ChoiceOptions extends FieldOptions {
  /** The values in the order in which they are offered, alone or with their words; all texts, or all whole numbers. */
  readonly options: readonly (string | number | Choice)[]
  /** Other values are taken too: any line of text, or any whole number. Absent: only the options. */
  readonly isOpen?: boolean
}

/** The choices of a field with every word and colour filled in. */
export function choicesOf({ options }: Pick<ChoiceOptions, 'options'>): readonly Required<Choice>[] {
  return options.map((option) => {
    const { value, label, tone }: Choice = typeof option === 'object' ? option : { value: option }
    return { value, label: label ?? labelOfValue(value), tone: tone ?? 'neutral' }
  })
}

/** The choice that a text names, by its value or by its words in any language; undefined where there is none. */
export function choiceNamed(text: string, options: Pick<ChoiceOptions, 'options'>): Required<Choice> | undefined {
  const wanted = fold(text)
  return choicesOf(options).find((each) => namesOf(each).some((name) => fold(name) === wanted))
}

/** Values that look like names in code are made readable; all others are people's own words. */
function labelOfValue(value: string | number): string {
  return typeof value === 'string' && /^[a-z][A-Za-z0-9_-]*$/.test(value) ? labelFromName(value) : String(value)
}

/** Whether the values are whole numbers; else they are texts. Answers for options that are still to be checked, too. */
export function isNumeric({ options }: Partial<Pick<ChoiceOptions, 'options'>>): boolean {
  const first = options?.[0]
  return typeof (typeof first === 'object' ? first?.value : first) === 'number'
}

function namesOf({ value, label }: Required<Choice>): string[] {
  return [String(value), ...(typeof label === 'string' ? [label] : Object.values(label))]
}

function fold(text: string): string {
  return text.trim().normalize('NFKC').toLowerCase()
}
