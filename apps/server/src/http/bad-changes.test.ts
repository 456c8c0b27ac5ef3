// What can go wrong with a change: refused with all that is wrong at once, never a 5xx, and then nothing at all is written.
import type { ProblemDocument } from '@haykal/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everythingIn } from '../testing/everything-in.ts'
import { refusal } from '../testing/hooked-project/haykal.server.ts'
import { done, openTestServer, type TestRequest, type TestServer } from '../testing/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer({ target: `${import.meta.dirname}/../testing/hooked-project` })
})
afterAll(async () => await server.close())

const all = () => everythingIn(server.state.core.database)
const orders = '/api/v1/orders'

const ask = <Reply>(line: string, request?: TestRequest) => done<Reply>(server, line, request)

/** Asks what is refused, and makes sure that it left no trace. */
async function refused(
  line: string,
  request: TestRequest = {},
): Promise<ProblemDocument & { readonly status: number }> {
  const before = await all()
  const response = await server.ask(line, { as: 'owner', ...request })
  const text = await response.text()
  expect({ line, status: response.status, text }).toSatisfy(() => response.status >= 400 && response.status < 500)
  expect(response.headers.get('content-type')).toContain('application/problem+json')
  expect(await all()).toBe(before)
  return JSON.parse(text)
}

const pointersOf = ({ errors = [] }: ProblemDocument) => errors.map(({ pointer, code }) => `${pointer} ${code}`)

describe('hooks', () => {
  it('refuse in the words of the project', async () => {
    const body = { values: { note: 'refuse' }, base: { note: 'One' } }
    const problem = await refused(`PATCH ${orders}/1`, { body })
    expect(problem).toMatchObject({ status: 422, code: 'invalid', errors: [{ params: { words: refusal } }] })
    expect((await refused(`POST ${orders}`, { body: { values: { note: 'refuse' } } })).status).toBe(422)
  })

  it.each(['crash', 'late', 'circle'])('that %s have written nothing, and only the log says why', async (note) => {
    for (const [line, body] of [
      [`POST ${orders}`, { values: { note } }],
      [`PATCH ${orders}/1`, { values: { note }, base: { note: 'One' } }],
      [
        `POST ${orders}/-/edit`,
        {
          which: {
            records: [
              { id: '1', base: { note: 'One' } },
              { id: '2', base: { note: 'Two' } },
            ],
          },
          values: { note },
        },
      ],
    ] as const) {
      const problem = await refused(line, { body })
      expect(problem).toMatchObject({ status: 422, code: 'project_failed' })
      expect(JSON.stringify(problem)).not.toMatch(/fire|too late|led to each other/)
    }
    expect(server.log()).toMatch(/on fire|too late|led to each other/)
  })

  it('that leave what does not fit are told so at the field', async () => {
    expect(pointersOf(await refused(`POST ${orders}`, { body: { values: { note: 'misfit' } } }))).toEqual([
      '/values/pieces too_small',
    ])
  })

  it('change what is stored, and what they wrote elsewhere belongs to the same change-set', async () => {
    const { data, meta } = await ask<{ data: object; meta: { changeSet: string; id: string } }>(`POST ${orders}`, {
      body: { values: { note: 'change' } },
    })
    expect(data).toMatchObject({ note: 'changed by the project', number: 101 })
    const { set } = await ask<{ set: { counts: object[] } }>(`GET /api/v1/-/changes/${meta.changeSet}`)
    expect(set.counts).toHaveLength(3)
    expect(await ask(`POST /api/v1/-/changes/${meta.changeSet}/undo`, { body: {} })).toMatchObject({
      done: 3,
      kept: [],
    })
    expect((await server.ask(`GET ${orders}/${meta.id}`, { as: 'owner' })).status).toBe(404)
  })
})

describe('actions', () => {
  it('that throw half-way have done nothing, and only the log says why', async () => {
    const problem = await refused(`POST ${orders}/-/actions/fail-half-way`, { body: { records: ['1', '2'] } })
    expect(problem).toMatchObject({ status: 422, code: 'project_failed' })
    expect(JSON.stringify(problem)).not.toContain('paper')
    expect(server.log()).toContain('out of paper')
  })

  it.each([
    ['refuse', ['1'], 422],
    ['ship', ['1', '999'], 404],
    ['ship', ['1', '1', '3', '4'], 422],
    ['ship', [], 400],
    ['ship', Array.from({ length: 1001 }, (_, index) => String(index)), 400],
    ['sink', ['1'], 404],
    ['__proto__', ['1'], 404],
    ['ship', ['x', '~', '1.5', '__proto__'], 404],
  ])('%s on %j is refused', async (name, records, status) => {
    const problem = await refused(`POST ${orders}/-/actions/${name}`, { body: { records } })
    expect(problem.status).toBe(status)
    if (records.length === 4 && records[0] === '1')
      expect(pointersOf(problem)).toEqual(['/records/2 not_for_action', '/records/3 not_for_action'])
  })

  it('are not there for who may not run them', async () => {
    for (const as of ['reader', 'editor'] as const)
      expect((await refused(`POST ${orders}/-/actions/audit`, { as, body: { records: ['1'] } })).status).toBe(404)
    expect((await refused(`POST ${orders}/-/actions/ship`, { as: 'reader', body: { records: ['1'] } })).status).toBe(
      403,
    )
    expect((await refused(`POST ${orders}/-/actions/refuse`, { as: 'editor', body: { records: ['4'] } })).status).toBe(
      403,
    )
  })
})

describe('children', () => {
  const line = (changes: object) => ({ model: 'lines', field: 'order', ...changes })
  const edit = (children: object[], values: object = {}, base: object = {}) => ({ values, base, children })

  it('tell everything at once: what is wrong with the parent, with each child, and what others changed', async () => {
    const children = [
      line({
        create: [{ product: '', quantity: 0 }, { product: 'New', code: 'B' }, { product: 'Fine' }].map((values) => ({
          values,
        })),
        edit: [
          { id: '1', values: { quantity: 5 }, base: { quantity: 9 } },
          { id: '2', values: { quantity: -1, code: 'L' }, base: { quantity: 2, code: 'T' } },
        ],
        remove: [{ id: '2', etag: '"old"' }],
      }),
    ]
    const body = edit(children, { pieces: -1, nothing: 1 }, { pieces: 1, nothing: 1 })
    const problem = await refused(`PATCH ${orders}/1`, { body })
    expect(problem.code).toBe('invalid')
    expect(pointersOf(problem).toSorted()).toEqual(
      [
        '/values/nothing unknown_field',
        '/values/pieces too_small',
        '/children/0/create/0/values/product required',
        '/children/0/create/0/values/quantity too_small',
        '/children/0/create/1/values/code not_unique',
        '/children/0/edit/0/values/quantity changed_meanwhile',
        '/children/0/edit/1/values/quantity too_small',
        '/children/0/remove/0 changed_meanwhile',
      ].toSorted(),
    )
  })

  it('tell a conflict of the parent together with those of its children', async () => {
    const children = [line({ edit: [{ id: '1', values: { quantity: 5 }, base: { quantity: 9 } }] })]
    const body = edit(children, { pieces: 5 }, { pieces: 9 })
    const problem = await refused(`PATCH ${orders}/1`, { body })
    expect(problem).toMatchObject({ status: 412, code: 'conflict', conflict: { pieces: { theirs: 1 } } })
    expect(pointersOf(problem)).toEqual(['/children/0/edit/0/values/quantity changed_meanwhile'])
  })

  it('are saved only with the parent that was seen, though only they are changed', async () => {
    const children = [line({ create: [{ values: { product: 'New' } }] })]
    const headers = { 'If-Match': '"old"' }
    expect((await refused(`PATCH ${orders}/1`, { body: edit(children), headers })).status).toBe(412)
  })

  it.each<[name: string, children: object[], status: number]>([
    ['of another parent', [line({ edit: [{ id: '3', values: { quantity: 5 }, base: { quantity: 3 } }] })], 404],
    ['of another parent, removed', [line({ remove: [{ id: '3', etag: '*' }] })], 404],
    ['of no model', [{ model: 'nothing', field: 'order', create: [{ values: {} }] }], 400],
    ['of a model that is no child', [{ model: 'customers', field: 'name', create: [{ values: { name: 'x' } }] }], 400],
    [
      'by a field that is no relation',
      [{ model: 'lines', field: 'product', create: [{ values: { product: 'x' } }] }],
      400,
    ],
    ['by __proto__', [{ model: '__proto__', field: '__proto__', create: [{ values: {} }] }], 400],
    ['without a base', [line({ edit: [{ id: '1', values: { quantity: 5 } }] })], 422],
    ['with an id of nothing', [line({ edit: [{ id: '~', values: {}, base: {} }] })], 404],
    ['too many', [line({ create: Array.from({ length: 1001 }, () => ({ values: { product: 'x' } })) })], 400],
    ['in too many groups', Array.from({ length: 51 }, () => line({})), 400],
    ['that are none', [1, null] as never, 400],
  ])('%s are refused', async (_name, children, status) => {
    expect((await refused(`PATCH ${orders}/1`, { body: edit(children) })).status).toBe(status)
  })

  it('belong to the parent in the address, whatever is asked for', async () => {
    await ask(`PATCH ${orders}/1`, { body: edit([line({ create: [{ values: { product: 'Mine', order: 2 } }] })]) })
    expect(await ask('GET /api/v1/lines?q=Mine')).toMatchObject({ data: [{ product: 'Mine', order: 1 }] })
  })
})

describe('bases', () => {
  it.each<[name: string, body: object, status: number]>([
    ['that never were', { values: { pieces: 5 }, base: { pieces: 9 } }, 412],
    ['of the wrong kind', { values: { pieces: 5 }, base: { pieces: ['1'] } }, 412],
    ['that are objects', { values: { pieces: 5 }, base: { pieces: { a: 1 } } }, 412],
    ['that are missing', { values: { pieces: 5 }, base: {} }, 428],
    ['that are no object', { values: { pieces: 5 }, base: 5 }, 400],
    ['that are null', { values: { pieces: 5 }, base: null }, 400],
    ['of other fields', { values: { pieces: 5 }, base: { note: 'One' } }, 428],
    ['named __proto__', JSON.parse('{"values":{"pieces":5},"base":{"__proto__":{"pieces":1}}}'), 400],
  ])('%s are refused', async (_name, body, status) => {
    expect((await refused(`PATCH ${orders}/1`, { body: JSON.stringify(body) })).status).toBe(status)
  })

  it('of a record in conflict name who changed it, and when', async () => {
    await ask(`PATCH ${orders}/1`, { as: 'editor', body: { values: { pieces: 5 }, base: { pieces: 1 } } })
    const problem = await refused(`PATCH ${orders}/1`, { body: { values: { pieces: 6 }, base: { pieces: 1 } } })
    expect(problem.conflict?.pieces).toMatchObject({ base: 1, theirs: 5, yours: 6, by: 'The editor' })
    expect(Date.parse(problem.conflict?.pieces?.at ?? '')).toBeGreaterThan(0)
  })
})
