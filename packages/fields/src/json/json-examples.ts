/** Examples of JSON. */
import type { Json } from '@haykal/model'
import type { FieldKindExamples } from '../testing/field-kind-examples.ts'
import type { JsonOptions } from './json.ts'

const nested = (depth: number): Json => (depth === 0 ? 'end' : [nested(depth - 1)])

/** What JSON takes, refuses and reads. */
export const jsonExamples: FieldKindExamples<JsonOptions> = {
  options: {},
  accepted: [
    { input: { size: 'L', colours: ['أزرق', 'red'], at: { x: 0.5, y: null }, 'odd "name"': true } },
    { input: [] },
    { input: {} },
    { input: 'text' },
    { input: 0 },
    { input: false },
    { input: nested(64) },
  ],
  refused: [
    { input: nested(65), code: 'too_complex' },
    { input: ['\ud800'], code: 'wrong_type' },
    { input: { 'a\0b': 1 }, code: 'wrong_type' },
    { input: [Number.NaN], code: 'wrong_type' },
    { input: ['a'.repeat(1_048_576)], code: 'too_long' },
  ],
  typed: [{ text: ' { "a" : 1 } ', value: { a: 1 } }],
  mistyped: [
    { text: '', code: 'malformed' },
    { text: "{a: 'b'}", code: 'malformed' },
    { text: '1e999', code: 'wrong_type' },
    { text: '['.repeat(200_000), code: 'malformed' },
  ],
  badOptions: [{ default: nested(65) }],
}
