// The matrix of what was changed: every record and hidden field of the wall is changed first; then each role is told exactly what its rules let it know, by every door.
import type { ChangePage, ChangeSet, ChangeSetPage, RecordChange, TrashPage, UndoPreview } from '@haykal/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestServer, type TestServer } from '../testing/test-server.ts'
import { project } from '../testing/wall-project/haykal.config.ts'
import { wallRecords } from '../testing/wall-project/haykal.server.ts'
import { leaksIn } from '../testing/wall-project/wall-leaks.ts'
import { idOf, modelOf, rowsFor, visibleFields, wallRoles } from '../testing/wall-project/wall-truth.ts'

const names = project.models.map(({ name }) => name as string)
const roles = wallRoles.filter((role) => role !== 'public')
type Role = (typeof roles)[number]

/** What is changed of each model: fields that no rule asks about, so that the rules hold before as after. */
const changedFields: { readonly [name: string]: readonly string[] } = {
  teams: ['motto'],
  persons: ['secret', 'wage'],
  vaults: ['combination'],
  notes: ['body', 'title'],
  memberships: ['remark'],
  kinds: ['hidden_text', 'hidden_integer', 'open_text'],
}

/** Models to whose records nothing points. */
const removable: readonly string[] = ['notes', 'memberships', 'kinds']

interface Made {
  readonly set: string
  readonly model: string
  readonly record: string
  readonly act: 'edit' | 'remove'
  readonly fields: readonly string[]
}

const made: Made[] = []
let server: TestServer
beforeAll(async () => {
  server = await openTestServer({ target: `${import.meta.dirname}/../testing/wall-project` })
  for (const model of names) {
    for (const row of wallRecords(modelOf(model))) await changeAndBack(model, idOf(model, row))
  }
  for (const model of removable) {
    for (const row of wallRecords(modelOf(model)).slice(0, 4)) await removeOne(model, idOf(model, row))
  }
}, 120_000)
afterAll(async () => await server.close())

/** Every field alone and back, so that no change hides behind another one. */
async function changeAndBack(model: string, record: string): Promise<void> {
  const line = `/api/v1/${model}/${record}`
  const { data } = await ask<{ data: { [field: string]: unknown } }>('owner', `GET ${line}`)
  for (const field of changedFields[model] ?? []) {
    const was = data[field] ?? null
    const other = typeof was === 'number' || field.endsWith('integer') ? 4_242 : `${String(was)} x`
    for (const [values, base] of [
      [other, was],
      [was, other],
    ]) {
      const body = { values: { [field]: values }, base: { [field]: base } }
      const { meta } = await ask<{ meta: { changeSet: string } }>('owner', `PATCH ${line}`, { body })
      made.push({ set: meta.changeSet, model, record, act: 'edit', fields: [field] })
    }
  }
}

async function removeOne(model: string, record: string): Promise<void> {
  const line = `DELETE /api/v1/${model}/${record}`
  const { changeSet } = await ask<{ changeSet: string }>('owner', line, { headers: { 'If-Match': '*' } })
  made.push({ set: changeSet, model, record, act: 'remove', fields: [] })
}

async function ask<Reply>(role: Role, line: string, request: Parameters<TestServer['ask']>[1] = {}): Promise<Reply> {
  const { status, text } = await asked(role, line, request)
  expect({ line, status }).toMatchObject({ line, status: 200 })
  return JSON.parse(text) as Reply
}

async function asked(role: Role, line: string, request: Parameters<TestServer['ask']>[1] = {}) {
  const response = await server.ask(line, { as: role, ...request })
  const text = await response.text()
  const told = line.split(/[/?=]/).reduce((rest, part) => rest.replaceAll(`"${part}"`, '""'), text)
  expect(response.status, line).toBeLessThan(500)
  expect(leaksIn(told, role), `${role} ${line}`).toEqual([])
  return { status: response.status, text }
}

/** Every page one by one: none is empty, as a gap would tell of what is hidden. */
async function pages<Row>(role: Role, line: string): Promise<Row[]> {
  const rows: Row[] = []
  let after = ''
  for (;;) {
    const sign = line.includes('?') ? '&' : '?'
    const page = await ask<{ data: Row[]; meta: { next: string | null } }>(role, `GET ${line}${sign}limit=1${after}`)
    if (page.data.length === 0) expect({ line, rows, next: page.meta.next }).toMatchObject({ rows: [], next: null })
    rows.push(...page.data)
    if (page.meta.next === null) return rows
    after = `&after=${encodeURIComponent(page.meta.next)}`
  }
}

function isSeen(role: Role, { model, record, act, fields }: Made): boolean {
  if (!rowsFor(role, model).some((row) => idOf(model, row) === record)) return false
  return act === 'remove' || fields.some((field) => visibleFields(role, model).includes(field))
}

const seenBy = (role: Role) => made.filter((change) => isSeen(role, change)).toReversed()

describe.each(roles)('%s', (role) => {
  it('is told in the history of a record what they may see of it, page by page', async () => {
    for (const model of names) {
      for (const row of wallRecords(modelOf(model))) {
        const record = idOf(model, row)
        const seen = seenBy(role).filter((change) => change.model === model && change.record === record)
        const line = `/api/v1/${model}/${record}/-/history`
        const isRowSeen = rowsFor(role, model).some((each) => idOf(model, each) === record)
        if (!isRowSeen) {
          const never = await asked(role, `GET ${line.replace(record, '999999')}`)
          const hidden = await asked(role, `GET ${line}`)
          expect(hidden.status, line).toBe(404)
          expect(hidden.status).toBe(never.status)
          continue
        }
        const found = await pages<RecordChange>(role, line)
        expect(found.map(({ set, act, fields }) => ({ set: set.id, act, fields: fieldsIn(act, fields) }))).toEqual(
          seen.map(({ set, act, fields }) => ({ set, act, fields: act === 'edit' ? fields : [] })),
        )
        for (const { fields } of found)
          for (const field of Object.keys(fields)) expect(visibleFields(role, model)).toContain(field)
      }
    }
  }, 60_000)

  it('is told in the history of the project of the change-sets that they may know of, and of no other', async () => {
    const sets = await pages<ChangeSet>(role, '/api/v1/-/changes')
    expect(sets.map(({ id }) => id)).toEqual(seenBy(role).map(({ set }) => set))
    for (const { counts } of sets) expect(counts).toMatchObject([{ count: 1 }])
    for (const model of names.filter((name) => visibleFields(role, name).length > 0)) {
      const { data } = await ask<ChangeSetPage>(role, `GET /api/v1/-/changes?model=${model}&limit=200`)
      const expected = seenBy(role).filter((change) => change.model === model)
      expect(data.map(({ id }) => id)).toEqual(expected.map(({ set }) => set))
    }
  }, 60_000)

  it('is told of one change-set, and of what taking it back would do, exactly where the list names it', async () => {
    for (const change of made) {
      const [read, preview] = [`/api/v1/-/changes/${change.set}`, `/api/v1/-/changes/${change.set}/undo`]
      if (!isSeen(role, change)) {
        expect((await asked(role, `GET ${read}`)).status).toBe(404)
        expect((await asked(role, `GET ${preview}`)).status).toBe(404)
        expect((await asked(role, `POST ${preview}`, { body: {} })).status).toBe(404)
        continue
      }
      const { data, meta } = await ask<ChangePage>(role, `GET ${read}`)
      expect(data.map(({ model, record }) => ({ model, record }))).toEqual([
        { model: change.model, record: change.record },
      ])
      expect(meta.next).toBeNull()
      const { total } = await ask<UndoPreview>(role, `GET ${preview}`)
      expect(total).toBe(1)
    }
  }, 60_000)

  it('finds in the trash what they might have read', async () => {
    for (const model of names.filter((name) => visibleFields(role, name).length > 0)) {
      const removed = await pages<TrashPage['data'][number]>(role, `/api/v1/${model}/-/trash`)
      const expected = seenBy(role).filter((change) => change.model === model && change.act === 'remove')
      expect(removed.map(({ record }) => record)).toEqual(expected.map(({ record }) => record))
    }
  })

  it('gets as CSV what the pages give', async () => {
    const { text } = await asked(role, 'GET /api/v1/-/changes/-/csv')
    const told = new Set(text.split('\n').flatMap((line) => made.filter(({ set }) => line.includes(set))))
    expect([...told].map(({ set }) => set).toSorted()).toEqual(
      seenBy(role)
        .map(({ set }) => set)
        .toSorted(),
    )
  })
})

function fieldsIn(act: string, fields: object): string[] {
  return act === 'edit' ? Object.keys(fields) : []
}
