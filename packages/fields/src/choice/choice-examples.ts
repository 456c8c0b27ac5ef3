/** Examples of choices. */
import type { FieldKindExamples } from '../testing/field-kind-examples.ts'
import type { ChoiceOptions, Tone } from './choice-options.ts'

const stars: ChoiceOptions = { options: [1, 2, { value: -3, label: { en: 'Three below', ar: 'ثلاثة تحت الصفر' } }] }
const open: ChoiceOptions = { options: ['draft', { value: 'paid', label: 'Paid in full' }], isOpen: true }
const openNumbers: ChoiceOptions = { ...stars, isOpen: true }

/** What a choice takes, refuses and reads. */
export const choiceExamples: FieldKindExamples<ChoiceOptions> = {
  options: {
    options: ['draft', { value: 'paid', label: { en: 'Paid in full', ar: 'مدفوع' }, tone: 'info' }, { value: 'EG' }],
    default: 'draft',
  },
  accepted: [
    { input: 'draft' },
    { input: 'paid' },
    { input: 'EG' },
    { input: 1, options: stars },
    { input: -3, options: stars },
    { input: 'draft', options: open },
    { input: 'Draft', options: open },
    { input: 'Paid in full', options: open },
    { input: 'anything else', options: open },
    { input: 2, options: openNumbers },
    { input: 77, options: openNumbers },
    { input: '9223372036854775807', options: openNumbers },
  ],
  refused: [
    { input: 'late', code: 'not_an_option' },
    { input: 'Draft', code: 'not_an_option' },
    { input: '', code: 'not_an_option' },
    { input: '__proto__', code: 'not_an_option' },
    { input: 1, code: 'wrong_type' },
    { input: 4, options: stars, code: 'not_an_option' },
    { input: 1.5, options: stars, code: 'not_an_option' },
    { input: '1', options: stars, code: 'wrong_type' },
    { input: 1, options: open, code: 'wrong_type' },
    { input: 'two\nlines', options: open, code: 'wrong_type' },
    { input: 'a'.repeat(1001), options: open, code: 'too_long' },
    { input: 1.5, options: openNumbers, code: 'wrong_type' },
    { input: 'many', options: openNumbers, code: 'bad_number' },
  ],
  typed: [
    { text: ' Draft ', value: 'draft' },
    { text: 'paid in full', value: 'paid' },
    { text: 'مدفوع', value: 'paid' },
    { text: ' ٢ ', value: 2, options: stars },
    { text: 'three below', value: -3, options: stars },
    { text: 'Paid in full', value: 'Paid in full', options: open },
    { text: '٧٧', value: 77, options: openNumbers },
  ],
  mistyped: [
    { text: 'late', code: 'not_an_option' },
    { text: '4', code: 'not_an_option', options: stars },
    { text: 'four', code: 'bad_number', options: openNumbers },
  ],
  badOptions: [
    { options: [] },
    { options: ['a', 'a'] },
    { options: ['a', { value: 'a' }] },
    { options: [''] },
    { options: [true as unknown as string] },
    { options: [1.5] },
    { options: ['a', 1] },
    { options: [1, { value: 1 }] },
    { options: ['a'], isOpen: 'yes' as unknown as boolean },
    { options: [1], isOpen: true, default: 'b' },
    { options: [{ value: 'a', tone: 'pink' as Tone }] },
    { options: ['a'], default: 'b' },
  ],
}
