/** Examples of one line of text. */
import type { FieldKindExamples } from '../testing/field-kind-examples.ts'
import type { TextOptions } from './text.ts'

/** What one line of text takes, refuses and reads. */
export const textExamples: FieldKindExamples<TextOptions> = {
  options: {},
  accepted: [
    { input: 'Café Lumière' },
    { input: 'شركة الواحة للتوريد' },
    { input: '  kept as typed  ' },
    { input: "Robert'); DROP TABLE students;--" },
    { input: '100 % _ \\ "' },
    { input: '👩‍👩‍👧 and 𝒜' },
    { input: '𝒜𝒜', options: { maxLength: 2 } },
    { input: 'a'.repeat(1000) },
    { input: '5', options: { isMixed: true } },
    { input: '-1.5', options: { isMixed: true } },
    { input: '007', options: { isMixed: true } },
    { input: 'BZ-0042', options: { pattern: '[A-Z]{2}-\\d{4}' } },
  ],
  refused: [
    { input: 7, code: 'wrong_type' },
    { input: 7, options: { isMixed: true }, code: 'wrong_type' },
    { input: true, code: 'wrong_type' },
    { input: ['a'], code: 'wrong_type' },
    { input: { toString: 'a' }, code: 'wrong_type' },
    { input: 'half a pair: \ud83d', code: 'wrong_type' },
    { input: 'nul: \0', code: 'wrong_type' },
    { input: 'two\nlines', code: 'wrong_type' },
    { input: 'a'.repeat(1001), code: 'too_long' },
    { input: 'abcd', options: { maxLength: 3 }, code: 'too_long' },
    { input: 'ab', options: { minLength: 3 }, code: 'too_short' },
    { input: 'BZ-00421', options: { pattern: '[A-Z]{2}-\\d{4}' }, code: 'wrong_form' },
    { input: 'ac', options: { pattern: 'b|c' }, code: 'wrong_form' },
  ],
  typed: [{ text: ' ١٢ ', value: ' ١٢ ' }],
  mistyped: [{ text: '\0', code: 'wrong_type' }],
  badOptions: [
    { maxLength: 0 },
    { maxLength: 1.5 },
    { minLength: -1 },
    { minLength: 5, maxLength: 4 },
    { default: 7 },
    { isMixed: 'yes' as unknown as boolean },
    { default: 'too long', maxLength: 3 },
    { pattern: '(a+)+' },
    { pattern: '(' },
    { pattern: '\\d+', default: 'none' },
  ],
}
