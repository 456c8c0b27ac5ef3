/** Pictures of every screen, wide and on a phone, in both languages and themes: `pnpm shots` puts them into `shots/`. */
import { adoptedScreens, screens, showIn } from './fixtures/screens.ts'
import { test } from './fixtures/test.ts'

const sizes = { wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const

for (const language of ['en', 'ar'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`pictures (${language}, ${theme})`, async ({ haykal, adopted, signIn, browser }) => {
      test.setTimeout(300_000)
      const stranger = await (await browser.newContext()).newPage()
      const owner = await signIn('owner', haykal)
      const adopter = await signIn('owner', adopted)
      for (const page of [stranger, owner]) await showIn(page, { url: haykal.url, language, theme })
      await showIn(adopter, { url: adopted.url, language, theme })
      const visits = [
        ...screens.map((screen) => ({ screen, page: screen.signedIn ? owner : stranger, url: haykal.url })),
        ...adoptedScreens.map((screen) => ({ screen, page: adopter, url: adopted.url })),
      ]
      for (const [size, viewport] of Object.entries(sizes)) {
        for (const { screen, page, url } of visits) {
          await page.setViewportSize(viewport)
          await screen.open(page, url)
          await page.waitForTimeout(300)
          await page.screenshot({ path: `shots/${screen.name}-${size}-${language}-${theme}.png` })
        }
      }
      await stranger.context().close()
    })
  }
}
