import { describe, expect, test } from 'vitest'
import { en } from './english.ts'
import { createFormat } from './format.ts'
import { chooseLanguage, languageCodes, languages, loadTexts } from './languages.ts'
import { localeTag } from './locale-tag.ts'
import { createTranslator } from './translator.ts'

const ar = await loadTexts('ar')
const english = createTranslator(en, 'en')
const arabic = createTranslator(ar, 'ar-EG')

/** Every text with its path, plural forms apart. */
function texts(node: object, path: readonly string[] = []): (readonly [string, string])[] {
  return Object.entries(node).flatMap(([name, value]) =>
    typeof value === 'string' ? [[[...path, name].join('.'), value] as const] : texts(value, [...path, name]),
  )
}
const mentions = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1])

/** Every text that has plural forms, with its path. */
function plurals(node: object, path: readonly string[] = []): (readonly [string, object])[] {
  return Object.entries(node).flatMap(([name, value]) => {
    if (typeof value === 'string') return []
    const at = [...path, name]
    return 'other' in value && 'one' in value ? [[at.join('.'), value] as const] : plurals(value, at)
  })
}

describe.each(languageCodes)('the catalogue %s', (code) => {
  test('mentions nothing that English does not give', async () => {
    const given = new Map(texts(en).map(([path, text]) => [path, mentions(text)]))
    for (const [path, text] of texts(await loadTexts(code))) {
      const allowed = given.get(path) ?? given.get(path.replace(/\.\w+$/, '.other'))
      expect(allowed, path).toEqual(expect.arrayContaining(mentions(text)))
    }
  })

  test('has every plural form that its language tells apart, and no other', async () => {
    const { pluralCategories } = new Intl.PluralRules(languages[code].locale).resolvedOptions()
    const found = plurals(await loadTexts(code))
    expect(found.length).toBeGreaterThan(10)
    for (const [path, forms] of found) expect(Object.keys(forms).toSorted(), path).toEqual(pluralCategories.toSorted())
  })

  test('is written in the direction that is told of it', async () => {
    const isRightToLeft = /\p{Script=Arabic}|\p{Script=Hebrew}/u.test(languages[code].name)
    expect(languages[code].direction).toBe(isRightToLeft ? 'rtl' : 'ltr')
  })
})

describe('catalogues', () => {
  test('Arabic is written in Arabic script', () => {
    for (const [path, text] of texts(ar)) {
      if (mentions(text).length === 0) expect(text, path).toMatch(/\p{Script=Arabic}/u)
    }
  })

  test('no text begs, boasts or shouts', () => {
    for (const [path, text] of texts(en)) expect(text, path).not.toMatch(/please|successful|!/i)
  })

  test('a first screen comes without the texts of the others', async () => {
    const [first, later] = [await languages.en.load(), await languages.en.loadLater()]
    expect(Object.keys(first).filter((group) => Object.hasOwn(later, group))).toEqual([])
    expect({ ...first, ...later }).toEqual(en)
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

  test('writes numbers in the digits that were chosen', () => {
    const western = createTranslator(ar, localeTag('ar-EG', 'latn'))
    expect(western('list.countOverLong', { count: 10_000 })).toBe('أكثر من 10,000 سجل')
    expect(western('list.count', { count: 2 })).toBe('سجلان')
  })

  test('isolates a name that runs against the sentence', () => {
    expect(arabic('record.saved', { title: 'Café' })).toBe('حُفظ \u2068Café\u2069')
    expect(english('record.saved', { title: 'بيت القهوة' })).toBe('\u2068بيت القهوة\u2069 saved')
    expect(english('record.saved', { title: 'Café' })).toBe('Café saved')
  })

  test('takes marks of direction from a name, so that it cannot turn the sentence around', () => {
    expect(english('record.saved', { title: 'invoice\u202efdp.exe\u2069' })).toBe('invoicefdp.exe saved')
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
    expect(createFormat('ar').relativeTime('2026-11-21T11:57:00Z', now)).toBe('قبل ٣ دقائق')
    expect(createFormat('ar', { digits: 'latn' }).relativeTime('2026-11-21T11:57:00Z', now)).toBe('قبل 3 دقائق')
  })

  test('writes the digits that were chosen, in either language', () => {
    expect(createFormat('ar').number('12345.50', { minimumFractionDigits: 2 })).toBe('١٢٬٣٤٥٫٥٠')
    expect(createFormat('ar', { digits: 'latn' }).number('12345.50', { minimumFractionDigits: 2 })).toBe('12,345.50')
    expect(createFormat('en', { digits: 'arab' }).number(12_345)).toBe('١٢٬٣٤٥')
    expect(createFormat('ar', { digits: 'latn' }).date('2026-11-20')).toBe('20 نوفمبر 2026')
  })

  test('keeps the order of Arabic digits in a text that runs from left to right', () => {
    expect(createFormat('en', { digits: 'arab' }).date('2026-11-20')).toBe('Nov ٢٠\u200e, ٢٠٢٦\u200e')
  })

  test('shows moments in the time zone that was chosen', () => {
    const moment = '2026-11-20T21:30:00Z'
    const at = (timeZone: string) => createFormat('en', { timeZone }).dateTime(moment).replaceAll('\u202f', ' ')
    expect(at('Asia/Riyadh')).toBe('Nov 21, 2026, 12:30 AM')
    expect(at('America/New_York')).toBe('Nov 20, 2026, 4:30 PM')
    expect(createFormat('en', { timeZone: 'Asia/Riyadh' }).timeZone).toBe('Asia/Riyadh')
  })

  test('goes by the device where the time zone is not known', () => {
    const device = new Intl.DateTimeFormat().resolvedOptions().timeZone
    expect(createFormat('en', { timeZone: 'Mars/Olympus' }).timeZone).toBe(device)
    expect(createFormat('en').timeZone).toBe(device)
  })

  test('gives the Hijri date to who wants it, on the day that it is in their zone', () => {
    const choices = { calendar: 'hijri', timeZone: 'Asia/Riyadh' } as const
    expect(createFormat('en').hijri('2026-11-20')).toBeUndefined()
    expect(createFormat('en', choices).hijri('2026-11-20')).toBe('Jumada II 10, 1448 AH')
    expect(createFormat('ar', choices).hijri('2026-11-20')).toBe('١٠ جمادى الآخرة ١٤٤٨ هـ')
    expect(createFormat('en', choices).hijri('2026-11-20T21:30:00Z')).toBe('Jumada II 11, 1448 AH')
    expect(createFormat('en', choices).date('2026-11-20')).toBe('Nov 20, 2026')
  })

  test.each(['1882-11-11', '2174-11-25', '0622-07-19', 'someday'])('has no Hijri date for %s', (day) => {
    expect(createFormat('en', { calendar: 'hijri' }).hijri(day)).toBeUndefined()
  })

  test('sorts by the alphabet of the language, digits by value', () => {
    const sorted = ['Ä 10', 'b', 'ä 2', 'a'].toSorted(createFormat('en').compare)
    expect(sorted).toEqual(['a', 'ä 2', 'Ä 10', 'b'])
    expect(['ياء', 'ألف', 'باء'].toSorted(createFormat('ar').compare)).toEqual(['ألف', 'باء', 'ياء'])
  })

  test('joins a list as a sentence of the language does', () => {
    expect(createFormat('en').list(['a', 'b', 'c'])).toBe('a, b, and c')
    expect(createFormat('ar').list(['ألف', 'باء'])).toBe('ألف وباء')
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
