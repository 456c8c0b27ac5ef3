/** Examples of exact decimals. */
import type { FieldKindExamples } from '../testing/field-kind-examples.ts'
import type { DecimalOptions } from './decimal.ts'

/** What exact decimals take, refuse and read. */
export const decimalExamples: FieldKindExamples<DecimalOptions> = {
  options: { scale: 2 },
  accepted: [
    { input: '12.50' },
    { input: '12.5', value: '12.50' },
    { input: '12.500', value: '12.50' },
    { input: '-0.00', value: '0.00' },
    { input: '007', value: '7.00' },
    { input: '.5', value: '0.50' },
    { input: 12.5, value: '12.50' },
    { input: '9999999999999.99' },
    { input: '12.50', value: '12.5', options: {} },
    { input: '0.000000000000001', options: {} },
    { input: '100', value: '100', options: { scale: 0 } },
    { input: '10.00', options: { scale: 2, min: 9.5, max: '10' } },
  ],
  refused: [
    { input: true, code: 'wrong_type' },
    { input: '', code: 'bad_number' },
    { input: '.', code: 'bad_number' },
    { input: '1e3', code: 'bad_number' },
    { input: 1e21, code: 'bad_number' },
    { input: '12,50', code: 'bad_number' },
    { input: '12.505', code: 'too_many_digits' },
    { input: 0.1 + 0.2, code: 'too_many_digits' },
    { input: '10000000000000.00', code: 'too_many_digits' },
    { input: '1234567890123456', options: {}, code: 'too_many_digits' },
    { input: '9.00', options: { scale: 2, min: '10.00' }, code: 'too_small' },
    { input: '10.01', options: { scale: 2, max: 10 }, code: 'too_large' },
    { input: '-100.00', options: { scale: 2, min: '-20' }, code: 'too_small' },
  ],
  typed: [
    { text: ' 12.5 ', value: '12.50' },
    { text: '٩٬٣١٠٫٧٥', value: '9310.75' },
    { text: '۱۲٫۵', value: '12.50' },
    { text: '9,310.75', value: '9310.75' },
    { text: '−3', value: '-3.00' },
  ],
  isOfDigits: true,
  mistyped: [
    { text: 'ten', code: 'bad_number' },
    { text: '1.2.3', code: 'bad_number' },
    { text: '1.234', code: 'too_many_digits' },
  ],
  badOptions: [
    { scale: -1 },
    { scale: 16 },
    { min: 'low' },
    { min: '10', max: '9.99' },
    { scale: 2, default: '1.234' },
  ],
}
