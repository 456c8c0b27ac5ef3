/** A whole visit with a thumb on a small phone: nothing to push sideways, nothing too small to hit, nothing that zooms by itself. */
import type { Locator, Page } from '@playwright/test'
import { password, people } from './fixtures/haykal-server.ts'
import { smallTargets, whatOverflows } from './fixtures/look-at.ts'
import { changeMeanwhile, findUniquelyNamed } from './fixtures/meanwhile.ts'
import { screens } from './fixtures/screens.ts'
import { expect, test } from './fixtures/test.ts'

test.use({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true })
test.describe.configure({ timeout: 120_000 })

/** The smallest side of what one does first with a thumb, and of everything else, in CSS pixels. */
const least = { primary: 44, any: 24 } as const

test('sign in, find, open, edit, meet a conflict and go back with a thumb', async ({ page, haykal, signIn }) => {
  const other = await signIn('editor', haykal)
  const { path, name } = await findUniquelyNamed(other, haykal)

  await page.goto(`${haykal.url}/customers`)
  await page.getByLabel('Email').fill(people.owner.email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await expectFitsThumb(page)
  await tap(page.getByRole('button', { name: 'Sign in' }))

  const cards = page.getByRole('list', { name: 'Customers' }).getByRole('listitem')
  await expect(cards.nth(2)).toBeVisible()
  await expectFitsThumb(page)
  await expectLarge(cards.nth(2).getByRole('link'))
  for (const tab of await page
    .getByRole('navigation', { name: 'Main' })
    .locator('visible=true')
    .locator('a, button')
    .all())
    await expectLarge(tab)
  await page.getByRole('searchbox', { name: /^Search customers/ }).fill(name)
  await expect(cards).toHaveCount(1)
  await tap(cards.first().getByRole('link'))
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expectFitsThumb(page)

  await tap(page.getByRole('button', { name: 'Edit', exact: true }))
  await page.getByLabel('City').fill('Sfax')
  await expectFitsThumb(page)
  await changeMeanwhile(other, { server: haykal, path, values: { city: 'Tunis' } })
  const save = page.getByRole('button', { name: /^Save/ })
  await expectLarge(save)
  await expect(save, 'within reach without scrolling').toBeInViewport({ ratio: 1 })
  await tap(save)

  const question = page.getByRole('alertdialog')
  await expect(question).toContainText('Tunis')
  await expectFitsThumb(page)
  await tap(question.getByRole('button', { name: 'Take theirs' }))
  await expect(page.getByRole('button', { name: 'Edit', exact: true })).toBeVisible()
  await expect(page.getByText('Tunis').first()).toBeVisible()
  await page.goBack()
  await expect(cards).toHaveCount(1)
  await expect(cards.first()).toContainText(name)
})

test('back returns to the same card, however far one has scrolled', async ({ page, haykal }) => {
  await signInByThumb(page, `${haykal.url}/orders`)
  const cards = page.getByRole('list', { name: 'Orders' }).getByRole('listitem')
  await expect(cards.nth(2)).toBeVisible()
  const scroller = page.locator('main :has(> ul[aria-label])')
  await scroller.evaluate((element) => element.scrollTo(0, 20_000))
  await expect(cards.first(), 'the cards of that place').toHaveAttribute('aria-posinset', /^2\d\d$/)
  const card = cards.nth(10).getByRole('link')
  await expect(card).toBeInViewport({ ratio: 1 })
  await expect(page.locator('main [aria-hidden=true] [class*=skeleton]')).toHaveCount(0)
  const number = (await card.getAttribute('href'))?.split('/').at(-1) ?? 'none'
  const top = Math.round((await card.boundingBox())?.y ?? 0)
  await tap(card)
  await expect(page.getByRole('heading', { level: 1, name: number })).toBeVisible()
  await page.goBack()
  const same = page.getByRole('list', { name: 'Orders' }).getByRole('link', { name: new RegExp(number) })
  await expect(same).toBeVisible()
  await expect.poll(async () => Math.abs(((await same.boundingBox())?.y ?? 0) - top)).toBeLessThanOrEqual(2)
})

test('with the keyboard of the phone open, each input that one goes to is in sight, and so is Save', async ({
  page,
  haykal,
}) => {
  await signInByThumb(page, `${haykal.url}/customers`)
  await tap(page.getByRole('list', { name: 'Customers' }).getByRole('listitem').first().getByRole('link'))
  await tap(page.getByRole('button', { name: 'Edit', exact: true }))
  // The page says to the browser that a keyboard makes it shorter; a keyboard takes 300 to 340 of 740 pixels.
  await page.setViewportSize({ width: 360, height: 400 })
  const save = page.getByRole('button', { name: /^Save/ })
  const inputs = await page.getByRole('main').locator('form :is(input, textarea, [role=spinbutton])').all()
  expect(inputs.length).toBeGreaterThan(8)
  for (const input of [...inputs, ...inputs.toReversed()]) {
    if (!(await input.isVisible())) continue
    const name = await input.evaluate((element) => {
      const { labels } = element as HTMLInputElement
      ;(element as HTMLElement).focus()
      return labels?.[0]?.textContent ?? element.getAttribute('aria-label') ?? element.outerHTML
    })
    await expect.poll(async () => await isCovered(input), name).toBe(false)
    await expect(save, name).toBeInViewport({ ratio: 1 })
  }
})

/** Whether something else lies over the middle of a part, or it is out of sight. */
async function isCovered(part: Locator): Promise<boolean> {
  return await part.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect()
    const hit = document.elementFromPoint(left + width / 2, top + height / 2)
    return !element.contains(hit)
  })
}

test('every screen fits a thumb, in both directions', async ({ page, haykal }) => {
  await signInByThumb(page, `${haykal.url}/orders`)
  for (const language of ['en', 'ar']) {
    await page.request.patch(`${haykal.url}/api/v1/-/preferences`, { data: { language } })
    for (const screen of screens.filter(({ signedIn }) => signedIn)) {
      await screen.open(page, haykal.url)
      await expectFitsThumb(page, `${screen.name}, ${language}`)
    }
  }
})

async function signInByThumb(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.getByLabel('Email').fill(people.owner.email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await tap(page.getByRole('button', { name: 'Sign in' }))
  // The door has a main part too: one is in when it is gone.
  await expect(page.getByLabel('Password', { exact: true })).toHaveCount(0)
  await expect(page.getByRole('main')).toBeVisible()
}

async function tap(target: Locator): Promise<void> {
  await expectLarge(target)
  await target.tap()
}

/** As high as a thumb is wide; or what it stands in is. */
async function expectLarge(target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  const { width, height } = await target.evaluate((element) => {
    const { width: across, height: down } = (element.closest('label, li, button, a') ?? element).getBoundingClientRect()
    return { width: across, height: down }
  })
  expect
    .soft(Math.round(Math.min(width, height)), `the smallest side of ${target}`)
    .toBeGreaterThanOrEqual(least.primary)
}

/** The page does not scroll sideways, whatever can be used can be hit, and filling in zooms nothing. */
async function expectFitsThumb(page: Page, what = page.url()): Promise<void> {
  expect.soft(await whatOverflows(page), `${what}: overflows`).toEqual([])
  expect.soft(await smallTargets(page, least.any), `${what}: too small`).toEqual([])
  // Below 16 px, iOS enlarges the page as soon as one begins to type.
  const small = await page
    .locator('input:not([type=checkbox], [type=radio], [type=file]), select, textarea')
    .evaluateAll((all) =>
      all
        .filter(
          (input) => input.getClientRects().length > 0 && Number.parseFloat(getComputedStyle(input).fontSize) < 16,
        )
        .map((input) => input.outerHTML.slice(0, 120)),
    )
  expect.soft(small, `${what}: zooms`).toEqual([])
}
