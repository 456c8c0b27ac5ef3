import { createFormat, createTranslator } from '@haykal/messages'
import { en } from '@haykal/messages/en'
import { expect, test } from 'vitest'
import { conflictTitle, theirsText } from './conflict-text.ts'

const locale = { t: createTranslator(en, 'en'), format: createFormat('en') }
const now = Date.parse('2026-11-21T10:42:00.000Z')
const values = { base: 'a', theirs: 'b', yours: 'c' }

test('names who changed the fields where one person did', () => {
  expect(conflictTitle(locale, { note: { ...values, by: 'Salma' } })).toBe('Salma changed this field too')
  expect(conflictTitle(locale, { note: { ...values, by: 'Salma' }, city: { ...values, by: 'Salma' } })).toBe(
    'Salma changed these fields too',
  )
})

test('speaks of someone where several did, or nobody is named', () => {
  expect(conflictTitle(locale, { note: values })).toBe('Someone changed this field too')
  expect(conflictTitle(locale, { note: { ...values, by: 'Salma' }, city: values })).toBe(
    'Someone changed these fields too',
  )
})

test('says whose a value is and from when, as far as it is told', () => {
  const text = (told: { readonly by?: string; readonly at?: string }) => theirsText(locale, { ...values, ...told }, now)
  expect(text({})).toBe('Someone else, just now')
  expect(text({ by: 'Salma' })).toBe('Salma')
  expect(text({ by: 'Salma', at: '2026-11-21T10:41:30.000Z' })).toBe('Salma, just now')
  expect(text({ by: 'Salma', at: '2026-11-21T08:42:00.000Z' })).toBe('Salma, 2 hours ago')
  expect(text({ at: '2026-11-20T10:42:00.000Z' })).toBe('Someone else, yesterday')
})
