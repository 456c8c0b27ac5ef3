/** Examples of phone numbers. */
import type { FieldKindExamples } from '../testing/field-kind-examples.ts'
import type { PhoneOptions } from './phone.ts'

/** What phone numbers take, refuse and read. */
export const phoneExamples: FieldKindExamples<PhoneOptions> = {
  options: {},
  accepted: [
    { input: '+201001234567' },
    { input: '+20 100 123-4567', value: '+201001234567' },
    { input: '0020 (100) 123.4567', value: '+201001234567' },
    { input: '+44 (0)20 7946 0958', value: '+442079460958' },
    { input: '+٢٠ ١٠٠ ١٢٣ ٤٥٦٧', value: '+201001234567' },
    { input: '\u202a+1\u00a0555\u2011010\u20110199\u202c', value: '+15550100199' },
  ],
  refused: [
    { input: 201001234567, code: 'wrong_type' },
    { input: '+20 100 123 4567\ud83d', code: 'wrong_type' },
    { input: '0100 123 4567', code: 'bad_phone' },
    { input: '+0100 123 4567', code: 'bad_phone' },
    { input: '+20', code: 'bad_phone' },
    { input: '+1234567890123456', code: 'bad_phone' },
    { input: '+20 100 CALL ME', code: 'bad_phone' },
    { input: '+20+1001234567', code: 'bad_phone' },
  ],
  typed: [
    { text: ' +20 100 123 4567 ', value: '+201001234567' },
    { text: '٠٠٢٠١٠٠١٢٣٤٥٦٧', value: '+201001234567' },
    { text: 'tel:+201001234567', value: '+201001234567' },
    { text: '＋８１ ３-１２３４-５６７８', value: '+81312345678' },
  ],
  isOfDigits: true,
  mistyped: [
    { text: '123', code: 'bad_phone' },
    { text: 'ask at the desk', code: 'bad_phone' },
  ],
  badOptions: [{ default: '0100' }],
}
