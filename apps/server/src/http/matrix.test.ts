// The generated matrix: every route, role, model and field; what each door gives, against the rules worked out in memory.
import type { Boot, ViewsReply } from '@haykal/contract'
import type { Json } from '@haykal/model'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { done, openTestServer, type TestServer } from '../testing/test-server.ts'
import { project } from '../testing/wall-project/haykal.config.ts'
import { wallRecords } from '../testing/wall-project/haykal.server.ts'
import { leaksIn } from '../testing/wall-project/wall-leaks.ts'
import {
  fieldsOf,
  idOf,
  modelOf,
  rowsFor,
  visibleFields,
  type WallAct,
  wallRoles,
} from '../testing/wall-project/wall-truth.ts'

type Role = (typeof wallRoles)[number]

let server: TestServer
beforeAll(async () => {
  server = await openTestServer({ target: `${import.meta.dirname}/../testing/wall-project` })
  for (const name of names) await shareAll(name)
}, 60_000)
afterAll(async () => await server.close())

const names = project.models.map(({ name }) => name as string)
const modelsOfRoles = wallRoles.flatMap((role) => names.map((name) => ({ role, name })))

async function ask(role: Role, line: string, request: { headers?: { [name: string]: string }; body?: unknown } = {}) {
  const response = await server.ask(line, { as: role === 'public' ? 'signed out' : role, ...request })
  return { status: response.status, text: await response.text(), etag: response.headers.get('etag') ?? '' }
}

/** A view of every field and of what stands in each, shared with everyone who may read the model. */
async function shareAll(name: string): Promise<void> {
  const { data } = await done<{ data: { [field: string]: Json }[] }>(server, `GET /api/v1/${name}?limit=100`)
  const forms = [
    (filter: object) => filter,
    (filter: object) => ({ not: filter }),
    (filter: object) => ({ or: [filter, filter] }),
  ]
  const tests = (await testsOf(name, data)).map((filter, index) => forms[index % forms.length]?.(filter) ?? filter)
  const columns = fieldsOf(name).map((field) => ({ field }))
  const list = { filter: { and: tests.slice(0, 60) }, columns, sort: fieldsOf(name)[0] }
  await done(server, `POST /api/v1/${name}/-/views`, {
    body: { name: `All of ${name.length}`, list, sharedWith: 'everyone' },
  })
}

/** A test of each field, and through each relation of each field there, that the owner can make, with a value that stands there. */
async function testsOf(name: string, data: readonly { [field: string]: Json }[]) {
  const paths = Object.entries(modelOf(name).fields).flatMap(([field, { kind, ...options }]) => {
    const to = kind === 'relation' ? (options as unknown as { to: string }).to : undefined
    return to === undefined ? [field] : [field, ...fieldsOf(to).map((there) => `${field}.${there}`)]
  })
  const tests = paths.map((path) => {
    const value = data.map((row) => row[path]).find((each) => typeof each === 'string' || typeof each === 'number')
    return { [path]: value === undefined ? { isNull: false } : { eq: value } }
  })
  const isTaken = await Promise.all(
    tests.map(async (test) => {
      const filter = encodeURIComponent(JSON.stringify(test))
      return (await ask('owner', `GET /api/v1/${name}?filter=${filter}&limit=1`)).status === 200
    }),
  )
  return tests.filter((_, index) => isTaken[index])
}

describe('every route that reads', () => {
  const paths = () => server.app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path)

  it.each(wallRoles)('gives %s nothing that its rules do not', async (role) => {
    for (const path of paths()) {
      for (const line of fillings(path)) {
        const { status, text } = await ask(role, `GET ${line}`)
        expect(status, line).toBeLessThan(500)
        // What was asked for may be named in the answer: it told nothing.
        const answer = line.split('/').reduce((rest, part) => rest.replaceAll(`"${part}"`, '""'), text)
        expect(leaksIn(answer, role), `${role} GET ${line}`).toEqual([])
      }
    }
  })
})

/** The addresses of a route: with every model, record and field in its places. */
function fillings(path: string): string[] {
  if (!path.includes(':model')) return [path]
  return names.flatMap((name) => {
    const ofModel = path.replace(':model', name)
    if (!ofModel.includes(':id')) return [ofModel]
    const acts = ofModel.includes(':act') ? ['edit', 'remove'] : ['']
    const ofRecords = wallRecords(modelOf(name)).flatMap((row) =>
      acts.map((act) => ofModel.replace(':id', idOf(name, row)).replace(':act', act)),
    )
    return ofRecords.flatMap((each) =>
      each.includes(':field') ? fieldsOf(name).map((field) => each.replace(':field', field)) : [each],
    )
  })
}

describe.each(modelsOfRoles)('$name for $role', ({ role, name }) => {
  const seen = () => rowsFor(role, name).map((row) => idOf(name, row))

  it('lists exactly the records and fields of the rules', async () => {
    const { status, text } = await ask(role, `GET /api/v1/${name}?limit=100&count=exact`)
    if (visibleFields(role, name).length === 0) return expect(status).toBe(role === 'public' ? 401 : 404)
    const { data, meta } = JSON.parse(text) as { data: { [field: string]: Json }[]; meta: { count: number } }
    expect(data.map((row) => idOf(name, row)).toSorted()).toEqual(seen().toSorted())
    expect(meta.count).toBe(seen().length)
    const unasked = new Set(['json', 'bytes', 'longText', 'markdown'])
    const kindOf = (field: string) => modelOf(name).fields[field]?.kind ?? ''
    const shown = new Set(data.flatMap((row) => Object.keys(row)))
    for (const field of shown) expect(visibleFields(role, name), field).toContain(field)
    for (const field of visibleFields(role, name))
      if (data.length > 0 && !unasked.has(kindOf(field))) expect([...shown]).toContain(field)
  })

  it('gives each record to whom the list gives it, and to nobody else', async () => {
    const refused = role === 'public' ? 401 : 404
    for (const row of wallRecords(modelOf(name))) {
      const id = idOf(name, row)
      const { status } = await ask(role, `GET /api/v1/${name}/${id}`)
      expect(status, id).toBe(seen().includes(id) ? 200 : refused)
    }
  })

  it('says of every record why, as the rules are, and of those that are not seen nothing', async () => {
    const refused = role === 'public' ? 401 : 404
    for (const row of wallRecords(modelOf(name))) {
      const id = idOf(name, row)
      for (const act of ['edit', 'remove'] as const) {
        const { status, text } = await ask(role, `GET /api/v1/${name}/${id}/-/why/${act}`)
        expect(status, `${id} ${act}`).toBe(seen().includes(id) ? 200 : refused)
        if (status !== 200) continue
        const { explanation } = JSON.parse(text) as { explanation: { isAllowed: boolean } }
        const allowed = rowsFor(role, name, act).map((each) => idOf(name, each))
        expect({ id, act, isAllowed: explanation.isAllowed }).toEqual({ id, act, isAllowed: allowed.includes(id) })
      }
    }
  })

  it('answers what is hidden as what was never there, to every question', async () => {
    const hidden = fieldsOf(name).filter((field) => !visibleFields(role, name).includes(field))
    const questions = [
      ...operators.map((operator) => `filter[FIELD][${operator}]=1`),
      'sort=FIELD',
      'sort=-FIELD',
      'fields=FIELD',
    ]
    for (const field of hidden) {
      for (const question of questions) {
        const [asked, never] = [field, 'x'.repeat(field.length)].map((each) => question.replace('FIELD', each))
        const [one, other] = [
          await ask(role, `GET /api/v1/${name}?${asked}`),
          await ask(role, `GET /api/v1/${name}?${never}`),
        ]
        expect(alike(one, field), `${role} ${name}?${asked}`).toEqual(alike(other, 'x'.repeat(field.length)))
      }
    }
  })

  it('tells of a view what the role may see, and that it is not all', async () => {
    const { status, text } = await ask(role, `GET /api/v1/${name}/-/views`)
    if (role === 'public') return expect(status).toBe(401)
    if (visibleFields(role, name).length === 0) return expect(status).toBe(404)
    const { views } = JSON.parse(text) as ViewsReply
    expect(views.all).toHaveLength(1)
    const [view] = views.all
    const isHidden = (field: string) => !visibleFields(role, name).includes(field)
    expect(view?.list.columns?.map(({ field }) => field)).toEqual(visibleFields(role, name))
    if (role === 'owner') expect(view?.isPartial).toBeUndefined()
    if (fieldsOf(name).some(isHidden)) expect(view?.isPartial).toBe(true)
    // What is left can be asked, as it stands.
    const filter = view?.list.filter
    if (filter) {
      const { status: answered } = await ask(
        role,
        `GET /api/v1/${name}?filter=${encodeURIComponent(JSON.stringify(filter))}`,
      )
      expect(answered).toBe(200)
    }
    const boot = JSON.parse((await ask(role, 'GET /api/v1/-/boot')).text) as Boot
    expect(boot.views?.[name]).toEqual(views)
  })

  it('keeps no view of what the role may not see, hidden or never there', async () => {
    if (role === 'public') return
    const hidden = fieldsOf(name).filter((field) => !visibleFields(role, name).includes(field))
    for (const field of hidden) {
      const keep = async (asked: string) => {
        const lists = [{ sort: asked }, { columns: [{ field: asked }] }, { filter: { [asked]: { eq: 1 } } }]
        const answers = lists.map((list) => ask(role, `POST /api/v1/${name}/-/views`, { body: { name: 'x', list } }))
        return (await Promise.all(answers)).map((answer) => alike(answer, asked))
      }
      const answers = await keep(field)
      expect(answers, `${role} ${name}.${field}`).toEqual(await keep('x'.repeat(field.length)))
      expect(answers.map((answer) => (answer as { status: number }).status)).not.toContain(201)
    }
  })

  it('finds nothing by what stands in hidden places only', async () => {
    const values = wallRecords(modelOf(name)).flatMap((row) =>
      Object.entries(row).flatMap(([field, value]) => {
        const isSeen = seen().includes(idOf(name, row)) && visibleFields(role, name).includes(field)
        return typeof value === 'string' && value.startsWith('mk.') && !isSeen ? [value] : []
      }),
    )
    for (const value of visibleFields(role, name).length > 0 ? values : []) {
      const { text } = await ask(role, `GET /api/v1/${name}?q=${value}&count=exact`)
      expect(JSON.parse(text), value).toMatchObject({ data: [], meta: { count: 0 } })
    }
  })
})

const operators = [
  'eq',
  'ne',
  'gt',
  'gte',
  'lt',
  'lte',
  'in',
  'nin',
  'contains',
  'startsWith',
  'endsWith',
  'between',
  'isNull',
]

/** An answer without what must differ: the number of the request, and the word that was asked for. */
function alike({ status, text }: { status: number; text: string }, field: string): unknown {
  return { status, text: text.replace(/"requestId":"[^"]*"/, '').replaceAll(field, 'FIELD') }
}

/** Every field of another model that a relation leads to. */
const relationPaths = names.flatMap((name) =>
  Object.entries(modelOf(name).fields).flatMap(([field, definition]) => {
    const { to } = definition as unknown as { readonly to?: string }
    return to === undefined ? [] : fieldsOf(to).map((there) => ({ name, to, field, there }))
  }),
)

describe('over relations', () => {
  it.each(wallRoles)('%s reaches only what it may see of both ends', async (role) => {
    for (const { name, to, field, there } of relationPaths) {
      if (visibleFields(role, name).length === 0) continue
      const isSeen = visibleFields(role, name).includes(field) && visibleFields(role, to).includes(there)
      for (const question of [`filter[${field}.${there}][isNull]=true`, `sort=${field}.${there}`]) {
        const { status, text } = await ask(role, `GET /api/v1/${name}?${question}`)
        const isUnknown = text.includes('"unknown_field"')
        expect({ question, isUnknown }).toEqual({ question, isUnknown: !isSeen })
        if (!isSeen) expect(status).toBe(400)
      }
    }
  })
})

describe('through a relation', () => {
  it.each(wallRoles)('%s finds records by what they may see of the others, and by nothing else', async (role) => {
    for (const { name, to, field, there } of relationPaths) {
      const seen = [visibleFields(role, name).includes(field), visibleFields(role, to).includes(there)]
      if (seen.includes(false)) continue
      for (const target of wallRecords(modelOf(to))) {
        const value = target[there]
        if (typeof value !== 'string' || !value.startsWith('mk.')) continue
        const isTargetSeen = rowsFor(role, to).some((row) => idOf(to, row) === idOf(to, target))
        const expected = rowsFor(role, name).filter((row) => isTargetSeen && row[field] === target.id)
        const { text } = await ask(role, `GET /api/v1/${name}?filter[${field}.${there}][eq]=${value}&count=exact`)
        const { data, meta } = JSON.parse(text) as { data: { [field: string]: Json }[]; meta: { count: number } }
        const what = `${role} ${name}?${field}.${there}=${value}`
        expect(data.map((row) => idOf(name, row)).toSorted(), what).toEqual(
          expected.map((row) => idOf(name, row)).toSorted(),
        )
        expect(meta.count, what).toBe(expected.length)
      }
    }
  })
})

describe('every route that changes', () => {
  it.each(wallRoles.filter((role) => role !== 'owner'))('%s edits exactly the records of the rules', async (role) => {
    for (const name of names) {
      const allowed = rowsFor(role, name, 'edit').map((row) => idOf(name, row))
      const text = Object.entries(modelOf(name).fields).find(
        ([field, { kind }]) => kind === 'text' && visibleFields(role, name).includes(field),
      )?.[0]
      for (const row of text === undefined ? [] : wallRecords(modelOf(name))) {
        const [id, value] = [idOf(name, row), row[text as string] ?? null]
        const body = { values: { [text as string]: value }, base: { [text as string]: value } }
        const { status } = await ask(role, `PATCH /api/v1/${name}/${id}`, { body })
        expect({ role, name, id, isDone: status === 200 }).toEqual({ role, name, id, isDone: allowed.includes(id) })
      }
    }
  })

  it.each(wallRoles.filter((role) => role !== 'owner'))('%s removes nothing that the rules keep', async (role) => {
    for (const name of names) {
      const allowed = rowsFor(role, name, 'remove').map((row) => idOf(name, row))
      for (const row of wallRecords(modelOf(name)).filter((each) => !allowed.includes(idOf(name, each)))) {
        const id = idOf(name, row)
        const { status } = await ask(role, `DELETE /api/v1/${name}/${id}`, { headers: { 'If-Match': '*' } })
        expect([401, 403, 404], `${role} DELETE ${name}/${id}`).toContain(status)
      }
    }
  })

  it('leaves no trace of what was refused', async () => {
    for (const name of names) {
      const { text } = await ask('owner', `GET /api/v1/${name}?limit=100`)
      expect((JSON.parse(text) as { data: Json[] }).data).toHaveLength(wallRecords(modelOf(name)).length)
    }
  })

  it.each<WallAct>(['create'])('nobody without the right to %s makes a record', async () => {
    for (const { role, name } of modelsOfRoles.filter((each) => each.role === 'reader' || each.role === 'public')) {
      const { status } = await ask(role, `POST /api/v1/${name}`, { body: { values: {} } })
      expect([401, 403, 404], `${role} POST ${name}`).toContain(status)
    }
  })
})
