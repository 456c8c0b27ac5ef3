// Attacks on the doors of what was changed: retries, tokens, undo, bulk, restore, and everything odd that can be asked of them.
import type { ManyReply, ProblemDocument } from '@haykal/contract'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everythingIn } from '../testing/everything-in.ts'
import { openTestServer, type TestRequest, type TestServer } from '../testing/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer({ target: `${import.meta.dirname}/../testing/hooked-project` })
})
afterAll(async () => await server.close())

const all = () => everythingIn(server.state.core.database)
const orders = '/api/v1/orders'
const customers = '/api/v1/customers'

interface Reply {
  readonly status: number
  readonly text: string
}

async function ask(line: string, request: TestRequest = {}): Promise<Reply> {
  const response = await server.ask(line, { as: 'owner', ...request })
  const text = await response.text()
  expect(response.status, `${line} ${text}`).toBeLessThan(500)
  if (response.status >= 400) expect(response.headers.get('content-type')).toContain('application/problem+json')
  return { status: response.status, text }
}

async function done<Answer>(line: string, request: TestRequest = {}): Promise<Answer> {
  const { status, text } = await ask(line, request)
  expect(status, `${line} ${text}`).toBeLessThan(300)
  return JSON.parse(text) as Answer
}

async function refused(line: string, request: TestRequest = {}): Promise<ProblemDocument> {
  const before = await all()
  const { status, text } = await ask(line, request)
  expect(status, `${line} ${text}`).toBeGreaterThanOrEqual(400)
  expect(await all()).toBe(before)
  return JSON.parse(text) as ProblemDocument
}

interface Written {
  readonly data: { readonly [field: string]: unknown }
  readonly meta: { readonly id: string; readonly changeSet: string; readonly etag: string }
}

let count = 0
const create = async (values: object = {}, more: TestRequest = {}) => {
  count += 1
  return await done<Written>(`POST ${orders}`, { body: { values: { note: `Order ${count}`, ...values } }, ...more })
}
const removal = async (id: string, model = orders) =>
  await done<{ changeSet: string }>(`DELETE ${model}/${id}`, { headers: { 'If-Match': '*' } })
const undo = (set: string, body: object = {}, more: TestRequest = {}) =>
  ask(`POST /api/v1/-/changes/${set}/undo`, { body, ...more })

describe('a key that makes retries harmless', () => {
  it.each([
    ['empty', ''],
    ['of 256 characters', 'k'.repeat(256)],
    ['with a space', 'a b'],
    ['with a control character', 'a\tb'],
    ['beyond ASCII', 'clé'],
  ])('%s is refused', async (_name, key) => {
    const headers = { 'Idempotency-Key': key }
    for (const [line, body] of [
      [`POST ${orders}`, { values: { note: 'x' } }],
      [`PATCH ${orders}/1`, { values: { pieces: 9 }, base: { pieces: 1 } }],
      [`POST ${orders}/-/actions/ship`, { records: ['1'] }],
    ] as const)
      expect((await refused(line, { body, headers })).status).toBe(400)
    expect((await refused(`DELETE ${orders}/1`, { headers: { ...headers, 'If-Match': '*' } })).status).toBe(400)
  })

  it.each<[name: string, prepare: () => Promise<readonly [line: string, request: TestRequest]>]>([
    ['a creation', async () => [`POST ${orders}`, { body: { values: { note: 'Once' } } }]],
    ['an edit', async () => [`PATCH ${orders}/2`, { body: { values: { pieces: 222 }, base: { pieces: 2 } } }]],
    ['a removal', async () => [`DELETE ${orders}/${(await create()).meta.id}`, { headers: { 'If-Match': '*' } }]],
    [
      'a change of many',
      async () => {
        const made = [await create(), await create()]
        const records = made.map(({ meta }) => ({ id: meta.id, base: { pieces: null } }))
        return [`POST ${orders}/-/edit`, { body: { which: { records }, values: { pieces: 8 } } }]
      },
    ],
    [
      'a removal of many',
      async () => {
        const made = [await create(), await create()]
        const records = made.map(({ meta }) => ({ id: meta.id, etag: '*' }))
        return [`POST ${orders}/-/remove`, { body: { which: { records } } }]
      },
    ],
    ['an undo', async () => [`POST /api/v1/-/changes/${(await create()).meta.changeSet}/undo`, { body: {} }]],
    [
      'a restore',
      async () => {
        const { meta } = await create({ pieces: 1 })
        await done(`PATCH ${orders}/${meta.id}`, { body: { values: { pieces: 2 }, base: { pieces: 1 } } })
        const body = { change: await firstChange(meta.id), fields: ['pieces'], base: { pieces: 2 } }
        return [`POST ${orders}/${meta.id}/-/restore`, { body }]
      },
    ],
    [
      'an action',
      async () => [
        `POST ${orders}/-/actions/ship`,
        { body: { records: [(await create({ status: 'paid' })).meta.id] } },
      ],
    ],
  ])('makes of fifty equal requests of %s at once one write', async (name, prepare) => {
    const [line, request] = await prepare()
    const sets = async () => (await done<{ data: { id: string }[] }>('GET /api/v1/-/changes?limit=200')).data
    const before = (await sets()).length
    const headers = { ...request.headers, 'Idempotency-Key': `fifty-${name.replaceAll(' ', '-')}` }
    const answers = await Promise.all(Array.from({ length: 50 }, () => ask(line, { ...request, headers })))
    expect(new Set(answers.map(({ status }) => status)).size).toBe(1)
    expect(answers[0]?.status, answers[0]?.text).toBeLessThan(300)
    const told = answers.map(({ text }) => /"changeSet":"(\w+)"/.exec(text)?.[1])
    expect(new Set(told).size).toBe(1)
    expect(told[0]).toBeTruthy()
    expect((await sets()).length).toBe(before + 1)
    const counts = answers.map(({ text }) => (JSON.parse(text) as Partial<ManyReply>).done)
    expect(new Set(counts).size).toBe(1)
    const other = line.startsWith('DELETE') ? { ...request, headers: { ...headers, 'If-Match': '"x"' } } : undefined
    const { code } = await refused(line, other ?? { body: { ...(request.body as object), next: 'x' }, headers })
    expect(code).toBeOneOf(['repeated_key', 'malformed'])
  })

  it('gives the record that was made, whatever a hook wrote before it', async () => {
    const request = { headers: { 'Idempotency-Key': 'behind-a-counter' }, body: { values: { note: 'Numbered' } } }
    const [first, again] = [
      await done<Written>(`POST ${orders}`, request),
      await done<Written>(`POST ${orders}`, request),
    ]
    expect(again).toEqual(first)
    expect(again.data.note).toBe('Numbered')
  })

  it('is one person’s, and of one request', async () => {
    const headers = { 'Idempotency-Key': 'mine' }
    const body = { values: { note: 'Mine' } }
    const first = await done<Written>(`POST ${orders}`, { body, headers })
    const theirs = await done<Written>(`POST ${orders}`, { body, headers, as: 'editor' })
    expect(theirs.meta.id).not.toBe(first.meta.id)
    const other = await refused(`POST ${orders}`, { body: { values: { note: 'Other' } }, headers })
    expect(other.code).toBe('repeated_key')
    expect((await refused(`POST ${customers}`, { body: { values: { name: 'Mine' } }, headers })).code).toBe(
      'repeated_key',
    )
  })
})

async function firstChange(id: string): Promise<string> {
  const { data } = await done<{ data: { id: string }[] }>(`GET ${orders}/${id}/-/history`)
  return data.at(-1)?.id ?? ''
}

describe('tokens', () => {
  it('of one list, person or record lead nowhere in another, nor do changed ones', async () => {
    await create()
    const next = async (line: string, as: 'owner' | 'editor' = 'owner') =>
      (await done<{ meta: { next: string } }>(`GET ${line}?limit=1`, { as })).meta.next
    await done(`PATCH ${orders}/3`, { body: { values: { pieces: 33 }, base: { pieces: 3 } } })
    await done(`PATCH ${orders}/3`, { body: { values: { pieces: 3 }, base: { pieces: 33 } } })
    const [ofProject, ofRecord] = [await next('/api/v1/-/changes'), await next(`${orders}/3/-/history`)]
    const places = [
      ['/api/v1/-/changes', ofRecord],
      [`${orders}/3/-/history`, ofProject],
      [`${orders}/2/-/history`, ofRecord],
      [`${orders}/-/trash`, ofRecord],
      ['/api/v1/-/changes', await next('/api/v1/-/changes', 'editor')],
      [`${orders}/3/-/history`, await next(`${orders}/3/-/history`, 'editor')],
      ...[`${ofProject}x`, `x${ofProject}`, ofProject.slice(2), '', 'x', 'AAAA', '%00', 'A'.repeat(2001)].map(
        (token) => ['/api/v1/-/changes', token] as const,
      ),
    ] as const
    for (const [line, token] of places) {
      const { status } = await refused(
        `GET ${line}?limit=1&after=${token.startsWith('%') ? token : encodeURIComponent(token)}`,
      )
      expect({ line, token, status }).toEqual({ line, token, status: 400 })
    }
    expect(Buffer.from(ofProject, 'base64url').toString('latin1')).not.toContain('number')
  })

  it('of a change of many belong to that change and to that person; asked twice they do nothing twice', async () => {
    const { asOf } = await done<{ asOf: string }>(`POST ${orders}/-/count`, { body: { act: 'edit' } })
    const body = (more: object) => ({ which: { asOf, ...more }, values: { pieces: 1 } })
    for (const as of ['editor', 'reader'] as const)
      expect((await refused(`POST ${orders}/-/edit`, { as, body: body({}) })).status).toBeOneOf([400, 403])
    for (const wrong of ['x', `${asOf}x`, '', 'AAAA'])
      expect(
        (await refused(`POST ${orders}/-/edit`, { body: { which: { asOf: wrong }, values: { pieces: 1 } } })).status,
      ).toBe(400)
    for (const next of ['x', asOf, ''])
      expect((await refused(`POST ${orders}/-/edit`, { body: { ...body({}), next } })).status).toBe(400)
  })

  it('of a step whose answer was lost go on as if it had come', async () => {
    const children = [
      { model: 'lines', field: 'order', create: Array.from({ length: 120 }, () => ({ values: { product: 'Many' } })) },
    ]
    const { meta } = await done<Written>(`POST ${orders}`, { body: { values: { note: 'Large' }, children } })
    const work = { which: { filter: { order: { eq: Number(meta.id) } }, asOf: '*' }, values: { product: 'More' } }
    const line = 'POST /api/v1/lines/-/edit'
    const replies: ManyReply[] = []
    let next: string | null = null
    do {
      const body = { ...work, ...(next === null ? {} : { next }) }
      // Every step is asked for twice, as if its first answer had been lost.
      if (next !== null) await done<ManyReply>(line, { body })
      const reply: ManyReply = await done<ManyReply>(line, { body })
      replies.push(reply)
      next = reply.next
    } while (next !== null)
    expect(replies.at(-1)).toMatchObject({ done: 120, keptCount: 0, next: null })
  })
})

describe('undo', () => {
  it('by somebody who may not changes nothing, and is not even there for whom nothing of it is', async () => {
    const draft = await create()
    const paid = await create({ status: 'paid', pieces: 5 })
    const before = await all()
    expect((await undo(draft.meta.changeSet, {}, { as: 'reader' })).status).toBe(404)
    expect(JSON.parse((await undo(paid.meta.changeSet, {}, { as: 'reader' })).text)).toMatchObject({ done: 0 })
    expect((await undo(paid.meta.changeSet, {}, { as: 'signed out' })).status).toBe(401)
    expect((await undo(paid.meta.changeSet, {}, { as: 'session ended' })).status).toBe(401)
    expect(await all()).toBe(before)
  })

  it('of an undo of an undo is what was first', async () => {
    const { meta } = await create({ pieces: 7 })
    const { changeSet } = await removal(meta.id)
    let set = changeSet
    const there: number[] = []
    for (let turn = 0; turn < 4; turn += 1) {
      set = (JSON.parse((await undo(set)).text) as ManyReply).changeSet ?? ''
      there.push((await ask(`GET ${orders}/${meta.id}`)).status)
    }
    expect(there).toEqual([200, 404, 200, 404])
    // Taken back twice: what is done already is done.
    expect(JSON.parse((await undo(changeSet)).text)).toMatchObject({ done: 1 })
    expect(JSON.parse((await undo(changeSet)).text)).toMatchObject({ done: 0, kept: [{ reason: 'there' }] })
  })

  it('of what is half gone names what is kept; with a choice, fields come back empty', async () => {
    const customer = await done<Written>(`POST ${customers}`, { body: { values: { name: 'Gone soon', code: 'G' } } })
    const { meta } = await create({ customer: Number(customer.meta.id), status: 'draft' })
    const line = { model: 'lines', field: 'order', create: [{ values: { product: 'Cup', code: 'C' } }] }
    await done(`PATCH ${orders}/${meta.id}`, { body: { values: {}, base: {}, children: [line] } })
    const { changeSet } = await removal(meta.id)
    await removal(customer.meta.id, customers)
    await done('POST /api/v1/lines', { body: { values: { order: 1, product: 'Thief', code: 'C' } } })
    const preview = await done<{ kept: { reason: string }[]; clearable: number }>(
      `GET /api/v1/-/changes/${changeSet}/undo`,
    )
    expect(preview.kept.map(({ reason }) => reason)).toContain('no_such_record')
    const kept = JSON.parse((await undo(changeSet)).text) as ManyReply
    expect(kept.done).toBe(0)
    const cleared = JSON.parse((await undo(changeSet, { choice: 'clear' })).text) as ManyReply
    expect(cleared).toMatchObject({ done: 2, keptCount: 0 })
    expect((await done<Written>(`GET ${orders}/${meta.id}`)).data.customer).toBeNull()
  })

  it.each<[name: string, body: unknown, status: number]>([
    ['what is not in it', { only: [{ model: 'orders', record: '999' }] }, 200],
    ['a model that is not there', { only: [{ model: 'nothing', record: '1' }] }, 200],
    ['__proto__', { only: [{ model: '__proto__', record: '__proto__' }] }, 200],
    ['nothing', { only: [] }, 400],
    ['1,001 records', { only: Array.from({ length: 1001 }, () => ({ model: 'orders', record: '1' })) }, 400],
    ['with a choice that is none', { choice: 'all' }, 400],
    ['a list', [], 400],
    ['null', 'null', 400],
    ['no JSON', '{', 400],
    ['a huge body', `{"next":"${'x'.repeat(3_000_000)}"}`, 413],
    ['an unknown key', { all: true }, 400],
  ])('of %s changes nothing', async (_name, body, status) => {
    const { meta } = await create()
    const before = await all()
    expect((await ask(`POST /api/v1/-/changes/${meta.changeSet}/undo`, { body })).status).toBe(status)
    expect(await all()).toBe(before)
  })

  it.each(['x', '-', '%00', '__proto__', 'x'.repeat(5000), "1'%20or%20'1'='1", '%2e%2e'])(
    'of the change-set %s is not there',
    async (id) => {
      for (const line of [
        `GET /api/v1/-/changes/${id}`,
        `GET /api/v1/-/changes/${id}/undo`,
        `POST /api/v1/-/changes/${id}/undo`,
      ])
        expect((await ask(line, line.startsWith('POST') ? { body: {} } : {})).status, line).toBeOneOf([
          400, 404, 405, 414,
        ])
    },
  )
})

describe('many', () => {
  it('by somebody who may edit some are those alone', async () => {
    const mine = await create({ status: 'paid' })
    const records = ['4', mine.meta.id].map((id) => ({ id, base: { pieces: id === '4' ? 4 : null } }))
    const body = { which: { records }, values: { pieces: 9 } }
    const reply = await done<ManyReply>(`POST ${orders}/-/edit`, { as: 'editor', body })
    expect(reply).toMatchObject({ done: 1, kept: [{ record: '4', reason: 'not_allowed' }] })
    const filter = { id: { in: [4, Number(mine.meta.id)] } }
    expect(await done(`POST ${orders}/-/count`, { as: 'editor', body: { act: 'edit', filter } })).toMatchObject({
      found: 2,
      allowed: 1,
    })
    for (const as of ['reader', 'signed out'] as const)
      expect((await refused(`POST ${orders}/-/edit`, { as, body })).status).toBeOneOf([401, 403])
  })

  it('of hidden fields and records tell nothing of them', async () => {
    for (const filter of [{ margin: { eq: 10 } }, { nothing: { eq: 10 } }])
      expect(
        (await refused(`POST ${orders}/-/count`, { as: 'reader', body: { act: 'edit', filter } })).status,
      ).toBeOneOf([400, 403])
    const { meta } = await create()
    const reply = await done<ManyReply>('POST /api/v1/lines/-/remove', {
      as: 'editor',
      body: { which: { records: [{ id: '9999', etag: '*' }] } },
    })
    expect(reply).toMatchObject({ done: 0, kept: [{ record: '9999', title: '', reason: 'gone' }] })
    expect((await ask(`GET ${orders}/${meta.id}/-/history`, { as: 'reader' })).status).toBe(404)
  })

  it.each<[name: string, path: string, body: unknown]>([
    [
      '1,001 records',
      `${orders}/-/edit`,
      {
        which: { records: Array.from({ length: 1001 }, () => ({ id: '1', base: { pieces: 1 } })) },
        values: { pieces: 1 },
      },
    ],
    ['no record', `${orders}/-/edit`, { which: { records: [] }, values: { pieces: 1 } }],
    ['records without a base', `${orders}/-/edit`, { which: { records: [{ id: '1' }] }, values: { pieces: 1 } }],
    [
      'records and a filter',
      `${orders}/-/edit`,
      { which: { records: [{ id: '1' }], filter: {}, asOf: '*' }, values: {} },
    ],
    ['a filter without a moment', `${orders}/-/edit`, { which: { filter: {} }, values: { pieces: 1 } }],
    [
      'a filter that is none',
      `${orders}/-/edit`,
      { which: { filter: { nothing: { eq: 1 } }, asOf: '*' }, values: { pieces: 1 } },
    ],
    [
      'values that do not fit',
      `${orders}/-/edit`,
      { which: { asOf: '*' }, values: { pieces: -1, nothing: 1, status: 'lost' } },
    ],
    ['the key', `${orders}/-/edit`, { which: { asOf: '*' }, values: { id: 1 } }],
    ['what cannot be set', `${orders}/-/edit`, { which: { asOf: '*' }, values: { number: 1 } }],
    ['removals without an ETag', `${orders}/-/remove`, { which: { records: [{ id: '1' }] } }],
    ['an act that is none', `${orders}/-/count`, { act: 'create' }],
    ['a model that is not there', '/api/v1/nothing/-/edit', { which: { asOf: '*' }, values: { x: 1 } }],
    ['a list', `${orders}/-/remove`, []],
  ])('%s are refused', async (_name, path, body) => {
    expect((await refused(`POST ${path}`, { body })).status).toBeOneOf([400, 404, 413, 422, 428])
  })
})

describe('questions', () => {
  it.each([
    '/api/v1/-/changes?limit=0',
    '/api/v1/-/changes?limit=201',
    '/api/v1/-/changes?limit=x',
    '/api/v1/-/changes?from=yesterday',
    '/api/v1/-/changes?from=2026-02-30T00:00:00Z',
    '/api/v1/-/changes?to=2026-13-01T00:00:00Z',
    '/api/v1/-/changes?from=',
    '/api/v1/-/changes?means=magic',
    '/api/v1/-/changes?model=nothing',
    '/api/v1/-/changes?field=note',
    '/api/v1/-/changes?model=orders&field=nothing',
    '/api/v1/-/changes?x=1',
    '/api/v1/-/changes/-/csv?limit=0',
    '/api/v1/-/changes/-/csv?after=x',
    `${orders}/1/-/history?limit=0`,
    `${orders}/1/-/history?limit=201`,
    `${orders}/1/-/history?field=nothing`,
    `${orders}/1/-/history?person=x`,
    `${orders}/-/trash?limit=201`,
    `${orders}/-/trash?field=note&x=1`,
  ])('%s is refused', async (line) => {
    expect((await refused(`GET ${line}`)).status).toBe(400)
  })

  it.each([
    '/api/v1/-/changes?from=0001-01-01T00:00:00Z&to=9999-12-31T23:59:59Z',
    '/api/v1/-/changes?from=9999-12-31T23:59:59-23:59',
    '/api/v1/-/changes?person=nobody',
    "/api/v1/-/changes?person='%20or%201=1%20--",
    '/api/v1/-/changes?from=2030-01-01T00:00:00Z&to=2020-01-01T00:00:00Z',
  ])('%s is answered', async (line) => {
    expect((await ask(`GET ${line}`)).status).toBe(200)
  })

  it('a hidden field is one that is not there, in every door', async () => {
    for (const line of [
      `${orders}/1/-/history?field=FIELD`,
      '/api/v1/-/changes?model=orders&field=FIELD',
      '/api/v1/-/changes/-/csv?model=orders&field=FIELD',
    ]) {
      const answer = async (field: string) => {
        const { status, text } = await ask(`GET ${line.replace('FIELD', field)}`, { as: 'reader' })
        return { status, text: text.replace(/"requestId":"[^"]*"/, '').replaceAll(field, 'FIELD') }
      }
      expect(await answer('margin')).toEqual(await answer('nobody'))
      expect((await answer('margin')).status).toBe(400)
    }
    const model = async (name: string) => (await ask(`GET /api/v1/-/changes?model=${name}`, { as: 'reader' })).status
    expect([await model('entries'), await model('nothing')]).toEqual([400, 400])
  })
})

describe('restoring a version', () => {
  it('of another record, of one that is hidden, of a field that is not there is refused', async () => {
    const [one, other] = [await create({ pieces: 1 }), await create({ pieces: 2 })]
    const change = await firstChange(one.meta.id)
    const restore = (id: string, body: object, as: 'owner' | 'reader' | 'editor' = 'owner') =>
      refused(`POST ${orders}/${id}/-/restore`, { body: { change, base: { pieces: 1 }, ...body }, as })
    expect((await restore(other.meta.id, {})).status).toBe(404)
    expect((await restore(one.meta.id, {}, 'reader')).status).toBeOneOf([403, 404])
    for (const wrong of [
      'x',
      `${change}0`,
      '.',
      'x.99999999999',
      `${one.meta.changeSet}.-1`,
      `${one.meta.changeSet}.1e1`,
    ])
      expect((await restore(one.meta.id, { change: wrong })).status).toBe(404)
    expect((await restore(one.meta.id, { fields: ['nothing'], base: { nothing: 1 } })).status).toBeOneOf([404, 422])
    expect((await restore(one.meta.id, { fields: [] })).status).toBe(400)
    await done(`PATCH ${orders}/${one.meta.id}`, { body: { values: { pieces: 3 }, base: { pieces: 1 } } })
    expect((await restore(one.meta.id, { fields: ['pieces'] })).status).toBe(412)
    expect((await restore(one.meta.id, { fields: ['pieces'], base: {} })).status).toBe(428)
  })
})

describe('sensitive values', () => {
  it('are in no answer of the history, and come back with an undo', async () => {
    const value = 'tamarind-9000'
    const made = await done<Written>(`POST ${customers}`, { body: { values: { name: 'Secretive', card: value } } })
    await done(`PATCH ${customers}/${made.meta.id}`, { body: { values: { card: 'other-1' }, base: { card: value } } })
    const { changeSet } = await removal(made.meta.id, customers)
    const lines = [
      `${customers}/${made.meta.id}/-/history`,
      '/api/v1/-/changes',
      '/api/v1/-/changes/-/csv',
      `${customers}/-/trash`,
      `/api/v1/-/changes/${changeSet}`,
      `/api/v1/-/changes/${changeSet}/undo`,
    ]
    for (const line of lines) expect((await ask(`GET ${line}`)).text, line).not.toMatch(/tamarind-9000|other-1/)
    expect(await all()).not.toMatch(/tamarind-9000|other-1/)
    await undo(changeSet)
    expect((await done<Written>(`GET ${customers}/${made.meta.id}`)).data.card).toBe('other-1')
  })
})

describe('changes as CSV', () => {
  it('are read by others as they were written, and no cell of them is a formula', async () => {
    const notes = [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      'a "quoted", word',
      'two\nlines',
      '=cmd|"/c calc"!A1',
      '',
    ]
    const { meta } = await create({ note: 'First' })
    let before = 'First'
    for (const note of notes.filter((each) => each.trim() !== '')) {
      await done(`PATCH ${orders}/${meta.id}`, { body: { values: { note }, base: { note: before } } })
      before = note
    }
    const response = await server.ask('GET /api/v1/-/changes/-/csv?model=orders&field=note', { as: 'owner' })
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(response.headers.get('content-disposition')).toContain('attachment')
    const rows: { readonly [column: string]: string }[] = parse(await response.text(), { columns: true })
    const mine = rows.filter(({ record, act }) => record === meta.id && act === 'edit').map(({ after }) => after)
    expect(mine).toHaveLength(notes.length - 1)
    for (const row of rows) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
    expect(mine).toEqual(expect.arrayContaining(["'=1+1", 'a "quoted", word', 'two\nlines']))
  })
})

describe('looking as somebody else', () => {
  it('reads what they may and changes nothing', async () => {
    const { meta } = await create({ status: 'paid' })
    const change = await firstChange(meta.id)
    expect((await ask('POST /api/v1/-/view-as', { body: { role: 'editor' } })).status).toBe(204)
    try {
      expect((await ask(`GET /api/v1/-/changes/${meta.changeSet}/undo`)).status).toBe(200)
      for (const [line, body] of [
        [`POST /api/v1/-/changes/${meta.changeSet}/undo`, {}],
        [`POST ${orders}/-/edit`, { which: { asOf: '*' }, values: { pieces: 1 } }],
        [`POST ${orders}/-/remove`, { which: { asOf: '*' } }],
        [`POST ${orders}/-/count`, { act: 'edit' }],
        [`POST ${orders}/-/actions/ship`, { records: [meta.id] }],
        [`POST ${orders}/${meta.id}/-/restore`, { change, base: {} }],
        [`POST ${orders}/-/trash/empty`, {}],
        ['PATCH /api/v1/-/retention', { values: { trash: 1 }, base: { trash: null } }],
      ] as const)
        expect((await refused(line, { body })).code, line).toBe('viewing_as')
    } finally {
      await ask('DELETE /api/v1/-/viewing')
    }
  })
})
