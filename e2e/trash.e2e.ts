/** What is removed lies in the trash of its list, and comes back whole. */
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/test.ts'

/** A draft order with three lines; its number. */
async function createOrder(page: Page, url: string): Promise<number> {
  const customer = 3
  const order = await page.request.post(`${url}/api/v1/orders`, {
    data: { values: { customer, note: 'For the fair' } },
  })
  expect(order.status(), await order.text()).toBe(201)
  const { number } = (await order.json()).data
  for (const product of [1, 2, 3]) {
    const data = { values: { order: number, product, quantity: product, price: '10.00' } }
    const line = await page.request.post(`${url}/api/v1/lines`, { data })
    expect(line.status(), await line.text()).toBe(201)
  }
  return number
}

async function removeByHand(page: Page, address: string, title: string): Promise<void> {
  await page.goto(address)
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByText(`${title} removed`)).toBeVisible()
}

test('an order comes back from the trash with its lines', async ({ haykal, signIn }) => {
  const [owner, editor] = [await signIn('owner', haykal), await signIn('editor', haykal)]
  const number = await createOrder(editor, haykal.url)
  await removeByHand(editor, `${haykal.url}/orders/${number}`, String(number))
  await owner.goto(`${haykal.url}/orders`)
  await owner.getByRole('button', { name: 'More about this list' }).click()
  await owner.getByRole('menuitem', { name: 'Trash' }).click()
  await expect(owner).toHaveURL(/\/orders\/-\/trash$/)
  const row = owner
    .getByRole('list', { name: 'Trash of Orders' })
    .getByRole('listitem')
    .filter({ hasText: String(number) })
  await expect(row).toContainText('and 3 records with it')
  await expect(row).toContainText('removed by Editor Example')
  await row.getByRole('button', { name: `Restore ${number}` }).click()
  await expect(owner.getByText(`${number} restored`)).toBeVisible()
  await expect(row).toHaveCount(0)
  await owner.goto(`${haykal.url}/orders/${number}`)
  await expect(owner.getByText('For the fair').first()).toBeVisible()
  const lines = owner.getByRole('region', { name: 'Order lines' })
  await expect(lines.getByRole('row')).toHaveCount(4)
})

test('the trash of one list shows nothing of another, and nothing to who may not read it', async ({
  haykal,
  signIn,
}) => {
  const editor = await signIn('editor', haykal)
  const number = await createOrder(editor, haykal.url)
  await removeByHand(editor, `${haykal.url}/orders/${number}`, String(number))
  await editor.goto(`${haykal.url}/shipments/-/trash`)
  await expect(editor.getByText('The trash is empty')).toBeVisible()
  await expect(editor.getByRole('button', { name: 'Empty the trash' })).toHaveCount(0)
})

test('an owner empties the trash after being asked, and what was in it is gone', async ({ haykal, signIn }) => {
  const owner = await signIn('owner', haykal)
  const number = await createOrder(owner, haykal.url)
  await removeByHand(owner, `${haykal.url}/orders/${number}`, String(number))
  await owner.goto(`${haykal.url}/orders/-/trash`)
  await owner.getByRole('button', { name: 'Empty the trash' }).click()
  const question = owner.getByRole('alertdialog')
  await expect(question).toContainText('gone for good')
  await question.getByRole('button', { name: 'Empty the trash' }).click()
  await expect(owner.getByText('The trash is empty')).toBeVisible()
  await owner.keyboard.press('Control+z')
  const why = owner.getByRole('dialog').or(owner.getByText(/^Not undone/))
  await expect(why.first()).toBeVisible()
  const answer = await owner.request.get(`${haykal.url}/api/v1/orders/${number}`)
  expect(answer.status()).toBe(404)
})

test('an owner says how long the trash is kept, and is asked before less is kept', async ({ haykal, signIn }) => {
  const owner = await signIn('owner', haykal)
  await owner.goto(`${haykal.url}/-/settings/history`)
  const trash = owner.getByLabel('Keep what was removed')
  const save = owner.getByRole('button', { name: 'Save' })
  await trash.selectOption({ label: 'For ever' })
  if (await save.isEnabled()) {
    await save.click()
    await expect(owner.getByText('Saved').first()).toBeVisible()
  }
  await trash.selectOption({ label: '30 days' })
  await save.click()
  await owner.getByRole('alertdialog').getByRole('button', { name: 'Keep less' }).click()
  await expect(owner.getByText('Saved').first()).toBeVisible()
  await owner.reload()
  await expect(trash).toHaveValue('30')
  const editor = await signIn('editor', haykal)
  await editor.goto(`${haykal.url}/-/settings/history`)
  await expect(editor.getByText('There is nothing at this address')).toBeVisible()
})
