/** Filters: built of groups by pointer and by keys, opened by their address as somebody else, narrowed by counted values and from a cell. */
import type { Locator, Page } from '@playwright/test'
import { whatAxeFinds } from './fixtures/axe.ts'
import { showIn } from './fixtures/screens.ts'
import { expect, test } from './fixtures/test.ts'

test.describe.configure({ timeout: 120_000 })

/** What both ways of building come to: paid orders of Egyptian customers, or with a line of more than five. */
const built = {
  and: [
    { status: { in: ['paid'] } },
    { or: [{ 'customer.country': { in: ['EG'] } }, { lines: { some: { quantity: { gt: 5 } } } }] },
  ],
}
const sentence = '“Customer” › “Country” is “Egypt” or (it has “Order lines” where “Quantity” over “5”)'

const bar = (page: Page): Locator => page.getByRole('region', { name: 'Filters in use' })
const builder = (page: Page): Locator => page.getByRole('dialog', { name: 'Which orders' })
const filterIn = (page: Page): unknown => JSON.parse(new URL(page.url()).searchParams.get('filter') ?? 'null')

async function countOf(page: Page, url: string, filter: unknown): Promise<number> {
  const query = `limit=0&count=exact&filter=${encodeURIComponent(JSON.stringify(filter))}`
  return (await (await page.request.get(`${url}/api/v1/orders?${query}`)).json()).meta.count
}

test('a nested filter is built with the mouse, and opened by its address as somebody else', async ({
  haykal,
  signIn,
}) => {
  const page = await signIn('editor', haykal)
  await page.goto(`${haykal.url}/orders`)
  await bar(page).getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('button', { name: 'Groups of conditions' }).click()
  const dialog = builder(page)
  const addCondition = dialog.getByRole('button', { name: 'Condition', exact: true })
  const picker = page.getByRole('dialog', { name: 'Filter by' })
  await addCondition.click()
  await picker.getByRole('button', { name: 'Status', exact: true }).click()
  await dialog.getByRole('checkbox', { name: 'Paid' }).check()
  await dialog.getByRole('button', { name: 'Group', exact: true }).click()

  await addCondition.first().click()
  await picker.getByRole('button', { name: 'Fields of Customer' }).click()
  await picker.getByRole('button', { name: 'Country', exact: true }).click()
  await dialog.getByRole('checkbox', { name: 'Egypt' }).check()
  await addCondition.first().click()
  await picker.getByRole('button', { name: 'Order lines' }).click()
  const lines = dialog.getByRole('group', { name: 'Order lines' })
  await lines.getByRole('button', { name: 'Condition', exact: true }).click()
  await picker.getByRole('button', { name: 'Quantity', exact: true }).click()
  await lines.getByRole('combobox', { name: 'Condition' }).selectOption('over')
  await lines.getByRole('textbox', { name: 'Value' }).fill('5')
  await expect(dialog.getByText(`“Status” is “Paid” and (${sentence})`)).toBeVisible()
  await dialog.getByRole('button', { name: 'Apply' }).click()

  await expect(dialog).toHaveCount(0)
  expect(filterIn(page)).toEqual(built)
  await expect(bar(page)).toContainText(sentence)
  const count = await countOf(page, haykal.url, built)
  expect(count).toBeGreaterThan(0)
  await expect(page.getByText(`${count} matches`).first()).toBeVisible()

  const other = await signIn('reader', haykal)
  await other.goto(page.url())
  await expect(bar(other)).toContainText(sentence)
  await expect(other.getByText(`${count} matches`).first()).toBeVisible()
  await bar(other)
    .getByRole('button', { name: `Change the filter: ${sentence}` })
    .click()
  await builder(other).getByRole('checkbox', { name: 'Paid' }).uncheck()
  await builder(other).getByRole('checkbox', { name: 'Late' }).check()
  await builder(other).getByRole('button', { name: 'Apply' }).click()
  await expect.poll(() => JSON.stringify(filterIn(other))).toContain('"in":["late"]')
})

test('the same filter is built with keys only', async ({ haykal, signIn }) => {
  const page = await signIn('editor', haykal)
  await page.goto(`${haykal.url}/orders`)
  await expect(page.getByRole('grid').getByRole('row').nth(2)).toBeVisible()
  await page.keyboard.press('f')
  const search = page.getByRole('searchbox', { name: 'Find a field' })
  await expect(search).toBeFocused()
  await tabTo(page, page.getByRole('button', { name: 'Groups of conditions' }))
  await page.keyboard.press('Enter')
  const dialog = builder(page)
  const addCondition = dialog.getByRole('button', { name: 'Condition', exact: true })
  const add = async (place: Locator, name: string) => {
    await tabTo(page, place)
    await page.keyboard.press('Enter')
    await expect(search).toBeFocused()
    await page.keyboard.type(name)
    await page.keyboard.press('Enter')
    await expect(search).toHaveCount(0)
  }
  await add(addCondition, 'status')
  await tabTo(page, dialog.getByRole('checkbox', { name: 'Paid' }))
  await page.keyboard.press('Space')
  await tabTo(page, dialog.getByRole('button', { name: 'Group', exact: true }))
  await page.keyboard.press('Enter')
  await add(addCondition.first(), 'country')
  await tabTo(page, dialog.getByRole('checkbox', { name: 'Egypt' }))
  await page.keyboard.press('Space')
  await add(addCondition.first(), 'order lines')
  const lines = dialog.getByRole('group', { name: 'Order lines' })
  await add(lines.getByRole('button', { name: 'Condition', exact: true }), 'quantity')
  await tabTo(page, lines.getByRole('combobox', { name: 'Condition' }))
  await page.keyboard.type('over')
  await tabTo(page, lines.getByRole('textbox', { name: 'Value' }))
  await page.keyboard.type('5')
  await tabTo(page, dialog.getByRole('button', { name: 'Apply' }))
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  expect(filterIn(page)).toEqual(built)
  await expect(bar(page)).toContainText(sentence)
  await expect.poll(async () => await page.evaluate(() => document.activeElement !== document.body)).toBe(true)
})

test('a list is narrowed by counted values, and by days told from the present', async ({ haykal, signIn }) => {
  const page = await signIn('reader', haykal)
  await page.goto(`${haykal.url}/orders`)
  await bar(page).getByRole('button', { name: 'Narrow' }).click()
  const panel = page.getByRole('dialog', { name: 'Narrow' })
  const late = await countOf(page, haykal.url, { status: { eq: 'late' } })
  const lateBox = panel.getByRole('checkbox', { name: new RegExp(`^Late ${late.toLocaleString('en')}$`) })
  await lateBox.check()
  await expect(page).toHaveURL(/filter\[status\]\[in\]=late$/)
  // A chip came in front of its button, and the panel stays under the pointer.
  const before = await lateBox.boundingBox()
  await expect(bar(page)).toContainText('Late')
  expect(await lateBox.boundingBox()).toEqual(before)
  await panel.getByRole('checkbox', { name: /^Paid/ }).check()
  await expect(page).toHaveURL(/filter\[status\]\[in\]=late,paid$/)
  await page.keyboard.press('Escape')
  await expect(bar(page).getByRole('button', { name: 'Narrow' })).toBeFocused()
  await expect(
    page.getByText(`${await countOf(page, haykal.url, { status: { in: ['late', 'paid'] } })} matches`).first(),
  ).toBeVisible()

  await bar(page).getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('dialog', { name: 'Filter by' }).getByRole('button', { name: 'Placed', exact: true }).click()
  await page.getByRole('combobox', { name: 'Value' }).selectOption('this year')
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect.poll(() => new URL(page.url()).searchParams.get('filter[placedAt][eq]')).toBe('$year')
  await expect(bar(page)).toContainText('this year')

  await bar(page).getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('dialog', { name: 'Filter by' }).getByRole('button', { name: 'Seller', exact: true }).click()
  await page.getByRole('combobox', { name: 'Condition' }).selectOption('is me')
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect.poll(() => new URL(page.url()).searchParams.get('filter[seller.email][eq]')).toBe('$me.email')
  await expect(bar(page).getByRole('button', { name: 'Seller is me', exact: true })).toBeVisible()
})

test('a cell makes a filter: with the right button, with keys, and with a finger that stays', async ({
  haykal,
  signIn,
}) => {
  const page = await signIn('reader', haykal)
  await page.goto(`${haykal.url}/orders`)
  const grid = page.getByRole('grid')
  const status = grid.locator('[data-field=status]').first()
  await expect(status).toContainText(/\w/)
  // The code of the menus comes once the list has stood for a moment.
  const menu = page.getByRole('menu', { name: 'Filter by Status' })
  await expect(async () => {
    await status.click({ button: 'right' })
    await expect(menu).toBeVisible({ timeout: 1_000 })
  }).toPass()
  const value = (await status.textContent()) ?? ''
  await menu.getByRole('menuitem', { name: `Only ${value}` }).click()
  await expect(page).toHaveURL(/filter\[status\]\[eq\]=\w+$/)
  await expect(grid).toHaveAttribute('aria-busy', 'false')

  await grid.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+F10')
  const ofRow = page.getByRole('menu', { name: 'Filter by the row' })
  await expect(ofRow).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const ofCustomer = page.getByRole('menu', { name: 'Filter by Customer' })
  await expect(ofCustomer.getByRole('menuitem').first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/filter\[customer\]\[eq\]=\d+/)
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expect(grid).toBeFocused()

  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${haykal.url}/orders`)
  const card = page.getByRole('main').getByRole('listitem').first()
  await expect(card).toContainText(/\d{6,7}/)
  const touch = { pointerType: 'touch', isPrimary: true, bubbles: true, clientX: 200, clientY: 300 }
  await expect(async () => {
    await card.getByRole('link').dispatchEvent('pointerdown', touch)
    await expect(page.getByRole('menu', { name: 'Filter by the row' })).toBeVisible({ timeout: 1_500 })
  }).toPass()
  await page.getByRole('menuitem', { name: /^Status: / }).click()
  await page.getByRole('menuitem', { name: /^All but / }).click()
  await expect(page).toHaveURL(/filter\[status\]\[ne\]=\w+$/)
})

for (const language of ['en', 'ar'] as const) {
  test(`axe finds nothing in the builder and the values (${language})`, async ({ haykal, signIn }) => {
    const page = await signIn('owner', haykal)
    const words = { en: ['Narrow', /^Change the filter: “Customer”/], ar: ['تضييق', /^تغيير التصفية: .*مصر/] } as const
    for (const theme of ['light', 'dark'] as const) {
      await showIn(page, { url: haykal.url, language, theme })
      await page.goto(`${haykal.url}/orders?filter=${encodeURIComponent(JSON.stringify(built))}`)
      await page.getByRole('button', { name: words[language][1] }).click()
      await expect(page.locator('dialog fieldset').first()).toBeVisible()
      expect.soft(await whatAxeFinds(page), `builder, ${theme}`).toEqual([])
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: words[language][0] }).click()
      await expect(page.locator('[popover] fieldset input').first()).toBeVisible()
      expect.soft(await whatAxeFinds(page), `values, ${theme}`).toEqual([])
    }
  })
}

/** Presses Tab until something has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let step = 0; step < 80; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`80 times Tab did not lead to ${target}`)
}
