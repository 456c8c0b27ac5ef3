/** Rights and answers in words: records by their titles, and to whoever is told nothing that they may not know of. */
import { createAccess, type Rules } from '@haykal/access'
import type { HaykalError, Viewer } from '@haykal/model'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RecordsCore } from './door.ts'
import { type AccessQuestion, explainAccess, explainRights } from './explain-access.ts'
import { openRecords } from './open-records.ts'
import { buildRegionDemo, type RegionDemo } from './testing/region-demo.ts'

const rules = {
  orders: {
    keeper: { read: { customer: { in: [1, 2] } }, edit: { margin: { gt: 7 }, customer: { eq: 1 } }, remove: true },
    // An owner who does not see everything.
    owner: { read: { status: { ne: 'paid' } }, hide: ['margin'] },
    clerk: { read: { 'customer.region': { eq: '$me.region' } }, edit: { status: { eq: 'draft' } } },
    stranger: { read: true, remove: { customer: { eq: 1 } } },
  },
  customers: { keeper: { read: { region: { eq: 'north' } } } },
} as unknown as Rules

const attributes = { region: { type: 'text' } } as const

let demo: RegionDemo
let core: RecordsCore
beforeAll(async () => {
  demo = await buildRegionDemo()
  const options = { roles: ['keeper', 'stranger', 'clerk'].map((name) => ({ name })), attributes }
  core = { ...demo.core, access: createAccess(demo.core.models, rules, options) }
})
afterAll(async () => await demo?.database.close())

const owner: Viewer = { id: 'o', role: 'owner' }
const keeper: Viewer = { id: 'k', role: 'keeper' }
const named = (name: string) => ({ type: 'person', name }) as const
const question = (parts: Partial<AccessQuestion>): AccessQuestion => ({
  ...{ viewer: keeper, about: named('Karim'), act: 'read', model: 'orders' },
  ...parts,
})

test('names records by their titles in rights, and hides what the owner who is told may not know of', async () => {
  const [rights] = await explainRights(core, { model: 'orders', roles: ['keeper'] }, owner)
  const customers = { type: 'test', operator: 'in', values: ['Nile', 'Delta'] }
  expect(rights?.acts.read).toMatchObject({ code: 'some', condition: customers })
  expect(rights?.acts.edit).toMatchObject({
    condition: { type: 'all', of: [customers, { type: 'hidden' }, { operator: 'eq', values: ['Nile'] }] },
  })
  expect(rights?.acts.remove).toEqual(rights?.acts.read)
  expect(rights?.acts.create).toEqual({ code: 'none' })
  expect(JSON.stringify(rights)).not.toMatch(/margin/i)
})

test('names records by their titles in answers, to whoever runs the server as to an owner', async () => {
  for (const listener of [owner, undefined]) {
    const { explanation } = await explainAccess(core, question({ id: '4' }), listener)
    expect(explanation).toMatchObject({
      ...{ code: 'some', isAllowed: false, about: named('Karim') },
      condition: { values: ['Nile', 'Delta'] },
      facts: [{ value: 'Nowhere' }],
    })
  }
})

test('says of a role what nobody who has it may do, and else that it depends on the person', async () => {
  const clerk: Viewer = { id: null, role: 'clerk', me: { region: null } }
  const ask = async (act: AccessQuestion['act'], id: string) =>
    (await explainAccess(core, question({ viewer: clerk, about: { type: 'role' }, act, id }))).explanation
  expect(await ask('edit', '1')).toMatchObject({ act: 'read', isAllowed: false, condition: { isUnknown: true } })
  expect(await ask('edit', '2')).toMatchObject({ act: 'edit', isAllowed: false, condition: { values: ['Draft'] } })
  expect(JSON.stringify(await ask('edit', '2'))).not.toContain('isUnknown')
  const anywhere = await explainAccess(core, question({ viewer: clerk, about: { type: 'role' }, act: 'edit' }))
  expect(anywhere.explanation).toMatchObject({ act: 'edit', isAllowed: true, condition: { values: ['Draft'] } })
})

test('tells an owner nothing of a field or a record that they do not see', async () => {
  const { explanation } = await explainAccess(core, question({ act: 'edit', id: '1' }), owner)
  expect(explanation).toMatchObject({ isAllowed: false, condition: { type: 'hidden' } })
  expect(JSON.stringify(explanation)).not.toMatch(/margin|7/i)
  const whole = await explainAccess(core, question({ act: 'edit', id: '1' }))
  expect(whole.explanation).toMatchObject({ condition: { path: [{ en: 'Margin' }] }, facts: [{ value: '7' }] })
  const missing = { code: 'not_found' }
  await expect(explainAccess(core, question({ field: 'margin' }), owner)).rejects.toMatchObject(missing)
  await expect(explainAccess(core, question({ id: '6' }), owner)).rejects.toMatchObject(missing)
  await expect(explainRights(core, { model: 'nothing', roles: [] }, owner)).rejects.toMatchObject(missing)
})

test('names records to who is refused as far as they may read them, and by their keys to who may not', async () => {
  const whyNot = async (attempt: Promise<unknown>) =>
    await attempt.catch((error: HaykalError) => error.details.explanation)
  const stranger = openRecords(core, { id: 's', role: 'stranger' })
  const byKey = await whyNot(stranger.remove('orders', '3', '*'))
  expect(byKey).toMatchObject({ act: 'remove', condition: { values: ['1'] } })
  const edit = openRecords(core, keeper).edit('orders', '3', { values: { note: 'x' }, base: { note: 'three' } })
  const byTitle = await whyNot(edit)
  expect(byTitle).toMatchObject({ act: 'edit', condition: { values: ['Nile'] } })
  // Order 3 is of the south, whose customers keepers do not read.
  for (const each of [byKey, byTitle]) {
    expect(each).not.toHaveProperty('facts')
    expect(JSON.stringify(each)).not.toContain('Delta')
  }
})
