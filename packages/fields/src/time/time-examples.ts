/** Examples of times of the day. */
import type { FieldKindExamples } from '../testing/field-kind-examples.ts'
import type { TimeOptions } from './time.ts'

/** What times take, refuse and read. */
export const timeExamples: FieldKindExamples<TimeOptions> = {
  options: {},
  accepted: [
    { input: '09:30' },
    { input: '00:00' },
    { input: '23:59:59' },
    { input: '09:30:00', value: '09:30' },
    { input: '00:00:00', value: '00:00' },
    { input: '08:00', options: { min: '08:00', max: '08:00' } },
  ],
  refused: [
    { input: 930, code: 'wrong_type' },
    { input: '24:00', code: 'bad_time' },
    { input: '9:30', code: 'bad_time' },
    { input: '09:60', code: 'bad_time' },
    { input: '09:30Z', code: 'bad_time' },
    { input: '2026-11-21T09:30', code: 'bad_time' },
    { input: '07:59:59', options: { min: '08:00' }, code: 'too_small' },
    { input: '18:00:01', options: { max: '18:00' }, code: 'too_large' },
  ],
  typed: [
    { text: ' 9:30 ', value: '09:30' },
    { text: '0930', value: '09:30' },
    { text: '9.30 PM', value: '21:30' },
    { text: '12:05 a.m.', value: '00:05' },
    { text: '12 pm', value: '12:00' },
    { text: '٩:٣٠ م', value: '21:30' },
    { text: '۹:۳۰ صباحًا', value: '09:30' },
    { text: '9:30:15', value: '09:30:15' },
  ],
  isOfDigits: true,
  mistyped: [
    { text: 'noon', code: 'bad_time' },
    { text: '9', code: 'bad_time' },
    { text: '13:00 pm', code: 'bad_time' },
    { text: '25:00', code: 'bad_time' },
  ],
  badOptions: [{ min: '8:00' }, { max: '18:00:00' }, { min: '18:00', max: '08:00' }, { default: '$now' }],
}
