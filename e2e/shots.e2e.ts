/** Pictures of every screen at four widths, in both languages and themes: `pnpm shots` puts them into `shots/`. */
import { adoptedScreens, screens, showIn } from './fixtures/screens.ts'
import { test } from './fixtures/test.ts'

/** From a large screen to a phone; a picture is called by its width. */
const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 768, height: 1024 },
  { width: 390, height: 844 },
] as const

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
      for (const { screen, page, url } of visits) {
        // Opened once: a screen follows its window, as it does when somebody turns a tablet.
        await page.setViewportSize(sizes[0])
        await screen.open(page, url)
        for (const size of sizes) {
          await page.setViewportSize(size)
          await page.waitForTimeout(250)
          await page.screenshot({ path: `shots/${screen.name}-${size.width}-${language}-${theme}.png` })
        }
      }
      await stranger.context().close()
    })
  }
}
