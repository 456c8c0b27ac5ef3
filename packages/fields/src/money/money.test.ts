import { expect, test } from 'vitest'
import { describeFieldKind } from '../testing/describe-field-kind.ts'
import { currencyDigits } from './currencies.ts'
import { moneyKind } from './money.ts'
import { moneyExamples } from './money-examples.ts'

describeFieldKind(moneyKind, moneyExamples)

test('knows no currency that Intl does not, whatever pieces of the list are asked for', () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const known = letters
    .flatMap((a) => letters.flatMap((b) => letters.map((c) => `${a}${b}${c}`)))
    .filter((code) => currencyDigits(code) !== undefined)
  expect(known.length).toBeGreaterThan(150)
  expect(Intl.supportedValuesOf('currency')).toEqual(expect.arrayContaining(known))
  expect(['R AE', 'AED AFN', '', 'D A'].map(currencyDigits)).toEqual([undefined, undefined, undefined, undefined])
})

test('reads what its own list shows, in both languages and either digits', () => {
  for (const locale of ['en', 'ar', 'ar-u-nu-arab', 'en-u-nu-arab']) {
    for (const currency of ['EUR', 'EGP', 'USD', 'KWD', 'JPY', 'SAR']) {
      for (const amount of ['-1234567', '98765']) {
        const shown = new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount as `${number}`)
        expect(moneyKind.fromText(shown, { currency }), shown).toEqual(moneyKind.parse(amount, { currency }))
      }
    }
  }
})
