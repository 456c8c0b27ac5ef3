/** One box leads everywhere, and the keys do what they say: by keyboard, in both languages, on any layout, and off where they are not wanted. */
import type { Page } from '@playwright/test'
import { showIn } from './fixtures/screens.ts'
import { expect, test } from './fixtures/test.ts'

const palette = (page: Page) => page.getByRole('dialog', { name: /^(Search or jump to|ابحث أو انتقل إلى)$/ })
const input = (page: Page) => palette(page).getByRole('combobox')
const option = (page: Page, name: string | RegExp) => palette(page).getByRole('option', { name })

/** Opens the list of customers, and waits until its keys work. */
async function openCustomers(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/customers`)
  await expect(page.getByRole('gridcell').first()).toBeVisible()
}

/** Presses a key of a layout that `page.keyboard` does not know. */
async function pressOn(page: Page, init: { code: string; key: string; ctrlKey?: boolean }): Promise<void> {
  await page
    .locator(':focus, body')
    .last()
    .dispatchEvent('keydown', { bubbles: true, cancelable: true, ...init })
}

test('the palette opens by keyboard, leads to a list, and gives the focus back when it is closed', async ({
  haykal,
  signIn,
}) => {
  const page = await signIn('editor', haykal)
  await openCustomers(page, haykal.url)
  await page.getByRole('button', { name: /^Filter/ }).focus()
  await page.keyboard.press('Control+k')
  await expect(input(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(palette(page)).toBeHidden()
  await expect(page.getByRole('button', { name: /^Filter/ })).toBeFocused()

  await page.keyboard.press('Control+k')
  await page.keyboard.type('supp')
  await expect(option(page, /^Suppliers/)).toHaveAttribute('aria-selected', 'true')
  const active = await input(page).getAttribute('aria-activedescendant')
  expect(await option(page, /^Suppliers/).getAttribute('id')).toBe(active)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/suppliers$/)
  await expect(page.getByRole('heading', { name: 'Suppliers' })).toBeVisible()
})

test('the palette finds records in every list, and remembers which were opened until one signs out', async ({
  haykal,
  signIn,
}) => {
  const page = await signIn('reader', haykal)
  await openCustomers(page, haykal.url)
  await page.getByRole('button', { name: /^Search or jump to/ }).click()
  await page.keyboard.type('١٠٤٨٥٧١')
  await expect(option(page, /^1048571/)).toContainText('Orders')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/orders\/1048571$/)
  await expect(page.getByRole('heading', { name: '1048571' })).toBeVisible()

  await page.getByRole('link', { name: 'Customers', exact: true }).click()
  // What is opened within a second of the first screen is remembered a second later.
  await expect.poll(() => page.evaluate(() => localStorage.getItem('haykal.recent'))).toContain('1048571')
  await page.keyboard.press('Control+k')
  await expect(palette(page).getByRole('group', { name: 'Opened last' }).getByRole('option')).toHaveText([/^1048571/])
  await page.keyboard.type('sign out')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/-\/sign-in/)
  await expect.poll(() => page.evaluate(() => localStorage.getItem('haykal.recent'))).toBeNull()
})

test('in Arabic, names are found whichever form of a letter is typed', async ({ haykal, signIn }) => {
  const page = await signIn('editor', haykal)
  await showIn(page, { url: haykal.url, language: 'ar', theme: 'light' })
  await openCustomers(page, haykal.url)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('الموردون')
  await expect(option(page, /^المورّدون/)).toHaveAttribute('aria-selected', 'true')
  await input(page).fill('مكتبة النيل')
  await expect(option(page, /^مكتبة النيل.*العملاء/).first()).toBeVisible()
  await input(page).fill('طلبات مكتبة النيل')
  await expect(option(page, /مكتبة النيل.*الطلبات/).first()).toBeVisible()
  await expect(palette(page).getByRole('status')).toHaveText(/نتائج|نتيجة|نتيجتان/)
  await input(page).fill('زززززز')
  await expect(palette(page).getByText('لا نتائج لـ')).toBeVisible()
  await expect(palette(page).getByRole('status')).toHaveText(/لا نتائج/)
})

test('the palette does things: a new record, another theme, a favourite', async ({ haykal, signIn }) => {
  const page = await signIn('editor', haykal)
  await openCustomers(page, haykal.url)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('dark')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')

  await page.keyboard.press('Control+k')
  await page.keyboard.type('add customers')
  await page.keyboard.press('Enter')
  const favourites = page.getByRole('navigation').locator('section', { hasText: 'Favourites' })
  await expect(favourites.getByRole('link')).toHaveText(['Customers'])
  await page.reload()
  await expect(favourites.getByRole('link')).toHaveText(['Customers'])

  await page.keyboard.press('Control+k')
  await page.keyboard.type('new product')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/products\/-\/new$/)
  await expect(page.getByLabel('Name').first()).toBeVisible()
})

test('a line opens in a new tab with Ctrl and Enter, and the palette stays', async ({ haykal, signIn }) => {
  const page = await signIn('reader', haykal)
  await openCustomers(page, haykal.url)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('orders')
  await expect(palette(page).getByRole('option').first()).toBeVisible()
  const [tab] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('Control+Enter')])
  await expect(tab).toHaveURL(/\/orders$/)
  await expect(palette(page)).toBeVisible()
  await tab.close()
})

test('without a connection, the palette still leads to lists and says what it cannot do', async ({
  haykal,
  signIn,
}) => {
  const page = await signIn('reader', haykal)
  await openCustomers(page, haykal.url)
  await page.getByRole('button', { name: /^Search or jump to/ }).hover()
  await page.keyboard.press('Control+k')
  await page.context().setOffline(true)
  await page.keyboard.type('orders')
  await expect(option(page, /^Orders/)).toBeVisible()
  await expect(palette(page).getByText('No connection', { exact: false }).first()).toBeVisible()
  await page.context().setOffline(false)
})

test('single letters act on a list, rest while one types, and are listed under the question mark', async ({
  haykal,
  signIn,
}) => {
  const page = await signIn('editor', haykal)
  await openCustomers(page, haykal.url)
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(help.getByRole('term')).toHaveText([
    'Search or jump to anything',
    'Search this list',
    'Add a filter',
    'Next row',
    'Previous row',
    'Open the row',
    'New record',
    'Undo what you did last',
    'Do again what you undid last',
    'Close what is open',
    'Show this list',
  ])
  await page.keyboard.press('n')
  await expect(page).toHaveURL(/\/customers$/)
  await page.keyboard.press('Escape')
  await expect(help).toBeHidden()

  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('n')
  await expect(page.getByRole('searchbox')).toHaveValue('n')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.keyboard.press('f')
  await expect(page.getByRole('dialog', { name: 'Filter by' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('n')
  await expect(page).toHaveURL(/\/customers\/-\/new$/)
})

test('on an Arabic layout, keys act by their place; on Dvorak by their letter', async ({ haykal, signIn }) => {
  const page = await signIn('editor', haykal)
  await openCustomers(page, haykal.url)
  await pressOn(page, { code: 'KeyN', key: 'b' })
  await expect(page).toHaveURL(/\/customers$/)
  await pressOn(page, { code: 'KeyN', key: 'ى' })
  await expect(page).toHaveURL(/\/customers\/-\/new$/)
  await openCustomers(page, haykal.url)
  await pressOn(page, { code: 'KeyL', key: 'n' })
  await expect(page).toHaveURL(/\/customers\/-\/new$/)
  await openCustomers(page, haykal.url)
  await pressOn(page, { code: 'KeyK', key: 'ن', ctrlKey: true })
  await expect(input(page)).toBeFocused()
})

test('single letters can be turned off; keys with Ctrl stay', async ({ haykal, signIn }) => {
  const page = await signIn('editor', haykal)
  await page.goto(`${haykal.url}/-/settings/preferences`)
  await page.getByLabel('Single-letter shortcuts').uncheck()
  await openCustomers(page, haykal.url)
  await page.keyboard.press('n')
  await page.keyboard.press('?')
  await page.keyboard.press('Control+k')
  await expect(input(page)).toBeFocused()
  await expect(page).toHaveURL(/\/customers$/)
  await page.keyboard.type('shortcuts')
  await page.keyboard.press('Enter')
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(help.getByText('turned off in your preferences')).toBeVisible()
  await expect(help.getByRole('term')).toHaveText([
    'Search or jump to anything',
    'Undo what you did last',
    'Do again what you undid last',
    'Close what is open',
  ])
})
