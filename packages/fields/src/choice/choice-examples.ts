/** Examples of choices. */
import type { FieldKindExamples } from '../testing/field-kind-examples.ts'
import type { ChoiceOptions, Tone } from './choice.ts'

/** What a choice takes, refuses and reads. */
export const choiceExamples: FieldKindExamples<ChoiceOptions> = {
  options: {
    options: ['draft', { value: 'paid', label: { en: 'Paid in full', ar: 'مدفوع' }, tone: 'info' }, { value: 'EG' }],
    default: 'draft',
  },
  accepted: [{ input: 'draft' }, { input: 'paid' }, { input: 'EG' }],
  refused: [
    { input: 'late', code: 'not_an_option' },
    { input: 'Draft', code: 'not_an_option' },
    { input: '', code: 'not_an_option' },
    { input: '__proto__', code: 'not_an_option' },
    { input: 1, code: 'wrong_type' },
  ],
  typed: [
    { text: ' Draft ', value: 'draft' },
    { text: 'paid in full', value: 'paid' },
    { text: 'مدفوع', value: 'paid' },
  ],
  mistyped: [{ text: 'late', code: 'not_an_option' }],
  badOptions: [
    { options: [] },
    { options: ['a', 'a'] },
    { options: ['a', { value: 'a' }] },
    { options: [''] },
    { options: [7 as unknown as string] },
    { options: [{ value: 'a', tone: 'pink' as Tone }] },
    { options: ['a'], default: 'b' },
  ],
}
