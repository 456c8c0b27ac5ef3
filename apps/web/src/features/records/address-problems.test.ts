import { fieldKinds, integer, text } from '@haykal/fields'
import { createTranslator, languages, loadTexts } from '@haykal/messages'
import { HaykalError, type Problem, resolveModels } from '@haykal/model'
import { expect, test } from 'vitest'
import { addressProblems } from './address-problems.ts'

const fields = { total: integer({ label: { en: 'Total', ar: 'الإجمالي' } }), note: text() }
const resolved = resolveModels([{ name: 'orders', fields }], { kinds: fieldKinds, isPartial: true }).get('orders')

async function lines(problems: readonly Problem[], language: 'en' | 'ar' = 'en'): Promise<readonly string[]> {
  if (!resolved) throw new Error('There is no such model')
  const t = createTranslator(await loadTexts(language), languages[language].locale)
  const error = new HaykalError('malformed', { problems })
  return addressProblems(error, { t, language, model: resolved }).map((line) => line.replace(/[\u2066-\u2069]/g, ''))
}

test('names the field as people do, and what is wrong with its value', async () => {
  const problem: Problem = { pointer: '?filter/or/0/total/gt', code: 'bad_number' }
  expect(await lines([problem])).toEqual(['Total: This is not a number.'])
  expect(await lines([problem], 'ar')).toEqual(['الإجمالي: هذا ليس عددًا.'])
})

test('calls what is not known as the address does', async () => {
  const filter: Problem = { pointer: '?filter/customer.nope', code: 'unknown_field' }
  const sort: Problem = { pointer: '?sort', code: 'unknown_field', params: { name: 'zzz' } }
  expect(await lines([filter, sort])).toEqual([
    'customer.nope: There is no such field.',
    'zzz: There is no such field.',
  ])
})

test('says a limit without a field, and the same thing once', async () => {
  const problem: Problem = { pointer: '?filter', code: 'too_many_tests', params: { max: 50 } }
  expect(await lines([problem, problem])).toEqual([expect.stringContaining('50')])
})
