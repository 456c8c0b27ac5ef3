/** What a search finds and what it must not, in six scripts, on each engine; and that it stays so whoever writes. */
import type { ModelRules } from '@haykal/access'
import { adoptTables, insertRecords, syncTables } from '@haykal/database'
import { fieldKinds, integer, longText, phone, relation, slug, tags, text } from '@haykal/fields'
import { type AnyRecord, defineModel, resolveModels } from '@haykal/model'
import { describe, expect, test } from 'vitest'
import { openRecords } from './index.ts'
import { mostRanked } from './ranked-order.ts'
import { emptyDatabases } from './testing/empty-databases.ts'
import { openCore } from './testing/open-core.ts'

const writer = defineModel({
  name: 'writers',
  title: 'name',
  fields: { name: text({ searchable: true }), city: text() },
})
const letter = defineModel({
  name: 'letters',
  title: 'subject',
  fields: {
    subject: text({ required: true }),
    body: longText({ searchable: true }),
    writer: relation({ to: 'writers', searchable: true }),
    pages: integer({ searchable: true }),
    words: tags({ searchable: true }),
    call: phone({ searchable: true }),
    secret: text({ searchable: true }),
  },
  list: { sort: 'subject' },
})
/** Its key is a text: its rows have no number that stays. */
const stamp = defineModel({
  name: 'stamps',
  key: 'code',
  title: 'name',
  fields: { code: slug(), name: text({ searchable: true }), letter: relation({ to: 'letters', searchable: true }) },
})
const models = resolveModels([writer, letter, stamp], { kinds: fieldKinds, hasOrderKeys: true })

const rules: { readonly [model: string]: ModelRules } = {
  letters: { editor: { read: true, edit: true, hide: ['secret'] }, reader: { read: { pages: { lt: 10 } } } },
  writers: { editor: { read: { city: { eq: 'Cairo' } } }, reader: { read: true, hide: ['name'] } },
  stamps: { editor: { read: true } },
} as never

const cases: readonly { text: string; finds: readonly string[]; not: readonly string[] }[] = [
  {
    text: 'مَكْتَبَةُ النِّيل',
    finds: ['مكتبة', 'مكتبه', 'النيل', 'نيل', 'مـكـتـبـة', 'مكتبة النيل', 'نيل مكتبة', 'كتب'],
    not: ['مكاتب', 'كتاب', 'النيلي'],
  },
  { text: 'أحمد إبراهيم آدم', finds: ['احمد', 'أحمد', 'ابراهيم', 'ادم', 'آدم', 'أدم'], not: ['حامد', 'محمد'] },
  { text: 'مصطفى', finds: ['مصطفي', 'مصطفى', 'مصطفی'], not: ['مصطفا'] },
  { text: 'کتاب فارسی', finds: ['كتاب', 'فارسي', 'کتاب'], not: ['كتب'] },
  { text: 'فاتورة رقم ٤٥٦٧', finds: ['4567', '٤٥٦٧', '۴۵۶۷', '567', '٤٥'], not: ['4576', '67'] },
  { text: 'يد في اليد', finds: ['يد', 'في'], not: ['دي'] },
  {
    text: 'Crème brûlée à la carte',
    finds: ['creme', 'CRÈME', 'brulee', 'ru\u0302le\u0301e', 'a la carte'],
    not: ['cream'],
  },
  { text: 'Œuvre d’Ærø, smørrebrød', finds: ['oeuvre', 'aero', 'smorrebrod', 'rebrod'], not: ['ovre'] },
  {
    text: 'Iğdır ile İzmir, ısı',
    finds: ['igdir', 'IĞDIR', 'ığdır', 'izmir', 'IZMIR', 'isi'],
    not: ['ismir', 'ogdir'],
  },
  {
    text: 'Große Straße 12',
    finds: ['strasse', 'STRASSE', 'straße', 'grosse', 'rasse', '12'],
    not: ['strase', 'gross e'],
  },
  { text: 'Łódź Główna', finds: ['lodz', 'łódź', 'glowna'], not: ['lozd'] },
  {
    text: '北京市图书馆',
    finds: ['北', '京', '北京', '图书', '书馆', '京市图', '北京市图书馆', '馆 北'],
    not: ['京北', '图馆', '上'],
  },
  { text: '東京タワー', finds: ['東京', 'タワ', 'ﾀﾜ', 'タ'], not: ['京東', 'ワタ'] },
  { text: '서울 도서관', finds: ['서울', '도서', '서관'], not: ['부산'] },
  { text: 'บ้านสวน', finds: ['สวน', 'บาน', 'บ้าน'], not: ['นสบ'] },
  { text: 'ΣΟΦΟΣ Ανδρέας', finds: ['σοφος', 'σοφοσ', 'ανδρεας'], not: ['σοφια'] },
  {
    text: 'Order BX-2291 — طلب عاجل A4',
    finds: ['bx-2291', '2291', 'BX', 'عاجل', 'a4', '22', 'عا'],
    not: ['bx2291', '91', 'x-', 'اجل bx-2292'],
  },
  {
    text: '50% off, C++ & foo_bar@example.com',
    finds: ['50%', 'c++', '_bar@ex', 'foo_bar', 'example', 'co'],
    not: ['5%', 'foo%bar', 'o_o', 'xample.org'],
  },
  { text: 'ﬁne print №7', finds: ['fine', 'print', 'no7'], not: ['fene'] },
  { text: 'say "yes" or (no)', finds: ['"yes"', 'yes', '(no)', 'no', 'say  "yes"'], not: ['"no"', 'yes)'] },
  { text: 'line one\nline two\ttab', finds: ['one', 'two', 'tab'], not: ['onel'] },
]

describe.each(emptyDatabases('search'))('on $name', ({ address }) => {
  async function open(rows: { readonly [model: string]: readonly AnyRecord[] }) {
    const core = await openCore(await address(), { models, rules, now: '2026-11-29T06:50:00.000Z' })
    const { database } = core
    await database.write(async (queries) => {
      for (const model of models.all)
        await insertRecords({ engine: database.engine, queries }, model, rows[model.name] ?? [])
    })
    const as = (role: string) => openRecords(core, { id: role, role })
    const find = async (q: string, { as: role = 'owner', model = 'letters', sort = '' } = {}) => {
      const page = await as(role).list(model, { q, limit: 500, ...(sort && { sort }) })
      expect(page.meta.count, q).toBe(page.data.length)
      return page.data.map((record) => record.id ?? record.code)
    }
    return { database, as, find }
  }

  const letters = cases.map(({ text: subject }, index) => ({ id: index + 1, subject, body: null }))

  test('finds what a person expects, and nothing else, in a title and in a text', async () => {
    const others = cases.map(({ text: body }, index) => ({ id: 100 + index, subject: `letter ${index}`, body }))
    const { find } = await open({ letters: [...letters, ...others] })
    for (const [index, { text: of, finds, not }] of cases.entries()) {
      for (const q of finds)
        expect(await find(q), `“${q}” in “${of}”`).toEqual(expect.arrayContaining([index + 1, 100 + index]))
      for (const q of not) {
        const found = await find(q)
        expect(found, `“${q}” in “${of}”`).not.toContain(index + 1)
        expect(found, `“${q}” in “${of}”`).not.toContain(100 + index)
      }
    }
    expect(await find('ـ')).toEqual([])
    expect(await find('zzzz')).toEqual([])
  })

  test('each word may stand in another field: a text, a title that is pointed to, a number, a tag, a telephone number', async () => {
    const { find } = await open({
      writers: [
        { id: 1, name: 'Zoë Müller', city: 'Cairo' },
        { id: 2, name: 'أميرة', city: 'Lyon' },
      ],
      letters: [
        {
          id: 1,
          subject: 'Paper',
          body: 'blue ink',
          writer: 1,
          pages: 12,
          words: ['Grün', 'neu'],
          call: '+201001234567',
          secret: 'tulip',
        },
        { id: 2, subject: 'Paper', body: 'red ink', writer: 2, pages: 7, words: null, call: null, secret: null },
      ],
      stamps: [
        { code: 'one', name: 'Rose', letter: 1 },
        { code: 'two', name: 'Lily', letter: 2 },
      ],
    })
    expect(await find('paper zoe')).toEqual([1])
    expect(await find('اميره INK')).toEqual([2])
    expect(await find('muller red')).toEqual([])
    expect(await find('١٢')).toEqual([1])
    expect(await find('7 paper')).toEqual([2])
    expect(await find('grun')).toEqual([1])
    expect(await find('1001234')).toEqual([1])
    expect(await find('ros', { model: 'stamps' })).toEqual(['one'])
    expect(await find('paper lily', { model: 'stamps' })).toEqual(['two'])
  })

  test('finds nothing by what is hidden from whoever asks', async () => {
    const { find } = await open({
      writers: [
        { id: 1, name: 'Zoë', city: 'Cairo' },
        { id: 2, name: 'Amira', city: 'Lyon' },
      ],
      letters: [
        { id: 1, subject: 'First', body: null, writer: 1, pages: 3, secret: 'tulip' },
        { id: 2, subject: 'Second', body: null, writer: 2, pages: 30, secret: 'tulip' },
      ],
    })
    expect(await find('tulip', { sort: 'id' })).toEqual([1, 2])
    expect(await find('tulip', { as: 'editor' })).toEqual([])
    expect(await find('tu', { as: 'editor' })).toEqual([])
    expect(await find('zoe', { as: 'editor' })).toEqual([1])
    expect(await find('amira', { as: 'editor' })).toEqual([])
    expect(await find('zoe', { as: 'reader' })).toEqual([])
    expect(await find('second', { as: 'reader' })).toEqual([])
    expect(await find('first', { as: 'reader' })).toEqual([1])
  })

  test('is in step with every write, and makes up for what another program wrote at the next start', async () => {
    const { database, as, find } = await open({
      letters: [{ id: 1, subject: 'Mango', body: 'sweet' }],
      stamps: [{ code: 'a', name: 'Rose', letter: null }],
    })
    const owner = as('owner')
    const made = await owner.create('letters', { subject: 'Papaya', body: 'Ripe' })
    expect(await find('papaya')).toEqual([made.data.id])
    await owner.edit('letters', String(made.data.id), { values: { body: 'overripe' }, base: { body: 'Ripe' } })
    expect(await find('overripe')).toEqual([made.data.id])
    await owner.edit('letters', String(made.data.id), { values: { body: 'OVERRIPE' }, base: { body: 'overripe' } })
    expect(await find('overripe')).toEqual([made.data.id])
    await database.write(async (queries) => {
      await queries.updateTable('letters').set({ body: 'sour' }).where('id', '=', 1).execute()
    })
    expect(await find('sweet')).toEqual([])
    await database.write(async (queries) => {
      await queries.insertInto('letters').values({ id: 77, subject: 'Guava' }).execute()
      await queries.insertInto('stamps').values({ code: 'b', name: 'Violet' }).execute()
      await queries.updateTable('stamps').set({ name: 'Peony' }).where('code', '=', 'a').execute()
      await queries.deleteFrom('letters').where('id', '=', Number(made.data.id)).execute()
    })
    expect(await find('papaya')).toEqual([])
    await syncTables(database, models)
    expect(await find('sour')).toEqual([1])
    expect(await find('guava')).toEqual([77])
    expect(await find('violet', { model: 'stamps' })).toEqual(['b'])
    expect(await find('peony', { model: 'stamps' })).toEqual(['a'])
    expect(await find('rose', { model: 'stamps' })).toEqual([])
  })

  test('a table of an older version is searched from the next start on, and what was folded otherwise is made anew', async () => {
    const { database, find } = await open({
      letters: [
        { id: 1, subject: 'Kiwi' },
        { id: 2, subject: 'Straße' },
      ],
    })
    await database.write(async (queries) => {
      await queries.schema.dropIndex('letters_subject_unsearched2').execute()
      await queries
        .updateTable('letters')
        .set({ subject$search: 'as it was once folded' })
        .where('id', '=', 2)
        .execute()
    })
    expect(await find('strasse')).toEqual([])
    await syncTables(database, models)
    expect(await find('strasse')).toEqual([2])
    expect(await find('kiwi')).toEqual([1])
  })

  test('whoever adopts the tables is not told of it', async () => {
    const { database } = await open({ stamps: [{ code: 'a', name: 'Rose', letter: null }] })
    const { objects, guesses } = await adoptTables(database)
    expect(objects.map(({ name }) => name).filter((name) => name.includes('search'))).toEqual([])
    expect(
      guesses
        .flatMap(({ definition }) => Object.keys(definition.fields))
        .filter((name) => /[$]|search|number/.test(name)),
    ).toEqual([])
    expect(objects.flatMap(({ doubts }) => doubts).filter(({ code }) => code === 'triggers')).toEqual([])
  })

  test('twenty words are searched for, of one letter too, and no more', async () => {
    const { as, find } = await open({ letters: [{ id: 1, subject: 'a b c d e f g h i j k l m n o p q r s t u' }] })
    expect(await find('a b c d e f g h i j k l m n o p q r s t')).toEqual([1])
    const tooMany = as('owner').list('letters', { q: 'a b c d e f g h i j k l m n o p q r s t u' })
    await expect(tooMany).rejects.toMatchObject({ code: 'malformed' })
  })

  test('a write that is taken back takes back what it is found by', async () => {
    const { database, find } = await open({})
    const failing = database.write(async (queries) => {
      await insertRecords({ engine: database.engine, queries }, models.get('letters') as never, [
        { id: 5, subject: 'Cherry' },
      ])
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await find('cherry')).toEqual([])
  })

  test('the best comes first, unless another order is asked for; pages come in that order, whole', async () => {
    const subjects = [
      'a big lemon',
      'Lemon',
      'lemonade',
      'lemon tree',
      'sour',
      'limelemon',
      'other',
      'sweet lemon',
      'plain',
    ]
    const { as, find } = await open({
      letters: subjects.map((subject, index) => ({
        id: index + 1,
        subject,
        body: subject === 'sour' ? 'a lemon' : subject === 'other' ? 'xlemonx' : null,
      })),
    })
    expect(await find('lemon')).toEqual([2, 4, 3, 1, 8, 6, 5, 7])
    expect(await find('lemon', { sort: '-id' })).toEqual([8, 7, 6, 5, 4, 3, 2, 1])
    const walked: unknown[] = []
    let after: string | null | undefined
    do {
      const page = await as('owner').list('letters', { q: 'lemon', limit: 3, ...(after ? { after } : {}) })
      walked.push(...page.data.map(({ id }) => id))
      const { prev } = page.meta
      if (prev) {
        const back = await as('owner').list('letters', { q: 'lemon', limit: 500, before: prev })
        expect(back.data.map(({ id }) => id)).toEqual(walked.slice(0, -page.data.length))
      }
      after = page.meta.next
    } while (after)
    expect(walked).toEqual([2, 4, 3, 1, 8, 6, 5, 7])
    const { meta } = await as('owner').list('letters', { q: 'lemon', limit: 3 })
    await expect(as('owner').list('letters', { q: 'sour', after: meta.next ?? '' })).rejects.toThrow()
  })

  test('what finds many stands in the order of the list, and a page that was begun goes on as it began', async () => {
    const row = (index: number) => ({ id: index + 1, subject: `plum ${String(9999 - index)}`, body: null })
    const { database, as } = await open({ letters: Array.from({ length: mostRanked }, (_, index) => row(index)) })
    const list = (query: object) => as('owner').list('letters', { q: 'plum', limit: 400, ...query })
    const first = await list({})
    await database.write(async (queries) => {
      const more = Array.from({ length: 9 }, (_, index) => ({
        ...row(mostRanked + index),
        subject: `zz plum ${index}`,
      }))
      await insertRecords({ engine: database.engine, queries }, models.get('letters') as never, more)
    })
    const ids: unknown[] = first.data.map(({ id }) => id)
    let next = first.meta.next
    while (next) {
      const page = await list({ after: next })
      ids.push(...page.data.map(({ id }) => id))
      next = page.meta.next
    }
    expect(new Set(ids).size).toBe(mostRanked + 9)
    expect(ids.length).toBe(mostRanked + 9)
    expect(ids.slice(-9)).toEqual(Array.from({ length: 9 }, (_, index) => mostRanked + index + 1))
  })
})
