import { describe, expect, test } from 'vitest'
import { ar } from './catalogues/ar.ts'
import { en } from './catalogues/en.ts'
import { createFormat } from './format.ts'
import { chooseLanguage, loadCatalogue } from './languages.ts'
import { createTranslator } from './translator.ts'

const english = createTranslator(en, 'en')
const arabic = createTranslator(ar, 'ar-EG')

/** Every text with its path, plural forms apart. */
function texts(node: object, path: readonly string[] = []): (readonly [string, string])[] {
  return Object.entries(node).flatMap(([name, value]) =>
    typeof value === 'string' ? [[[...path, name].join('.'), value] as const] : texts(value, [...path, name]),
  )
}
const mentions = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1])

describe('catalogues', () => {
  test('Arabic mentions nothing that English does not give', () => {
    const given = new Map(texts(en).map(([path, text]) => [path, mentions(text)]))
    for (const [path, text] of texts(ar)) {
      const allowed = given.get(path) ?? given.get(path.replace(/\.\w+$/, '.other'))
      expect(allowed, path).toEqual(expect.arrayContaining(mentions(text)))
    }
  })

  test('Arabic is written in Arabic script', () => {
    for (const [path, text] of texts(ar)) {
      if (mentions(text).length === 0) expect(text, path).toMatch(/\p{Script=Arabic}/u)
    }
  })

  test('no text begs, boasts or shouts', () => {
    for (const [path, text] of texts(en)) expect(text, path).not.toMatch(/please|successful|!/i)
  })

  test('a language is loaded when it is asked for', async () => {
    expect(await loadCatalogue('ar')).toBe(ar)
    expect(await loadCatalogue('en')).toBe(en)
  })
})

describe('createTranslator', () => {
  test('fills in what a text mentions', () => {
    expect(english('list.new', { model: 'order' })).toBe('New order')
  })

  test('tells one from many', () => {
    expect(english('list.count', { count: 1 })).toBe('1 record')
    expect(english('list.count', { count: 3503 })).toBe('3,503 records')
  })

  test.each([
    [0, 'لا سجلات'],
    [1, 'سجل واحد'],
    [2, 'سجلان'],
    [3, '٣ سجلات'],
    [11, '١١ سجلًا'],
    [100, '١٠٠ سجل'],
  ])('knows the six Arabic forms: %i', (count, text) => {
    expect(arabic('list.count', { count })).toBe(text)
  })

  test('writes numbers in the digits of the language', () => {
    expect(arabic('list.countOverLong', { count: 10_000 })).toBe('أكثر من ١٠٬٠٠٠ سجل')
  })

  test('isolates a name that runs against the sentence', () => {
    expect(arabic('record.saved', { title: 'Café' })).toBe('حُفظ \u2068Café\u2069')
    expect(english('record.saved', { title: 'بيت القهوة' })).toBe('\u2068بيت القهوة\u2069 saved')
    expect(english('record.saved', { title: 'Café' })).toBe('Café saved')
  })

  test('gives the text of a problem and of an error by code', () => {
    expect(english.problem({ code: 'too_long', params: { max: 200 } })).toBe('Too long: at most 200 characters.')
    expect(arabic.error({ code: 'not_found' })).toBe('لا وجود له، أو أنه غير متاح لك.')
  })

  test('has a text for a code that it does not know', () => {
    expect(english.problem({ code: 'constructor' })).toBe('This value is not accepted.')
    expect(english.error({ code: 'from_the_future' })).toBe('Something went wrong. Try again.')
  })
})

describe('createFormat', () => {
  test('keeps every digit of a decimal that is given as text', () => {
    expect(createFormat('en').number('12345678901234567890.12')).toBe('12,345,678,901,234,567,890.12')
  })

  test('does not move a day across time zones', () => {
    expect(createFormat('en').date('2026-11-21')).toBe('Nov 21, 2026')
  })

  test('shows a value that is no date as it is', () => {
    expect(createFormat('en').date('someday')).toBe('someday')
  })

  test('says how long ago in the largest unit that fits', () => {
    const now = Date.parse('2026-11-21T12:00:00Z')
    expect(createFormat('en').relativeTime('2026-11-20T12:00:00Z', now)).toBe('yesterday')
    expect(createFormat('en').relativeTime('2026-11-21T11:58:00Z', now)).toBe('2 minutes ago')
  })
})

describe('chooseLanguage', () => {
  test('takes the first wish that there is', () => {
    expect(chooseLanguage([null, 'fr-FR', 'ar-EG', 'en'])).toBe('ar')
  })

  test('falls back to English', () => {
    expect(chooseLanguage(['fr', undefined])).toBe('en')
  })
})
