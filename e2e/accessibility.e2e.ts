/** axe finds nothing on any screen, wide and on a phone, in both languages and both themes. */
import type { Page } from '@playwright/test'
import { whatAxeFinds } from './fixtures/axe.ts'
import { isLong } from './fixtures/is-long.ts'
import { adoptedScreens, type ScreenVisit, screens, showIn } from './fixtures/screens.ts'
import { expect, test } from './fixtures/test.ts'

const sizes = { wide: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } } as const
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

test.describe.configure({ mode: 'parallel', timeout: 300_000 })

for (const language of ['en', 'ar'] as const) {
  test(`axe finds nothing (${language})`, async ({ haykal, signIn, browser }) => {
    const stranger = await (await browser.newContext()).newPage()
    const owner = await signIn('owner', haykal)
    for (const page of [stranger, owner]) await showIn(page, { url: haykal.url, language, theme: 'light' })
    for (const screen of screens) await judge(screen.signedIn ? owner : stranger, { screen, url: haykal.url, language })
    await stranger.context().close()
  })

  test(`axe finds nothing in an adopted database (${language})`, async ({ adopted, signIn }) => {
    const page = await signIn('owner', adopted)
    await showIn(page, { url: adopted.url, language, theme: 'light' })
    for (const screen of adoptedScreens) await judge(page, { screen, url: adopted.url, language })
  })
}

const wideLight = { size: 'wide', colorScheme: 'light' } as const
const phoneDark = { size: 'phone', colorScheme: 'dark' } as const
const wideDark = { size: 'wide', colorScheme: 'dark' } as const
const phoneLight = { size: 'phone', colorScheme: 'light' } as const

test('axe finds what is wrong, with its rule and its place', async ({ page }) => {
  await page.setContent(
    '<main><h1>Orders</h1><p style="color: #aaa; background: #fff">Late</p><button></button></main>',
  )
  expect(await whatAxeFinds(page, ['wcag2a', 'wcag2aa'])).toEqual([
    expect.stringMatching(/^button-name: .*: <button>/),
    expect.stringMatching(/^color-contrast: .*: <p style/),
    ...['document-title', 'html-has-lang'].map((rule) => expect.stringMatching(new RegExp(`^${rule}: .*: <html>`))),
  ])
})

/** What is looked at: in the short run each size and each theme once, mirrored screens on a phone only. */
const looks = isLong
  ? { en: [wideLight, wideDark, phoneLight, phoneDark], ar: [wideLight, wideDark, phoneLight, phoneDark] }
  : { en: [wideLight, phoneDark], ar: [phoneDark] }

interface Judged {
  readonly screen: ScreenVisit
  readonly url: string
  readonly language: 'en' | 'ar'
}

/** Opens a screen once and looks at it in several sizes and themes. */
async function judge(page: Page, { screen, url, language }: Judged): Promise<void> {
  await page.setViewportSize(sizes.wide)
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await screen.open(page, url)
  for (const { size, colorScheme } of looks[language]) {
    await page.setViewportSize(sizes[size])
    await page.emulateMedia({ colorScheme })
    expect.soft(await whatAxeFinds(page, standards), `${screen.name}, ${size}, ${colorScheme}`).toEqual([])
  }
}
