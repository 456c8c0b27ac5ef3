/** Examples of text of many lines. */
import type { FieldKindExamples } from '../testing/field-kind-examples.ts'
import type { LongTextOptions } from './long-text.ts'

/** What text of many lines takes, refuses and reads. */
export const longTextExamples: FieldKindExamples<LongTextOptions> = {
  options: {},
  accepted: [
    { input: 'First line\n\tsecond line\r\n' },
    { input: 'يُرجى الاتصال قبل التسليم — gate code 4417' },
    { input: 'a'.repeat(100_000) },
    { input: '12.5', options: { isMixed: true } },
  ],
  refused: [
    { input: 7, code: 'wrong_type' },
    { input: '\udc00', code: 'wrong_type' },
    { input: 'a\0b', code: 'wrong_type' },
    { input: 'a'.repeat(100_001), code: 'too_long' },
    { input: 'ab', options: { minLength: 3 }, code: 'too_short' },
  ],
  typed: [{ text: 'a\nb', value: 'a\nb' }],
  mistyped: [{ text: '\0', code: 'wrong_type' }],
  badOptions: [{ maxLength: 0 }, { default: ['a'] }],
}
