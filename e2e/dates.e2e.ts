/** Days and moments where people meet them: filled in on a record's page, asked for by a filter, in one's own digits, calendar and zone. */
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/test.ts'

/** The newest order, as the server has it. */
async function newestOrder(page: Page, url: string): Promise<{ number: number; shipBy: string }> {
  const answer = await page.request.get(`${url}/api/v1/orders?sort=-placedAt&limit=1`)
  const { data } = await answer.json()
  return data[0]
}

/** Opens the form of an order with its date inputs. */
async function openForm(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('e')
  await page.getByRole('spinbutton').first().waitFor()
}

test('a day is typed in Arabic digits and a moment pasted, in the order and the zone of the person, and kept', async ({
  haykal,
  signIn,
}) => {
  test.setTimeout(60_000)
  const page = await signIn('editor', haykal)
  const data = { language: 'ar', calendar: 'hijri', timeZone: 'Asia/Tokyo' }
  expect((await page.request.patch(`${haykal.url}/api/v1/-/preferences`, { data })).status()).toBe(200)
  const { number } = await newestOrder(page, haykal.url)
  await openForm(page, `${haykal.url}/orders/${number}`)
  await page.getByRole('spinbutton').first().focus()
  await page.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text/plain', '٢٠٢٦-١١-١٩ ٠٩:٣٠')
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
  })
  await page.getByText('الشحن قبل', { exact: true }).click()
  await page.keyboard.type('٠٣١٢٢٠٢٦')
  await expect(page.getByText('جمادى الآخرة ١٤٤٨').last()).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('spinbutton')).toHaveCount(0)
  // The form is closed before the answer is there.
  await expect
    .poll(async () => (await (await page.request.get(`${haykal.url}/api/v1/orders/${number}`)).json()).data)
    .toMatchObject({ shipBy: '2026-12-03', placedAt: '2026-11-19T00:30:00.000Z' })
})

test('half a day is not lost by saving: it is told, and its first part has the focus', async ({ haykal, signIn }) => {
  test.setTimeout(60_000)
  const page = await signIn('editor', haykal)
  const { number, shipBy } = await newestOrder(page, haykal.url)
  await openForm(page, `${haykal.url}/orders/${number}`)
  await page.getByRole('spinbutton', { name: 'day, Ship by' }).click()
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await page.getByRole('spinbutton', { name: 'month, Ship by' }).click()
  await page.keyboard.type('12')
  await page.getByRole('button', { name: /^Save/ }).click()
  await expect(page.getByText(/^This is not a date\./)).toBeVisible()
  await expect(page.getByRole('spinbutton', { name: 'month, Ship by' })).toBeFocused()
  expect((await newestOrder(page, haykal.url)).shipBy).toBe(shipBy)
})

test('a filter by a day takes it from the calendar, and stays open meanwhile', async ({ haykal, signIn }) => {
  test.setTimeout(60_000)
  const page = await signIn('reader', haykal)
  await page.goto(`${haykal.url}/orders`)
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('dialog', { name: 'Filter' }).getByText('Placed', { exact: true }).click()
  await page.getByRole('combobox', { name: 'Condition' }).selectOption('since')
  await page.getByRole('button', { name: 'Calendar for Value' }).click()
  await page.getByRole('button', { name: 'Today', exact: true }).click()
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page).toHaveURL(/filter/)
  const asked = new URL(page.url()).searchParams.get('filter[placedAt][gte]')
  expect(asked).toMatch(/^\d{4}-\d\d-\d\dT00:00:00\.000Z$/)
})
