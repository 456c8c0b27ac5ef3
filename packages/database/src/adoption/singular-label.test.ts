/** One of them has a name of its own only where English leaves no doubt. */
import { expect, test } from 'vitest'
import { singularLabel } from './singular-label.ts'

test.each([
  ['Orders', 'Order'],
  ['Order items', 'Order item'],
  ['Companies', 'Company'],
  ['Categories', 'Category'],
  ['Invoices', 'Invoice'],
  ['News', 'News'],
  ['Series', 'Series'],
  ['Status', 'Status'],
  ['Addresses', 'Addresses'],
  ['Haus', 'Haus'],
  ['Analytics', 'Analytics'],
  ['People', 'People'],
  ['Customer', 'Customer'],
  ['طلبات', 'طلبات'],
])('one of %s is %s', (plural, singular) => {
  expect(singularLabel(plural)).toBe(singular)
})
