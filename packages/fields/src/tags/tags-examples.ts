/** Examples of tags. */
import type { FieldKindExamples } from '../testing/field-kind-examples.ts'
import type { TagsOptions } from './tags.ts'

/** What tags take, refuse and read. */
export const tagsExamples: FieldKindExamples<TagsOptions> = {
  options: {},
  accepted: [
    { input: ['new', 'handmade', 'صنع يدوي'] },
    { input: [' new ', 'New', '', 'two  words'], value: ['new', 'two words'] },
    { input: ['cafe\u0301', 'CAFÉ'], value: ['caf\u00e9'] },
    { input: ['"quoted" \\ and 100 %'] },
    { input: ['a', 'b'], options: { maxTags: 2, maxLength: 1 } },
  ],
  refused: [
    { input: 'new', code: 'wrong_type' },
    { input: [1], code: 'wrong_type' },
    { input: ['a\ud83d'], code: 'wrong_type' },
    { input: { 0: 'new' }, code: 'wrong_type' },
    { input: ['new, handmade'], code: 'bad_tag' },
    { input: ['جديد، يدوي'], code: 'bad_tag' },
    { input: ['bell\u0007'], code: 'bad_tag' },
    { input: ['a'.repeat(51)], code: 'too_long' },
    { input: Array.from({ length: 21 }, (_, index) => `tag ${index}`), code: 'too_many_tags' },
    { input: ['a', 'b', 'c'], options: { maxTags: 2 }, code: 'too_many_tags' },
  ],
  typed: [
    { text: 'new, handmade', value: ['new', 'handmade'] },
    { text: 'جديد، صنع يدوي،', value: ['جديد', 'صنع يدوي'] },
    { text: 'one\ntwo, ,two', value: ['one', 'two'] },
  ],
  mistyped: [{ text: 'bell\u0007', code: 'bad_tag' }],
  badOptions: [
    { maxTags: 0 },
    { maxTags: 1000 },
    { maxLength: 0 },
    { default: 'new' },
    { maxTags: 1, default: ['a', 'b'] },
  ],
}
