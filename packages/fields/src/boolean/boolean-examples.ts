/** Examples of yes and no. */
import type { FieldKindExamples } from '../testing/field-kind-examples.ts'
import type { BooleanOptions } from './boolean.ts'

/** What a yes or no takes, refuses and reads. */
export const booleanExamples: FieldKindExamples<BooleanOptions> = {
  options: {},
  accepted: [{ input: true }, { input: false }],
  refused: [
    { input: 1, code: 'wrong_type' },
    { input: 'true', code: 'wrong_type' },
    { input: [], code: 'wrong_type' },
  ],
  typed: [
    { text: ' Yes ', value: true },
    { text: 'FALSE', value: false },
    { text: '1', value: true },
    { text: '٠', value: false },
    { text: 'نعم', value: true },
    { text: 'لا', value: false },
  ],
  mistyped: [
    { text: '', code: 'wrong_type' },
    { text: 'maybe', code: 'wrong_type' },
  ],
  badOptions: [{ default: 'yes' }],
}
