/** What a person chooses for themselves: there at once, kept for every device, known before the first picture. */
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/test.ts'

const order = '/orders/1048571'

/** What the root of the page says before the application draws anything, and when it first does. */
interface Seen {
  body?: string
  drawn?: string
}

/** Notes what the person sees first. */
async function noteFirstPicture(page: Page): Promise<() => Promise<Seen>> {
  await page.addInitScript(() => {
    const seen: Seen = {}
    const looks = () => {
      const { lang, dir, dataset } = document.documentElement
      return [lang, dir, dataset.theme, dataset.density].join(' ')
    }
    new MutationObserver(() => {
      if (document.body) seen.body ??= looks()
      if (document.getElementById('root')?.textContent?.trim()) seen.drawn ??= looks()
    }).observe(document, { childList: true, subtree: true })
    Object.assign(window, { seen })
  })
  return async () => await page.evaluate(() => (window as unknown as { seen: Seen }).seen)
}

test('what one chooses is there at once, without a reload, and on every other device', async ({ haykal, signIn }) => {
  // A story of three browsers.
  test.slow()
  const page = await signIn('owner', haykal)
  await page.goto(haykal.url + order)
  await expect(page.getByRole('main').getByText('Nov 20, 2026, 6:58 PM').first()).toBeVisible()
  const documents: string[] = []
  page.on('request', (request) => {
    if (request.resourceType() === 'document') documents.push(request.url())
  })
  await page.getByRole('button', { name: /Account of/ }).click()
  await page.getByRole('menuitem', { name: 'Preferences' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Preferences' })).toBeVisible()

  await page.getByLabel('Digits').selectOption('arab')
  await expect(page.getByText('١٬٢٣٤٬٥٦٧٫٨٩')).toBeVisible()
  await page.getByLabel('Digits').selectOption('latn')
  await page.getByRole('radio', { name: 'Gregorian, with Hijri beside it' }).check()
  await expect(page.getByText(/\d{4} AH/)).toBeVisible()
  const zone = page.getByRole('combobox', { name: 'Time zone' })
  await zone.fill('riyadh')
  await page.getByRole('option', { name: /Riyadh/ }).click()
  await expect(zone).toHaveValue('Riyadh · GMT+03:00 · Saudi Arabia Time')
  await page.getByRole('radio', { name: 'Dark' }).check()
  await page.getByRole('radio', { name: 'Compact' }).check()
  await page.getByRole('checkbox', { name: 'Single-letter shortcuts' }).uncheck()
  await page.getByLabel('Language', { exact: true }).selectOption('العربية')
  await expect(page.getByRole('heading', { level: 1, name: 'التفضيلات' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.locator('html')).toHaveAttribute('data-density', 'compact')
  await expect(page.getByText('حُفظ')).toHaveCount(2)

  await page.goBack()
  await expect(page.getByRole('main').getByText('20 نوفمبر 2026، 9:58 م').first()).toBeVisible()
  await expect(page.getByText('10 جمادى الآخرة 1448 هـ')).toBeVisible()
  expect(documents).toEqual([])

  const again = await noteFirstPicture(page)
  await page.reload()
  await expect(page.getByText('10 جمادى الآخرة 1448 هـ')).toBeVisible()
  expect(await again()).toEqual({ body: 'ar rtl dark compact', drawn: 'ar rtl dark compact' })

  const other = await signIn('owner', haykal)
  const first = await noteFirstPicture(other)
  await other.goto(haykal.url + order)
  await expect(other.getByText('10 جمادى الآخرة 1448 هـ')).toBeVisible()
  expect((await first()).drawn).toBe('ar rtl dark compact')

  const somebodyElse = await signIn('editor', haykal)
  await somebodyElse.goto(haykal.url + order)
  await expect(somebodyElse.getByRole('main').getByText('Nov 20, 2026, 6:58 PM').first()).toBeVisible()
})

test('a choice that cannot be kept is taken back, and one is told', async ({ haykal, signIn }) => {
  const page = await signIn('reader', haykal)
  await page.goto(`${haykal.url}/-/settings/preferences`)
  await page.getByRole('radio', { name: 'Compact' }).check()
  await expect(page.getByText('Saved', { exact: true }).first()).toBeVisible()
  await page.route('**/api/v1/-/preferences', (route) =>
    route.fulfill({ status: 503, contentType: 'application/problem+json', body: '{"code":"busy"}' }),
  )
  await page.getByRole('radio', { name: 'Dark' }).click()
  await expect(page.getByText('Your choice was not saved. The server is busy. Try again in a moment.')).toBeVisible()
  await expect(page.getByRole('radio', { name: 'As the device' })).toBeChecked()
  await expect(page.locator('html')).not.toHaveAttribute('data-theme')
  await expect(page.locator('html')).toHaveAttribute('data-density', 'compact')
})

test('what one chose before signing in stays, and is kept with the first choice after it', async ({ haykal, page }) => {
  await page.goto(`${haykal.url}/-/sign-in`)
  await page.getByRole('button', { name: 'Language · Theme' }).click()
  await page.getByRole('menuitemradio', { name: 'العربية' }).click()
  await page.getByLabel('البريد الإلكتروني').fill('editor@bazaar.example')
  await page.getByLabel('كلمة المرور', { exact: true }).fill('correct horse battery')
  await page.getByRole('button', { name: 'دخول' }).click()
  await expect(page.getByRole('heading', { name: 'الطلبات' })).toBeVisible()
  const kept = async () => {
    const boot = await page.request.get(`${haykal.url}/api/v1/-/boot`)
    return (await boot.json()).person.preferences
  }
  expect(await kept()).toBeUndefined()
  await page.goto(`${haykal.url}/-/settings/preferences`)
  await page.getByRole('radio', { name: 'داكن' }).check()
  await expect.poll(kept).toEqual({ language: 'ar', theme: 'dark' })
})
