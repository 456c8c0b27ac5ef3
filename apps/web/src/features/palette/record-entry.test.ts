import { fieldKinds, integer, longText, text } from '@haykal/fields'
import { createFormat } from '@haykal/messages'
import { resolveModels } from '@haykal/model'
import { foldedWords } from '@haykal/model/fold-text'
import { expect, test } from 'vitest'
import { foundIn, recordEntry } from './record-entry.ts'

const models = resolveModels(
  [
    {
      name: 'orders',
      title: 'number',
      fields: { number: integer({ searchable: true }), note: longText({ searchable: true }), secret: text() },
      key: 'number',
    },
    { name: 'people', title: 'name', fields: { id: integer(), name: text({ searchable: true }) }, key: 'id' },
  ],
  { kinds: fieldKinds },
)
const [orders, people] = [models.get('orders'), models.get('people')]
if (!orders || !people) throw new Error('the models of this test are not there')

const find = (record: { [field: string]: string | number }, words: string) =>
  foundIn(orders, { record, title: String(record.number), titles: {} }, foldedWords(words))

test('says where a record was found, when it was not by its name', () => {
  expect(find({ number: 7, note: 'Ring  twice,\nthe bell is quiet' }, 'bell')).toBe('Ring twice, the bell is quiet')
  expect(find({ number: 7, note: 'Ring twice' }, '7')).toBeUndefined()
  expect(find({ number: 7, note: 'Ring twice', secret: 'bell' }, 'bell')).toBeUndefined()
})

test('begins a long text shortly before what was found', () => {
  const note = `${'far away, far away '.repeat(500)}and here is the bell at last`
  expect(find({ number: 7, note }, 'bell')).toBe('…ar away and here is the bell at last')
})

test('writes numbers in the digits of the reader, and names as they are', () => {
  const reader = { language: 'ar', format: createFormat('ar') }
  expect(recordEntry(orders, { id: '1048571', title: '1048571' }, reader)).toMatchObject({
    text: '١٠٤٨٥٧١',
    href: '/orders/1048571',
    icon: orders.icon,
  })
  expect(recordEntry(people, { id: '1', title: '2001' }, reader).text).toBe('2001')
})

test('gives names an initial in place of an icon', () => {
  const reader = { language: 'en', format: createFormat('en') }
  expect(recordEntry(people, { id: '1', title: '“Bäla” GmbH' }, reader).icon).toBeUndefined()
  expect(recordEntry(people, { id: '1', title: '104' }, reader).icon).toBe(people.icon)
})
