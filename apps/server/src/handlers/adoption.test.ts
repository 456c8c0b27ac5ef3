// What became of an adopted database and what its owner corrects, over HTTP: who may, what is refused, and that it counts at once.
import { join } from 'node:path'
import type { AdoptedModel, AdoptionReport, Boot, ProblemDocument } from '@haykal/contract'
import type { ModelCorrection } from '@haykal/model'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { foreignRead, foreignWrite, makeFolder, makeShop } from '../testing/foreign-file.ts'
import { type Identity, openTestServer, type TestServer } from '../testing/test-server.ts'

let folder: ReturnType<typeof makeFolder>
let file: string
let server: TestServer
beforeEach(async () => {
  folder = makeFolder()
  file = makeShop(join(folder.path, 'shop.sqlite'))
  foreignWrite(file, 'create view loud as select id, upper(name) as name from artists')
  server = await openTestServer({ target: file })
})
afterEach(async () => {
  await server.close()
  folder.remove()
})

const report = async () =>
  (await (await server.ask('GET /api/v1/-/adoption', { as: 'owner' })).json()) as AdoptionReport
const boot = async () => (await (await server.ask('GET /api/v1/-/boot', { as: 'owner' })).json()) as Boot
interface By {
  readonly base?: unknown
  readonly as?: Identity
}
const correct = (model: string, correction: unknown, { base = {}, as = 'owner' }: By = {}) =>
  server.ask(`PATCH /api/v1/${model}/-/guess`, { as, body: { correction, base } })
const arrange = (order: unknown, base: unknown = [], as: Identity = 'owner') =>
  server.ask('PATCH /api/v1/-/adoption', { as, body: { order, base } })
const guessOf = async (model: string) =>
  (await report()).models.find(({ definition }) => definition.name === model) as AdoptedModel
const bootModel = async (model: string) => (await boot()).models.find(({ name }) => name === model)

/** A correction that is wrong, and where. */
interface Wrong {
  readonly name: string
  readonly model: string
  readonly correction: unknown
  readonly problems: readonly (readonly [pointer: string, code: string])[]
}

describe('the report', () => {
  it('names every object, what it became, and what its fields could be instead', async () => {
    const { objects, models, order } = await report()
    expect(objects.map(({ name, model }) => [name, model])).toEqual(
      expect.arrayContaining([
        ['artists', 'artists'],
        ['loud', 'loud'],
      ]),
    )
    expect(models.map(({ correction }) => correction)).toEqual(models.map(() => ({})))
    expect(Object.keys(models.find(({ definition }) => definition.name === 'notes')?.alternatives ?? {})).toContain(
      'words',
    )
    expect(order).toEqual([])
  })

  it.each([
    ['editor', 403],
    ['reader', 403],
    ['signed out', 401],
    ['session ended', 401],
  ] as const)('and its corrections are not for a person who is %s', async (as, status) => {
    const answers = [
      await server.ask('GET /api/v1/-/adoption', { as }),
      await arrange(['notes'], [], as),
      await correct('artists', { label: 'Singer' }, { as }),
      await correct('nothing', {}, { as }),
    ]
    for (const answer of answers) {
      expect(answer.status).toBe(status)
      expect(await answer.text()).not.toMatch(/artists|alternatives/)
    }
    const told = await (await server.ask('GET /api/v1/-/boot', { as })).text()
    expect(told).not.toMatch(/canCorrect/)
    expect((await report()).order).toEqual([])
  })
})

describe('a correction', () => {
  it('counts at once, is kept with Haykal and not in the file, and changes the version', async () => {
    const before = await boot()
    const bytes = foreignRead(file, 'select count(*) as count from sqlite_schema')
    expect(before.canCorrect).toBe(true)
    const correction: ModelCorrection = {
      label: { en: 'Singer', ar: 'مغنٍّ' },
      plural: 'Singers',
      title: 'id',
      hidden: true,
      fields: { name: { label: 'Called', hidden: true } },
    }
    const answer = await correct('artists', correction)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ definition: { name: 'artists' }, correction })
    const after = await boot()
    expect(after.version).not.toBe(before.version)
    expect(after.models.find(({ name }) => name === 'artists')).toMatchObject({
      label: { en: 'Singer', ar: 'مغنٍّ' },
      title: 'id',
      hidden: true,
      fields: { name: { label: 'Called', hidden: true } },
    })
    const page = await (await server.ask('GET /api/v1/albums', { as: 'reader' })).json()
    expect(page).toMatchObject({ meta: { titles: { artists: { '1': '1' } } } })
    expect(foreignRead(file, 'select count(*) as count from sqlite_schema')).toEqual(bytes)
  })

  it('takes a field for another kind, and goes back to the guess', async () => {
    const { alternatives } = await guessOf('notes')
    const as = alternatives.words?.[0]
    const correction = { fields: { words: { as } } }
    expect((await correct('notes', correction)).status).toBe(200)
    expect((await bootModel('notes'))?.fields.words).toMatchObject({ kind: as?.kind })
    expect((await server.ask('GET /api/v1/notes', { as: 'reader' })).status).toBe(200)
    expect((await correct('notes', {}, { base: correction })).status).toBe(200)
    expect((await guessOf('notes')).correction).toEqual({})
  })

  it('gives a view the key that tells its rows apart', async () => {
    expect((await correct('loud', { key: ['id'] })).status).toBe(200)
    expect((await bootModel('loud'))?.key).toEqual(['id'])
    expect(await (await server.ask('GET /api/v1/loud/1', { as: 'reader' })).text()).toContain('FAIRUZ')
    expect((await correct('loud', { key: [] }, { base: { key: ['id'] } })).status).toBe(200)
    expect(await bootModel('loud')).toMatchObject({ key: [], closed: 'view' })
    expect((await server.ask('GET /api/v1/loud', { as: 'reader' })).status).toBe(200)
  })

  it('is refused with 412 when somebody corrected it meanwhile', async () => {
    expect((await correct('artists', { label: 'Singer' })).status).toBe(200)
    const refused = await correct('artists', { label: 'Band' })
    expect({ status: refused.status, problem: await refused.json() }).toMatchObject({
      status: 412,
      problem: {
        code: 'conflict',
        conflict: { correction: { base: {}, theirs: { label: 'Singer' }, yours: { label: 'Band' } } },
      },
    })
    expect((await guessOf('artists')).correction).toEqual({ label: 'Singer' })
  })

  it('of two at the same moment counts once', async () => {
    const answers = await Promise.all([correct('artists', { label: 'One' }), correct('artists', { label: 'Two' })])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
  })

  const long = 'x'.repeat(201)
  it.each<Wrong>([
    {
      name: 'labels',
      model: 'artists',
      correction: { label: long, plural: { en: ' ', fr: 'a', ar: long } },
      problems: [
        ['/correction/label', 'too_long'],
        ['/correction/plural/en', 'required'],
        ['/correction/plural/fr', 'not_an_option'],
        ['/correction/plural/ar', 'too_long'],
      ],
    },
    {
      name: 'labels that are none',
      model: 'artists',
      correction: { label: '', plural: {}, fields: { name: { label: 'a\0b' } } },
      problems: [
        ['/correction/label', 'required'],
        ['/correction/plural', 'required'],
        ['/correction/fields/name/label', 'malformed'],
      ],
    },
    {
      name: 'names',
      model: 'artists',
      correction: { title: 'nothing', fields: { nothing: { hidden: true }, constructor: { label: 'x' } } },
      problems: [
        ['/correction/title', 'unknown_field'],
        ['/correction/fields/nothing', 'unknown_field'],
        ['/correction/fields/constructor', 'unknown_field'],
      ],
    },
    {
      name: 'the key of a table',
      model: 'artists',
      correction: { key: ['name'] },
      problems: [['/correction/key', 'read_only']],
    },
    {
      name: 'keys',
      model: 'loud',
      correction: { key: ['id', 'nothing', 'id'] },
      problems: [
        ['/correction/key/1', 'unknown_field'],
        ['/correction/key/2', 'not_unique'],
      ],
    },
    {
      name: 'kinds',
      model: 'artists',
      correction: { fields: { name: { as: { kind: 'bytes' } }, id: { as: { kind: 'nothing', to: 'x' } } } },
      problems: [
        ['/correction/fields/name/as', 'not_an_option'],
        ['/correction/fields/id/as', 'not_an_option'],
      ],
    },
  ])('of wrong $name is refused with every problem at once', async ({ model, correction, problems }) => {
    const refused = await correct(model, correction)
    const problem = (await refused.json()) as ProblemDocument
    expect({ status: refused.status, code: problem.code }).toEqual({ status: 422, code: 'invalid' })
    expect(problem.errors?.map(({ pointer, code }) => [pointer, code])).toEqual(problems)
    expect((await guessOf(model)).correction).toEqual({})
  })

  it.each([
    ['nothing', undefined],
    ['a list', []],
    ['no base', { correction: {} }],
    ['an unknown key', { correction: { colour: 'red' }, base: {} }],
    ['a table', { correction: { table: 'x' }, base: {} }],
    ['a label that is a number', { correction: { label: 1 }, base: {} }],
    ['a kind without a name', { correction: { fields: { name: { as: {} } } }, base: {} }],
    ['a key that is a text', { correction: { key: 'id' }, base: {} }],
    ['a prototype', '{"correction":{"fields":{"__proto__":{"hidden":true}}},"base":{}}'],
    ['too much', { correction: { key: Array.from({ length: 200 }, () => 'id') }, base: {} }],
  ])('that is %s is not understood', async (_name, body) => {
    const refused = await server.ask('PATCH /api/v1/artists/-/guess', { as: 'owner', body })
    expect(refused.status).toBe(400)
  })

  it('of a model that there is not is not found', async () => {
    for (const name of ['nothing', 'haykal_history', '__proto__', 'constructor'])
      expect((await correct(name, { label: 'x' })).status).toBe(404)
  })

  it('outlives the columns that it names, and counts again when they are back', async () => {
    const correction = { title: 'name', label: 'Singer', fields: { name: { label: 'Called' } } }
    await correct('artists', correction)
    foreignWrite(file, 'drop view loud; alter table artists rename column name to title')
    expect(await bootModel('artists')).toMatchObject({ label: 'Singer' })
    expect((await guessOf('artists')).correction).toEqual(correction)
    foreignWrite(file, 'alter table artists rename column title to name')
    expect(await bootModel('artists')).toMatchObject({ title: 'name', fields: { name: { label: 'Called' } } })
  })
})

describe('the order of the models', () => {
  it('is as an owner puts it, the others after', async () => {
    const guessed = (await boot()).models.map(({ name }) => name)
    const before = await boot()
    const answer = await arrange(['notes', 'albums'])
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ order: ['notes', 'albums'] })
    const others = guessed.filter((name) => name !== 'notes' && name !== 'albums')
    expect((await boot()).models.map(({ name }) => name)).toEqual(['notes', 'albums', ...others])
    expect((await boot()).version).not.toBe(before.version)
    expect((await arrange([], ['notes', 'albums'])).status).toBe(200)
    expect((await boot()).models.map(({ name }) => name)).toEqual(guessed)
  })

  it('names models that there are, each once, and is based on the one that is kept', async () => {
    const wrong = await arrange(['notes', 'nothing', 'notes'])
    expect({ status: wrong.status, problem: await wrong.json() }).toMatchObject({
      status: 422,
      problem: {
        errors: [
          { pointer: '/order/1', code: 'not_an_option' },
          { pointer: '/order/2', code: 'not_unique' },
        ],
      },
    })
    expect((await arrange(['notes'])).status).toBe(200)
    expect((await arrange(['albums'])).status).toBe(412)
    expect((await arrange('notes')).status).toBe(400)
    expect((await report()).order).toEqual(['notes'])
  })
})

describe('a project', () => {
  let project: TestServer
  beforeAll(async () => {
    project = await openTestServer()
  })
  afterAll(async () => {
    await project.close()
  })

  it('was not guessed, so there is nothing to report and nothing to correct', async () => {
    const requests: [string, unknown][] = [
      ['GET /api/v1/-/adoption', undefined],
      ['PATCH /api/v1/-/adoption', { order: [], base: [] }],
      ['PATCH /api/v1/articles/-/guess', { correction: {}, base: {} }],
    ]
    for (const [line, body] of requests) expect((await project.ask(line, { as: 'owner', body })).status).toBe(404)
    expect(await (await project.ask('GET /api/v1/-/boot', { as: 'owner' })).text()).not.toContain('canCorrect')
    expect(await (await project.ask('GET /api/v1/-/openapi.json', { as: 'owner' })).text()).not.toContain('adoption')
  })
})
