/** Rules about whoever asks and about fields, as scenarios: what comes out, and what must not. */
import type { HaykalError, Me, Viewer } from '@haykal/model'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeModels } from './index.ts'
import { buildRegionDemo, type RegionDemo } from './testing/region-demo.ts'

let demo: RegionDemo
beforeAll(async () => {
  demo = await buildRegionDemo()
})
afterAll(async () => {
  await demo?.database.close()
})

const sara = { id: 'sara', region: 'north', groups: ['a'] }
const viewer = (role: string, me: Me = {}): Viewer => ({ id: typeof me.id === 'string' ? me.id : null, role, me })

async function idsFor(who: Viewer, model = 'orders'): Promise<readonly unknown[]> {
  const page = await demo.as(who).list(model, { sort: 'id' })
  expect(page.meta.count).toBe(page.data.length)
  for (const record of page.data) await demo.as(who).read(model, String(record.id))
  return page.data.map((record) => record.id)
}

const problemsOf = async (promise: Promise<unknown>) =>
  await promise.then(
    () => 'done',
    (error: HaykalError) => error.details.problems ?? error.code,
  )

test.each<[string, Viewer, readonly number[]]>([
  ['a clerk of the north', viewer('clerk', sara), [1, 2, 6]],
  ['a clerk of the south', viewer('clerk', { region: 'south' }), [3]],
  ['a clerk of nowhere', viewer('clerk', { region: null }), []],
  ['a clerk of an empty region', viewer('clerk', { region: '' }), []],
  ['a clerk of whom nothing is known', { id: 'x', role: 'clerk' }, []],
  ['a member of a team', viewer('member', { groups: ['a', 'c'] }), [1, 3, 6]],
  ['a member of no team', viewer('member', { groups: [] }), []],
  ['a member whose teams are not known', viewer('member', {}), []],
  ['a member of an unnamed team', viewer('member', { groups: ['', null] }), []],
  ['who is kept out of teams', viewer('stranger', { groups: ['a', 'b'] }), [3, 4, 5]],
  ['who is kept out of teams that are not known', viewer('stranger', { groups: null }), []],
  ['who is kept out of one that is not known', viewer('stranger', { groups: ['a', null] }), []],
  ['who is kept out of a region', viewer('outsider', { region: 'north' }), [3, 4, 5]],
  ['who is kept out of a region that is not known', viewer('outsider', {}), []],
])('shows %s the records of their rule, by list and one by one', async (_who, who, ids) => {
  expect(await idsFor(who)).toEqual(ids)
  for (const id of [1, 2, 3, 4, 5, 6].filter((each) => !ids.includes(each)))
    expect(await problemsOf(demo.as(who).read('orders', String(id)))).toBe('not_found')
})

test('gives a role of the project what it is like where a model says nothing of it, else nothing', async () => {
  expect(await idsFor(viewer('auditor'), 'customers')).toEqual([1, 2, 3])
  expect(await problemsOf(demo.as(viewer('outsider', sara)).list('customers'))).toBe('not_found')
  expect(await problemsOf(demo.as(viewer('nobody declared it')).list('orders'))).toBe('not_found')
  expect(await idsFor(viewer('public'), 'customers')).toEqual([1])
})

test('asks for the viewer in a filter of theirs, and takes an escaped one as it stands', async () => {
  const count = async (filter: { readonly [name: string]: { readonly [operator: string]: string } }) =>
    (await demo.as({ ...viewer('owner'), id: 'sara', me: { groups: ['a', 'b'] } }).list('orders', { filter })).meta
      .count
  expect(await count({ owner: { eq: '$me' } })).toBe(4)
  expect(await count({ owner: { eq: '$$me' } })).toBe(0)
  expect(await count({ team: { in: '$me.groups' } })).toBe(3)
  expect(await count({ 'customer.region': { eq: '$me.region' } })).toBe(0)
  expect(await problemsOf(count({ owner: { eq: '$me.password' } }))).toMatchObject([{ code: 'unknown_field' }])
})

test('keeps a hidden field from every question, as if it were not there', async () => {
  const clerk = demo.as(viewer('clerk', sara))
  for (const request of [
    { filter: { margin: { eq: 7 } } },
    { filter: { margin: { eq: '$me' } } },
    { filter: { 'customer.secret': { eq: 'hush' } } },
    { sort: 'margin' },
    { sort: 'customer.secret' },
    { fields: ['margin'] },
  ]) {
    const hidden = JSON.stringify(await problemsOf(clerk.list('orders', request)))
    const unknown = JSON.parse(JSON.stringify(request).replace(/margin|secret/g, 'nosuch'))
    expect(hidden.replace(/margin|secret/g, 'nosuch')).toBe(
      JSON.stringify(await problemsOf(clerk.list('orders', unknown))),
    )
  }
  const told = JSON.stringify([
    describeModels(demo.core, viewer('clerk', sara)),
    await clerk.list('orders'),
    await clerk.read('orders', '1'),
    await clerk.read('customers', '1'),
  ])
  expect(told).not.toMatch(/margin|secret|hush/)
})

test('does not name a hidden field that a new record would need', async () => {
  const made = await demo.as(viewer('clerk', sara)).create('customers', { name: 'New', region: 'north' })
  expect(JSON.stringify(made)).not.toMatch(/secret|unsaid/)
})

test('lets only the fields be set that the rules name, and says so beforehand', async () => {
  const clerk = demo.as(viewer('clerk', sara))
  const seen = await clerk.read('orders', '1')
  expect(seen.meta.can).toEqual({ edit: true, remove: true, fields: ['status', 'note'] })
  expect((await clerk.read('orders', '2')).meta.can).toEqual({ edit: false, remove: false })
  expect(await problemsOf(clerk.edit('orders', '1', { values: { owner: 'omar' }, base: { owner: 'sara' } }))).toEqual([
    { pointer: '/values/owner', code: 'read_only' },
  ])
  expect(await problemsOf(clerk.edit('orders', '1', { values: { margin: 1 }, base: { margin: 7 } }))).toEqual([
    { pointer: '/values/margin', code: 'unknown_field' },
  ])
  expect(await problemsOf(clerk.create('orders', { customer: 1, owner: 'sara', team: 'b' }))).toEqual([
    { pointer: '/values/team', code: 'read_only' },
  ])
  await clerk.edit('orders', '1', { values: { note: 'uno' }, base: { note: 'one' } })
  const auditor = demo.as(viewer('auditor'))
  expect((await auditor.read('orders', '2')).meta.can.fields).toEqual(['customer', 'owner', 'team', 'note'])
  expect(
    await problemsOf(auditor.edit('orders', '2', { values: { status: 'paid' }, base: { status: 'shipped' } })),
  ).toEqual([{ pointer: '/values/status', code: 'read_only' }])
  const [, orders] = describeModels(demo.core, viewer('clerk', sara))
  expect(orders?.can).toEqual({
    create: true,
    edit: true,
    remove: true,
    createFields: ['customer', 'owner', 'status', 'note'],
    editFields: ['status', 'note'],
  })
})

test('holds a rule to the record as it is and as it would become', async () => {
  const clerk = demo.as(viewer('clerk', sara))
  const edit = (id: string, status: string, base: string) =>
    problemsOf(clerk.edit('orders', id, { values: { status }, base: { status: base } }))
  expect(await edit('1', 'shipped', 'draft')).toBe('not_allowed')
  expect(await edit('6', 'draft', 'paid')).toBe('not_allowed')
  expect(await edit('3', 'paid', 'draft')).toBe('not_found')
  expect(await problemsOf(clerk.create('orders', { customer: 1, owner: 'omar' }))).toBe('not_allowed')
  expect(await problemsOf(clerk.remove('orders', '2', '*'))).toBe('not_allowed')
})

test('says of a page which of its records may be edited and removed', async () => {
  const page = await demo.as(viewer('clerk', sara)).list('orders', { sort: 'id', fields: ['note'] })
  expect(page.data.map(({ id }) => id)).toEqual([1, 2, 6])
  expect(page.meta.can).toEqual({ edit: [true, false, false], remove: [true, false, true], fields: ['status', 'note'] })
  expect((await demo.as(viewer('owner')).list('orders')).meta.can).toEqual({ edit: true, remove: true })
  expect((await demo.as(viewer('member', sara)).list('orders')).meta.can).toEqual({ edit: false, remove: false })
})

async function whyNot(promise: Promise<unknown>): Promise<unknown> {
  return await promise.then(
    () => 'done',
    (error: HaykalError) => error.details.explanation ?? 'no explanation',
  )
}

test('says which rule refused a write, and what the record has', async () => {
  const clerk = demo.as(viewer('clerk', sara))
  const isDraft = { type: 'test', path: [{ en: 'Status', ar: 'الحالة' }], operator: 'eq', values: ['Draft'] }
  expect(await whyNot(clerk.edit('orders', '2', { values: { note: 'x' }, base: { note: 'two' } }))).toEqual({
    code: 'some',
    isAllowed: false,
    role: 'clerk',
    act: 'edit',
    models: { en: 'Orders', ar: 'الطلبات' },
    condition: isDraft,
    facts: [{ field: { en: 'Status', ar: 'الحالة' }, value: 'Shipped' }],
  })
  expect(
    await whyNot(clerk.edit('orders', '1', { values: { status: 'shipped' }, base: { status: 'draft' } })),
  ).toMatchObject({ act: 'edit', condition: isDraft, facts: [{ value: 'Shipped' }], isAfter: true })
  expect(await whyNot(clerk.remove('orders', '2', '*'))).toMatchObject({
    act: 'remove',
    condition: { path: ['Owner'], operator: 'eq', values: ['sara'], mine: [{ name: 'id' }] },
    facts: [{ field: 'Owner', value: 'omar' }],
  })
  expect(await whyNot(demo.as(viewer('auditor')).remove('orders', '2', '*'))).toMatchObject({
    code: 'none',
    act: 'remove',
  })
  const somebody = demo.as({ id: null, role: 'clerk', me: { region: 'north' } })
  expect(await whyNot(somebody.remove('orders', '1', '*'))).toMatchObject({
    condition: { mine: [{ name: 'id' }], isUnknown: true },
  })
})

test('explains nothing of a record that may not be read, and names nothing that may not be known of', async () => {
  const clerk = demo.as(viewer('clerk', sara))
  for (const id of ['3', '99']) {
    expect(await whyNot(clerk.remove('orders', id, '*'))).toBe('no explanation')
    expect(await whyNot(clerk.edit('orders', id, { values: {}, base: {} }))).toBe('no explanation')
  }
  const why = await whyNot(
    demo.as(viewer('keeper')).edit('orders', '1', { values: { note: 'x' }, base: { note: 'y' } }),
  )
  expect(why).toMatchObject({ code: 'some', condition: { type: 'all', of: [{ type: 'hidden' }, { type: 'hidden' }] } })
  expect(JSON.stringify(why)).not.toMatch(/margin|Margin|الهامش|7|customer|region|south/i)
})
