/** Searching a list: however it is typed, the best comes first, and where it stands is marked. */
import { expect, test } from './fixtures/test.ts'

test('what is searched for is found however it is typed, the best first, and marked where it stands', async ({
  haykal,
  signIn,
}) => {
  const page = await signIn('reader', haykal)
  await page.goto(`${haykal.url}/customers`)
  const box = page.getByRole('searchbox', { name: /^Search customers/i })
  const grid = page.getByRole('grid')
  const marks = grid.locator('mark')
  const foot = page.locator('#content footer')

  // Without tashkeel, and with the ha that many type for the ta marbuta.
  await box.fill('مكتبه')
  await expect(marks.first()).toHaveText(/^مكتبة/)
  await expect(foot).toContainText(/the best first/)
  // Nothing says that the rows stand in the order of a column, as they do not.
  await expect(grid.locator('[role=columnheader][aria-sort=ascending]')).toHaveCount(0)

  await grid.getByRole('columnheader', { name: /^City/ }).getByRole('button').click()
  await expect(page).toHaveURL(/sort=city/)
  await expect(grid.locator('[role=columnheader][aria-sort=ascending]')).toHaveCount(1)
  await expect(foot).not.toContainText(/the best first/)
  await expect(marks.first()).toHaveText(/^مكتبة/)

  await box.fill('')
  await expect(marks).toHaveCount(0)
})

test('words of a search may stand in different columns, and in the name of what a record points to', async ({
  haykal,
  signIn,
}) => {
  const page = await signIn('editor', haykal)
  const orders: {
    data: { customer: number; note: string | null }[]
    meta: { titles: { customers: Record<string, string> } }
  } = await (await page.request.get(`${haykal.url}/api/v1/orders?q=invoice&sort=number&limit=50`)).json()
  const [order] = orders.data.filter(({ note }) => note?.includes('Invoice'))
  const customer = orders.meta.titles.customers[String(order?.customer)] ?? ''
  const word = customer.split(' ').find((each) => each.length > 3) ?? customer
  await page.goto(`${haykal.url}/orders?q=${encodeURIComponent(`${word.toUpperCase()} invoice`)}`)
  const row = page.getByRole('grid').getByRole('row').nth(1)
  await expect(row.locator('mark', { hasText: /invoice/i }).first()).toBeVisible()
  await expect(row.locator('mark', { hasText: word }).first()).toBeVisible()
})
