/** The lines of an order are edited inside of it: added, changed and removed with one save; two people on different lines, and on the same. */
import type { Locator, Page } from '@playwright/test'
import type { HaykalServer } from './fixtures/haykal-server.ts'
import { changeMeanwhile, readValues } from './fixtures/meanwhile.ts'
import { expect, test } from './fixtures/test.ts'

const order = '1048571'
const lines = (page: Page) => page.getByRole('region', { name: 'Order lines' })
const line = (page: Page, number: number) => lines(page).getByRole('listitem', { name: `Order line ${number}` })

async function edit(page: Page, server: HaykalServer): Promise<void> {
  await page.goto(`${server.url}/orders/${order}`)
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await expect(line(page, 2)).toBeVisible()
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Save|Create)/ }).click()
}

/** The lines of an order as they are stored, the newest first. */
async function stored(page: Page, { url }: HaykalServer, of = order): Promise<readonly Record<string, unknown>[]> {
  const filter = encodeURIComponent(JSON.stringify({ order: { eq: Number(of) } }))
  return (await (await page.request.get(`${url}/api/v1/lines?filter=${filter}`)).json()).data
}

/** Chooses a record in the input of a relation, by its name, and goes on. */
async function pick(page: Page, input: Locator, name: string): Promise<void> {
  await input.fill(name.slice(0, -1))
  await page.getByRole('option', { name, exact: true }).first().click()
  await expect(input).toHaveValue(name)
  await input.press('Tab')
}

test('a line is added, one changed and one removed with one save; what they add up to follows', async ({
  haykal,
  signIn,
}) => {
  const page = await signIn('owner', haykal)
  const [first, second] = await stored(page, haykal)
  await edit(page, haykal)
  await line(page, 1).getByRole('textbox', { name: 'Quantity' }).fill('5')
  await expect(line(page, 1), 'computed while one types').toContainText('€')
  await line(page, 2).getByRole('button', { name: 'Remove Order line 2' }).click()
  await expect(line(page, 2)).toContainText('Removed when you save')
  await line(page, 1).getByRole('textbox', { name: 'Quantity' }).press('Control+Enter')
  await expect(line(page, 3).getByRole('combobox', { name: 'Product' }), 'the new row has the focus').toBeFocused()
  const { name = '' } = await readValues(page, haykal, 'products/7')
  await pick(page, line(page, 3).getByRole('combobox', { name: 'Product' }), name)
  await expect(line(page, 3).getByRole('textbox', { name: 'Quantity' })).toBeFocused()
  await line(page, 3).getByRole('textbox', { name: 'Quantity' }).fill('7')
  await line(page, 3).getByRole('textbox', { name: 'Price' }).fill('2.50')
  await expect(line(page, 3)).toContainText('€17.50')
  await expect(page.getByText('3 unsaved changes')).toBeVisible()

  const sent = page.waitForRequest((request) => request.method() === 'PATCH')
  await save(page)
  expect(Object.keys((await sent).postDataJSON())).toEqual(['values', 'base', 'children'])
  await expect(page.getByText(`${order} saved`)).toBeVisible()
  const now = await stored(page, haykal)
  expect(now).toHaveLength(2)
  expect(now.find(({ id }) => id === first?.id)).toMatchObject({ quantity: 5 })
  expect(now.some(({ id }) => id === second?.id)).toBe(false)
  expect(now.find(({ quantity }) => quantity === 7)).toMatchObject({ price: '2.50', order: Number(order) })
  await expect(page.getByRole('definition').filter({ hasText: /^12$/ }), '5 and 7 pieces').toBeVisible()
  await expect(lines(page).getByText('€17.50')).toBeVisible()
})

test('what is wrong with a line is said in its cell, and nothing is saved', async ({ haykal, signIn }) => {
  const page = await signIn('owner', haykal)
  const before = await stored(page, haykal)
  await edit(page, haykal)
  await line(page, 1).getByRole('textbox', { name: 'Quantity' }).fill('0')
  await save(page)
  await expect(line(page, 1)).toContainText('Too small: at least 1.')
  await expect(line(page, 1).getByRole('textbox', { name: 'Quantity' })).toBeFocused()

  // Each product once in an order: this only the server knows.
  await line(page, 1).getByRole('textbox', { name: 'Quantity' }).fill('3')
  const product = line(page, 1).getByRole('combobox', { name: 'Product' })
  const taken = await line(page, 2).getByRole('combobox', { name: 'Product' }).inputValue()
  await pick(page, product, taken)
  await save(page)
  await expect(line(page, 1).locator('[aria-invalid=true]').first()).toBeVisible()
  await expect(page.getByText(/needs? attention/)).toBeVisible()
  expect(await stored(page, haykal)).toEqual(before)
})

test('two people edit different lines of one order, and both are kept', async ({ haykal, signIn }) => {
  const [one, other] = [await signIn('owner', haykal), await signIn('editor', haykal)]
  for (const page of [one, other]) await edit(page, haykal)
  await line(one, 1).getByRole('textbox', { name: 'Quantity' }).fill('21')
  await line(other, 2).getByRole('textbox', { name: 'Quantity' }).fill('34')
  for (const page of [one, other]) {
    await save(page)
    await expect(page.getByText(`${order} saved`)).toBeVisible()
  }
  expect((await stored(one, haykal)).map(({ quantity }) => quantity).toSorted()).toEqual([21, 34])
})

test('of the same field of a line, the second is asked in its row', async ({ haykal, signIn }) => {
  const [page, other] = [await signIn('owner', haykal), await signIn('editor', haykal)]
  const [first] = await stored(page, haykal)
  await edit(page, haykal)
  await line(page, 1).getByRole('textbox', { name: 'Quantity' }).fill('8')
  await changeMeanwhile(other, { server: haykal, path: `lines/${first?.id}`, values: { quantity: 9 as never } })
  await save(page)
  await expect(line(page, 1)).toContainText('Someone else wrote 9 meanwhile')
  expect((await readValues(page, haykal, `lines/${first?.id}`)).quantity).toBe(9)
  await line(page, 1).getByRole('button', { name: 'Keep mine' }).click()
  await save(page)
  await expect(page.getByText(`${order} saved`)).toBeVisible()
  expect((await readValues(page, haykal, `lines/${first?.id}`)).quantity).toBe(8)
})

test('a new order is made together with its lines', async ({ haykal, signIn }) => {
  const page = await signIn('owner', haykal)
  await page.goto(`${haykal.url}/orders/-/new`)
  const [customer, product] = [
    await readValues(page, haykal, 'customers/7'),
    await readValues(page, haykal, 'products/7'),
  ]
  await pick(page, page.getByRole('combobox', { name: /^Customer/ }), customer.name ?? '')
  await lines(page).getByRole('button', { name: 'Add order line' }).click()
  await pick(page, line(page, 1).getByRole('combobox', { name: 'Product' }), product.name ?? '')
  await line(page, 1).getByRole('textbox', { name: 'Price' }).fill('4')
  await save(page)
  await expect(page).toHaveURL(/\/orders\/\d+$/)
  const made = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  await expect(lines(page).getByText('€4.00').first()).toBeVisible()
  expect(await stored(page, haykal, made)).toMatchObject([{ quantity: 1, price: '4.00', order: Number(made) }])
})
