/** Rights become sentences, in both languages. */
import { createTranslator, languages, loadTexts } from '@haykal/messages'
import type { ToldReach, ToldRights } from '@haykal/model'
import { expect, test } from 'vitest'
import { hasRights, rightsText } from './rights-text.ts'

const all: ToldReach = { code: 'all' }
const none: ToldReach = { code: 'none' }
const country = { en: 'Country', ar: 'البلد' }
const own: ToldReach = {
  code: 'some',
  condition: { type: 'test', path: [country], operator: 'eq', values: [], mine: [{ name: 'country', label: country }] },
}
const rightsOf = (rights: Partial<ToldRights>): ToldRights => ({
  ...{ role: 'clerk', isDefault: false, hidden: [], readOnly: [] },
  acts: { read: none, create: none, edit: none, remove: none },
  ...rights,
})

async function tell(rights: Partial<ToldRights>, language: 'en' | 'ar' = 'en'): Promise<readonly string[]> {
  const { locale } = languages[language]
  const sentences = rightsText({ t: createTranslator(await loadTexts(language), locale), locale }, rightsOf(rights))
  return sentences.map(({ text }) => text)
}

test('acts with the same rule share a sentence', async () => {
  expect(await tell({ acts: { read: all, create: all, edit: all, remove: all } })).toEqual([
    'May see, create, edit, and remove all of them.',
  ])
  expect(await tell({ acts: { read: own, create: none, edit: own, remove: none } })).toEqual([
    'May see and edit only those where “Country” is their own “Country”.',
    'May not create or remove any.',
  ])
})

test('names the fields that are hidden, never set, and set alone', async () => {
  const acts = { read: all, create: all, edit: own, remove: none }
  const fields = { hidden: ['Salary', 'Note'], readOnly: [country], createOnly: ['Name'], editOnly: ['Name', 'City'] }
  expect((await tell({ acts, ...fields })).slice(3)).toEqual([
    'Does not see “Salary” and “Note”.',
    'Never sets “Country”.',
    'Sets only “Name” in new ones.',
    'Sets only “Name” and “City” in those that are there.',
  ])
  expect(await tell({ acts: { ...acts, create: none, edit: none }, readOnly: [country] })).toEqual([
    'May see all of them.',
    'May not create, edit, or remove any.',
  ])
})

test('tells the same in Arabic, with the Arabic labels', async () => {
  expect(await tell({ acts: { read: own, create: none, edit: none, remove: none }, hidden: [country] }, 'ar')).toEqual([
    'مسموح: الرؤية، فقط لما تحقق فيه أن «البلد» هو «البلد» لدى الشخص نفسه.',
    'غير مسموح: الإنشاء أو التعديل أو الحذف.',
    'لا يرى «البلد».',
  ])
})

test('knows who may do nothing at all', () => {
  expect(hasRights(rightsOf({}))).toBe(false)
  expect(hasRights(rightsOf({ acts: { read: own, create: none, edit: none, remove: none } }))).toBe(true)
})
