/** Examples of slugs. */
import type { FieldKindExamples } from '../testing/field-kind-examples.ts'
import type { SlugOptions } from './slug.ts'

/** What slugs take, refuse and read. */
export const slugExamples: FieldKindExamples<SlugOptions> = {
  options: {},
  accepted: [
    { input: 'copper-lamp-2' },
    { input: 'Copper-Lamp', value: 'copper-lamp' },
    { input: 'مصباح-نحاسي-٢' },
    { input: 'cafe\u0301', value: 'caf\u00e9' },
    { input: 'हिन्दी' },
    { input: 'a'.repeat(100) },
  ],
  refused: [
    { input: 7, code: 'wrong_type' },
    { input: 'a\ud83d', code: 'wrong_type' },
    { input: 'copper lamp', code: 'bad_slug' },
    { input: '-lamp', code: 'bad_slug' },
    { input: 'lamp-', code: 'bad_slug' },
    { input: 'copper--lamp', code: 'bad_slug' },
    { input: 'a/b', code: 'bad_slug' },
    { input: '..', code: 'bad_slug' },
    { input: '-', code: 'bad_slug' },
    { input: 'a'.repeat(101), code: 'too_long' },
    { input: 'lamp', options: { maxLength: 3 }, code: 'too_long' },
  ],
  typed: [
    { text: ' Copper  Lamp ', value: 'copper-lamp' },
    { text: 'copper_lamp -', value: 'copper-lamp' },
    { text: 'مصباح نحاسي', value: 'مصباح-نحاسي' },
  ],
  mistyped: [
    { text: 'what?', code: 'bad_slug' },
    { text: '---', code: 'bad_slug' },
  ],
  badOptions: [{ maxLength: 0 }, { default: 'two words' }],
}
