/** Explanations become sentences, in both languages. */
import { createTranslator, languages, loadTexts } from '@haykal/messages'
import type { Explanation, ToldCondition } from '@haykal/model'
import { expect, test } from 'vitest'
import { explanationText, verdictOf } from './explanation-text.ts'

const status = { en: 'Status', ar: 'الحالة' }
const region = { name: 'region', label: { en: 'Region', ar: 'المنطقة' } }
const draft: ToldCondition = { type: 'test', path: [status], operator: 'eq', values: [{ en: 'Draft', ar: 'مسودة' }] }
const mine: ToldCondition = {
  type: 'test',
  path: [
    { en: 'Customer', ar: 'العميل' },
    { en: 'Region', ar: 'المنطقة' },
  ],
  operator: 'in',
  values: ['north', 'south'],
  mine: [region],
}
const unknown: ToldCondition = {
  ...{ type: 'test', path: [status], operator: 'eq', values: [] },
  ...{ mine: [region], isUnknown: true },
}
const isOwner: ToldCondition = {
  ...{ type: 'test', path: [{ en: 'Owner', ar: 'المالك' }], operator: 'eq' },
  ...{ values: ['7f3a'], mine: [{ name: 'id' }] },
}
const ofSalma = { about: { type: 'person', name: 'Salma' } } as const
const ofRole = { about: { type: 'role' } } as const

async function tell(explanation: Partial<Explanation>, language: 'en' | 'ar' = 'en'): Promise<string> {
  const { locale } = languages[language]
  const models = { en: 'orders', ar: 'الطلبات' }
  const whole: Explanation = { code: 'some', isAllowed: false, role: 'clerk', act: 'edit', models, ...explanation }
  // Marks of direction around what runs the other way are the translator's affair.
  return explanationText({ t: createTranslator(await loadTexts(language), locale), locale }, whole).replace(
    /[\u2066-\u2069]/g,
    '',
  )
}

test.each<[Partial<Explanation>, string]>([
  [{ code: 'none', act: 'remove' }, 'The role clerk may not remove orders.'],
  [{ code: 'all', act: 'read', isAllowed: true }, 'The role clerk may see all orders.'],
  [{ code: 'field', field: status }, 'The role clerk may not set Status.'],
  [{ code: 'fixed', field: status }, 'Nobody sets Status: it is only read.'],
  [{ code: 'none', role: 'editor' }, 'The role Editor may not edit orders.'],
  [{ code: 'none', role: 'public' }, 'The role Public may not edit orders.'],
  [{ code: 'none', roleLabel: { en: 'Clerk', ar: 'كاتب' } }, 'The role Clerk may not edit orders.'],
  [{ code: 'hidden' }, 'There is no such field for the role clerk.'],
  [{ code: 'hidden', field: status, ...ofSalma }, 'Status is hidden from the role clerk.'],
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
    'The role clerk may see only orders where “Status” is “Draft” or (“Customer” › “Region” is one of “north” or “south”, which is yours).',
  ],
  [
    { condition: { type: 'not', of: { type: 'test', path: [status], operator: 'isNull', values: ['true'] } } },
    'The role clerk may edit only orders where it is not so that “Status” is empty.',
  ],
  [
    { condition: unknown },
    'The role clerk may edit only orders where “Status” is compared with your “Region”, which you do not have.',
  ],
  [{ condition: isOwner }, 'The role clerk may edit only orders where “Owner” is you.'],
  [
    { condition: { type: 'all', of: [draft, { type: 'hidden' }] } },
    'The role clerk may edit only orders where “Status” is “Draft” and something holds that you may not see.',
  ],
])('%# %s', async (explanation, sentence) => {
  expect(await tell(explanation)).toBe(sentence)
})

test.each<[Partial<Explanation>, string]>([
  [{ condition: mine, ...ofSalma }, '“Customer” › “Region” is one of “north” or “south” (the “Region” of Salma)'],
  [{ condition: unknown, ...ofSalma }, '“Status” is compared with the “Region” of Salma, who has none'],
  [{ condition: isOwner, ...ofSalma }, '“Owner” is “Salma”'],
  [
    { condition: { ...mine, values: ['east'] }, ...ofRole },
    '“Customer” › “Region” is one of their own “Region” or “east”',
  ],
  [{ condition: unknown, ...ofRole }, '“Status” is their own “Region”'],
  [{ condition: { ...isOwner, values: [] }, ...ofRole }, '“Owner” is themselves'],
  [{ condition: { ...isOwner, values: [], mine: [{ name: 'groups' }] }, ...ofRole }, '“Owner” is their own “Groups”'],
])('speaks of others as of others: %# %s', async (explanation, condition) => {
  const sentence = await tell(explanation)
  expect(sentence).toBe(`The role clerk may edit only orders where ${condition}.`)
  expect(sentence).not.toMatch(/\byou/)
})

test('tells the same in Arabic, with the Arabic labels', async () => {
  expect(
    await tell({ condition: draft, facts: [{ field: status, value: { en: 'Shipped', ar: 'مشحون' } }] }, 'ar'),
  ).toBe('لا يتيح الدور clerk من الطلبات إلا تعديل ما تحقق فيه أن «الحالة» هو «مسودة». وهنا الحالة: مشحون.')
})

test.each<[Partial<Explanation>, string]>([
  [{ condition: mine, ...ofSalma }, '«العميل» › «المنطقة» من بين «north» أو «south» («المنطقة» لدى Salma)'],
  [{ condition: unknown, ...ofSalma }, '«الحالة» يُقارَن بـ«المنطقة» لدى Salma، ولا قيمة له عنده'],
  [{ condition: unknown, ...ofRole }, '«الحالة» هو «المنطقة» لدى الشخص نفسه'],
  [{ condition: { ...isOwner, values: [] }, ...ofRole }, '«المالك» هو الشخص نفسه'],
  [{ condition: isOwner }, '«المالك» هو أنت'],
])('tells in Arabic whose value it is: %#', async (explanation, condition) => {
  expect(await tell(explanation, 'ar')).toBe(`لا يتيح الدور clerk من الطلبات إلا تعديل ما تحقق فيه أن ${condition}.`)
})

test('says yes, no, or that it depends on the person, of whom a role tells nothing', () => {
  const asked = (condition: ToldCondition, about: Partial<Explanation>): Explanation => ({
    ...{ code: 'some', isAllowed: false, role: 'clerk', act: 'edit', models: 'orders', condition },
    ...about,
  })
  expect(verdictOf(asked(unknown, ofRole))).toBe('depends')
  expect(verdictOf(asked({ type: 'all', of: [unknown, draft] }, ofRole))).toBe('no')
  expect(verdictOf(asked(unknown, ofSalma))).toBe('no')
  expect(verdictOf(asked(draft, { ...ofRole, isAllowed: true }))).toBe('yes')
})
