/** A record is read and edited beside its list: by pointer and by keyboard, through reload, a shared link and a narrow window. */
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures/test.ts'

const wide = { width: 1440, height: 900 }
const narrow = { width: 900, height: 800 }

const panelOf = (page: Page): Locator => page.getByRole('complementary', { name: 'Order' })
const openRowOf = (page: Page): Locator => page.getByRole('grid').locator('[role=row][aria-current=true]')
const peekIn = (page: Page): string | null => new URL(page.url()).searchParams.get('peek')

async function openThirdRow(page: Page): Promise<string> {
  const row = page.getByRole('grid').getByRole('row').nth(3)
  await expect(row).toContainText(/\d{6,7}/)
  const number = /\d{6,7}/.exec((await row.textContent()) ?? '')?.[0] ?? ''
  await row.click()
  await expect(panelOf(page).getByRole('heading', { name: number })).toBeVisible()
  return number
}

test('a record opens beside its list, which keeps its place; back closes it', async ({ haykal, signIn }) => {
  const page = await signIn('owner', haykal)
  await page.setViewportSize(wide)
  await page.goto(`${haykal.url}/orders?sort=-number`)
  const grid = page.getByRole('grid')
  await expect(grid.getByRole('row', { name: /\d{6,7}/ }).first()).toBeVisible()
  await grid.hover()
  await page.mouse.wheel(0, 1200)
  await expect.poll(async () => await grid.evaluate((element) => element.scrollTop)).toBeGreaterThan(1000)
  const place = await grid.evaluate((element) => element.scrollTop)
  const row = grid.getByRole('row').nth(16)
  const link = row.getByRole('link')
  await expect(link).toHaveAttribute('href', /^\/orders\/\d+$/)
  const number = (await link.textContent()) ?? ''
  await link.click()
  await expect(panelOf(page).getByRole('heading', { name: number })).toBeVisible()
  expect(peekIn(page)).toBe(number)
  await expect(openRowOf(page)).toContainText(number)
  expect(await grid.evaluate((element) => element.scrollTop)).toBe(place)
  await page.goBack()
  await expect(panelOf(page)).toHaveCount(0)
  await expect(page).toHaveURL(/\/orders\?sort=-number$/)
  expect(await grid.evaluate((element) => element.scrollTop)).toBe(place)
})

test('with the keyboard one goes from record to record, edits, and comes back to the row', async ({
  haykal,
  signIn,
}) => {
  const page = await signIn('owner', haykal)
  await page.setViewportSize(wide)
  await page.goto(`${haykal.url}/orders`)
  await expect(page.getByRole('grid').getByRole('row').nth(3)).toContainText(/\d{6,7}/)
  const entries = await page.evaluate(() => history.length)
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect(panelOf(page).getByRole('heading', { level: 2 }).first()).toBeVisible()
  const first = peekIn(page)
  await page.keyboard.press('j')
  await expect.poll(() => peekIn(page)).not.toBe(first)
  const second = peekIn(page)
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => peekIn(page)).not.toBe(second)
  const shown = async () => (await openRowOf(page).textContent()) ?? ''
  await expect.poll(shown).toContain(peekIn(page) ?? '?')
  const third = peekIn(page) ?? ''
  expect(await page.evaluate(() => history.length), 'one step back closes it').toBe(entries + 1)

  await page.keyboard.press('e')
  await page.getByLabel('Note').fill('Leave it with the neighbour')
  await page.keyboard.press('Control+s')
  await expect(page.getByText(`${third} saved`)).toBeVisible()
  await expect(panelOf(page).getByText('Leave it with the neighbour').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(panelOf(page)).toHaveCount(0)
  await expect(page.getByRole('grid')).toBeFocused()
  const active = await page.getByRole('grid').getAttribute('aria-activedescendant')
  await expect(page.locator(`[id="${active}"]`)).toContainText('Leave it with the neighbour')
})

test('the key that edits counts while the record is still on its way, also at the end of a run', async ({
  haykal,
  signIn,
}) => {
  const page = await signIn('owner', haykal)
  await page.setViewportSize(wide)
  await page.goto(`${haykal.url}/orders`)
  await expect(page.getByRole('grid').getByRole('row').nth(4)).toContainText(/\d{6,7}/)
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect(panelOf(page).getByRole('heading', { level: 2 }).first()).toBeVisible()
  const first = peekIn(page)
  const waiting: (() => void)[] = []
  await page.route(/\/api\/v1\/orders\/\d+$/, async (route) => {
    await new Promise<void>((resolve) => waiting.push(resolve))
    await route.continue()
  })
  for (const key of ['j', 'j', 'e']) await page.keyboard.press(key)
  await expect.poll(() => peekIn(page)).not.toBe(first)
  await expect(openRowOf(page)).toHaveAttribute('aria-rowindex', '4')
  expect(waiting.length, 'the record is on its way').toBeGreaterThan(0)
  for (const go of waiting.splice(0)) go()
  await expect(panelOf(page).getByLabel('Note')).toBeVisible()
  expect(await openRowOf(page).textContent()).toContain(peekIn(page) ?? '?')
})

test('an edit is on the screen before the server has answered, and a refusal brings the form back', async ({
  haykal,
  signIn,
}) => {
  const page = await signIn('owner', haykal)
  await page.setViewportSize(wide)
  await page.goto(`${haykal.url}/customers`)
  await page.getByRole('grid').getByRole('row').nth(1).click()
  const panel = page.getByRole('complementary', { name: 'Customer' })
  const cityIn = (at: Locator) => at.getByText('Aswan by the river')
  let answer = () => {}
  await page.route('**/api/v1/customers/*', async (route) => {
    if (route.request().method() !== 'PATCH') return await route.continue()
    await new Promise<void>((resolve) => {
      answer = resolve
    })
    await route.fulfill({
      status: 422,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        type: 'invalid',
        title: 'Invalid',
        status: 422,
        code: 'invalid',
        errors: [{ pointer: '/values/city', code: 'too_long', message: 'Too long', params: { max: 12 } }],
      }),
    })
  })
  await panel.getByRole('button', { name: 'Edit', exact: true }).click()
  await panel.getByLabel('City').fill('Aswan by the river')
  await page.keyboard.press('Control+s')
  await expect(panel.getByRole('button', { name: 'Edit', exact: true })).toBeVisible()
  await expect(cityIn(panel)).toBeVisible()
  await expect(cityIn(openRowOf(page))).toBeVisible()
  answer()
  await expect(panel.getByLabel('City')).toHaveValue('Aswan by the river')
  await expect(panel.getByText('Too long: at most 12 characters.')).toBeVisible()
  await expect(panel.getByLabel('City')).toBeFocused()
  await expect(cityIn(openRowOf(page)), 'the row is as it was').toHaveCount(0)
})

test('what is typed is kept until its writer lets it go', async ({ haykal, signIn }) => {
  const page = await signIn('owner', haykal)
  await page.setViewportSize(wide)
  await page.goto(`${haykal.url}/orders`)
  const number = await openThirdRow(page)
  await panelOf(page).getByText('Note', { exact: true }).locator('xpath=ancestor::div[1]/dd').click()
  await expect(page.getByLabel('Note')).toBeFocused()
  await page.getByLabel('Note').fill('Half a thought')
  await page.getByRole('grid').getByRole('row').nth(6).click()
  const question = page.getByRole('alertdialog')
  await expect(question).toContainText('Leave without saving?')
  await question.getByRole('button', { name: 'Stay here' }).click()
  expect(peekIn(page)).toBe(number)
  await page.setViewportSize(narrow)
  await expect(page.getByLabel('Note')).toHaveValue('Half a thought')
  await page.setViewportSize(wide)
  await page.goBack()
  await question.getByRole('button', { name: 'Leave', exact: true }).click()
  await expect(panelOf(page)).toHaveCount(0)
})

test('a reload and a shared link show the same record beside the same list', async ({ haykal, signIn }) => {
  const [page, other] = [await signIn('owner', haykal), await signIn('reader', haykal)]
  await page.setViewportSize(wide)
  await page.goto(`${haykal.url}/orders?filter[status][eq]=late`)
  const number = await openThirdRow(page)
  await page.reload()
  await expect(panelOf(page).getByRole('heading', { name: number })).toBeVisible()
  await expect(openRowOf(page)).toContainText(number)

  await other.setViewportSize(wide)
  await other.goto(page.url())
  await expect(panelOf(other).getByRole('heading', { name: number })).toBeVisible()
  await expect(other.getByRole('button', { name: /Remove the filter: Status/ })).toBeVisible()
  await expect(panelOf(other).getByRole('button', { name: 'Edit', exact: true })).toHaveCount(0)
  await panelOf(other).getByRole('button', { name: 'Close', exact: true }).click()
  await expect(panelOf(other)).toHaveCount(0)
  await expect(other).toHaveURL(/\/orders\?filter\[status\]\[eq\]=late$/)

  await panelOf(page).getByRole('link', { name: 'Open as a page' }).click()
  await expect(page).toHaveURL(new RegExp(`/orders/${number}$`))
  await expect(page.getByRole('heading', { level: 1, name: number })).toBeVisible()
  await page.goBack()
  await expect(panelOf(page).getByRole('heading', { name: number })).toBeVisible()
})

test('in a narrow window a record has the page to itself', async ({ haykal, signIn }) => {
  const page = await signIn('owner', haykal)
  await page.setViewportSize(narrow)
  await page.goto(`${haykal.url}/orders`)
  await page.getByRole('grid').getByRole('row').nth(3).click()
  await expect(page).toHaveURL(/\/orders\/\d+$/)
  const number = new URL(page.url()).pathname.split('/').at(-1)
  await page.goto(`${haykal.url}/orders?peek=${number}`)
  await expect(page).toHaveURL(new RegExp(`/orders/${number}$`))
  await expect(page.getByRole('heading', { level: 1, name: number ?? '?' })).toBeVisible()
})

test('an address whose record is not there says so beside the list', async ({ haykal, signIn }) => {
  const page = await signIn('reader', haykal)
  await page.setViewportSize(wide)
  await page.goto(`${haykal.url}/orders?peek=9`)
  await expect(panelOf(page).getByText('No such record')).toBeVisible()
  await expect(page.getByRole('grid').getByRole('row').nth(3)).toContainText(/\d{6,7}/)
  await panelOf(page).getByRole('button', { name: 'Close', exact: true }).click()
  await expect(panelOf(page)).toHaveCount(0)
})
