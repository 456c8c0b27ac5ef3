/** A whole visit without a pointer: sign in, find, open, edit, meet a conflict, go back; one sees where one is at each step. */
import type { Locator, Page } from '@playwright/test'
import { password, people } from './fixtures/haykal-server.ts'
import { focusNow } from './fixtures/look-at.ts'
import { changeMeanwhile, findUniquelyNamed, readValues } from './fixtures/meanwhile.ts'
import { expect, test } from './fixtures/test.ts'

test.describe.configure({ timeout: 90_000 })

const sizes = { 'record beside its list': 1280, 'record on its own page': 900 } as const

for (const [layout, width] of Object.entries(sizes)) {
  test(`sign in, find, open, edit, meet a conflict and go back with keys only (${layout})`, async ({
    page,
    haykal,
    signIn,
  }) => {
    await page.setViewportSize({ width, height: 720 })
    const other = await signIn('editor', haykal)
    const { path, name } = await findUniquelyNamed(other, haykal)

    await page.goto(`${haykal.url}/customers`)
    await tabTo(page, page.getByLabel('Email'))
    await page.keyboard.type(people.owner.email)
    await page.keyboard.press('Tab')
    await expect(page.getByLabel('Password', { exact: true })).toBeFocused()
    await page.keyboard.type(password)
    await page.keyboard.press('Enter')

    const grid = page.getByRole('grid')
    await expect(grid.getByRole('row').nth(2)).toBeVisible()
    await page.keyboard.press('/')
    const search = page.getByRole('searchbox', { name: /^Search customers/ })
    await expect(search).toBeFocused()
    await page.keyboard.type(name)
    await expect(page).toHaveURL(/q=/)
    await expect(grid.getByRole('row', { name })).toBeVisible()
    await expect(search, 'results do not take the focus away').toBeFocused()
    await tabTo(page, grid)
    await page.keyboard.press('ArrowDown')
    // Which row the keys are at, as a screen reader is told it.
    await expect(grid).toHaveAttribute('aria-activedescendant', /./)
    const pointed = await grid.getAttribute('aria-activedescendant')
    await expect(grid.locator(`[id="${pointed}"]`)).toContainText(name)
    expect((await focusNow(page)).isShown).toBe(true)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name })).toBeVisible()

    const edit = page.getByRole('button', { name: 'Edit', exact: true })
    await tabTo(page, edit)
    await page.keyboard.press('Enter')
    const city = page.getByLabel('City')
    await expect(city).toBeVisible()
    await expectFocusSomewhere(page)
    await tabTo(page, city)
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type('Sfax')
    await changeMeanwhile(other, { server: haykal, path, values: { city: 'Tunis' } })
    await page.keyboard.press('Control+S')

    const question = page.getByRole('alertdialog')
    await expect(question).toContainText('Tunis')
    expect(await isFocusWithin(question), 'the question takes the focus').toBe(true)
    for (let step = 0; step < 8; step += 1) {
      await page.keyboard.press('Tab')
      const { name: at } = await focusNow(page)
      expect((await isFocusWithin(question)) || at.startsWith('<body'), `${at} lies behind the question`).toBe(true)
    }
    await tabTo(page, question.getByRole('button', { name: 'Keep mine' }))
    await page.keyboard.press('Enter')
    await expect(edit).toBeVisible()
    await expect(page.getByText('Sfax').first()).toBeVisible()
    await expectFocusSomewhere(page)
    // A form closes before its save is answered.
    await expect.poll(async () => (await readValues(other, haykal, path)).city).toBe('Sfax')

    // Alt and the left arrow are the browser's own, which is not there in a story.
    if (page.url().includes('peek=')) await page.keyboard.press('Escape')
    else await page.goBack()
    await expect(edit).toHaveCount(0)
    await expect(grid.getByRole('row', { name })).toContainText('Sfax')
    await expectFocusSomewhere(page)
  })
}

test('what opens with a key closes with Esc, and gives the focus back', async ({ haykal, signIn }) => {
  const page = await signIn('owner', haykal)
  await page.goto(`${haykal.url}/orders`)
  const filter = page.getByRole('button', { name: 'Filter', exact: true })
  await tabTo(page, filter)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Filter by' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(filter).toBeFocused()

  const account = page.getByRole('button', { name: /Account of/ })
  await tabTo(page, account, 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('ArrowDown')
  expect((await focusNow(page)).isShown).toBe(true)
  await page.keyboard.press('Escape')
  await expect(account).toBeFocused()

  for (const [key, dialog] of [
    ['Control+K', 'combobox'],
    ['?', 'dialog'],
  ] as const) {
    await page.keyboard.press(key)
    await expect(page.getByRole(dialog).first()).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(account, `${key} gives the focus back`).toBeFocused()
  }

  await page.keyboard.press('Control+K')
  await page.keyboard.type('Customers')
  await expect(page.getByRole('option', { name: /^Customers/ }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Customers', level: 1 })).toBeVisible()
  await expectFocusSomewhere(page)
})

test('the first stop leads past the navigation to the content', async ({ haykal, signIn }) => {
  const page = await signIn('owner', haykal)
  await page.goto(`${haykal.url}/orders`)
  await expect(page.getByRole('grid')).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  expect(await focusNow(page)).toMatchObject({ isShown: true, isCovered: false })
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await isFocusWithin(page.getByRole('main'))).toBe(true)
})

/** Presses Tab until something has the focus; each stop on the way can be seen. */
async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await expect(target).toBeVisible()
  for (let step = 0; step < 60; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
    expect(await focusNow(page)).toMatchObject({ isShown: true, isCovered: false })
  }
  throw new Error(`60 times ${key} did not lead to ${target}`)
}

/** The focus did not fall back to the top of the page, from where one would begin again. */
async function expectFocusSomewhere(page: Page): Promise<void> {
  await expect.poll(async () => (await focusNow(page)).name).not.toMatch(/^<body/)
}

async function isFocusWithin(place: Locator): Promise<boolean> {
  return await place.evaluate((element) => element.contains(document.activeElement))
}
