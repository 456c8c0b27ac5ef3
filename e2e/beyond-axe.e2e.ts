/** What axe cannot see, on every screen: reflow at 400 %, wider text spacing, forced colours, less motion, where the focus is. */
import type { Page } from '@playwright/test'
import { isLong } from './fixtures/is-long.ts'
import { smallTargets, walkWithTab, whatIsCutOff, whatMoves, whatOverflows } from './fixtures/look-at.ts'
import { adoptedScreens, type ScreenVisit, screens, showIn } from './fixtures/screens.ts'
import { expect, test } from './fixtures/test.ts'

test.describe.configure({ mode: 'parallel', timeout: 300_000 })

/** Mirrored, a screen overflows no earlier and its focus shows as well: the short run looks at one language. */
const spoken = isLong ? (['en', 'ar'] as const) : (['en'] as const)
/** After how many stops of Tab one has seen enough. */
const stopsSeen = isLong ? 40 : 12

for (const language of spoken) {
  test(`every screen can be read large, spaced, in two colours and at rest (${language})`, async ({
    haykal,
    adopted,
    signIn,
    browser,
  }) => {
    const stranger = await (await browser.newContext()).newPage()
    const owner = await signIn('owner', haykal)
    const adopter = await signIn('owner', adopted)
    for (const page of [stranger, owner]) await showIn(page, { url: haykal.url, language, theme: 'light' })
    await showIn(adopter, { url: adopted.url, language, theme: 'light' })
    for (const screen of screens) await judge(screen.signedIn ? owner : stranger, screen, haykal.url)
    for (const screen of adoptedScreens) await judge(adopter, screen, adopted.url)
    await stranger.context().close()
  })
}

const wide = { width: 1280, height: 800 }
/** 1280 pixels at 400 %. */
const enlarged = { width: 320, height: 256 }

async function judge(page: Page, screen: ScreenVisit, url: string): Promise<void> {
  await page.setViewportSize(wide)
  await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'none' })
  await screen.open(page, url)
  const expectNothing = (found: readonly unknown[], what: string) =>
    expect.soft(found, `${screen.name}: ${what}`).toEqual([])

  expectNothing(await whatMoves(page), 'moves')
  expectNothing(await smallTargets(page, 24), 'is smaller than 24 px')
  const stops = await walkWithTab(page, stopsSeen)
  expectNothing(
    stops.filter(({ isShown }) => !isShown),
    'has the focus and does not show it',
  )
  expectNothing(
    stops.filter(({ isCovered }) => isCovered),
    'has the focus and is covered',
  )

  await page.emulateMedia({ forcedColors: 'active' })
  const forced = await walkWithTab(page, isLong ? 12 : 4)
  expectNothing(
    forced.filter(({ isShown }) => !isShown),
    'has the focus and does not show it in forced colours',
  )
  expectNothing(await hiddenIcons(page), 'is an icon that forced colours hide')
  await page.emulateMedia({ forcedColors: 'none' })

  await setTextSpacing(page)
  expectNothing(await whatIsCutOff(page), 'is cut off when text is spaced')
  expectNothing(await whatOverflows(page), 'overflows when text is spaced')
  await page.setViewportSize(enlarged)
  await nextPicture(page)
  expectNothing(await whatOverflows(page), 'overflows at 400 %, spaced')
}

/** What stands beside something else gives way when the screen hears that the window is narrow now: a picture later. */
async function nextPicture(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  )
}

/** The spacing that WCAG 1.4.12 asks one to bear: by a sheet of the document, as the security policy allows no other. */
async function setTextSpacing(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
    )
    document.adoptedStyleSheets = [sheet]
  })
}

/** Icons drawn in the colour that they stand on. */
async function hiddenIcons(page: Page): Promise<string[]> {
  return await page.evaluate(() =>
    [...document.querySelectorAll('svg')]
      .filter((icon) => icon.getBoundingClientRect().width > 0)
      .filter((icon) => {
        const { stroke, fill } = getComputedStyle(icon)
        const ground = getComputedStyle(document.body).backgroundColor
        return [stroke, fill].every((paint) => paint === 'none' || paint === ground)
      })
      .map((icon) => icon.parentElement?.outerHTML.slice(0, 120) ?? ''),
  )
}
