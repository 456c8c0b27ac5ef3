/** Examples of measured numbers. */
import type { FieldKindExamples } from '../testing/field-kind-examples.ts'
import type { NumberOptions } from './number.ts'

/** What measured numbers take, refuse and read. */
export const numberExamples: FieldKindExamples<NumberOptions> = {
  options: {},
  accepted: [
    { input: 0 },
    { input: -0, value: 0 },
    { input: 0.1 },
    { input: -273.15 },
    { input: 1e300 },
    { input: 5e-324 },
    { input: 2 ** 60 },
    { input: 5, options: { min: 5, max: 5 } },
  ],
  refused: [
    { input: '1', code: 'wrong_type' },
    { input: false, code: 'wrong_type' },
    { input: Number.POSITIVE_INFINITY, code: 'bad_number' },
    { input: Number.NaN, code: 'bad_number' },
    { input: 4.9, options: { min: 5 }, code: 'too_small' },
    { input: 5.1, options: { max: 5 }, code: 'too_large' },
  ],
  typed: [
    { text: ' 3.25 ', value: 3.25 },
    { text: '٣٫٢٥', value: 3.25 },
    { text: '۱٬۲۳۴٫۵', value: 1234.5 },
    { text: '1,234.5', value: 1234.5 },
    { text: '−1.5e-3', value: -0.0015 },
    { text: '.5', value: 0.5 },
  ],
  isOfDigits: true,
  mistyped: [
    { text: '', code: 'bad_number' },
    { text: '.', code: 'bad_number' },
    { text: '1,5', code: 'bad_number' },
    { text: '1e999', code: 'bad_number' },
    { text: 'Infinity', code: 'bad_number' },
  ],
  badOptions: [{ min: 2, max: 1 }, { max: Number.NaN }, { default: '1' }, { default: 3, max: 2 }],
}
