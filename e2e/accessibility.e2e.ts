/** axe finds nothing on any screen, wide and on a phone, in both languages and both themes. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
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
    for (const screen of screens) await judge(screen.signedIn ? owner : stranger, screen, haykal.url)
    await stranger.context().close()
  })

  test(`axe finds nothing in an adopted database (${language})`, async ({ adopted, signIn }) => {
    const page = await signIn('owner', adopted)
    await showIn(page, { url: adopted.url, language, theme: 'light' })
    for (const screen of adoptedScreens) await judge(page, screen, adopted.url)
  })
}

/** Opens a screen once and looks at it in every size and theme. */
async function judge(page: Page, screen: ScreenVisit, url: string): Promise<void> {
  await page.setViewportSize(sizes.wide)
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await screen.open(page, url)
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport)
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect.soft(await violations(page, colorScheme), `${screen.name}, ${size}, ${colorScheme}`).toEqual([])
    }
  }
}

/** A theme changes colours only, so in the dark one only they are looked at again. */
async function violations(page: Page, theme: 'light' | 'dark'): Promise<string[]> {
  const axe = new AxeBuilder({ page })
  const { violations: found } = await (theme === 'light'
    ? axe.withTags(standards)
    : axe.withRules(['color-contrast'])
  ).analyze()
  return found.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 200)}`))
}
