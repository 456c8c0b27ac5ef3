/** Examples of moments. */
import type { FieldKindExamples } from '../testing/field-kind-examples.ts'
import type { DatetimeOptions } from './datetime.ts'

/** What a moment takes, refuses and reads. */
export const datetimeExamples: FieldKindExamples<DatetimeOptions> = {
  options: {},
  accepted: [
    { input: '2026-11-21T06:50:00.000Z' },
    { input: '2026-11-21T06:50:00Z', value: '2026-11-21T06:50:00.000Z' },
    { input: '2026-11-21T06:50Z', value: '2026-11-21T06:50:00.000Z' },
    { input: '2026-11-21T09:50:00+03:00', value: '2026-11-21T06:50:00.000Z' },
    { input: '2026-11-21 06:50:00.1239999-0100', value: '2026-11-21T07:50:00.123Z' },
    { input: '0001-01-01T00:00:00.000Z' },
    { input: '9999-12-31T23:59:59.999Z' },
    { input: '2024-02-29T12:00:00.000Z', options: { written: 'iso' } },
    { input: '2024-02-29T12:00:00.007Z', options: { written: 'sql' } },
    { input: '1969-12-31T23:59:59.999Z', options: { written: 'seconds' } },
    { input: '0001-01-01T00:00:00.000Z', options: { written: 'milliseconds' } },
    { input: '9999-12-31T23:59:59.999Z', options: { written: 'julian' } },
  ],
  refused: [
    { input: 1795243800000, code: 'wrong_type' },
    { input: '2026-11-21', code: 'bad_datetime' },
    { input: '2026-11-21T06:50:00', code: 'bad_datetime' },
    { input: '2026-02-30T06:50:00Z', code: 'bad_datetime' },
    { input: '2026-11-21T24:00:00Z', code: 'bad_datetime' },
    { input: '2026-11-21T06:60:00Z', code: 'bad_datetime' },
    { input: '2026-11-21T06:50:60Z', code: 'bad_datetime' },
    { input: '0001-01-01T00:00:00+14:00', code: 'bad_datetime' },
    { input: '9999-12-31T23:59:59-12:00', code: 'bad_datetime' },
    { input: '$now', code: 'bad_datetime' },
  ],
  typed: [
    { text: ' 2026-11-21T06:50:00z ', value: '2026-11-21T06:50:00.000Z' },
    { text: '٢٠٢٦-١١-٢١T٠٦:٥٠Z', value: '2026-11-21T06:50:00.000Z' },
  ],
  isOfDigits: true,
  mistyped: [
    { text: '', code: 'bad_datetime' },
    { text: 'now', code: 'bad_datetime' },
  ],
  badOptions: [{ default: '2026-11-21' }, { written: 'unix' as 'iso' }],
}
