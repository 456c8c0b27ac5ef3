// Views over HTTP: who is told of which, how much of each, and what becomes of what somebody may not do with them.
import type { Boot, ModelViews, View, ViewsReply } from '@haykal/contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { done, type Identity, openTestServer, type TestServer } from '../testing/test-server.ts'

let server: TestServer
beforeEach(async () => {
  server = await openTestServer()
})
afterEach(async () => await server.close())

const authors = '/api/v1/authors/-/views'
const articles = '/api/v1/articles/-/views'
const list = {
  filter: { status: { eq: 'draft' } },
  sort: '-words',
  columns: [{ field: 'title', width: 240, pin: 'start' }],
}

async function keep(as: Identity, body: object, path = articles): Promise<View> {
  return (await done<{ view: View }>(server, `POST ${path}`, { as, body })).view
}
const told = async (as: Identity, path = articles) => (await done<ViewsReply>(server, `GET ${path}`, { as })).views.all
async function inBoot(as: Identity, model = 'articles'): Promise<ModelViews | undefined> {
  return (await done<Boot>(server, 'GET /api/v1/-/boot', { as })).views?.[model]
}
async function refusal(line: string, as: Identity, body?: unknown) {
  const response = await server.ask(line, { as, ...(body === undefined ? {} : { body }) })
  const text = await response.text()
  const { errors = [] } = text === '' ? {} : (JSON.parse(text) as { errors?: { pointer: string; code: string }[] })
  return [response.status, ...errors.map(({ pointer, code }) => `${pointer} ${code}`)]
}

describe('a view', () => {
  it('is kept as it was made, told in boot, changed on the base of what was seen, removed and brought back', async () => {
    const view = await keep('editor', { name: 'Drafts', list })
    expect(view).toEqual({ id: view.id, name: 'Drafts', list, isMine: true, canChange: true, sharedWith: [] })
    expect(await inBoot('editor')).toEqual({ all: [view] })
    const line = `${articles}/${view.id}`
    const values = { name: 'All drafts', list: { ...list, density: 'compact' } }
    const edited = await done<{ view: View }>(server, `PATCH ${line}`, {
      as: 'editor',
      body: { values, base: { name: 'Drafts', list } },
    })
    expect(edited.view).toMatchObject(values)
    expect(await refusal(`PATCH ${line}`, 'editor', { values: { list: {} }, base: { list } })).toEqual([412])
    await done(server, `DELETE ${line}`, { as: 'editor' })
    expect(await inBoot('editor')).toBeUndefined()
    expect(await refusal(`DELETE ${line}`, 'editor')).toEqual([404])
    await done(server, `POST ${line}/restore`, { as: 'editor' })
    expect(await told('editor')).toEqual([edited.view])
  })

  it('is nobody else’s, until it is shared: then with those who may read its model, signed in', async () => {
    const view = await keep('owner', { name: 'Mine', list })
    const line = `${articles}/${view.id}`
    const never = `${articles}/${'0'.repeat(32)}`
    for (const as of ['editor', 'reader'] as const) {
      expect(await told(as)).toEqual([])
      const body = { values: { name: 'x' }, base: { name: 'Mine' } }
      for (const [asked, sent] of [
        ['PATCH', body],
        ['DELETE', undefined],
      ] as const)
        expect(await refusal(`${asked} ${line}`, as, sent)).toEqual(await refusal(`${asked} ${never}`, as, sent))
      expect(await refusal(`POST ${line}/restore`, as)).toEqual([404])
    }
    await done(server, `PATCH ${line}`, { body: { values: { sharedWith: ['editor'] }, base: { sharedWith: [] } } })
    expect(await told('editor')).toEqual([{ id: view.id, name: 'Mine', list }])
    expect(await told('reader')).toEqual([])
    expect(await refusal(`DELETE ${line}`, 'editor')).toEqual([403])
    expect(await refusal(`GET ${articles}`, 'signed out')).toEqual([401])
    expect(JSON.stringify(await done<Boot>(server, 'GET /api/v1/-/boot', { as: 'signed out' }))).not.toContain('Mine')
  })

  it('tells nobody a field that they may not see, nor what it is compared with', async () => {
    const secret = {
      filter: {
        country: { eq: 'EG' },
        salary: { gt: '7000.55' },
        or: [{ salary: { lt: '1.11' } }, { name: { eq: 'x' } }],
      },
      sort: '-salary,name',
      columns: [{ field: 'salary' }, { field: 'name', width: 300 }],
    }
    const body = { name: 'Well paid', list: secret, sharedWith: 'everyone' }
    const view = await keep('owner', body, authors)
    expect(view.list).toEqual(secret)
    const left = { filter: { country: { eq: 'EG' } }, sort: 'name', columns: [{ field: 'name', width: 300 }] }
    for (const text of [
      JSON.stringify(await told('reader', authors)),
      JSON.stringify(await inBoot('reader', 'authors')),
      JSON.stringify(await done(server, 'GET /api/v1/-/boot', { as: 'reader' })),
    ]) {
      for (const word of ['salary', '7000.55', '1.11']) expect(text).not.toContain(word)
    }
    expect(await told('reader', authors)).toEqual([{ id: view.id, name: 'Well paid', list: left, isPartial: true }])
    expect((await told('editor', authors))[0]?.isPartial).toBeUndefined()
    // Whoever made it and may see less by now sees no more of it than others.
    const path = await keep('owner', {
      name: 'By path',
      list: { filter: { 'author.salary': { gt: '7000.55' } } },
      sharedWith: 'everyone',
    })
    expect(await told('reader')).toEqual([{ id: path.id, name: 'By path', list: {}, isPartial: true }])
  })

  it('opens the list of a role where an owner says so, and of a person where they say so', async () => {
    const view = await keep('owner', { name: 'For readers', list, sharedWith: ['reader', 'clerk'] })
    const line = `PATCH ${articles}/${view.id}`
    const body = { values: { defaultFor: ['reader'] }, base: { defaultFor: [] } }
    const { view: told } = await done<{ view: View }>(server, line, { body })
    expect(told).toMatchObject({ defaultFor: ['reader'], sharedWith: ['reader', 'clerk'] })
    expect(await inBoot('reader')).toEqual({ all: [{ id: view.id, name: 'For readers', list, isDefault: true }] })
    expect(JSON.stringify(await inBoot('reader'))).not.toContain('clerk')
    await done(server, `PATCH ${articles}`, { as: 'reader', body: { start: '-' } })
    expect((await inBoot('reader'))?.start).toBe('-')
    await done(server, `PATCH ${articles}`, { as: 'reader', body: { start: view.id } })
    expect((await inBoot('reader'))?.start).toBe(view.id)
    await done(server, `PATCH ${articles}/${view.id}`, {
      body: { values: { sharedWith: [] }, base: { sharedWith: ['reader', 'clerk'] } },
    })
    expect(await inBoot('reader')).toBeUndefined()
    expect((await inBoot('owner'))?.all[0]).not.toHaveProperty('defaultFor')
  })

  it('that names what is gone is told without it, and can be saved anew', async () => {
    const { auth } = server.state
    const editor = await auth.roster.find('editor@example.com')
    const asker = { id: editor?.id ?? '', role: 'editor' }
    const kept = {
      filter: { gone: { eq: 'lost value' }, words: { gt: 1 } },
      sort: 'gone',
      columns: [{ field: 'gone' }],
    }
    const damaged = ['text', { columns: [{ field: 'title' }], filter: { and: [{ gone: { eq: 1 } }] } }]
    for (const [index, list] of [kept, ...damaged].entries())
      await auth.views.create(asker, { model: 'articles', name: `${index}`, list, sharedWith: [], problems: [] })
    const [one, two, three] = await told('editor')
    expect(one).toMatchObject({ list: { filter: { words: { gt: 1 } } }, isPartial: true })
    expect(JSON.stringify(one)).not.toMatch(/gone|lost value/)
    expect(two).toMatchObject({ list: {} })
    expect(three).toMatchObject({ list: { columns: [{ field: 'title' }] }, isPartial: true })
    const body = { values: { list: { sort: 'title' } }, base: { list: one?.list } }
    const saved = await done<{ view: View }>(server, `PATCH ${articles}/${one?.id}`, { as: 'editor', body })
    expect(saved.view).toMatchObject({ list: { sort: 'title' } })
    expect(saved.view.isPartial).toBeUndefined()
  })

  it('stands where each person put it', async () => {
    const [one, two, three] = [
      await keep('editor', { name: 'One', list: {} }),
      await keep('editor', { name: 'Two', list: {} }),
      await keep('owner', { name: 'Three', list: {}, sharedWith: 'everyone' }),
    ]
    const order = [two.id, '0'.repeat(32), one.id]
    const { views } = await done<{ views: ModelViews }>(server, `PATCH ${articles}`, { as: 'editor', body: { order } })
    expect(views.all.map(({ id }) => id)).toEqual([two.id, one.id, three.id])
    expect((await told('owner')).map(({ id }) => id)).toEqual([three.id])
  })

  it('is shown to an owner who looks as somebody else as that person has it, and changed by none', async () => {
    await keep('editor', { name: 'Own', list: {} })
    await keep('owner', { name: 'Not theirs', list: {} })
    await keep('owner', { name: 'Of the role', list: {}, sharedWith: ['editor'] })
    await done(server, 'POST /api/v1/-/view-as', { body: { role: 'editor' } })
    expect((await told('owner')).map(({ name }) => name)).toEqual(['Of the role'])
    expect(await refusal(`POST ${articles}`, 'owner', { name: 'x', list: {} })).toEqual([403])
  })
})

describe('what cannot be a view', () => {
  it('is told with everything that is wrong', async () => {
    const wrong = {
      name: ' ',
      list: {
        filter: { nothing: { eq: 1 }, words: { like: 1 } },
        sort: 'nothing,body',
        columns: [{ field: 'title' }, { field: 'nothing' }, { field: 'title' }],
      },
      sharedWith: ['reader', 'nobody'],
    }
    const [status, ...problems] = await refusal(`POST ${articles}`, 'editor', wrong)
    expect(status).toBe(422)
    expect(problems).toEqual([
      '/name required',
      '/list/filter/nothing unknown_field',
      '/list/filter/words/like unknown_operator',
      '/list/sort unknown_field',
      ...(problems.includes('/list/sort not_sortable') ? ['/list/sort not_sortable'] : []),
      '/list/columns/1/field unknown_field',
      '/list/columns/2/field malformed',
      '/sharedWith/0 not_an_option',
      '/sharedWith/1 not_an_option',
    ])
  })

  it.each([
    ['no name', { list: {} }, '/name required'],
    ['a name that is none', { name: 5, list: {} }, '/name wrong_type'],
    ['an endless name', { name: 'x'.repeat(1_001), list: {} }, '/name too_long'],
    ['a list that is none', { name: 'x', list: [] }, '/list wrong_type'],
    ['what is not known', { name: 'x', list: { rows: 1 }, person: 'y' }, '/list/rows unknown_field'],
    [
      'a width of nothing',
      { name: 'x', list: { columns: [{ field: 'title', width: 1 }] } },
      '/list/columns/0/width too_small',
    ],
    [
      'half a pixel',
      { name: 'x', list: { columns: [{ field: 'title', width: 99.5 }] } },
      '/list/columns/0/width wrong_type',
    ],
    [
      'a side that is none',
      { name: 'x', list: { columns: [{ field: 'title', pin: 'left' }] } },
      '/list/columns/0/pin not_an_option',
    ],
    ['no columns', { name: 'x', list: { columns: [] } }, '/list/columns required'],
    ['another density', { name: 'x', list: { density: 'wide' } }, '/list/density not_an_option'],
  ])('is %s', async (_what, body, problem) => {
    expect(await refusal(`POST ${articles}`, 'editor', body)).toContain(problem)
  })

  it('is a list that is too large, or of a model that is not there for somebody', async () => {
    const values = Array.from({ length: 100 }, (_, index) => `${index}`.padStart(90, 'x'))
    const body = { name: 'x', list: { filter: { title: { in: values } } } }
    expect(await refusal(`POST ${articles}`, 'editor', body)).toEqual([422, '/list too_long'])
    for (const model of ['nothing', '__proto__', 'people', '%00'])
      expect(await refusal(`GET /api/v1/${model}/-/views`, 'editor')).toEqual([404])
    for (const id of ['__proto__', "1' or 1=1", 'x'.repeat(500), '\0'])
      expect(await refusal(`DELETE ${articles}/${encodeURIComponent(id)}`, 'owner')).toEqual([404])
    for (const body of [{ order: ['\0'] }, { order: 'x' }, { start: 'all' }, { start: 1 }, { first: '-' }])
      expect((await refusal(`PATCH ${articles}`, 'editor', body))[0]).toBe(400)
  })
})
