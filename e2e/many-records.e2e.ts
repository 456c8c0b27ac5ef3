/** Many records at once: choosing them, setting a field in all that a filter finds, what others did meanwhile, taking it back, removing. */
import type { Page } from '@playwright/test'
import type { HaykalServer } from './fixtures/haykal-server.ts'
import { changeMeanwhile, readValues } from './fixtures/meanwhile.ts'
import { expect, test } from './fixtures/test.ts'

const boxes = (page: Page) => page.getByRole('checkbox', { name: /^Select \d+/ })
const chosenRows = (page: Page) => page.locator('[role=row][aria-selected=true]')
const bar = (page: Page) => page.getByRole('region', { name: 'Selected records' })

/** Opens a list and waits until its records can be chosen. */
async function openList(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await expect(boxes(page).nth(4)).toBeAttached()
}

function withStatus(server: HaykalServer, status: string): string {
  return `${server.url}/orders?filter=${encodeURIComponent(JSON.stringify({ status: { eq: status } }))}`
}

/** How many orders are in a status, asked of the server. */
async function countOf(page: Page, server: HaykalServer, status: string): Promise<number> {
  const filter = encodeURIComponent(JSON.stringify({ status: { eq: status } }))
  const answer = await page.request.get(`${server.url}/api/v1/orders?filter=${filter}&count=exact&limit=1`)
  return (await answer.json()).meta.count
}

/** Answers what was written last, as the one request that writes it told. */
function changeSetOf(page: Page): Promise<string> {
  return page
    .waitForResponse((response) => /\/-\/(edit|remove)$/.test(new URL(response.url()).pathname))
    .then(async (response) => (await response.json()).changeSet)
}

async function undo(page: Page, server: HaykalServer, changeSet: string): Promise<void> {
  const step = async (data: { readonly next?: string }): Promise<string | null> => {
    const answer = await page.request.post(`${server.url}/api/v1/-/changes/${changeSet}/undo`, { data })
    expect(answer.status(), await answer.text()).toBe(200)
    return (await answer.json()).next
  }
  for (let next = await step({}); next !== null; next = await step({ next }));
}

test('rows are chosen with the pointer, the keys and by range, and stay chosen while one sorts', async ({
  haykal,
  signIn,
}) => {
  const page = await signIn('owner', haykal)
  await openList(page, `${haykal.url}/orders`)
  const rows = page.getByRole('row').filter({ has: page.getByRole('gridcell') })
  await expect(boxes(page).first()).toHaveCSS('opacity', '0')

  await rows.nth(1).hover()
  await page.keyboard.press('x')
  await expect(bar(page)).toContainText('1 selected')
  await expect(rows.nth(1)).toHaveAttribute('aria-selected', 'true')
  await expect(boxes(page).first(), 'all boxes show once something is chosen').toHaveCSS('opacity', '1')
  await boxes(page)
    .nth(3)
    .click({ modifiers: ['Shift'] })
  await expect(chosenRows(page)).toHaveCount(3)

  const ids = await chosenRows(page).evaluateAll((all) =>
    all.map((row) => row.querySelectorAll('[role=gridcell]')[1]?.textContent),
  )
  await page.getByRole('button', { name: 'Number', exact: true }).click()
  await expect(page).toHaveURL(/sort=number/)
  await page.getByRole('button', { name: 'Number', exact: true }).click()
  await expect(page).toHaveURL(/sort=-number/)
  await expect(rows.nth(1)).toContainText(ids[0] ?? 'none')
  await expect(rows.nth(1)).toHaveAttribute('aria-selected', 'true')
  await expect(bar(page)).toContainText('3 selected')

  await page.keyboard.press('Escape')
  await expect(bar(page)).toBeHidden()
  await expect(chosenRows(page)).toHaveCount(0)

  await page.keyboard.press('j')
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(chosenRows(page)).toHaveCount(3)
  await page.keyboard.press('Shift+ArrowUp')
  await expect(chosenRows(page)).toHaveCount(2)
  await expect(page.locator('[aria-live=polite]').filter({ hasText: '2 selected' })).toBeAttached()

  await page.getByRole('searchbox').fill('Atlas')
  await expect(page).toHaveURL(/q=Atlas/)
  await expect(bar(page), 'other records may be found now').toBeHidden()
})

test('a field is set in all that a filter finds; what another person wrote meanwhile is kept; all of it is taken back', async ({
  haykal,
  signIn,
}) => {
  const [page, other] = [await signIn('owner', haykal), await signIn('editor', haykal)]
  const found = await countOf(page, haykal, 'late')
  const number = (count: number) => count.toLocaleString('en')
  await openList(page, withStatus(haykal, 'late'))
  const labels = await boxes(page).evaluateAll((all) => all.map((box) => box.getAttribute('aria-label') ?? ''))
  const [theirs = '', mine = ''] = labels.map((label) => `orders/${label.replace('Select ', '')}`)
  const before = (await readValues(page, haykal, mine)).note

  await page.getByRole('checkbox', { name: 'Select all on the screen' }).click()
  await bar(page)
    .getByRole('button', { name: /^Select all .* that match$/ })
    .click()
  await expect(bar(page)).toContainText(`${number(found)} selected`)
  await bar(page).getByRole('button', { name: 'Edit…' }).click()
  const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'))
  await expect(dialog.getByRole('heading')).toHaveText(`Edit ${number(found)} records`)
  await changeMeanwhile(other, { server: haykal, path: theirs, values: { note: 'Call first' } })

  await dialog.getByRole('combobox', { name: 'Choose a field to change' }).selectOption('Note')
  await dialog.getByRole('textbox', { name: 'Note' }).fill('Ask why it is late')
  await expect(dialog).toContainText(`Set Note to Ask why it is late in ${number(found)} records.`)
  const changeSet = changeSetOf(page)
  await dialog.getByRole('button', { name: 'Apply' }).click()
  await expect(dialog).toContainText(`${number(found - 1)} records changed`)
  await expect(dialog.getByRole('listitem')).toContainText('Note · Somebody has changed it since.')
  await expect(dialog.getByRole('link')).toHaveAttribute('href', `/${theirs}`)
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByRole('row').filter({ hasText: 'Ask why it is late' }).first()).toBeVisible()
  expect((await readValues(page, haykal, theirs)).note).toBe('Call first')
  expect((await readValues(page, haykal, mine)).note).toBe('Ask why it is late')

  await undo(page, haykal, await changeSet)
  expect((await readValues(page, haykal, mine)).note ?? null).toBe(before ?? null)
  expect((await readValues(page, haykal, theirs)).note).toBe('Call first')
})

test('of chosen records, the one that somebody changed since it was shown is left as it is, and named', async ({
  haykal,
  signIn,
}) => {
  const [page, other] = [await signIn('owner', haykal), await signIn('editor', haykal)]
  await openList(page, withStatus(haykal, 'paid'))
  for (const index of [0, 1, 2]) await boxes(page).nth(index).check()
  const number = (await boxes(page).nth(1).getAttribute('aria-label'))?.replace('Select ', '') ?? ''
  await changeMeanwhile(other, { server: haykal, path: `orders/${number}`, values: { status: 'late' } })

  await bar(page).getByRole('button', { name: 'Edit…' }).click()
  const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'))
  await dialog.getByRole('combobox', { name: 'Choose a field to change' }).selectOption('Status')
  await dialog.getByRole('combobox', { name: /^Status/ }).selectOption('Shipped')
  await dialog.getByRole('combobox', { name: 'Change another field' }).selectOption('Note')
  await dialog.getByRole('textbox', { name: 'Note' }).fill('Sent together')
  await dialog.getByRole('button', { name: 'Apply' }).click()
  await expect(dialog).toContainText('2 records changed')
  await expect(dialog).toContainText('1 record stays as it is')
  await expect(dialog.getByRole('listitem')).toContainText(number)
  await expect(dialog.getByRole('listitem')).toContainText('Status · Somebody has changed it since.')
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(bar(page)).toBeHidden()
  expect((await readValues(page, haykal, `orders/${number}`)).status).toBe('late')

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Undone: 2 records changed')).toBeVisible()
})

test('chosen records are removed once it is agreed, and those that one may not remove stay', async ({
  haykal,
  signIn,
}) => {
  const page = await signIn('editor', haykal)
  const before = { draft: await countOf(page, haykal, 'draft'), paid: await countOf(page, haykal, 'paid') }
  const filter = JSON.stringify({ status: { in: ['draft', 'paid'] } })
  await openList(page, `${haykal.url}/orders?filter=${encodeURIComponent(filter)}`)
  const drafts = page.getByRole('row').filter({ hasText: 'Draft' }).getByRole('checkbox')
  const paid = page.getByRole('row').filter({ hasText: 'Paid' }).getByRole('checkbox')
  for (const box of [drafts.nth(0), drafts.nth(1), paid.nth(0)]) await box.check()
  await bar(page).getByRole('button', { name: 'Remove…' }).click()
  const question = page.getByRole('alertdialog')
  await expect(question.getByRole('heading')).toHaveText('Remove 2 records?')
  await expect(question).toContainText('1 that you may not change so stays as it is.')
  await question.getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByText('2 records removed').first()).toBeVisible()
  expect(await countOf(page, haykal, 'draft')).toBe(before.draft - 2)
  expect(await countOf(page, haykal, 'paid')).toBe(before.paid)
})

test('who may only read is offered nothing to choose', async ({ haykal, signIn }) => {
  const page = await signIn('reader', haykal)
  await page.goto(`${haykal.url}/orders`)
  await expect(page.getByRole('row').nth(4)).toBeVisible()
  await page.waitForTimeout(1_500)
  await expect(page.getByRole('checkbox')).toHaveCount(0)
})

test.describe('with a thumb', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('the menu begins the choice, or a card that is held; others are tapped', async ({ haykal, signIn }) => {
    const page = await signIn('owner', haykal)
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(`${haykal.url}/orders`)
    const cards = page.getByRole('list', { name: 'Orders' }).getByRole('listitem')
    await expect(cards.nth(2)).toBeVisible()
    const select = page.getByRole('menuitem', { name: 'Select', exact: true })
    await expect(async () => {
      await page.getByRole('button', { name: 'More about this list' }).click()
      await expect(select).toBeVisible({ timeout: 500 })
    }, 'it is offered once the list has stood for a moment').toPass()
    await select.click()
    await expect(bar(page)).toContainText('0 selected')
    await expect(bar(page).getByRole('button', { name: 'Edit…' })).toBeDisabled()
    await cards.first().getByRole('checkbox').check()
    await expect(bar(page).getByRole('button', { name: 'Edit…' })).toBeEnabled()
    await bar(page).getByRole('button', { name: 'Clear the selection' }).click()
    await expect(cards.nth(2).getByRole('link')).toBeVisible()

    const box = await cards.nth(1).boundingBox()
    await page.mouse.move((box?.x ?? 0) + 60, (box?.y ?? 0) + 30)
    await page.mouse.down()
    await expect(bar(page)).toContainText('1 selected')
    await page.mouse.up()
    await cards.nth(2).getByRole('checkbox').check()
    await expect(bar(page)).toContainText('2 selected')
    await expect(page, 'nothing was opened').toHaveURL(/\/orders$/)
    await bar(page).getByRole('button', { name: 'Clear the selection' }).click()
    await expect(cards.nth(2).getByRole('link')).toBeVisible()
  })
})
