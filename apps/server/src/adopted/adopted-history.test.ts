// History, undo and trash in a database that somebody else made: what others write is noticed, and what comes back is what was there, to the last bit.
import { join } from 'node:path'
import type { ChangePage, ManyReply, TrashPage } from '@haykal/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { foreignRead, foreignWrite, makeFolder } from '../testing/foreign-file.ts'
import { done, openTestServer, type TestServer } from '../testing/test-server.ts'

let folder: ReturnType<typeof makeFolder>
let file: string
let server: TestServer
beforeAll(async () => {
  folder = makeFolder()
  file = join(folder.path, 'odd.sqlite')
  foreignWrite(
    file,
    `create table plain (id integer primary key, name text, size integer, price real, made text, paid boolean, amount decimal(10,2), data blob, loose);
     insert into plain values (1, 'Lamp', 5, 1.5, '2026-11-21 06:50:00', 1, '12.50', x'00ff', 5);
     insert into plain values (2, 'words in numbers', 'abc', 'xyz', '', 'maybe', 'much', 'text in bytes', '5');
     insert into plain values (3, 'numbers in words', 5.5, 7, 12345, 7, 0.1, 42, 5.0);
     insert into plain values (4, cast(x'ff41' as text), 9223372036854775807, 9e999, '2026-11-21T06:50:00.123456Z', 2, 1e300, 1.5, x'ff00');
     insert into plain values (5, x'414243', x'01', x'02', x'03', x'04', x'05', null, '');
     insert into plain values (6, 'nul' || char(0) || 'inside', -9223372036854775808, -0.0, '2026-02-30', '1', '012.500', '5', '007');
     insert into plain values (7, '', 0, 5e-324, 1795243800, 0, 5, x'', 9007199254740993);
     insert into plain values (8, '5', 1, 1e15, 1795243800.5, 1.0, '5.0', 'AAEC', 1e15);
     insert into plain values (9, 'large', 1, 1, '', 1, 1, randomblob(300000), randomblob(70000));
     create table parts (a text not null, b integer not null, words text, primary key (a, b)) without rowid;
     insert into parts values ('~', 1, 'tilde'), ('x/y?', 2, 'slash'), ('', 3, 'empty'), ('مكتبة', 4, 'arabic');
     create table parents (id integer primary key, name text);
     create table kids (id integer primary key, parent integer references parents (id) on delete cascade, name text);
     insert into parents values (1, 'P'); insert into kids values (1, 1, 'K1'), (2, 1, 'K2');
     create table computed (id integer primary key, size integer, twice integer generated always as (size * 2) stored, thrice as (size * 3));
     insert into computed (id, size) values (1, 5);
     create table fans (id integer primary key, parent integer references parents (id) on delete set null, name text);
     insert into fans values (1, 1, 'F1'), (2, null, 'F2');`,
  )
  server = await openTestServer({ target: file })
  for (const model of ['plain', 'parts', 'parents', 'kids', 'fans', 'computed'])
    expect((await ask(`POST /api/v1/${model}/-/unlock`)).status).toBe(200)
})
afterAll(async () => {
  await server.close()
  folder.remove()
})

const ask = async (line: string, body?: unknown, headers = {}) =>
  await server.ask(line, { as: 'owner', headers, ...(body === undefined ? {} : { body }) })
const read = <Reply>(line: string, body?: unknown) => done<Reply>(server, line, body === undefined ? {} : { body })
async function remove(model: string, id: string): Promise<string> {
  const response = await ask(`DELETE /api/v1/${model}/${id}`, undefined, { 'If-Match': '*' })
  const text = await response.text()
  expect(response.status, text).toBe(200)
  return (JSON.parse(text) as { changeSet: string }).changeSet
}
const undo = (set: string) => read<ManyReply>(`POST /api/v1/-/changes/${set}/undo`, {})

const columns = ['id', 'name', 'size', 'price', 'made', 'paid', 'amount', 'data', 'loose']

/** Every value with its type and every byte of it. */
function exactly(id: number): unknown {
  const each = columns.map(
    (name) => `typeof("${name}") || ':' || hex("${name}") || ':' || quote("${name}") as "${name}"`,
  )
  return foreignRead(file, `select ${each.join(', ')} from plain where id = ${id}`)
}

describe('what is removed and restored', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9])('is the same to the last bit: row %i', async (id) => {
    const before = exactly(id)
    const set = await remove('plain', String(id))
    expect(exactly(id)).toEqual([])
    expect((await read<TrashPage>('GET /api/v1/plain/-/trash')).data.map(({ record }) => record)).toContain(String(id))
    const undone = await undo(set)
    expect(undone).toMatchObject({ done: 1, kept: [] })
    expect(exactly(id)).toEqual(before)
    // And again, out of what undo wrote.
    await undo(undone.changeSet ?? '')
    expect(exactly(id)).toEqual([])
  })
})

describe('what is edited and set back', () => {
  it.each([11, 12, 13, 14, 15, 16, 17, 18])('is the same to the last bit: row %i', async (id) => {
    foreignWrite(
      file,
      `insert into plain select ${id}, name, size, price, made, paid, amount, data, loose from plain where id = ${id - 10}`,
    )
    if (JSON.stringify(exactly(id)) === '[]') foreignWrite(file, `insert into plain (id) values (${id})`)
    const before = exactly(id)
    const { data } = await read<{ data: { [field: string]: unknown } }>(`GET /api/v1/plain/${id}`)
    const values = { name: 'Other', size: '77', price: '7.25', loose: 'AAEC' }
    const base = Object.fromEntries(Object.keys(values).map((name) => [name, data[name] ?? null]))
    const { meta } = (await read(`PATCH /api/v1/plain/${id}`, { values, base })) as { meta: { changeSet: string } }
    expect(exactly(id)).not.toEqual(before)
    expect(await undo(meta.changeSet)).toMatchObject({ done: 1, kept: [] })
    expect(exactly(id)).toEqual(before)
  })
})

describe('columns that the database computes', () => {
  it('are no hindrance', async () => {
    const all = () => foreignRead(file, 'select * from computed')
    const before = all()
    const set = await remove('computed', '1')
    expect(await undo(set)).toMatchObject({ done: 1, kept: [] })
    expect(all()).toEqual(before)
    const { meta } = await read<{ meta: { changeSet: string } }>('PATCH /api/v1/computed/1', {
      values: { size: 7 },
      base: { size: 5 },
    })
    expect(await undo(meta.changeSet)).toMatchObject({ done: 1, kept: [] })
    expect(all()).toEqual(before)
  })
})

describe('odd keys', () => {
  it('have a history, a trash and an undo like all others', async () => {
    const { data } = await read<{ data: { a: string; b: number }[] }>('GET /api/v1/parts?limit=100')
    expect(data).toHaveLength(4)
    for (const { a, b } of data) {
      const id = Buffer.from(JSON.stringify([a, b])).toString('base64url')
      const before = foreignRead(file, `select * from parts where b = ${b}`)
      await read(`PATCH /api/v1/parts/${id}`, { values: { words: 'new' }, base: { words: before[0]?.words } })
      const set = await remove('parts', id)
      expect((await read<ChangePage>(`GET /api/v1/parts/${id}/-/history`)).data.map(({ act }) => act)).toEqual([
        'remove',
        'edit',
      ])
      await undo(set)
      expect(foreignRead(file, `select * from parts where b = ${b}`)).toEqual([{ ...before[0], words: 'new' }])
    }
  })

  it('of no record are not found', async () => {
    for (const id of ['~', '~~', 'W10', 'x', '%00', '__proto__'])
      expect((await ask(`GET /api/v1/parts/${id}/-/history`)).status, id).toBeOneOf([400, 404])
  })
})

describe('what another program changes', () => {
  const history = async (id: number) => (await read<ChangePage>(`GET /api/v1/parents/${id}/-/history`)).data
  const rows = () => foreignRead(file, 'select count(*) as n from haykal_history')[0]?.n

  it('is told as from outside at the next look, without being written; and is written down before the next change', async () => {
    await read('PATCH /api/v1/parents/1', { values: { name: 'Q' }, base: { name: 'P' } })
    const before = rows()
    foreignWrite(file, `update parents set name = 'Foreign' where id = 1`)
    for (let turn = 0; turn < 2; turn += 1) {
      const [latest] = await history(1)
      expect(latest).toMatchObject({
        act: 'edit',
        set: { means: 'outside', by: null },
        fields: { name: { before: 'Q', after: 'Foreign' } },
      })
    }
    expect(rows()).toBe(before)
    await read('PATCH /api/v1/parents/1', { values: { name: 'R' }, base: { name: 'Foreign' } })
    expect((await history(1)).map(({ set }) => set.means)).toEqual(['api', 'outside', 'api'])
    expect(rows()).toBe(Number(before) + 2)
  })

  it('stands in the way of an undo of the same field', async () => {
    const { meta } = await read<{ meta: { changeSet: string } }>('PATCH /api/v1/parents/1', {
      values: { name: 'S' },
      base: { name: 'R' },
    })
    foreignWrite(file, `update parents set name = 'Theirs' where id = 1`)
    expect(await undo(meta.changeSet)).toMatchObject({ done: 0, kept: [{ reason: 'changed', fields: ['name'] }] })
    expect(foreignRead(file, 'select name from parents')).toEqual([{ name: 'Theirs' }])
  })

  it('may be the removal of a record, or its return', async () => {
    await read('POST /api/v1/parents', { values: { id: 5, name: 'Five' } }).catch(() => undefined)
    foreignWrite(file, `insert or ignore into parents values (5, 'Five')`)
    await read('PATCH /api/v1/parents/5', { values: { name: 'V' }, base: { name: 'Five' } })
    foreignWrite(file, 'delete from parents where id = 5')
    expect((await history(5))[0]).toMatchObject({ act: 'remove', set: { means: 'outside' } })
    foreignWrite(file, `insert into parents values (5, 'Back')`)
    expect((await history(5))[0]).toMatchObject({ act: 'edit', set: { means: 'outside' } })
  })
})

describe('what the database itself does to the records that point to one', () => {
  it.each([
    ['kids', 'parent'],
    ['fans', 'parent'],
  ])('is kept and taken back: %s', async (table) => {
    foreignWrite(file, `insert or ignore into parents values (1, 'Again')`)
    const all = () => foreignRead(file, `select * from ${table} order by id`)
    const before = all()
    const set = await remove('parents', '1')
    expect(all()).not.toEqual(before)
    const { set: told } = await read<{ set: { counts: object[] } }>(`GET /api/v1/-/changes/${set}`)
    expect(told.counts).toEqual(
      expect.arrayContaining([
        { model: 'kids', act: 'remove', count: 2 },
        { model: 'fans', act: 'edit', count: 1 },
        { model: 'parents', act: 'remove', count: 1 },
      ]),
    )
    expect(await undo(set)).toMatchObject({ kept: [] })
    expect(all()).toEqual(before)
  })
})
