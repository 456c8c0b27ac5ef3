/** An action of the project, as a button: on a record, on many, refused, and taken back. */
import type { Page } from '@playwright/test'
import type { HaykalServer } from './fixtures/haykal-server.ts'
import { changeMeanwhile, readValues } from './fixtures/meanwhile.ts'
import { expect, test } from './fixtures/test.ts'

/** The number of the newest order in a status. */
async function orderIn(page: Page, { url }: HaykalServer, status: string): Promise<string> {
  const filter = encodeURIComponent(JSON.stringify({ status: { eq: status } }))
  const answer = await page.request.get(`${url}/api/v1/orders?filter=${filter}&limit=1`)
  return String((await answer.json()).data[0].number)
}

test('an order that is paid can be shipped with one press, which is taken back with another', async ({
  haykal,
  signIn,
}) => {
  const page = await signIn('editor', haykal)
  const number = await orderIn(page, haykal, 'paid')
  await page.goto(`${haykal.url}/orders/${number}`)
  const ship = page.getByRole('button', { name: 'Ship', exact: true })
  await ship.click()
  await expect(page.getByText(`Ship: ${number}`)).toBeVisible()
  await expect(page.getByRole('definition').filter({ hasText: 'Shipped' })).toBeVisible()
  await expect(ship, 'what is shipped cannot be shipped again').toBeHidden()
  expect((await readValues(page, haykal, `orders/${number}`)).status).toBe('shipped')

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(ship).toBeVisible()
  expect((await readValues(page, haykal, `orders/${number}`)).status).toBe('paid')
})

test('who may not edit orders is offered no action, and beside a list it is in the menu', async ({
  haykal,
  signIn,
}) => {
  const [reader, editor] = [await signIn('reader', haykal), await signIn('editor', haykal)]
  const number = await orderIn(editor, haykal, 'paid')
  await reader.goto(`${haykal.url}/orders/${number}`)
  await expect(reader.getByRole('heading', { level: 1, name: number })).toBeVisible()
  await expect(reader.getByRole('button', { name: 'Ship', exact: true })).toBeHidden()

  await editor.setViewportSize({ width: 1440, height: 900 })
  await editor.goto(`${haykal.url}/orders?peek=${number}`)
  await editor.getByRole('button', { name: 'More actions' }).click()
  await editor.getByRole('menuitem', { name: 'Ship' }).click()
  await expect(editor.getByText(`Ship: ${number}`)).toBeVisible()
})

test('somebody was faster: it says why nothing was done', async ({ haykal, signIn }) => {
  const [page, other] = [await signIn('editor', haykal), await signIn('owner', haykal)]
  const number = await orderIn(page, haykal, 'paid')
  await page.goto(`${haykal.url}/orders/${number}`)
  const ship = page.getByRole('button', { name: 'Ship', exact: true })
  await expect(ship).toBeVisible()
  await changeMeanwhile(other, { server: haykal, path: `orders/${number}`, values: { status: 'cancelled' } })
  await ship.click()
  await expect(page.getByText('Ship was not done.')).toContainText('This cannot be done with this record.')
  await expect(page.getByRole('definition').filter({ hasText: 'Cancelled' })).toBeVisible()
})

test('of chosen orders, those that it is for are shipped together', async ({ haykal, signIn }) => {
  const page = await signIn('editor', haykal)
  const filter = JSON.stringify({ status: { in: ['paid', 'draft'] } })
  await page.goto(`${haykal.url}/orders?filter=${encodeURIComponent(filter)}`)
  const rowsIn = (status: string) => page.getByRole('row').filter({ hasText: status }).getByRole('checkbox')
  await expect(rowsIn('Draft').first()).toBeAttached()
  const labels = await Promise.all([0, 1].map((index) => rowsIn('Paid').nth(index).getAttribute('aria-label')))
  for (const box of [rowsIn('Draft').first(), rowsIn('Paid').nth(0), rowsIn('Paid').nth(1)]) await box.check()
  await page.getByRole('region', { name: 'Selected records' }).getByRole('button', { name: 'Ship' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('heading')).toHaveText('Ship: 2 records')
  await expect(dialog).toContainText('For 1 of those selected it is not meant.')
  await dialog.getByRole('button', { name: 'Ship' }).click()
  await expect(dialog).toBeHidden()
  for (const label of labels) {
    const number = label?.replace('Select ', '')
    await expect.poll(async () => (await readValues(page, haykal, `orders/${number}`)).status).toBe('shipped')
  }
})
