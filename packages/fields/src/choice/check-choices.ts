/** Finds what is wrong with the options of a choice. */
import { isStorableText } from '@haykal/model'
import { checkFlag } from '../check-options.ts'
import { type Choice, type ChoiceOptions, tones } from './choice-options.ts'

/** What is wrong, each as one sentence for the developer; the default apart. */
export function checkChoices({ options, isOpen }: ChoiceOptions): string[] {
  if (!Array.isArray(options) || options.length === 0) return ['options is empty: give at least one value to choose']
  const values = options.map((option: string | number | Choice) =>
    typeof option === 'object' && option !== null ? option.value : option,
  )
  if (!values.every(isValue)) {
    return ['options holds something that is neither a text nor a whole number: each is one, or an object with `value`']
  }
  if (new Set(values.map((value) => typeof value)).size > 1) {
    return ['options holds texts beside whole numbers: a column holds one or the other']
  }
  const twice = new Set(values.filter((value, index) => values.indexOf(value) !== index))
  const strange = options.flatMap((option: string | number | Choice) =>
    typeof option === 'object' && option.tone !== undefined && !tones.includes(option.tone) ? [option.tone] : [],
  )
  return [
    ...checkFlag('isOpen', isOpen),
    ...[...twice].map((value) => `options holds "${value}" twice`),
    ...strange.map((tone) => `tone "${String(tone)}" is not known; known are ${tones.join(', ')}`),
  ]
}

function isValue(value: unknown): boolean {
  return typeof value === 'string' ? value.trim() !== '' && isStorableText(value) : Number.isSafeInteger(value)
}
