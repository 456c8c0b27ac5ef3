/** Names from code and databases become labels that people read. */
import { expect, test } from 'vitest'
import { labelFromName, labelIn } from './label.ts'

const labels: readonly (readonly [name: string, label: string])[] = [
  ['customer_id', 'Customer'],
  ['customerId', 'Customer'],
  ['InvoiceLine', 'Invoice line'],
  ['invoice-line', 'Invoice line'],
  ['SupportRepId', 'Support rep'],
  ['URL', 'URL'],
  ['HTTPStatus', 'HTTP status'],
  ['address2', 'Address2'],
  ['id', 'Id'],
  ['ID', 'ID'],
  ['اسم_العميل', 'اسم العميل'],
  ['  ', '  '],
]

for (const [name, label] of labels) {
  test(`reads ${JSON.stringify(name)} as ${JSON.stringify(label)}`, () => {
    expect(labelFromName(name)).toBe(label)
  })
}

test('falls back to English, then to any language', () => {
  expect(labelIn({ en: 'Order', ar: 'طلب' }, 'ar')).toBe('طلب')
  expect(labelIn({ en: 'Order', ar: 'طلب' }, 'fr')).toBe('Order')
  expect(labelIn({ ar: 'طلب' }, 'fr')).toBe('طلب')
  expect(labelIn('Order', 'ar')).toBe('Order')
})
