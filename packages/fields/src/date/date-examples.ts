/** Examples of days. */
import type { FieldKindExamples } from '../testing/field-kind-examples.ts'
import type { DateOptions } from './date.ts'

/** What a day takes, refuses and reads. */
export const dateExamples: FieldKindExamples<DateOptions> = {
  options: {},
  accepted: [
    { input: '2026-11-21' },
    { input: '2024-02-29' },
    { input: '2000-02-29' },
    { input: '0001-01-01' },
    { input: '9999-12-31' },
    { input: '2026-11-21', options: { written: 'iso' } },
    { input: '2026-11-21', options: { written: 'sql' } },
    { input: '1969-12-31', options: { written: 'seconds' } },
    { input: '0001-01-01', options: { written: 'milliseconds' } },
    { input: '9999-12-31', options: { written: 'julian' } },
  ],
  refused: [
    { input: 20261121, code: 'wrong_type' },
    { input: '2026-02-29', code: 'bad_date' },
    { input: '1900-02-29', code: 'bad_date' },
    { input: '2026-04-31', code: 'bad_date' },
    { input: '2026-13-01', code: 'bad_date' },
    { input: '0000-01-01', code: 'bad_date' },
    { input: '10000-01-01', code: 'bad_date' },
    { input: '2026-11-21T00:00:00Z', code: 'bad_date' },
    { input: '21.11.2026', code: 'bad_date' },
  ],
  typed: [
    { text: ' 2026-11-21 ', value: '2026-11-21' },
    { text: '٢٠٢٦-١١-٢١', value: '2026-11-21' },
    { text: '2026/11/21', value: '2026-11-21' },
  ],
  isOfDigits: true,
  mistyped: [
    { text: '', code: 'bad_date' },
    { text: 'tomorrow', code: 'bad_date' },
    { text: '11/21/2026', code: 'bad_date' },
  ],
  badOptions: [{ default: 'yesterday' }, { default: '$now' }, { written: 'unix' as 'iso' }],
}
