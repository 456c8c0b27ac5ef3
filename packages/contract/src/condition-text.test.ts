/** Conditions become sentences, in both languages: groups, records that point back, and what is told from the present. */
import { createTranslator, languages, loadTexts } from '@haykal/messages'
import type { ToldCondition } from '@haykal/model'
import { expect, test } from 'vitest'
import { conditionText } from './condition-text.ts'

const quantity: ToldCondition = {
  type: 'test',
  path: [{ en: 'Quantity', ar: 'الكمية' }],
  operator: 'gt',
  values: ['5'],
}
const draft: ToldCondition = { type: 'test', path: [{ en: 'Status', ar: 'الحالة' }], operator: 'eq', values: ['Draft'] }
const oneOf: ToldCondition = {
  type: 'test',
  path: [{ en: 'Status', ar: 'الحالة' }],
  operator: 'in',
  values: ['Paid', 'Late'],
}
const lines = { type: 'children', children: { en: 'Lines', ar: 'البنود' } } as const
const placed = (operator: 'eq' | 'gte' | 'between', values: readonly string[]): ToldCondition => ({
  type: 'test',
  path: [{ en: 'Placed', ar: 'تاريخ الطلب' }],
  operator,
  values,
  isOfMoments: true,
})

async function tell(condition: ToldCondition, language: 'en' | 'ar'): Promise<string> {
  const { locale } = languages[language]
  const text = conditionText({ t: createTranslator(await loadTexts(language), locale), locale }, condition)
  return text.replace(/[\u2066-\u2069]/g, '')
}

test.each<[ToldCondition, string, string]>([
  [
    { type: 'all', of: [draft, { type: 'any', of: [quantity, draft] }] },
    '“Status” is “Draft” and (“Quantity” over “5” or “Status” is “Draft”)',
    '«الحالة» هو «Draft» و(«الكمية» أكثر من «5» أو «الحالة» هو «Draft»)',
  ],
  [
    { type: 'any', of: [oneOf, quantity] },
    '(“Status” is one of “Paid” or “Late”) or “Quantity” over “5”',
    '(«الحالة» من بين «Paid» أو «Late») أو «الكمية» أكثر من «5»',
  ],
  [
    { type: 'all', of: [placed('between', ['$today(-30d)', '$today']), quantity] },
    '“Placed” in the last 30 days and “Quantity” over “5”',
    '«تاريخ الطلب» خلال آخر ٣٠ يومًا و«الكمية» أكثر من «5»',
  ],
  [lines, 'it has “Lines”', 'له «البنود»'],
  [{ ...lines, isNone: true }, 'it has no “Lines”', 'ليس له «البنود»'],
  [
    { ...lines, of: quantity },
    'it has “Lines” where “Quantity” over “5”',
    'له من «البنود» ما تحقق فيه أن «الكمية» أكثر من «5»',
  ],
  [
    { ...lines, path: [{ en: 'Customer', ar: 'العميل' }], isNone: true, of: quantity },
    '“Customer”: it has no “Lines” where “Quantity” over “5”',
    '«العميل»: ليس له من «البنود» ما تحقق فيه أن «الكمية» أكثر من «5»',
  ],
  [placed('eq', ['$month']), '“Placed” is this month', '«تاريخ الطلب» هو هذا الشهر'],
  [placed('gte', ['$today(-1)']), '“Placed” since yesterday', '«تاريخ الطلب» منذ أمس'],
  [placed('gte', ['$today(-7d)']), '“Placed” since 7 days ago', '«تاريخ الطلب» منذ وقت مضى عليه ٧ أيام'],
  [placed('gte', ['2026-01-01']), '“Placed” since “2026-01-01”', '«تاريخ الطلب» منذ «2026-01-01»'],
  [placed('between', ['$today(-30d)', '$today']), '“Placed” in the last 30 days', '«تاريخ الطلب» خلال آخر ٣٠ يومًا'],
  [
    placed('between', ['$today', '$today(2w)']),
    '“Placed” in the next 2 weeks',
    '«تاريخ الطلب» خلال مدة أسبوعين من اليوم',
  ],
])('%j', async (condition, english, arabic) => {
  expect([await tell(condition, 'en'), await tell(condition, 'ar')]).toEqual([english, arabic])
})
