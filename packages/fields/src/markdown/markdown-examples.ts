/** Examples of formatted text. */
import type { FieldKindExamples } from '../testing/field-kind-examples.ts'
import type { MarkdownOptions } from './markdown.ts'

/** What formatted text takes, refuses and reads. */
export const markdownExamples: FieldKindExamples<MarkdownOptions> = {
  options: {},
  accepted: [
    { input: '# Lamp\n\n- copper\n- **handmade**\n' },
    { input: '## العناية\n\nيُنظَّف بقطعة *جافة*.' },
    { input: '<script>alert(1)</script>' },
    { input: 'a'.repeat(100_000) },
  ],
  refused: [
    { input: 7, code: 'wrong_type' },
    { input: 'half a pair: \ud83d', code: 'wrong_type' },
    { input: 'a\0b', code: 'wrong_type' },
    { input: 'a'.repeat(100_001), code: 'too_long' },
    { input: 'ab', options: { minLength: 3 }, code: 'too_short' },
  ],
  typed: [{ text: ' *a* ', value: ' *a* ' }],
  mistyped: [{ text: '\0', code: 'wrong_type' }],
  badOptions: [{ maxLength: 0 }, { default: ['a'] }],
}
