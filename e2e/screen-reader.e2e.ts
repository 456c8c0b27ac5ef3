/** A whole visit by what a screen reader is told: landmarks, headings, names, and what is said without being asked. */
import type { Page } from '@playwright/test'
import { password, people } from './fixtures/haykal-server.ts'
import { changeMeanwhile, findUniquelyNamed } from './fixtures/meanwhile.ts'
import { expect, test } from './fixtures/test.ts'

test.describe.configure({ timeout: 90_000 })

test('sign in, find, open, edit, meet a conflict and go back by the accessibility tree only', async ({
  page,
  haykal,
  signIn,
}) => {
  const other = await signIn('editor', haykal)
  const { path, name } = await findUniquelyNamed(other, haykal)
  await listen(page)

  await page.goto(`${haykal.url}/customers`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectSoundTree(page)
  await page.getByRole('textbox', { name: 'Email' }).fill(people.owner.email)
  await page.getByLabel('Password', { exact: true }).fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).press('Enter')
  await expectHeard(page, 'The email or the password is wrong.')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).press('Enter')

  const grid = page.getByRole('grid', { name: 'Customers' })
  await expect(grid).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Customers' })).toHaveAttribute(
    'aria-current',
    'page',
  )
  await expect(page.getByRole('heading', { level: 1, name: 'Customers' })).toBeVisible()
  await expectSoundTree(page)
  await page.getByRole('searchbox', { name: 'Search customers' }).fill(name)
  await expectHeard(page, /^1 match|^\d+ matches/)
  const row = grid.getByRole('row', { name })
  await row.getByRole('link', { name }).press('Enter')
  await expect(page.getByRole('heading', { name })).toBeVisible()
  await expectHeard(page, name)
  await expectSoundTree(page)

  await page.getByRole('button', { name: 'Edit', exact: true }).press('Enter')
  const city = page.getByRole('textbox', { name: 'City' })
  await city.fill('Sfax')
  await expectHeard(page, '1 unsaved change')
  await expectSoundTree(page)
  await changeMeanwhile(other, { server: haykal, path, values: { city: 'Tunis' } })
  await page.getByRole('button', { name: /^Save/ }).press('Enter')
  const question = page.getByRole('alertdialog', { name: / changed this field too$/ })
  await expect(question.getByRole('group', { name: 'City' })).toContainText(/Sfax.*Tunis/s)
  await expectSoundTree(page)
  await question.getByRole('button', { name: 'Keep mine' }).press('Enter')
  await expectHeard(page, new RegExp(`${escaped(name)}.* saved`))
  await expect(page.getByRole('button', { name: 'Edit', exact: true })).toBeVisible()
  await expect(page.getByRole('definition').filter({ hasText: 'Sfax' })).toBeVisible()

  await page.goBack()
  await expect(page.getByRole('button', { name: 'Edit', exact: true })).toHaveCount(0)
  await expect(row).toContainText('Sfax')
  await expectHeard(page, 'Customers')
})

test('what goes wrong in a form is said, and each fault belongs to its field', async ({ haykal, signIn }) => {
  const page = await signIn('owner', haykal)
  await listen(page)
  await page.goto(`${haykal.url}/categories/-/new`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectSoundTree(page)
  await page.getByRole('button', { name: 'Create' }).press('Enter')
  await expectHeard(page, /fields? needs? attention|A value is needed here/)
  const name = page.getByRole('textbox', { name: /^Name/ }).first()
  await expect(name).toHaveAttribute('aria-invalid', 'true')
  await expect(name).toHaveAccessibleDescription(/A value is needed here/)
  await expect(name, 'one goes on at the first fault').toBeFocused()
})

/** Writes down all that is said without being asked for, from the first document on. */
async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const heard: string[] = []
    Object.assign(window, { heard })
    const live = '[aria-live]:not([aria-live=off]), [role=status], [role=alert]'
    const take = (node: Node | null) => {
      const element = node instanceof Element ? node : node?.parentElement
      const text = element?.closest(live)?.textContent?.trim()
      if (text) heard.push(text)
    }
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes) {
        take(target)
        for (const node of addedNodes) {
          take(node)
          // An alert is read when it appears.
          if (node instanceof Element) for (const alert of node.querySelectorAll('[role=alert]')) take(alert)
        }
      }
    }).observe(document, { subtree: true, childList: true, characterData: true })
  })
}

/** Something was said since the last time that something was waited for; what came before it is forgotten. */
async function expectHeard(page: Page, text: string | RegExp): Promise<void> {
  const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard)
  const isIt = (each: string) => (typeof text === 'string' ? each.includes(text) : text.test(each))
  await expect(async () => {
    const all = await heard()
    expect(all.some(isIt), `${text} among what was said: ${all.join(' | ')}`).toBe(true)
  }).toPass({ timeout: 8000 })
  await page.evaluate(() => {
    ;(window as unknown as { heard: string[] }).heard.length = 0
  })
}

/** One main, one first heading, no level left out, landmarks told apart, and a name for whatever can be used. */
async function expectSoundTree(page: Page): Promise<void> {
  await expect(page.getByRole('main').or(page.getByRole('alertdialog')).first()).toBeVisible()
  const tree = await page.locator('body').ariaSnapshot()
  const lines = tree.split('\n').map((line) => line.trim())
  const nameless = lines.filter((line) =>
    /^- (button|link|textbox|searchbox|combobox|checkbox|radio|switch|menuitem\w*|option|tab|spinbutton|grid|dialog|alertdialog|img)\b(?! ")/.test(
      line,
    ),
  )
  expect(nameless, tree).toEqual([])
  const isModal = lines.some((line) => /^- (alert)?dialog /.test(line))
  if (!isModal)
    expect(
      lines.filter((line) => /^- main\b/.test(line)),
      tree,
    ).toHaveLength(1)
  const levels = lines.flatMap((line) => {
    const level = /^- heading .*\[level=(\d)\]/.exec(line)?.[1]
    return level === undefined ? [] : [Number(level)]
  })
  if (!isModal)
    expect(
      levels.filter((level) => level === 1),
      `first headings in ${tree}`,
    ).toHaveLength(1)
  for (const kind of ['navigation', 'region', 'complementary', 'search']) {
    const names = lines.filter((line) => new RegExp(`^- ${kind}\\b`).test(line))
    expect(new Set(names).size, `${kind} told apart: ${names.join(' | ')}`).toBe(names.length)
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
