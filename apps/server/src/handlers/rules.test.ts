// What an owner says of who may do what with an adopted database, over HTTP: who may, what is refused, and that it holds at once.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createSettings } from '@haykal/auth'
import type { AdoptionReport, Boot, ModelRulesReport, ProblemDocument, RuleEffects } from '@haykal/contract'
import { openDatabase } from '@haykal/database'
import { openRecords } from '@haykal/records'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { keepAdopted } from '../adopted/adopted-database.ts'
import { lookAt } from '../adopted/held-database.ts'
import { foreignWrite, makeFolder } from '../testing/foreign-file.ts'
import { type Identity, openTestServer, type TestServer } from '../testing/test-server.ts'

let folder: ReturnType<typeof makeFolder>
let file: string
let server: TestServer
beforeEach(async () => {
  folder = makeFolder()
  file = join(folder.path, 'clinic.sqlite')
  foreignWrite(
    file,
    `create table wards (id integer primary key, name text not null, city text not null);
     create table patients (id integer primary key, name text not null, disease text, age integer, ward integer references wards (id));
     create table visits (id integer primary key, patient integer not null references patients (id), cost integer);
     insert into wards values (1, 'North', 'Cairo'), (2, 'South', 'Aswan');
     insert into patients values (1, 'Amal', 'measles', 30, 1), (2, 'Bashir', 'mumps', 61, 2), (3, 'Carmen', 'cholera', 45, null);
     insert into visits values (1, 1, 10), (2, 2, 20), (3, 3, 30);`,
  )
  server = await openTestServer({ target: file })
})
afterEach(async () => {
  await server.close()
  folder.remove()
})

interface By {
  readonly base?: unknown
  readonly as?: Identity
}
const save = (model: string, rules: unknown, { base = {}, as = 'owner' }: By = {}) =>
  server.ask(`PATCH /api/v1/${model}/-/rules`, { as, body: { rules, base } })
const attempt = (model: string, rules: unknown, as: Identity = 'owner') =>
  server.ask(`POST /api/v1/${model}/-/rules/try`, { as, body: { rules } })
const rulesOf = async (model: string) =>
  (await (await server.ask(`GET /api/v1/${model}/-/rules`, { as: 'owner' })).json()) as ModelRulesReport
const report = async () =>
  (await (await server.ask('GET /api/v1/-/adoption', { as: 'owner' })).json()) as AdoptionReport
const read = async (path: string, as: Identity = 'reader') => {
  const response = await server.ask(`GET /api/v1/${path}`, { as })
  return { status: response.status, text: await response.text() }
}
const names = async (as: Identity = 'reader') =>
  [...(await read('patients?sort=name', as)).text.matchAll(/"name":"(\w+)"/g)].map(([, name]) => name)
const bytes = () => createHash('sha256').update(readFileSync(file)).digest('hex')

describe('rules', () => {
  it.each([
    ['editor', 403],
    ['reader', 403],
    ['signed out', 401],
    ['session ended', 401],
  ] as const)('are not to be seen, said or tried by a person who is %s', async (as, status) => {
    await save('patients', { reader: { read: { disease: { eq: 'measles' } }, hide: ['age'] } })
    const answers = [
      await server.ask('GET /api/v1/patients/-/rules', { as }),
      await save('patients', {}, { as, base: { reader: { read: { disease: { eq: 'measles' } }, hide: ['age'] } } }),
      await save('patients', { [as]: { read: true } }, { as }),
      await attempt('patients', {}, as),
      await attempt('nothing', {}, as),
    ]
    for (const answer of answers) {
      expect(answer.status).toBe(status)
      expect(await answer.text()).not.toMatch(/measles|disease|age"|patients/)
    }
    expect(await names()).toEqual(['Amal'])
  })

  it('hold from the next request on, in a session that is open, and leave the file as it was', async () => {
    const before = bytes()
    expect(await names()).toEqual(['Amal', 'Bashir', 'Carmen'])
    const said = { reader: { read: { age: { gt: 40 } }, hide: ['disease'] } }
    const answer = await save('patients', said)
    expect({ status: answer.status, reply: await answer.json() }).toEqual({
      status: 200,
      reply: { model: 'patients', rules: said, troubles: [] },
    })
    expect(await names()).toEqual(['Bashir', 'Carmen'])
    expect(await names('editor')).toEqual(['Amal', 'Bashir', 'Carmen'])
    expect(await names('owner')).toEqual(['Amal', 'Bashir', 'Carmen'])
    expect((await read('patients/1')).status).toBe(404)
    expect((await read('patients/2')).text).not.toMatch(/disease|mumps/)
    expect(await rulesOf('patients')).toMatchObject({ rules: said })
    expect((await report()).ruled).toEqual(['patients'])
    expect((await save('patients', {}, { base: said })).status).toBe(200)
    expect(await names()).toEqual(['Amal', 'Bashir', 'Carmen'])
    expect((await report()).ruled).toEqual([])
    expect(bytes()).toBe(before)
  })

  it('hide a field at every door: shown, filtered, sorted, searched, by relation, as a title, in boot and in the document', async () => {
    const hide = ['disease', 'name']
    expect((await save('patients', { reader: { read: true, hide } })).status).toBe(200)
    const asked = (text: string) => text.replaceAll('x'.repeat(7), 'disease')
    for (const question of ['sort=disease', 'filter[disease][eq]=mumps', 'fields=disease', 'sort=-disease']) {
      const [hidden, never] = [
        await read(`patients?${question}`),
        await read(`patients?${question.replace('disease', 'xxxxxxx')}`),
      ]
      expect(hidden.status, question).toBe(400)
      expect(hidden.text.replace(/"requestId":"[^"]*"/, '')).toBe(asked(never.text).replace(/"requestId":"[^"]*"/, ''))
    }
    const answers = [
      await read('patients'),
      await read('patients/2'),
      await read('visits'),
      await read('visits/2'),
      await read('visits?q=Bashir'),
      await read('patients?q=mumps'),
      await read('visits?sort=patient'),
    ]
    for (const { status, text } of answers) {
      expect(status).toBe(200)
      expect(text).not.toMatch(/disease|mumps|Bashir|Amal/)
    }
    expect(JSON.parse((await read('patients?q=mumps&count=exact')).text)).toMatchObject({
      data: [],
      meta: { count: 0 },
    })
    expect((await read('visits?filter[patient.disease][eq]=mumps')).status).toBe(400)
    expect((await read('-/boot')).text).not.toContain('disease')
    expect((await read('-/openapi.json')).text).not.toContain('disease')
    expect((await read('patients', 'editor')).text).toContain('mumps')
  })

  it('close a model to a role altogether: it is not there, and relations to it are mere numbers', async () => {
    expect((await save('patients', { reader: { read: false } })).status).toBe(200)
    const plain = async (path: string) => (await read(path)).text.replace(/"requestId":"[^"]*"/, '')
    expect(await plain('patients')).toBe(await plain('nothing'))
    expect((await read('patients/1')).status).toBe(404)
    expect((await read('visits')).text).not.toMatch(/Amal|"patients"/)
    expect((await read('visits?filter[patient.name][eq]=Amal')).status).toBe(400)
    expect((await read('-/boot')).text).not.toContain('patients')
  })

  it('say through relations and by who somebody is which records there are', async () => {
    expect((await save('patients', { reader: { read: { 'ward.city': { eq: 'Cairo' } } } })).status).toBe(200)
    expect(await names()).toEqual(['Amal'])
    const mine = { reader: { read: { name: { eq: '$me.name' } } } }
    const base = { reader: { read: { 'ward.city': { eq: 'Cairo' } } } }
    expect((await save('patients', mine, { base })).status).toBe(200)
    expect(await names()).toEqual([])
    foreignWrite(file, "update patients set name = 'The reader' where id = 2")
    const { status, text } = await read('patients')
    expect({ status, ids: [...text.matchAll(/"id":(\d)/g)].map(([, id]) => id) }).toEqual({ status: 200, ids: ['2'] })
  })

  it('let only some records be edited, created and removed, once the model is unlocked, and some fields only be seen', async () => {
    const said = {
      editor: {
        read: true,
        create: { age: { lt: 50 } },
        edit: { age: { lt: 50 } },
        remove: false,
        readOnly: ['disease'],
      },
      reader: { read: true, edit: { age: { gt: 60 } } },
    }
    expect((await save('patients', said)).status).toBe(200)
    const edit = (id: number, values: object, { base, as = 'editor' }: { base: object; as?: Identity }) =>
      server.ask(`PATCH /api/v1/patients/${id}`, { as, body: { values, base } })
    expect((await edit(1, { name: 'Amani' }, { base: { name: 'Amal' } })).status).toBe(409)
    expect((await server.ask('POST /api/v1/patients/-/unlock', { as: 'owner' })).status).toBe(200)
    const answers = [
      await edit(1, { name: 'Amani' }, { base: { name: 'Amal' } }),
      await edit(2, { name: 'Basim' }, { base: { name: 'Bashir' } }),
      await edit(1, { age: 70 }, { base: { age: 30 } }),
      await edit(1, { disease: 'none' }, { base: { disease: 'measles' } }),
      await edit(2, { name: 'Basim' }, { base: { name: 'Bashir' }, as: 'reader' }),
      await edit(1, { name: 'Amina' }, { base: { name: 'Amani' }, as: 'reader' }),
      await server.ask('POST /api/v1/patients', { as: 'editor', body: { values: { name: 'Dina', age: 20 } } }),
      await server.ask('POST /api/v1/patients', { as: 'editor', body: { values: { name: 'Emad', age: 80 } } }),
      await server.ask('DELETE /api/v1/patients/1', { as: 'editor', headers: { 'If-Match': '*' } }),
      await server.ask('DELETE /api/v1/patients/1', { as: 'reader', headers: { 'If-Match': '*' } }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 403, 403, 422, 200, 403, 201, 403, 403, 403])
    expect(await names('owner')).toEqual(['Amani', 'Basim', 'Carmen', 'Dina'])
    expect((await server.ask('DELETE /api/v1/patients/4', { as: 'owner', headers: { 'If-Match': '*' } })).status).toBe(
      200,
    )
  })

  it('are refused with every mistake at once, by role, act and field, and then change nothing', async () => {
    const refused = await save('patients', {
      reader: {
        read: { nothing: { eq: 1 }, age: { like: 3, gt: 'many' }, 'ward.nowhere': { eq: 'x' } },
        hide: ['id', 'gone'],
        readOnly: ['gone'],
      },
      editor: { read: {}, edit: { name: { eq: '$me.town' } }, create: { or: [] } },
    })
    const problem = (await refused.json()) as ProblemDocument
    expect({ status: refused.status, code: problem.code }).toEqual({ status: 422, code: 'invalid' })
    expect(problem.errors?.map(({ pointer, code }) => `${pointer} ${code}`).toSorted()).toEqual([
      '/rules/editor/create/or required',
      '/rules/editor/edit/name/eq unknown_field',
      '/rules/editor/read required',
      '/rules/reader/hide/0 read_only',
      '/rules/reader/hide/1 unknown_field',
      '/rules/reader/read/age/gt bad_number',
      '/rules/reader/read/age/like unknown_operator',
      '/rules/reader/read/nothing unknown_field',
      '/rules/reader/read/ward.nowhere unknown_field',
      '/rules/reader/readOnly/0 unknown_field',
    ])
    expect((await attempt('patients', { reader: { read: { nothing: { eq: 1 } } } })).status).toBe(422)
    expect(await rulesOf('patients')).toEqual({ model: 'patients', rules: {}, troubles: [] })
    expect(await names()).toEqual(['Amal', 'Bashir', 'Carmen'])
  })

  it.each([
    ['nothing', undefined],
    ['no base', { rules: {} }],
    ['rules of owners', { rules: { owner: { read: false } }, base: {} }],
    ['rules of strangers', { rules: { public: { read: true } }, base: {} }],
    ['an act that there is not', { rules: { reader: { burn: true } }, base: {} }],
    ['a permission that is a text', { rules: { reader: { read: 'all' } }, base: {} }],
    ['fields that are no list', { rules: { reader: { hide: 'age' } }, base: {} }],
    ['a prototype', '{"rules":{"__proto__":{"read":true}},"base":{}}'],
  ])('that are %s are not understood', async (_name, body) => {
    const refused = await server.ask('PATCH /api/v1/patients/-/rules', { as: 'owner', body })
    expect(refused.status).toBe(400)
    expect(await names('owner')).toHaveLength(3)
  })

  it('of a filter that is too large are refused, not asked', async () => {
    const wide = { or: Array.from({ length: 2_000 }, (_, age) => ({ age: { eq: age } })) }
    expect((await save('patients', { reader: { read: wide } })).status).toBe(422)
  })

  it('of a model that there is not are not found', async () => {
    for (const name of ['nothing', 'haykal_history', '__proto__', 'constructor']) {
      expect((await server.ask(`GET /api/v1/${name}/-/rules`, { as: 'owner' })).status).toBe(404)
      for (const rules of [{}, { reader: { read: true } }]) {
        expect((await save(name, rules)).status).toBe(404)
        expect((await attempt(name, rules)).status).toBe(404)
      }
    }
  })

  it('are refused with 412 when somebody said others meanwhile, and of two at once one is kept', async () => {
    const answers = await Promise.all([
      save('patients', { reader: { read: false } }),
      save('patients', { reader: { read: true, hide: ['age'] } }),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412])
    const { rules } = await rulesOf('patients')
    const late = await save('patients', { reader: { read: true } })
    expect({ status: late.status, problem: await late.json() }).toMatchObject({
      status: 412,
      problem: { code: 'conflict', conflict: { rules: { base: {}, theirs: rules } } },
    })
    expect(await rulesOf('patients')).toMatchObject({ rules })
  })

  it('cannot be said by an owner who looks as somebody else, nor does looking go around them', async () => {
    expect((await save('patients', { reader: { read: { age: { gt: 60 } } } })).status).toBe(200)
    expect((await server.ask('POST /api/v1/-/view-as', { as: 'owner', body: { role: 'reader' } })).status).toBe(204)
    expect(await names('owner')).toEqual(['Bashir'])
    expect((await save('patients', {}, { base: { reader: { read: { age: { gt: 60 } } } } })).status).toBe(403)
    expect((await server.ask('GET /api/v1/patients/-/rules', { as: 'owner' })).status).toBe(403)
    await server.ask('DELETE /api/v1/-/viewing', { as: 'owner' })
    expect(await names('owner')).toHaveLength(3)
  })
})

describe('rules that are said in another process', () => {
  it('hold here within a second', async () => {
    expect(await names()).toHaveLength(3)
    const other = await openDatabase(join(server.folder, 'data', 'haykal.sqlite'))
    const said = { byModel: { patients: { reader: { read: { age: { gt: 60 } } } } }, known: ['patients'] }
    await createSettings(other).change('rules', () => said)
    await new Promise((resolve) => setTimeout(resolve, 600))
    expect(await names()).toEqual(['Bashir'])
    await createSettings(other).change('rules', () => ({ byModel: {}, known: [] }))
    await other.close()
    await new Promise((resolve) => setTimeout(resolve, 600))
    expect(await names()).toHaveLength(3)
  })
})

describe('a rule that can no longer be understood', () => {
  const closed = async (as: Identity = 'reader') => (await read('patients', as)).status

  it('closes its model to its role alone, tells the owner why, and holds again when all is back', async () => {
    const said = { reader: { read: { disease: { ne: 'mumps' } }, hide: ['age'] } }
    await save('patients', said)
    foreignWrite(file, 'alter table patients rename column disease to diagnosis')
    expect(await closed()).toBe(404)
    expect((await read('visits')).text).not.toMatch(/Amal|Bashir/)
    expect(await closed('editor')).toBe(200)
    expect(await closed('owner')).toBe(200)
    const trouble = {
      model: 'patients',
      role: 'reader',
      reason: 'broken',
      problems: [{ pointer: '/read/disease', code: 'unknown_field' }],
    }
    expect(await rulesOf('patients')).toEqual({ model: 'patients', rules: said, troubles: [trouble] })
    expect((await report()).ruleTroubles).toEqual([trouble])
    foreignWrite(file, 'alter table patients rename column diagnosis to disease')
    expect(await names()).toEqual(['Amal', 'Carmen'])
    expect((await report()).ruleTroubles).toEqual([])
  })

  it('because a hidden column has another name does not show it under that name', async () => {
    await save('patients', { reader: { read: true, hide: ['disease'] } })
    foreignWrite(file, 'alter table patients rename column disease to diagnosis')
    const { status, text } = await read('patients')
    expect(status).toBe(404)
    expect(text).not.toMatch(/mumps|diagnosis/)
    expect((await read('-/boot')).text).not.toContain('diagnosis')
  })

  it('because it leads over a relation that is gone closes its model too', async () => {
    await save('patients', { reader: { read: { 'ward.city': { eq: 'Cairo' } } } })
    foreignWrite(file, 'alter table patients drop column ward')
    expect(await closed()).toBe(404)
  })

  it('because its table has another name closes what came in its place, until the owner says what holds there', async () => {
    const said = { reader: { read: { age: { gt: 60 } } } }
    await save('patients', said)
    foreignWrite(file, 'alter table patients rename to people; create table stock (id integer primary key, what text)')
    expect((await read('people')).status).toBe(404)
    expect((await read('stock')).status).toBe(404)
    expect((await read('wards')).status).toBe(200)
    expect((await read('people', 'editor')).status).toBe(200)
    const troubles = (await report()).ruleTroubles.map(({ model, reason }) => `${model} ${reason}`)
    expect(troubles.toSorted()).toEqual(['patients gone', 'people new', 'stock new'])
    expect((await save('stock', {})).status).toBe(200)
    expect((await read('stock')).status).toBe(200)
    expect((await read('people')).status).toBe(404)
    expect((await save('people', { reader: { read: { age: { gt: 60 } } } })).status).toBe(200)
    expect((await read('people')).text).toContain('Bashir')
    expect((await read('people')).text).not.toContain('Amal')
    expect((await save('patients', { reader: { read: true } }, { base: said })).status).toBe(404)
    expect((await save('patients', {}, { base: said })).status).toBe(200)
    expect((await report()).ruleTroubles).toEqual([])
  })

  it('holds from the first request on after a start', async () => {
    await save('patients', { reader: { read: { age: { gt: 60 } } } })
    const first = await lookAt(await openDatabase(file, { isReadOnly: true, mustExist: true }))
    const begun = await keepAdopted({
      address: file,
      auth: server.state.auth,
      folder: server.folder,
      first,
      limits: {},
    })
    const { data } = await openRecords(begun.held.core, { id: null, role: 'reader' }).list('patients')
    expect(data.map(({ name }) => name)).toEqual(['Bashir'])
    await begun.close()
  })

  it('because what is kept is damaged lets nobody in', async () => {
    await server.state.auth.settings.change('rules', () => ({ byModel: { patients: 'everything' } }))
    await new Promise((resolve) => setTimeout(resolve, 600))
    const { status, text } = await read('patients')
    expect(status).toBe(500)
    expect(text).not.toMatch(/Amal|damaged/)
  })
})

describe('trying rules', () => {
  const effects = async (model: string, rules: unknown) => {
    const answer = await attempt(model, rules)
    expect(answer.status).toBe(200)
    const { editor, reader } = (await answer.json()) as RuleEffects
    const told = (all: RuleEffects['reader']) =>
      all.map(({ person, before, after, gains, loses }) =>
        [person ?? 'all', before.count, after.count, gains.count, loses.count].join(' '),
      )
    return { editor: told(editor), reader: told(reader) }
  }

  it('tells how many records each role sees before and after, and changes nothing', async () => {
    await save('patients', { reader: { read: { age: { gt: 40 } } } })
    expect(await effects('patients', { reader: { read: { age: { lt: 50 } } }, editor: { read: false } })).toEqual({
      editor: ['all 3 0 0 3'],
      reader: ['all 2 2 1 1'],
    })
    expect(await effects('patients', {})).toEqual({ editor: ['all 3 3 0 0'], reader: ['all 2 3 1 0'] })
    // A patient without a ward is in no city: nobody loses or gains them twice.
    expect(await effects('patients', { reader: { read: { not: { 'ward.city': { eq: 'Cairo' } } } } })).toEqual({
      editor: ['all 3 3 0 0'],
      reader: ['all 2 2 0 0'],
    })
    expect(await names()).toEqual(['Bashir', 'Carmen'])
    expect((await rulesOf('patients')).rules).toEqual({ reader: { read: { age: { gt: 40 } } } })
  })

  it('names people where a rule is another one for everybody', async () => {
    foreignWrite(file, "update patients set name = 'The reader' where id = 2")
    expect(await effects('patients', { reader: { read: { name: { eq: '$me.name' } } } })).toEqual({
      editor: ['all 3 3 0 0'],
      reader: ['The reader 3 1 0 2'],
    })
  })

  it('counts to ten thousand and says that there are more', async () => {
    foreignWrite(
      file,
      `with recursive n(i) as (select 100 union all select i + 1 from n where i < 10200)
       insert into patients (id, name, age) select i, 'P' || i, i % 2 from n`,
    )
    const answer = await attempt('patients', { reader: { read: { age: { eq: 1 } } } })
    expect(await answer.json()).toMatchObject({
      all: { count: 10_000, countKind: 'bounded' },
      editor: [{ before: { count: 10_000, countKind: 'bounded' }, gains: { count: 0 }, loses: { count: 0 } }],
      reader: [
        {
          before: { count: 10_000, countKind: 'bounded' },
          after: { count: 5050, countKind: 'exact' },
          gains: { count: 0, countKind: 'exact' },
          loses: { count: 5054, countKind: 'exact' },
        },
      ],
    })
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

  it('says its rules in its code: there is nothing to see and nothing to say', async () => {
    const requests: [string, unknown][] = [
      ['GET /api/v1/articles/-/rules', undefined],
      ['PATCH /api/v1/articles/-/rules', { rules: {}, base: {} }],
      ['POST /api/v1/articles/-/rules/try', { rules: {} }],
    ]
    for (const [line, body] of requests) expect((await project.ask(line, { as: 'owner', body })).status).toBe(404)
    const told = await (await project.ask('GET /api/v1/-/boot', { as: 'owner' })).json()
    expect((told as Boot).canCorrect).toBeUndefined()
  })
})
