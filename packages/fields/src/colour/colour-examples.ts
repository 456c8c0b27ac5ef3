/** Examples of colours. */
import type { FieldKindExamples } from '../testing/field-kind-examples.ts'
import type { ColourOptions } from './colour.ts'

/** What colours take, refuse and read. */
export const colourExamples: FieldKindExamples<ColourOptions> = {
  options: {},
  accepted: [{ input: '#0a7f5c' }, { input: '#FFAA00', value: '#ffaa00' }, { input: '#fA0', value: '#ffaa00' }],
  refused: [
    { input: 0xffaa00, code: 'wrong_type' },
    { input: 'red', code: 'bad_colour' },
    { input: 'ffaa00', code: 'bad_colour' },
    { input: '#ffaa0', code: 'bad_colour' },
    { input: '#ffaa00ff', code: 'bad_colour' },
    { input: '#ffaa0g', code: 'bad_colour' },
    { input: '#fff; background: url(//example.com)', code: 'bad_colour' },
  ],
  typed: [
    { text: ' #FFAA00 ', value: '#ffaa00' },
    { text: 'fa0', value: '#ffaa00' },
    { text: '#٠٠٧٧٩٩', value: '#007799' },
  ],
  mistyped: [{ text: 'like the sea', code: 'bad_colour' }],
  badOptions: [{ default: 'red' }],
}
