/** Examples of amounts of money. */
import type { FieldKindExamples } from '../testing/field-kind-examples.ts'
import type { MoneyOptions } from './money.ts'

const euros = { currency: 'EUR' } as const
const pounds = { currency: 'EGP' } as const
const yen = { currency: 'JPY' } as const
const dinars = { currency: 'KWD' } as const

/** What amounts of money take, refuse and read. */
export const moneyExamples: FieldKindExamples<MoneyOptions> = {
  options: euros,
  accepted: [
    { input: '12.50' },
    { input: '12.5', value: '12.50' },
    { input: 1840, value: '1840.00' },
    { input: '-0.00', value: '0.00' },
    { input: '9999999999999.99' },
    { input: '1250', value: '1250', options: yen },
    { input: '1.5', value: '1.500', options: dinars },
    { input: '1.2345', options: { currency: 'EUR', scale: 4 } },
  ],
  refused: [
    { input: true, code: 'wrong_type' },
    { input: 'EUR 5', code: 'bad_number' },
    { input: '1e3', code: 'bad_number' },
    { input: 0.1 + 0.2, code: 'too_many_digits' },
    { input: '12.505', code: 'too_many_digits' },
    { input: '1.5', options: yen, code: 'too_many_digits' },
    { input: '-0.01', options: { currency: 'EUR', min: 0 }, code: 'too_small' },
    { input: '100.01', options: { currency: 'EUR', max: '100' }, code: 'too_large' },
  ],
  typed: [
    { text: ' 12.5 ', value: '12.50' },
    { text: '€ 1,234.50', value: '1234.50' },
    { text: '-€5', value: '-5.00' },
    { text: '12.50 eur', value: '12.50' },
    { text: '\u200f١٬٢٣٤٫٥٠\u00a0ج.م.\u200f', value: '1234.50', options: pounds },
    { text: '¥1,250', value: '1250', options: yen },
    { text: '9,310', value: '9310', options: yen },
  ],
  isOfDigits: true,
  mistyped: [
    { text: 'ten', code: 'bad_number' },
    { text: '$5', code: 'bad_number' },
    { text: '€5€', code: 'bad_number' },
    { text: '€', code: 'bad_number' },
    { text: '1.234', code: 'too_many_digits' },
  ],
  badOptions: [
    {} as MoneyOptions,
    { currency: 'euro' },
    { currency: 'eur' },
    { currency: 'DEM' },
    { currency: 'EUR', scale: 16 },
    { currency: 'EUR', min: 'low' },
    { currency: 'JPY', default: '1.50' },
  ],
}
