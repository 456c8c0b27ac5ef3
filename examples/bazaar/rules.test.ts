// Who may do what in the Bazaar, asked of the rules as the server asks them.
import { openTestProject, type TestProject } from 'haykal/testing'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { project } from './haykal.config.ts'
import { server } from './haykal.server.ts'

let bazaar: TestProject<typeof project>
beforeEach(async () => {
  bazaar = await openTestProject(project, server)
})
afterEach(async () => await bazaar.close())

/** Two customers, and of the Egyptian one an order that is still a draft and one that is on its way. */
async function buildOrders() {
  const [nile, rhine] = await bazaar.put('customers', [
    { name: 'مكتبة النيل', country: 'EG', creditLimit: '5000.00' },
    { name: 'Rheinladen', country: 'DE' },
  ])
  const [draft, shipped, german] = await bazaar.put('orders', [
    { customer: nile.id, margin: '12.50' },
    { customer: nile.id, status: 'shipped', margin: '40.00' },
    { customer: rhine.id },
  ])
  return { nile, rhine, draft, shipped, german }
}

describe('a clerk', () => {
  const clerkOf = (country: 'EG' | 'DE') => bazaar.as('clerk', { attributes: { country } })

  test('sees the orders and customers of their own country, and no others', async () => {
    const { nile, draft, shipped, german } = await buildOrders()
    const clerk = clerkOf('EG')
    expect((await clerk.sees('orders')).map((order) => order.number).toSorted()).toEqual([draft.number, shipped.number])
    expect(await clerk.sees('customers')).toMatchObject([{ id: nile.id, name: 'مكتبة النيل' }])
    expect(await clerk.may('read', 'orders', german)).toBe(false)
    expect(await clerkOf('DE').sees('orders')).toMatchObject([{ number: german.number }])
  })

  test('edits drafts until they are no drafts any more', async () => {
    const { draft, shipped } = await buildOrders()
    const clerk = clerkOf('EG')
    expect(await clerk.edit('orders', draft, { note: 'Ring twice' })).toMatchObject({
      isDone: true,
      record: { note: 'Ring twice' },
    })
    expect(await clerk.may('edit', 'orders', shipped)).toBe(false)
    expect(await clerk.why('edit', 'orders', shipped)).toBe(
      'No. The role Clerk may edit only Orders where “Status” is “Draft”. Here Status is Shipped.',
    )
    expect(await clerk.edit('orders', draft, { status: 'paid' })).toEqual({
      isDone: false,
      code: 'not_allowed',
      why: 'The role Clerk may edit only Orders where “Status” is “Draft”. It would have become one where Status is Paid.',
      problems: {},
    })
  })

  test('writes orders for customers of their own country, as drafts', async () => {
    const { nile, rhine } = await buildOrders()
    const clerk = clerkOf('EG')
    expect(await clerk.create('orders', { customer: nile.id })).toMatchObject({
      isDone: true,
      record: { status: 'draft' },
    })
    expect(await clerk.create('orders', { customer: nile.id, status: 'paid' })).toMatchObject({ code: 'not_allowed' })
    // That the customer is there at all is not told.
    expect(await clerk.create('orders', { customer: rhine.id })).toMatchObject({
      code: 'invalid',
      problems: { customer: 'There is no such record.' },
    })
  })

  test('knows nothing of what an order earns', async () => {
    const { draft } = await buildOrders()
    const clerk = clerkOf('EG')
    expect(clerk.fields('orders').seen).not.toContain('margin')
    expect((await clerk.sees('orders')).some((order) => 'margin' in order)).toBe(false)
    expect(clerk.fields('customers').seen).not.toContain('creditLimit')
    expect(await clerk.remove('orders', draft)).toMatchObject({ isDone: false, code: 'not_allowed' })
  })

  test('whose country nobody wrote down sees nothing', async () => {
    await buildOrders()
    expect(await bazaar.as('clerk').sees('orders')).toEqual([])
    expect(await bazaar.as('clerk').why('read', 'orders')).toBe(
      'No. The role Clerk may see only Orders where “Customer” › “Country” is compared with the “Country” of The clerk, who has none.',
    )
  })
})

describe('a reader', () => {
  test('sees every order, without what it earns, and changes nothing', async () => {
    const { draft } = await buildOrders()
    const reader = bazaar.as('reader')
    expect(await reader.sees('orders')).toHaveLength(3)
    expect(reader.fields('orders')).toMatchObject({ create: [], edit: [] })
    expect(reader.fields('orders').seen).not.toContain('margin')
    for (const act of ['create', 'edit', 'remove'] as const) expect(await reader.may(act, 'orders')).toBe(false)
    expect(await reader.edit('orders', draft, { note: 'x' })).toMatchObject({
      code: 'not_allowed',
      why: 'The role Reader may not edit Orders.',
    })
  })
})

describe('an editor', () => {
  test('edits every order, and removes only what is still a draft', async () => {
    const { draft, shipped } = await buildOrders()
    const editor = bazaar.as('editor')
    expect(await editor.edit('orders', shipped, { status: 'late' })).toMatchObject({ isDone: true })
    expect(await editor.may('remove', 'orders', shipped)).toBe(false)
    expect(await editor.remove('orders', draft)).toMatchObject({ isDone: true, record: { number: draft.number } })
    expect(await editor.sees('orders', { status: { eq: 'draft' }, 'customer.country': { eq: 'EG' } })).toEqual([])
  })

  test('ships what is paid, and nothing else', async () => {
    const { draft, shipped } = await buildOrders()
    const editor = bazaar.as('editor')
    expect(await editor.run('orders', 'ship', draft)).toMatchObject({ isDone: false, code: 'invalid' })
    expect(await editor.edit('orders', shipped, { status: 'paid' })).toMatchObject({ isDone: true })
    expect(await editor.run('orders', 'ship', shipped)).toMatchObject({ isDone: true, record: { status: 'shipped' } })
    expect(await bazaar.as('reader').run('orders', 'ship', shipped)).toMatchObject({
      isDone: false,
      code: 'not_allowed',
    })
  })

  test('sees what an order earns and sets it never', async () => {
    await buildOrders()
    const { seen, edit } = bazaar.as('editor').fields('orders')
    expect(seen).toContain('margin')
    expect(edit).not.toContain('margin')
  })
})

test('the public sees what the shop window shows, without what it cost', async () => {
  const [food] = await bazaar.put('categories', [{ name: 'Food', arabicName: 'أغذية', slug: 'food' }])
  const row = { category: food.id, unit: 'piece', price: '2.00', cost: '1.10' } as const
  await bazaar.put('products', [
    { ...row, sku: 'A-1', name: 'Dates', arabicName: 'تمر' },
    { ...row, sku: 'A-2', name: 'Figs', arabicName: 'تين', discontinued: true },
  ])
  const anybody = bazaar.as('public')
  expect(await anybody.sees('products')).toMatchObject([{ name: 'Dates', price: '2.00' }])
  expect(anybody.fields('products').seen).not.toContain('cost')
  expect(await anybody.sees('orders')).toEqual([])
})
