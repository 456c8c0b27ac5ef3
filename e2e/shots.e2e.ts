/** Pictures of every screen, wide and on a phone, in both languages and themes: `pnpm shots` puts them into `shots/`. */
import { screens, showIn } from './fixtures/screens.ts'
import { test } from './fixtures/test.ts'

const sizes = { wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const

for (const language of ['en', 'ar'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`pictures (${language}, ${theme})`, async ({ haykal, signIn, browser }) => {
      test.setTimeout(300_000)
      const stranger = await (await browser.newContext()).newPage()
      const owner = await signIn('owner', haykal)
      for (const page of [stranger, owner]) await showIn(page, { url: haykal.url, language, theme })
      for (const [size, viewport] of Object.entries(sizes)) {
        for (const screen of screens) {
          const page = screen.signedIn ? owner : stranger
          await page.setViewportSize(viewport)
          await screen.open(page, haykal.url)
          await page.waitForTimeout(300)
          await page.screenshot({ path: `shots/${screen.name}-${size}-${language}-${theme}.png` })
        }
      }
      await stranger.context().close()
    })
  }
}
