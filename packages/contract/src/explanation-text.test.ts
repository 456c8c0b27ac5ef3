/** Explanations become sentences, in both languages. */
import { createTranslator, languages } from '@haykal/messages'
import type { Explanation, ToldCondition } from '@haykal/model'
import { expect, test } from 'vitest'
import { explanationText } from './explanation-text.ts'

const status = { en: 'Status', ar: 'الحالة' }
const draft: ToldCondition = { type: 'test', path: [status], operator: 'eq', values: [{ en: 'Draft', ar: 'مسودة' }] }
const mine: ToldCondition = {
  type: 'test',
  path: [
    { en: 'Customer', ar: 'العميل' },
    { en: 'Region', ar: 'المنطقة' },
  ],
  operator: 'in',
  values: ['north', 'south'],
  mine: ['region'],
}

async function tell(explanation: Partial<Explanation>, language: 'en' | 'ar' = 'en'): Promise<string> {
  const { locale, load } = languages[language]
  const models = { en: 'orders', ar: 'الطلبات' }
  const whole: Explanation = { code: 'some', isAllowed: false, role: 'clerk', act: 'edit', models, ...explanation }
  // Marks of direction around what runs the other way are the translator's affair.
  return explanationText({ t: createTranslator(await load(), locale), locale }, whole).replace(/[\u2066-\u2069]/g, '')
}

test.each<[Partial<Explanation>, string]>([
  [{ code: 'none', act: 'remove' }, 'The role clerk may not remove orders.'],
  [{ code: 'all', act: 'read', isAllowed: true }, 'The role clerk may see all orders.'],
  [{ code: 'field', field: status }, 'The role clerk may not set Status.'],
  [{ code: 'none', role: 'editor' }, 'The role Editor may not edit orders.'],
  [{ code: 'none', roleLabel: { en: 'Clerk', ar: 'كاتب' } }, 'The role Clerk may not edit orders.'],
  [{ code: 'hidden' }, 'There is no such field for the role clerk.'],
  [
    { condition: draft, facts: [{ field: status, value: { en: 'Shipped', ar: 'مشحون' } }] },
    'The role clerk may edit only orders where “Status” is “Draft”. Here Status is Shipped.',
  ],
  [
    { condition: draft, facts: [{ field: status, value: null }], isAfter: true },
    'The role clerk may edit only orders where “Status” is “Draft”. It would have become one where Status is empty.',
  ],
  [
    { act: 'read', condition: { type: 'any', of: [draft, mine] } },
    'The role clerk may see only orders where “Status” is “Draft” or “Customer” › “Region” is one of “north” or “south”, which is yours.',
  ],
  [
    { condition: { type: 'not', of: { type: 'test', path: [status], operator: 'isNull', values: ['true'] } } },
    'The role clerk may edit only orders where it is not so that “Status” is empty.',
  ],
  [
    { condition: { type: 'test', path: [status], operator: 'eq', values: [], mine: ['region'], isUnknown: true } },
    'The role clerk may edit only orders where “Status” is compared with your “region”, which you do not have.',
  ],
  [
    { condition: { type: 'all', of: [draft, { type: 'hidden' }] } },
    'The role clerk may edit only orders where “Status” is “Draft” and something holds that you may not see.',
  ],
])('%# %s', async (explanation, sentence) => {
  expect(await tell(explanation)).toBe(sentence)
})

test('tells the same in Arabic, with the Arabic labels', async () => {
  expect(
    await tell({ condition: draft, facts: [{ field: status, value: { en: 'Shipped', ar: 'مشحون' } }] }, 'ar'),
  ).toBe('لا يتيح الدور clerk من الطلبات إلا تعديل ما تحقق فيه أن «الحالة» هو «مسودة». وهنا الحالة: مشحون.')
})
