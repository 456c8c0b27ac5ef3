/** Two people and a list: one saves it as a view and shares it, the other opens it by its address, changes it for themselves and puts it back. */
import type { Page } from '@playwright/test'
import { whatAxeFinds } from './fixtures/axe.ts'
import { showIn } from './fixtures/screens.ts'
import { expect, test } from './fixtures/test.ts'

const tab = (page: Page, name: string) => page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name })
const columnNames = async (page: Page) =>
  (await page.getByRole('columnheader').allInnerTexts()).map((text) => text.trim()).filter(Boolean)

/** Saves the list as a view, and gives its address. */
async function saveAs(page: Page, name: string): Promise<string> {
  await page.getByRole('button', { name: 'Keep as a new view' }).first().click()
  await page.getByRole('dialog').getByLabel('Name').fill(name)
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(tab(page, name)).toHaveAttribute('aria-current', 'page')
  return page.url()
}

async function inMenu(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'More about this view' }).click()
  await page.getByRole('menu').getByText(item, { exact: true }).click()
}

test('a view is saved, shared, opened by its address, changed and put back, and opens first for a role', async ({
  haykal,
  signIn,
}) => {
  const [one, other] = [await signIn('owner', haykal), await signIn('reader', haykal)]
  await one.goto(`${haykal.url}/orders?filter[status][eq]=late&sort=number`)
  await one.getByRole('button', { name: 'Columns' }).click()
  await one.getByRole('checkbox', { name: 'Note' }).uncheck()
  await expect.poll(() => columnNames(one)).toEqual(['Number', 'Customer', 'Status', 'Placed', 'Total'])
  await one.keyboard.press('Escape')
  const address = await saveAs(one, 'Late ones')
  expect(new URL(address).search).toMatch(/^\?view=[0-9a-f]{32}$/)

  await other.goto(address)
  await expect(other.getByText('This view is not there for you')).toBeVisible()
  await expect(tab(other, 'All orders')).toHaveAttribute('aria-current', 'page')

  await inMenu(one, 'Share')
  await one.getByRole('checkbox', { name: 'Everyone who may read this list' }).check()
  await one.getByRole('checkbox', { name: 'Opens first for Reader' }).check()
  await one.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(one.getByRole('dialog')).toBeHidden()

  await other.goto(address)
  await expect(tab(other, 'Late ones')).toHaveAttribute('aria-current', 'page')
  await expect(tab(other, 'All orders')).not.toHaveAttribute('aria-current')
  await expect.poll(() => columnNames(other)).toEqual(['Number', 'Customer', 'Status', 'Placed', 'Total'])
  await expect(other.getByRole('gridcell', { name: 'Late' }).first()).toBeVisible()
  await expect(other.getByRole('gridcell', { name: 'Paid' })).toHaveCount(0)
  await expect(other.getByText('Changed since saved')).toBeHidden()

  await other.getByRole('columnheader', { name: 'Total' }).getByRole('button').click()
  await expect(other.getByText('Changed since saved')).toBeVisible()
  await expect(other).toHaveURL(/\?view=[0-9a-f]{32}&sort=total$/)
  await expect(other.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0)
  await other.getByRole('button', { name: 'Reset' }).click()
  await expect(other).toHaveURL(address)
  await expect(other.getByText('Changed since saved')).toBeHidden()

  // It opens first for the role, and the whole list is one press away, with an address of its own.
  await other.goto(`${haykal.url}/orders`)
  await expect(other).toHaveURL(address)
  await tab(other, 'All orders').click()
  await expect(other).toHaveURL(/\/orders\?view=-$/)
  await expect.poll(() => columnNames(other)).toContain('Note')

  // Removed by mistake: it comes back, with its address.
  await inMenu(one, 'Remove view')
  await expect(tab(one, 'Late ones')).toHaveCount(0)
  await one.getByRole('button', { name: 'Undo' }).click()
  await expect(tab(one, 'Late ones')).toHaveAttribute('aria-current', 'page')
  await expect(one).toHaveURL(address)
})

test('what a view asks of a field that somebody may not see is not told to them', async ({ haykal, signIn }) => {
  const [one, other] = [await signIn('owner', haykal), await signIn('reader', haykal)]
  const list = {
    filter: { margin: { gt: '-4242.42' }, status: { eq: 'paid' } },
    columns: [{ field: 'margin' }, { field: 'number' }],
  }
  const body = { name: 'What earns', list, sharedWith: 'everyone' }
  await one.goto(`${haykal.url}/orders`)
  const answer = await one.request.post(`${haykal.url}/api/v1/orders/-/views`, { data: body })
  expect(answer.status()).toBe(201)
  const { view } = (await answer.json()) as { view: { id: string } }
  const seen: string[] = []
  other.on('response', async (response) => {
    if (response.url().includes('/api/')) seen.push(await response.text().catch(() => ''))
  })
  await other.goto(`${haykal.url}/orders?view=${view.id}`)
  await expect(other.getByText('Some of this view is no longer there, or not for you')).toBeVisible()
  await expect.poll(() => columnNames(other)).toEqual(['Number'])
  await expect(other.getByRole('row').nth(3)).toBeVisible()
  expect(seen.join()).not.toMatch(/margin|4242/)
  await one.goto(`${haykal.url}/orders?view=${view.id}`)
  await expect.poll(() => columnNames(one)).toEqual(['Margin', 'Number'])
})

test('columns are chosen, ordered, sized and pinned with the keyboard, and the view kept so', async ({
  haykal,
  signIn,
}) => {
  const page = await signIn('editor', haykal)
  await page.goto(`${haykal.url}/orders`)
  await page.getByRole('button', { name: 'Columns' }).press('Enter')
  await page.getByRole('button', { name: 'Move Customer: arrow up or down' }).focus()
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => columnNames(page)).toEqual(['Number', 'Status', 'Customer', 'Placed', 'Total', 'Note'])
  await expect(page.getByRole('button', { name: 'Move Customer: arrow up or down' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => columnNames(page)).toEqual(['Number', 'Status', 'Placed', 'Customer', 'Total', 'Note'])
  await page.getByRole('button', { name: 'Pin Total to the start' }).press('Enter')
  await expect.poll(async () => (await columnNames(page))[0]).toBe('Total')
  await page.getByLabel('Width of Note in pixels').fill('900')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/note:900/)
  await page.keyboard.press('Escape')

  // What is pinned stays in sight however far one goes sideways.
  const head = page.getByRole('columnheader', { name: 'Total' })
  const before = (await head.boundingBox())?.x ?? 0
  await page.getByRole('grid').evaluate((grid) => grid.scrollBy({ left: 5_000 }))
  await expect.poll(async () => Math.abs(((await head.boundingBox())?.x ?? 0) - before)).toBeLessThan(16)
  await page.getByRole('grid').evaluate((grid) => grid.scrollTo({ left: 0 }))

  const status = page.getByRole('columnheader', { name: 'Status' })
  const width = async () => Math.round((await status.boundingBox())?.width ?? 0)
  const narrow = await width()
  await status.getByRole('button').focus()
  await page.keyboard.press('Shift+ArrowRight')
  await expect.poll(width).toBe(narrow + 16)

  await saveAs(page, 'Mine')
  await page.reload()
  await expect.poll(() => columnNames(page)).toEqual(['Total', 'Number', 'Status', 'Placed', 'Customer', 'Note'])
  await expect.poll(width).toBe(narrow + 16)

  // Named twice is told; marked, it is in the sidebar.
  await page.getByRole('button', { name: 'Keep as a new view' }).first().click()
  await page.getByRole('dialog').getByLabel('Name').fill(' mine ')
  await page.keyboard.press('Enter')
  await expect(page.getByText('You have a view of this name already.')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Add Mine to favourites' }).click()
  await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Mine' })).toHaveAttribute(
    'aria-current',
    'page',
  )
})

test('columns are pulled wider by hand, in the direction of the page', async ({ haykal, signIn }) => {
  const page = await signIn('editor', haykal)
  await page.goto(`${haykal.url}/orders`)
  for (const [language, name] of [
    ['en', 'Status'],
    ['ar', 'الحالة'],
  ] as const) {
    await showIn(page, { url: haykal.url, language, theme: 'light' })
    await page.goto(`${haykal.url}/orders`)
    const head = page.getByRole('columnheader', { name })
    const box = await head.boundingBox()
    if (!box) throw new Error('The column is not there')
    const [edge, by] = language === 'ar' ? [box.x, -60] : [box.x + box.width, 60]
    await page.mouse.move(edge, box.y + box.height / 2)
    await page.mouse.down()
    await page.mouse.move(edge + by / 2, box.y + box.height / 2)
    await page.mouse.move(edge + by, box.y + box.height / 2)
    await page.mouse.up()
    await expect.poll(async () => Math.abs(((await head.boundingBox())?.width ?? 0) - box.width - 60)).toBeLessThan(3)
    await expect(page).toHaveURL(/status:\d+/)
  }
})

test('axe finds nothing around views, in Arabic and in both themes', async ({ haykal, signIn }) => {
  const page = await signIn('owner', haykal)
  await page.goto(`${haykal.url}/orders`)
  for (const name of ['متأخرة', 'كلها'])
    await page.request.post(`${haykal.url}/api/v1/orders/-/views`, { data: { name, list: { sort: 'number' } } })
  for (const theme of ['light', 'dark'] as const) {
    await showIn(page, { url: haykal.url, language: 'ar', theme })
    await page.goto(`${haykal.url}/orders`)
    await page.getByRole('link', { name: 'متأخرة' }).click()
    await page.getByRole('columnheader', { name: 'الإجمالي' }).getByRole('button').click()
    await expect(page.getByText('تغيّرت منذ حُفظت')).toBeVisible()
    expect(await whatAxeFinds(page)).toEqual([])
    await page.getByRole('button', { name: 'الأعمدة' }).click()
    await expect(page.getByRole('button', { name: 'نقل العميل: سهم لأعلى أو لأسفل' })).toBeVisible()
    expect(await whatAxeFinds(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'المزيد عن طريقة العرض' }).click()
    await page.getByRole('menuitem', { name: 'مشاركة' }).click()
    await expect(page.getByRole('checkbox', { name: 'قارئ' })).toBeVisible()
    expect(await whatAxeFinds(page)).toEqual([])
    await page.keyboard.press('Escape')
  }
})
