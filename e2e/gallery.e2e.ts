/** The gallery of all parts: pictures of each section, what axe finds in it, and how its parts answer hands, keys and pastes. After a change that is meant: `pnpm exec playwright test e2e/gallery.e2e.ts -u`. */
import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { whatAxeFinds } from './fixtures/axe.ts'
import { makeFolder } from './fixtures/haykal-server.ts'

const root = resolve(import.meta.dirname, '..')
const address = 'http://gallery.example/'
const looks = [
  { language: 'en', theme: 'light' },
  { language: 'ar', theme: 'dark' },
] as const
/** All sections but the icons, which grow in number, and the odd values, whose scripts are drawn by whatever fonts there are. */
const pictured = ['colours', 'buttons', 'fields', 'choices', 'dates', 'marks', 'overlays', 'messages', 'boxes']

let folder = ''

test.beforeAll(() => {
  folder = makeFolder()
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'packages/ui/gallery/main.ts'), '--out', folder], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`the gallery was not built: ${stderr}`)
})

/** Opens a part of the gallery: its files come from the folder, no server is asked. */
async function openGallery(browser: Browser, search: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 }, deviceScaleFactor: 1 })
  const page = await context.newPage()
  await page.clock.setFixedTime(new Date('2026-11-21T06:50:00Z'))
  await page.route(`${address}**`, (route) => {
    const { pathname } = new URL(route.request().url())
    return route.fulfill({ path: join(folder, pathname === '/' ? 'index.html' : pathname) })
  })
  await page.goto(address + search)
  await page.locator('main section').first().waitFor()
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  return page
}

for (const { language, theme } of looks) {
  test(`every section looks as it did (${language}, ${theme})`, async ({ browser }) => {
    test.setTimeout(120_000)
    const page = await openGallery(browser, `?lang=${language}&theme=${theme}`)
    for (const name of pictured) {
      await expect.soft(page.locator(`#${name}`)).toHaveScreenshot(`${name}-${language}-${theme}.png`)
    }
    const opener = page.locator('#dates').getByRole('button', { expanded: false })
    await opener.first().click()
    await expect(page.getByRole('grid')).toBeVisible()
    await expect.soft(page.locator(':popover-open')).toHaveScreenshot(`calendar-${language}-${theme}.png`)
    await page.keyboard.press('Escape')
    await page.locator('#overlays [aria-haspopup="menu"]').click()
    await expect.soft(page.locator(':popover-open')).toHaveScreenshot(`menu-${language}-${theme}.png`)
  })
}

for (const language of ['en', 'ar'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`axe finds nothing in the gallery (${language}, ${theme})`, async ({ browser }) => {
      test.setTimeout(120_000)
      const page = await openGallery(browser, `?lang=${language}&theme=${theme}`)
      await page.locator('#dates').getByRole('button', { expanded: false }).first().click()
      await expect(page.getByRole('grid')).toBeVisible()
      expect(await whatAxeFinds(page)).toEqual([])
    })
  }
}

/** The value of a date field as the application gets it. */
const heldBy = (page: Page, label: string) => page.locator(`[data-value-of="${label}"]`)

test('a day is typed in either digits, pasted, and chosen from the calendar by keys', async ({ browser }) => {
  const page = await openGallery(browser, '?section=dates')
  await page.getByText('Ship by', { exact: true }).click()
  await page.keyboard.type('12052026')
  await expect(heldBy(page, 'Ship by')).toHaveText('2026-12-05')

  await page.keyboard.press('Alt+ArrowDown')
  await expect(page.getByRole('grid')).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(heldBy(page, 'Ship by')).toHaveText('2026-12-12')

  await page.getByRole('button', { name: 'Clear Ship by' }).click()
  await page.getByText('Ship by', { exact: true }).click()
  await page.keyboard.type('٠١٠٢٢٠٢٧')
  await expect(heldBy(page, 'Ship by')).toHaveText('2027-01-02')

  await page.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text/plain', '2028-02-29')
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
  })
  await expect(heldBy(page, 'Ship by')).toHaveText('2028-02-29')
})

test('a day that is half filled in is told, and stays as it is typed', async ({ browser }) => {
  const page = await openGallery(browser, '?section=dates')
  await page.getByText('Ship by', { exact: true }).click()
  await page.keyboard.type('12')
  await page.getByRole('heading', { name: 'dates' }).click()
  await expect(page.getByText('Fill in all parts.')).toBeVisible()
  await expect(page.getByRole('spinbutton', { name: 'month, Ship by' })).toHaveText('12')
  await page.getByRole('spinbutton', { name: 'day, Ship by' }).click()
  await page.keyboard.type('52026')
  await expect(page.getByText('Fill in all parts.')).toBeHidden()
  await expect(heldBy(page, 'Ship by')).toHaveText('2026-12-05')
})

test('a day is typed in the Hijri calendar and kept as the Gregorian day that it is', async ({ browser }) => {
  const page = await openGallery(browser, '?lang=ar&section=dates')
  const label = 'تقويمان'
  await expect(page.getByText('جمادى الآخرة')).toBeVisible()
  await page.getByRole('button', { name: `تقويم ${label}` }).click()
  await page.getByRole('button', { name: 'هجري' }).click()
  await page.keyboard.press('Escape')
  await page.getByText(label, { exact: true }).click()
  await page.keyboard.type('١٢٦١٤٤٨')
  await expect(heldBy(page, label)).toHaveText('2026-11-22')
})

test('a moment keeps its zone and its seconds when one part changes', async ({ browser }) => {
  const page = await openGallery(browser, '?section=dates')
  await page.getByRole('spinbutton', { name: 'hour, Paid at' }).click()
  await page.keyboard.press('ArrowUp')
  await expect(heldBy(page, 'Paid at')).toHaveText('2026-11-21T07:50:00.000Z')
  await page.getByRole('spinbutton', { name: 'minute, To the second' }).click()
  await page.keyboard.press('ArrowUp')
  await expect(heldBy(page, 'To the second')).toHaveText('2026-11-21T06:51:07.000Z')
})

test('one among many is found by typing and chosen by keys', async ({ browser }) => {
  const page = await openGallery(browser, '?section=choices')
  const box = page.getByRole('combobox', { name: 'Customer' })
  await box.fill('kōb')
  await expect(page.getByRole('option')).toHaveText(['Kōbō Paper'])
  await box.press('ArrowDown')
  await box.press('Enter')
  await expect(box).toHaveValue('Kōbō Paper')
  await box.fill('nobody')
  await expect(page.getByText('Nothing matches.')).toBeVisible()
  await box.press('Tab')
  await expect(box).toHaveValue('Kōbō Paper')
})

test('an icon tells its name and its key on hover and on focus, until Esc, and never to a finger', async ({
  browser,
}) => {
  const page = await openGallery(browser, '?section=buttons')
  const search = page.getByRole('button', { name: 'Search' })
  const name = page.locator('[popover="manual"]:popover-open')
  await search.hover()
  await expect(name).toHaveText('Search/')
  await page.keyboard.press('Escape')
  await expect(name).toBeHidden()

  await page.mouse.move(0, 0)
  await page.getByRole('link', { name: 'A link' }).focus()
  await page.keyboard.press('Tab')
  await expect(search).toBeFocused()
  await expect(name).toHaveText('Search/')
  await page.keyboard.press('Tab')
  await expect(name).toHaveText('Back')
  await page.keyboard.press('Escape')
  await expect(name).toBeHidden()

  await page.getByRole('heading', { name: 'buttons' }).click()
  await search.dispatchEvent('pointerover', { pointerType: 'touch', bubbles: true })
  await page.waitForTimeout(700)
  await expect(name).toBeHidden()
})

test('what opens inside of something open closes alone', async ({ browser }) => {
  const page = await openGallery(browser, '?section=overlays')
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('button', { name: 'Inner' }).click()
  await page.getByRole('button', { name: 'Close the inner one' }).click()
  await expect(page.getByRole('button', { name: 'Close the inner one' })).toBeHidden()
  await expect(page.getByRole('button', { name: 'Inner' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Inner' })).toBeHidden()
  await expect(page.getByRole('button', { name: 'Columns' })).toBeFocused()
})

test('a message offers what can be done about it, and goes when it is done', async ({ browser }) => {
  const page = await openGallery(browser, '?section=messages')
  await page.getByRole('button', { name: 'A message' }).click()
  const messages = page.getByRole('region', { name: 'Notifications' })
  await expect(messages.getByText('14 orders set to Shipped')).toBeVisible()
  await messages.getByRole('button', { name: 'Undo' }).click()
  await expect(messages.getByText('14 orders set to Shipped')).toBeHidden()
  await expect(messages.getByText('Undone')).toBeVisible()
})

for (const language of ['en', 'ar'] as const) {
  test(`everything can be hit, and no value breaks out of its part (${language})`, async ({ browser }) => {
    const page = await openGallery(browser, `?lang=${language}`)
    for (const width of [1000, 360]) {
      await page.setViewportSize({ width, height: 800 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
      const small = await page.locator('main :is(button, a, select, [role="combobox"])').evaluateAll((controls) =>
        controls
          .map((control) => ({ html: control.outerHTML.slice(0, 160), box: control.getBoundingClientRect() }))
          .filter(({ box }) => box.width < 24 || box.height < 24)
          .map(({ html }) => html),
      )
      expect(small).toEqual([])
    }
  })
}
