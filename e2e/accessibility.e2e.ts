/** axe finds nothing on any screen, in both languages and both themes. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { adoptedScreens, screens, showIn } from './fixtures/screens.ts'
import { expect, test } from './fixtures/test.ts'

for (const language of ['en', 'ar'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`axe finds nothing (${language}, ${theme})`, async ({ haykal, signIn, browser }) => {
      test.setTimeout(180_000)
      const stranger = await (await browser.newContext()).newPage()
      const owner = await signIn('owner', haykal)
      for (const page of [stranger, owner]) await showIn(page, { url: haykal.url, language, theme })
      for (const screen of screens) {
        const page = screen.signedIn ? owner : stranger
        await screen.open(page, haykal.url)
        expect(await violations(page), `${screen.name}, ${language}, ${theme}`).toEqual([])
      }
      await stranger.context().close()
    })

    test(`axe finds nothing in an adopted database (${language}, ${theme})`, async ({ adopted, signIn }) => {
      test.setTimeout(120_000)
      const page = await signIn('owner', adopted)
      await showIn(page, { url: adopted.url, language, theme })
      for (const screen of adoptedScreens) {
        await screen.open(page, adopted.url)
        expect(await violations(page), `${screen.name}, ${language}, ${theme}`).toEqual([])
      }
    })
  }
}

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze()
  return found.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 200)}`))
}
