/** Examples of percentages. */
import type { FieldKindExamples } from '../testing/field-kind-examples.ts'
import type { PercentOptions } from './percent.ts'

/** What percentages take, refuse and read. */
export const percentExamples: FieldKindExamples<PercentOptions> = {
  options: { scale: 1, min: 0, max: 100 },
  accepted: [
    { input: '12.5' },
    { input: 12, value: '12.0' },
    { input: '100', value: '100.0' },
    { input: '0.125', options: {} },
    { input: '-40', options: {} },
  ],
  refused: [
    { input: '12.5%', code: 'bad_number' },
    { input: false, code: 'wrong_type' },
    { input: '12.55', code: 'too_many_digits' },
    { input: '-0.1', code: 'too_small' },
    { input: '100.1', code: 'too_large' },
  ],
  typed: [
    { text: '12.5 %', value: '12.5' },
    { text: '%12', value: '12.0' },
    { text: '١٢٫٥٪\u061c', value: '12.5' },
    { text: '７％', value: '7.0' },
  ],
  isOfDigits: true,
  mistyped: [
    { text: '%', code: 'bad_number' },
    { text: 'half', code: 'bad_number' },
    { text: '5 ‰', code: 'bad_number' },
  ],
  badOptions: [{ scale: 16 }, { min: 5, max: 4 }, { max: 10, default: '11' }],
}
