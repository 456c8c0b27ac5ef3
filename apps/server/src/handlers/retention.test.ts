// How long what was changed is kept: said by the owner, forgotten after that, and then nobody brings it back.
import type { ManyReply, TrashPage } from '@haykal/contract'
import { historyTable } from '@haykal/database'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { done, openTestServer, type TestServer } from '../testing/test-server.ts'
import { forgetOld, keepForgetting } from './retention.ts'

let server: TestServer
beforeEach(async () => {
  server = await openTestServer({ target: `${import.meta.dirname}/../testing/hooked-project` })
})
afterEach(async () => await server.close())

const day = 86_400_000
const later = (days: number) => new Date(Date.now() + days * day)
const ask = async (line: string, body?: unknown, headers = {}) =>
  await server.ask(line, { as: 'owner', headers, ...(body === undefined ? {} : { body }) })
const read = <Reply>(line: string, body?: unknown) => done<Reply>(server, line, body === undefined ? {} : { body })
const trash = async () => (await read<TrashPage>('GET /api/v1/orders/-/trash')).data.map(({ record }) => record)

async function remove(id: string): Promise<string> {
  const response = await ask(`DELETE /api/v1/orders/${id}`, undefined, { 'If-Match': '*' })
  return ((await response.json()) as { changeSet: string }).changeSet
}

async function keep(values: object, base: object): Promise<void> {
  expect((await ask('PATCH /api/v1/-/retention', { values, base })).status).toBe(200)
}

it('is for ever unless somebody says otherwise, and is said by owners, based on what they saw', async () => {
  expect(await read('GET /api/v1/-/retention')).toEqual({ history: null, trash: null })
  await remove('3')
  expect(await forgetOld(server.state, later(100_000))).toBe(0)
  await keep({ trash: 30 }, { trash: null })
  const stale = await ask('PATCH /api/v1/-/retention', { values: { trash: 5, history: 9 }, base: { trash: null } })
  expect({ status: stale.status, problem: await stale.json() }).toMatchObject({
    status: 412,
    problem: { conflict: { trash: { theirs: 30, yours: 5 }, history: { yours: 9 } } },
  })
  for (const days of [0, -1, 1.5, 36_501, '30', true])
    expect((await ask('PATCH /api/v1/-/retention', { values: { trash: days }, base: { trash: 30 } })).status).toBe(400)
  for (const as of ['editor', 'reader'] as const)
    expect((await server.ask('GET /api/v1/-/retention', { as })).status).toBe(403)
  expect(await read('GET /api/v1/-/retention')).toEqual({ history: null, trash: 30 })
})

it('of the trash ends on its day: that something was removed is still told, what it was is not', async () => {
  await keep({ trash: 30 }, { trash: null })
  const set = await remove('1')
  expect(await forgetOld(server.state, later(29))).toBe(0)
  expect(await trash()).toEqual(['1'])
  // The order and its two lines.
  expect(await forgetOld(server.state, later(31))).toBe(3)
  expect(await trash()).toEqual([])
  const reply = await read<ManyReply>(`POST /api/v1/-/changes/${set}/undo`, {})
  expect(reply).toMatchObject({
    done: 0,
    changeSet: null,
    kept: [{ reason: 'unreadable' }, { reason: 'unreadable' }, { reason: 'unreadable' }],
  })
  expect(await read(`GET /api/v1/-/changes/${set}/undo`)).toMatchObject({ isDone: true, keptCount: 3 })
  expect((await ask('GET /api/v1/orders/1/-/history')).status).toBe(200)
})

it('of the history ends on its day, and what is in the trash stays for its own time', async () => {
  await keep({ history: 10 }, { history: null })
  const edited = await read<{ meta: { changeSet: string } }>('PATCH /api/v1/orders/2', {
    values: { pieces: 9 },
    base: { pieces: 2 },
  })
  const set = await remove('3')
  expect(await forgetOld(server.state, later(9))).toBe(0)
  expect(await forgetOld(server.state, later(11))).toBeGreaterThan(0)
  expect(await read('GET /api/v1/orders/2/-/history')).toMatchObject({ data: [] })
  expect((await ask(`GET /api/v1/-/changes/${edited.meta.changeSet}`)).status).toBe(404)
  expect((await ask(`POST /api/v1/-/changes/${edited.meta.changeSet}/undo`, {})).status).toBe(404)
  expect(await trash()).toEqual(['3'])
  expect(await read(`POST /api/v1/-/changes/${set}/undo`, {})).toMatchObject({ done: 1 })
  // What comes after starts anew.
  const body = { values: { pieces: 10 }, base: { pieces: 9 } }
  expect((await ask('PATCH /api/v1/orders/2', body)).status).toBe(200)
})

it('ends for what is thrown out of the trash by hand, for owners only', async () => {
  const sets = [await remove('3'), await remove('4')]
  for (const as of ['editor', 'reader'] as const)
    expect((await server.ask('POST /api/v1/orders/-/trash/empty', { as, body: {} })).status).toBe(403)
  expect(await read('POST /api/v1/orders/-/trash/empty', { records: ['3', '999', '__proto__'] })).toEqual({
    emptied: 1,
  })
  expect(await trash()).toEqual(['4'])
  expect(await read(`POST /api/v1/-/changes/${sets[0]}/undo`, {})).toMatchObject({
    done: 0,
    kept: [{ reason: 'unreadable' }],
  })
  expect(await read('POST /api/v1/orders/-/trash/empty', {})).toEqual({ emptied: 1 })
  expect(await trash()).toEqual([])
})

it('takes all that was ever kept of a record out of the history with it, and nothing of one that is there again', async () => {
  const words = async () => {
    const { queries } = server.state.core.database
    const rows = await queries.selectFrom(historyTable).selectAll().where('model', '=', 'orders').execute()
    return rows.flatMap((row) => Object.values(row).map(String)).join(' ')
  }
  const notes = ['a word of tamarind', 'a word of cinnamon']
  const made = await Promise.all(
    notes.map((note) => read<{ meta: { id: string } }>('POST /api/v1/orders', { values: { customer: 1, note } })),
  )
  const [gone = '', back = ''] = made.map(({ meta }) => meta.id)
  await remove(gone)
  await read(`POST /api/v1/-/changes/${await remove(back)}/undo`, {})
  await read('POST /api/v1/orders/-/trash/empty', {})
  expect(await words()).not.toContain('tamarind')
  expect(await words()).toContain('cinnamon')
  expect((await ask(`GET /api/v1/orders/${gone}/-/history`)).status).toBe(200)
})

it('is looked after every hour, and what goes wrong is told', async () => {
  const told = vi.fn<(error: unknown) => void>()
  await keep({ trash: 1 }, { trash: null })
  const broken = { auth: server.state.auth, records: () => Promise.reject(new Error('not now')) }
  const failing = keepForgetting(broken, told)
  await failing.stop()
  expect(told).toHaveBeenCalledWith(expect.objectContaining({ message: 'not now' }))
  const working = keepForgetting(server.state, told)
  await working.stop()
  expect(told).toHaveBeenCalledTimes(1)
})
