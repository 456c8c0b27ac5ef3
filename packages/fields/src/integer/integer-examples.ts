/** Examples of whole numbers. */
import type { FieldKindExamples } from '../testing/field-kind-examples.ts'
import type { IntegerOptions } from './integer.ts'

/** What whole numbers take, refuse and read. */
export const integerExamples: FieldKindExamples<IntegerOptions> = {
  options: {},
  accepted: [
    { input: 0 },
    { input: -0, value: 0 },
    { input: -42 },
    { input: 1048566 },
    { input: Number.MAX_SAFE_INTEGER },
    { input: '9007199254740992' },
    { input: '9223372036854775807' },
    { input: '-9223372036854775808' },
    { input: '42', value: 42 },
    { input: '007', value: 7 },
    { input: '-0', value: 0 },
    { input: 5, options: { min: 5, max: 5 } },
  ],
  refused: [
    { input: 1.5, code: 'wrong_type' },
    { input: true, code: 'wrong_type' },
    { input: [1], code: 'wrong_type' },
    { input: 2 ** 53, code: 'bad_number' },
    { input: '1.0', code: 'bad_number' },
    { input: '1e3', code: 'bad_number' },
    { input: '٤٢', code: 'bad_number' },
    { input: '9223372036854775808', code: 'too_large' },
    { input: '-9223372036854775809', code: 'too_small' },
    { input: 4, options: { min: 5 }, code: 'too_small' },
    { input: 6, options: { max: 5 }, code: 'too_large' },
    { input: '9007199254740994', options: { max: '9007199254740993' }, code: 'too_large' },
  ],
  typed: [
    { text: ' 42 ', value: 42 },
    { text: '+42', value: 42 },
    { text: '−42', value: -42 },
    { text: '١٬٠٤٨٬٥٦٦', value: 1048566 },
    { text: '۴۲', value: 42 },
    { text: '\u061c-٤٢', value: -42 },
    { text: '1,048,566', value: 1048566 },
  ],
  isOfDigits: true,
  mistyped: [
    { text: '', code: 'bad_number' },
    { text: 'forty', code: 'bad_number' },
    { text: '1,048', code: 'bad_number' },
    { text: '0x10', code: 'bad_number' },
    { text: '4 2', code: 'bad_number' },
  ],
  badOptions: [{ min: 2, max: 1 }, { min: 0.5 }, { max: 'many' }, { default: 'a' }, { default: 1, min: 2 }],
}
