/** A working visit: list, sort, search, filter, open, edit, back; one document, and only small JSON after it. */
import { expect, test } from './fixtures/test.ts'

test('a visit of many screens asks for one document, and back returns to the same place in the list', async ({
  haykal,
  signIn,
}) => {
  const page = await signIn('owner', haykal)
  await page.goto(`${haykal.url}/customers`)
  const documents: string[] = []
  page.on('request', (request) => {
    if (request.resourceType() === 'document') documents.push(request.url())
  })
  await expect(page.getByRole('grid')).toBeVisible()
  await page.getByRole('link', { name: 'Orders', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Orders' })).toBeVisible()
  await expect(page.getByText('10,000+').first()).toBeVisible()

  await page
    .getByRole('columnheader', { name: /^Number/ })
    .getByRole('button')
    .click()
  await expect(page).toHaveURL(/sort=number/)
  await expect(page.getByRole('columnheader', { name: /^Number/ })).toHaveAttribute('aria-sort', 'ascending')

  const grid = page.getByRole('grid')
  const firstRow = () => grid.getByRole('row').nth(1).textContent()
  const atTop = await firstRow()
  await grid.hover()
  for (let turn = 0; turn < 10; turn += 1) await page.mouse.wheel(0, 1500)
  await expect.poll(async () => await firstRow()).not.toBe(atTop)
  await expect(grid.getByRole('row', { name: /\d{6,7}/ }).nth(12)).toBeVisible()
  const opened = grid.getByRole('row', { name: /\d{6,7}/ }).nth(12)
  const number = /\d{6,7}/.exec((await opened.textContent()) ?? '')?.[0] ?? ''
  await opened.getByText(number).click()
  await expect(page).toHaveURL(/\/orders\?sort=number&peek=\d+$/)
  await expect(page.getByRole('heading', { name: number })).toBeVisible()

  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await page.getByLabel('Note').fill('Ring twice — اتصل أولاً')
  await page.getByRole('button', { name: /^Save/ }).click()
  await expect(page.getByText(`${number} saved`)).toBeVisible()
  await expect(page.getByRole('complementary').getByText('Ring twice — اتصل أولاً').first()).toBeVisible()
  await page.goBack()
  const row = grid.getByRole('row', { name: new RegExp(number) })
  await expect(row).toBeInViewport()
  await expect(row).toContainText('Ring twice')
  expect(documents).toEqual([])
})

test('search, filters and order are in the address, and survive a reload', async ({ haykal, signIn }) => {
  const page = await signIn('reader', haykal)
  await page.goto(`${haykal.url}/customers`)
  await page.getByRole('searchbox', { name: /^Search customers/i }).fill('نيل')
  await expect(page).toHaveURL(/q=/)
  const rows = page.getByRole('grid').getByRole('row', { name: /نيل/ })
  await expect(rows.first()).toBeVisible()
  await page.reload()
  await expect(page.getByRole('searchbox', { name: /^Search customers/i })).toHaveValue('نيل')
  await expect(rows.first()).toBeVisible()
  await page.getByRole('searchbox', { name: /^Search customers/i }).fill('zzzzzz')
  await expect(page.getByText('Nothing matches')).toBeVisible()
})

test('orders are found by the name of their customer', async ({ haykal, signIn }) => {
  const page = await signIn('reader', haykal)
  await page.goto(`${haykal.url}/orders?q=${encodeURIComponent('مكتبة النيل')}`)
  await expect(
    page
      .getByRole('grid')
      .getByRole('row', { name: /مكتبة النيل/ })
      .first(),
  ).toBeVisible()
  const rows = await page
    .getByRole('grid')
    .getByRole('row', { name: /\d{6,7}/ })
    .allTextContents()
  expect(rows.filter((row) => !row.includes('مكتبة النيل'))).toEqual([])
})

test('a reader is shown no control that would be refused', async ({ haykal, signIn }) => {
  const page = await signIn('reader', haykal)
  await page.goto(`${haykal.url}/orders`)
  await expect(page.getByRole('grid')).toBeVisible()
  await expect(page.getByRole('button', { name: 'New order' })).toHaveCount(0)
  await page
    .getByRole('grid')
    .getByRole('row')
    .nth(2)
    .getByText(/\d{6,7}/)
    .click()
  await expect(page.getByRole('heading', { name: /\d{6,7}/ })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Edit', exact: true })).toHaveCount(0)
  await expect(page.getByText('Margin')).toHaveCount(0)
})

test('a new record tells all its problems at once, beside their fields', async ({ haykal, signIn }) => {
  const page = await signIn('editor', haykal)
  await page.goto(`${haykal.url}/products/-/new`)
  await page.getByRole('button', { name: 'Create' }).click()
  const needed = page.getByText('A value is needed here.')
  await expect(needed.first()).toBeVisible()
  expect(await needed.count()).toBeGreaterThan(1)
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true')
})

test('a new order finds its customer as one types, by keyboard alone', async ({ haykal, signIn }) => {
  const page = await signIn('editor', haykal)
  await page.goto(`${haykal.url}/orders/-/new`)
  const customer = page.getByRole('combobox', { name: /^Customer/ })
  await customer.fill('نيل')
  await expect(page.getByRole('option', { name: 'مكتبة النيل', exact: true })).toBeVisible()
  await customer.press('ArrowDown')
  const wanted = await page.getByRole('option').first().textContent()
  await customer.press('Enter')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('heading', { name: /^\d{7}$/ })).toBeVisible()
  await expect(
    page
      .getByRole('main')
      .getByText(wanted ?? '?')
      .first(),
  ).toBeVisible()
})

test('a record is removed after asking, and is gone from the list', async ({ haykal, signIn }) => {
  const page = await signIn('owner', haykal)
  await page.goto(`${haykal.url}/categories/-/new`)
  await page.getByRole('textbox', { name: 'Name required' }).fill('Short-lived')
  await page.getByLabel('Name in Arabic').fill('عابرة')
  await page.getByRole('button', { name: 'Create' }).click()
  await expect(page.getByRole('heading', { name: 'Short-lived' })).toBeVisible()
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click()
  await expect(page).toHaveURL(/\/categories($|\?)/)
  await expect(page.getByRole('grid')).toBeVisible()
  await expect(page.getByRole('row', { name: /Short-lived/ })).toHaveCount(0)
})
