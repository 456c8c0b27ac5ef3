/** Records are listed, read, created, edited and removed under the rules: the same on every engine. */
import type { ListQuery } from '@haykal/contract'
import { type RunningPostgres, startPostgres } from '@haykal/database/testing'
import { HaykalError, type Json } from '@haykal/model'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeModels, type Records } from './index.ts'
import { buildDemo, type Demo } from './testing/demo.ts'

let server: RunningPostgres
beforeAll(async () => {
  server = await startPostgres()
}, 60_000)
afterAll(async () => {
  await server?.stop()
})

describeRecords('SQLite', async () => ':memory:')
describeRecords('PostgreSQL', async () => await server.createDatabase('records'))

/** The code of the error that a promise ends with. */
async function codeOf(promise: Promise<unknown>): Promise<string> {
  return (await errorOf(promise)).code
}

async function errorOf(promise: Promise<unknown>): Promise<HaykalError> {
  try {
    await promise
  } catch (error) {
    if (error instanceof HaykalError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

/** Everything of a list, page by page. */
async function readAll(records: Records, model: string, request: ListQuery): Promise<Json[]> {
  const ids: Json[] = []
  for (let after: string | undefined; ; ) {
    const page = await records.list(model, { ...request, ...(after === undefined ? {} : { after }) })
    ids.push(...page.data.map((record) => record.id ?? null))
    if (page.meta.next === null) return ids
    after = page.meta.next
  }
}

function describeRecords(engine: string, address: () => Promise<string>): void {
  describe(`records on ${engine}`, () => {
    let demo: Demo
    beforeAll(async () => {
      demo = await buildDemo(await address())
    }, 60_000)
    afterAll(async () => {
      await demo?.database.close()
    })

    for (const sort of [
      'id',
      '-id',
      'title',
      'words',
      '-words',
      'publishedAt',
      '-publishedAt',
      'words,-publishedAt',
      '-status,words',
      'author',
      '-author,title',
      'author.country',
      '-author.mentor',
    ]) {
      test(`pages through a list sorted by ${sort} without losing or repeating a record, forwards and back`, async () => {
        const owner = demo.as('owner')
        const whole = (await owner.list('articles', { sort, limit: 500 })).data.map((record) => record.id)
        expect(new Set(whole).size).toBe(30)
        expect(await readAll(owner, 'articles', { sort, limit: 7 })).toEqual(whole)
        const second = await owner.list('articles', {
          sort,
          limit: 7,
          after: (await owner.list('articles', { sort, limit: 7 })).meta.next ?? '',
        })
        const back = await owner.list('articles', { sort, limit: 7, before: second.meta.prev ?? '' })
        expect(back.data.map((record) => record.id)).toEqual(whole.slice(0, 7))
        expect(back.meta.prev).toBeNull()
      })
    }

    test('gives the titles of the records that a page points to, once each', async () => {
      const page = await demo.as('owner').list('articles', { limit: 5, sort: 'id', fields: ['title', 'author'] })
      expect(page.meta.titles).toEqual({ authors: { '1': 'مكتبة النيل', '2': 'Müller', '3': 'Łódź' } })
      expect(page.data[0]).toEqual({ id: 1, title: 'Article 01', author: 1 })
    })

    const filters: readonly { readonly filter: ListQuery['filter']; readonly ids: readonly number[] }[] = [
      { filter: { title: { eq: 'Article 03' } }, ids: [3] },
      { filter: { id: { between: [2, 4] } }, ids: [2, 3, 4] },
      { filter: { id: { in: [9, 10, 99] } }, ids: [9, 10] },
      { filter: { id: { in: [] } }, ids: [] },
      { filter: { words: { isNull: true }, id: { lt: 10 } }, ids: [1, 5, 9] },
      { filter: { words: { ne: 7 }, id: { lte: 4 } }, ids: [1, 3, 4] },
      { filter: { not: { words: { eq: 7 } }, id: { lte: 4 } }, ids: [1, 3, 4] },
      { filter: { words: { nin: [7, 4] }, id: { lte: 4 } }, ids: [1, 4] },
      { filter: { words: { in: [null, 7] }, id: { lte: 4 } }, ids: [1, 2] },
      { filter: { or: [{ id: { eq: 1 } }, { and: [{ id: { gt: 1 } }, { id: { lt: 3 } }] }] }, ids: [1, 2] },
      { filter: { title: { contains: 'ARTICLE 1' }, id: { lt: 12 } }, ids: [10, 11] },
      { filter: { title: { endsWith: '%' } }, ids: [] },
      { filter: { 'author.country': { eq: 'EG' }, id: { lt: 8 } }, ids: [1, 4, 7] },
      { filter: { 'author.mentor.country': { eq: 'EG' }, id: { lt: 8 } }, ids: [2, 5] },
      { filter: { id: { eq: '4' } }, ids: [4] },
    ]
    for (const { filter, ids } of filters) {
      test(`finds ${JSON.stringify(ids)} by ${JSON.stringify(filter)}`, async () => {
        const page = await demo.as('owner').list('articles', { sort: 'id', limit: 500, ...(filter && { filter }) })
        expect(page.data.map((record) => record.id)).toEqual(ids)
        expect(page.meta).toMatchObject({ count: ids.length, countKind: 'exact' })
      })
    }

    test('searches in searchable texts and in the titles of searchable relations', async () => {
      const find = async (q: string) =>
        (await demo.as('owner').list('articles', { q, sort: 'id', limit: 500 })).data.map((record) => record.id)
      expect(await find('GARDEN')).toEqual([8])
      expect(await find('100%')).toEqual([8])
      expect(await find('_00%')).toEqual([])
      expect(await find('النيل')).toEqual([1, 4, 7, 10, 13, 16, 19, 22, 25, 28])
    })

    test('refuses a question about what does not exist, naming every problem at once', async () => {
      const error = await errorOf(
        demo.as('owner').list('articles', {
          filter: { nope: { eq: 1 }, title: { gt: 1, like: 'x' }, words: 3 },
          sort: 'nope,extras',
          fields: ['nope'],
          limit: 501,
          facets: ['nope', 'extras'],
        }),
      )
      expect(error.code).toBe('malformed')
      expect(error.details.problems?.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
        '?filter/nope unknown_field',
        '?filter/title/gt wrong_type',
        '?filter/title/like unknown_operator',
        '?filter/words wrong_type',
        '?sort unknown_field',
        '?sort not_sortable',
        '?fields unknown_field',
        '?limit too_large',
        '?facets unknown_field',
        '?facets not_counted_by',
      ])
    })

    test('refuses a filter that is too large, too deep or not a filter', async () => {
      const deep = Array.from({ length: 40 }).reduce<ListQuery['filter']>((inner) => ({ not: inner ?? {} }), {})
      const wide = { or: Array.from({ length: 300 }, (_, id) => ({ id: { eq: id } })) }
      for (const [filter, problem] of [
        [deep, 'too_deep'],
        [wide, 'too_many_tests'],
      ] as const) {
        const error = await errorOf(demo.as('owner').list('articles', filter ? { filter } : {}))
        expect(error.details.problems?.map(({ code }) => code)).toEqual([problem])
      }
    })

    test('refuses a cursor that was changed, or made for another list', async () => {
      const { meta } = await demo.as('owner').list('articles', { limit: 3, sort: 'title' })
      const cursor = meta.next ?? ''
      expect(await codeOf(demo.as('owner').list('articles', { sort: 'title', after: `${cursor}x` }))).toBe('malformed')
      expect(await codeOf(demo.as('owner').list('articles', { sort: '-title', after: cursor }))).toBe('malformed')
      expect(await codeOf(demo.as('owner').list('authors', { after: cursor }))).toBe('malformed')
      expect(await codeOf(demo.as('owner').list('articles', { after: 'nonsense' }))).toBe('malformed')
    })

    test('lets a role see only the records and fields of its rule, through every question', async () => {
      const reader = demo.as('reader')
      const page = await reader.list('articles', { limit: 500 })
      expect(new Set(page.data.map((record) => record.status))).toEqual(new Set(['published']))
      expect(page.meta.count).toBe(page.data.length)
      expect(await codeOf(reader.read('articles', '1'))).toBe('not_found')
      expect(Object.keys((await reader.read('authors', '2')).data)).toEqual(['id', 'name', 'country', 'mentor'])
      for (const request of [
        { filter: { salary: { gt: '1' } } },
        { sort: 'salary' },
        { fields: ['salary'] },
        { filter: { 'mentor.salary': { eq: '1' } } },
        { sort: 'mentor.salary' },
      ]) {
        const asked = await errorOf(reader.list('authors', request))
        const unknown = await errorOf(
          reader.list('authors', JSON.parse(JSON.stringify(request).replaceAll('salary', 'salarx'))),
        )
        expect(JSON.stringify(asked.details).replaceAll('salary', 'salarx')).toEqual(JSON.stringify(unknown.details))
      }
    })

    test('does not find hidden records through a relation', async () => {
      const publicPage = await demo.as('public').list('authors')
      expect(publicPage.data.map((record) => record.name)).toEqual(['مكتبة النيل'])
      expect(await codeOf(demo.as('public').list('articles'))).toBe('not_found')
      // Article titles are not told to whom the articles are hidden.
      const taggings = await demo.as('reader').list('taggings', { sort: 'article' })
      expect(taggings.meta.titles).toEqual({})
      expect((await demo.as('public').list('authors')).meta.titles).toEqual({})
    })

    test('describes models without naming what the viewer may not know of', async () => {
      const told = JSON.stringify(describeModels(demo.core, { id: null, role: 'public' }))
      expect(told).toContain('"authors"')
      for (const hidden of ['articles', 'taggings', 'salary', 'mentor']) expect(told).not.toContain(hidden)
      const reader = describeModels(demo.core, { id: 'r', role: 'reader' }).find((model) => model.name === 'authors')
      expect(Object.keys(reader?.fields ?? {})).toEqual(['name', 'country', 'mentor'])
      expect(reader?.can).toEqual({ create: false, edit: false, remove: false })
    })

    test('reads, edits and removes a record with a key of two fields by one opaque id', async () => {
      const owner = demo.as('owner')
      const made = await owner.create('taggings', { article: 3, tag: 'new / %2F', weight: 5 })
      expect(made.meta.id).toMatch(/^[A-Za-z0-9_-]+$/)
      const edited = await owner.edit('taggings', made.meta.id, { values: { weight: 6 }, base: { weight: 5 } })
      expect(edited.data).toEqual({ article: 3, tag: 'new / %2F', weight: 6 })
      await owner.remove('taggings', made.meta.id, edited.meta.etag)
      expect(await codeOf(owner.read('taggings', made.meta.id))).toBe('not_found')
    })

    test('creates a record with its defaults and gives it back as stored', async () => {
      const made = await demo.as('owner').create('articles', {
        title: 'Everything',
        author: 1,
        words: 3,
        rating: 0.5,
        price: '12.5',
        isOpen: true,
        writtenOn: '2024-02-29',
        publishedAt: '2026-01-01T01:00:00+01:00',
        body: 'سطر',
        extras: { a: [1, null] },
        picture: 'AAEC',
      })
      expect(made.data).toMatchObject({
        status: 'draft',
        price: '12.50',
        isOpen: true,
        writtenOn: '2024-02-29',
        publishedAt: '2026-01-01T00:00:00.000Z',
        extras: { a: [1, null] },
        picture: 'AAEC',
      })
      expect((await demo.as('owner').read('articles', made.meta.id)).data).toEqual(made.data)
    })

    test('tells every problem of a draft at once and stores nothing', async () => {
      const before = (await demo.as('owner').list('articles')).meta.count
      const error = await errorOf(
        demo
          .as('owner')
          .create('articles', { title: 'x'.repeat(41), author: 99, status: 'lost', words: -1, nope: 1, id: 5 }),
      )
      expect(error.code).toBe('invalid')
      expect(error.details.problems?.map(({ pointer, code }) => `${pointer} ${code}`).sort()).toEqual([
        '/values/id read_only',
        '/values/nope unknown_field',
        '/values/status not_an_option',
        '/values/title too_long',
        '/values/words too_small',
      ])
      expect(await codeOf(demo.as('owner').create('articles', { title: 'A', author: 99 }))).toBe('invalid')
      expect((await demo.as('owner').list('articles')).meta.count).toBe(before)
    })

    test('names the field whose value another record has already', async () => {
      const error = await errorOf(demo.as('owner').create('authors', { name: 'Müller' }))
      expect(error.code).toBe('not_unique')
      expect(error.details.problems).toEqual([{ pointer: '/values/name', code: 'not_unique' }])
    })

    test('keeps edits of two people to different fields, and asks when they touch the same one', async () => {
      const [owner, editor] = [demo.as('owner'), demo.as('editor')]
      const seen = await owner.create('articles', { title: 'Shared', author: 1, words: 1 })
      await owner.edit('articles', seen.meta.id, { values: { title: 'Renamed' }, base: { title: 'Shared' } })
      const merged = await editor.edit('articles', seen.meta.id, { values: { words: 2 }, base: { words: 1 } })
      expect(merged.data).toMatchObject({ title: 'Renamed', words: 2 })
      const error = await errorOf(
        editor.edit('articles', seen.meta.id, {
          values: { title: 'Mine', words: 3 },
          base: { title: 'Shared', words: 2 },
        }),
      )
      expect(error.code).toBe('conflict')
      expect(error.details.conflict).toEqual({
        title: { base: 'Shared', theirs: 'Renamed', yours: 'Mine', at: '2026-11-21T06:50:00.000Z' },
      })
      expect((await owner.read('articles', seen.meta.id)).data.words).toBe(2)
    })

    test('lets exactly one of fifty equal edits through', async () => {
      const seen = await demo.as('owner').create('articles', { title: 'Counter', author: 1, words: 0 })
      const outcomes = await Promise.all(
        Array.from({ length: 50 }, (_, n) =>
          demo
            .as('owner')
            .edit('articles', seen.meta.id, { values: { words: n + 1 }, base: { words: 0 } })
            .then(
              () => 'written',
              (error: HaykalError) => error.code,
            ),
        ),
      )
      expect(outcomes.filter((outcome) => outcome === 'written')).toHaveLength(1)
      expect(outcomes.filter((outcome) => outcome === 'conflict')).toHaveLength(49)
    })

    test('asks for a base, and honours If-Match for the whole record', async () => {
      const owner = demo.as('owner')
      const seen = await owner.create('articles', { title: 'Strict', author: 1 })
      const { id, etag } = seen.meta
      expect(await codeOf(owner.edit('articles', id, { values: { words: 1 } }))).toBe('base_required')
      await owner.edit('articles', id, { values: { words: 1 }, base: { words: null }, ifMatch: etag })
      expect(
        await codeOf(owner.edit('articles', id, { values: { words: 2 }, base: { words: 1 }, ifMatch: etag })),
      ).toBe('conflict')
      expect(await codeOf(owner.remove('articles', id, etag))).toBe('conflict')
      await owner.remove('articles', id, '*')
    })

    test('asks the rule of the record as it is and as it would become', async () => {
      const editor = demo.as('editor')
      const made = await editor.create('articles', { title: 'Mine', author: 1 })
      expect(made.meta.can).toEqual({ edit: true, remove: true })
      expect(await codeOf(editor.create('articles', { title: 'Not mine', author: 1, status: 'published' }))).toBe(
        'not_allowed',
      )
      expect(
        await codeOf(
          editor.edit('articles', made.meta.id, { values: { status: 'withdrawn' }, base: { status: 'draft' } }),
        ),
      ).toBe('not_allowed')
      const published = await editor.edit('articles', made.meta.id, {
        values: { status: 'published' },
        base: { status: 'draft' },
      })
      expect(published.meta.can).toEqual({ edit: true, remove: false })
      expect(await codeOf(editor.remove('articles', made.meta.id, '*'))).toBe('not_allowed')
      expect(
        await codeOf(demo.as('reader').edit('articles', made.meta.id, { values: { words: 1 }, base: { words: null } })),
      ).toBe('not_allowed')
      expect(
        await codeOf(demo.as('public').edit('articles', made.meta.id, { values: { words: 1 }, base: { words: null } })),
      ).toBe('not_found')
    })

    test('refuses a hidden field in a write as one that does not exist', async () => {
      const { data } = await demo.as('owner').read('authors', '1')
      const readerLike = await errorOf(demo.as('reader').create('authors', { name: 'A', salary: '1.00' }))
      expect(readerLike.code).toBe('not_allowed')
      expect(data.salary).toBe('100.00')
    })

    test('does not remove a record that others point to', async () => {
      expect(await codeOf(demo.as('owner').remove('authors', '1', '*'))).toBe('still_referred_to')
    })

    test('answers a bad id as an unknown one', async () => {
      for (const id of ['', '0', 'x', '1.5', '1 ', '01', '9'.repeat(30), '-', '%2F', "1' or '1'='1"]) {
        expect(await codeOf(demo.as('owner').read('articles', id))).toBe('not_found')
        expect(await codeOf(demo.as('owner').read('taggings', id))).toBe('not_found')
      }
    })
  })
}
