/** What one did is taken back from its message, by key, and by somebody else days later; what others did since is never lost by it. */
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/test.ts'
import { editOverHttp, stored } from './fixtures/writes.ts'

async function editCity(page: Page, city: string): Promise<void> {
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await page.getByLabel('City').fill(city)
  // The message of the save before may still be there and says the same.
  const answer = page.waitForResponse((response) => response.request().method() === 'PATCH')
  await page.getByRole('button', { name: /^Save/ }).click()
  expect((await answer).status()).toBe(200)
  await expect(
    toast(page)
      .filter({ hasText: / saved/ })
      .last(),
  ).toBeVisible()
}

function toast(page: Page) {
  return page.getByRole('region', { name: 'Notifications' }).getByRole('listitem')
}

async function cityOf(page: Page, url: string, id: number): Promise<unknown> {
  const record = await stored(page, { url, path: `customers/${id}` })
  return typeof record === 'number' ? record : record.city
}

test('the message after a save takes it back, and does it again', async ({ haykal, signIn }) => {
  const page = await signIn('editor', haykal)
  await page.goto(`${haykal.url}/customers/11`)
  const before = await cityOf(page, haykal.url, 11)
  await editCity(page, 'Alexandria')
  await toast(page).getByRole('button', { name: 'Undo' }).click()
  await expect(toast(page).filter({ hasText: /^Undone: .* saved/ })).toBeVisible()
  expect(await cityOf(page, haykal.url, 11)).toBe(before)
  await expect(page.getByRole('definition').filter({ hasText: /^Alexandria$/ })).toHaveCount(0)
  await toast(page).getByRole('button', { name: 'Redo' }).click()
  await expect(toast(page).filter({ hasText: /^Done again: / })).toBeVisible()
  expect(await cityOf(page, haykal.url, 11)).toBe('Alexandria')
  await expect(page.getByRole('definition').filter({ hasText: /^Alexandria$/ })).toBeVisible()
})

test('Ctrl+Z goes back act by act, and with Shift forth again, also after the page was loaded anew', async ({
  haykal,
  signIn,
}) => {
  const page = await signIn('editor', haykal)
  await page.goto(`${haykal.url}/customers/12`)
  const before = await cityOf(page, haykal.url, 12)
  await editCity(page, 'Tunis')
  await editCity(page, 'Sfax')
  await page.reload()
  await expect(page.getByText('Sfax').first()).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect.poll(() => cityOf(page, haykal.url, 12)).toBe('Tunis')
  await expect(page.getByText('Tunis').first()).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect.poll(() => cityOf(page, haykal.url, 12)).toBe(before)
  await page.keyboard.press('Control+Shift+Z')
  await expect.poll(() => cityOf(page, haykal.url, 12)).toBe('Tunis')
  await page.keyboard.press('Control+Shift+Z')
  await expect.poll(() => cityOf(page, haykal.url, 12)).toBe('Sfax')
  await page.keyboard.press('Control+Shift+Z')
  await expect(page.getByText('There is nothing to do again in this tab.')).toBeVisible()
})

test('while one types, Ctrl+Z is about the letters', async ({ haykal, signIn }) => {
  const page = await signIn('editor', haykal)
  await page.goto(`${haykal.url}/customers/13`)
  await editCity(page, 'Rabat')
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  const phone = page.getByLabel('Phone')
  await phone.fill('')
  await phone.pressSequentially('123')
  await phone.press('Control+z')
  await expect(phone).not.toHaveValue('123')
  await expect(toast(page).filter({ hasText: 'Undone' })).toHaveCount(0)
  expect(await cityOf(page, haykal.url, 13)).toBe('Rabat')
})

test('a record that was just made is taken back, and no longer shown', async ({ haykal, signIn }) => {
  const page = await signIn('owner', haykal)
  await page.goto(`${haykal.url}/categories/-/new`)
  await page.getByLabel(/^Name(?! in)/).fill('Lanterns for gardens')
  await page.getByLabel('Name in Arabic').fill('فوانيس للحدائق')
  await page.getByRole('button', { name: 'Create' }).click()
  await expect(page.getByRole('heading', { name: 'Lanterns for gardens' })).toBeVisible()
  const path = new URL(page.url()).pathname.slice(1)
  await toast(page).getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('No such record')).toBeVisible()
  expect(await stored(page, { url: haykal.url, path })).toBe(404)
})

test('somebody else takes it back from the recent changes, after having seen what would happen', async ({
  haykal,
  signIn,
}) => {
  const [owner, editor] = [await signIn('owner', haykal), await signIn('editor', haykal)]
  const before = await cityOf(owner, haykal.url, 14)
  await owner.goto(`${haykal.url}/customers/14`)
  await editCity(owner, 'Marrakesh')
  await editor.goto(`${haykal.url}/`)
  await editor.getByRole('link', { name: 'Recent changes' }).click()
  await editor.getByRole('list', { name: 'Recent changes' }).getByRole('link').first().click()
  await expect(editor.getByText('Owner Example').last()).toBeVisible()
  await expect(editor.getByText('Marrakesh')).toBeVisible()
  await editor.getByRole('button', { name: 'Undo' }).click()
  const question = editor.getByRole('dialog')
  await expect(question).toContainText('Customers: 1 set back')
  await question.getByRole('button', { name: 'Undo' }).click()
  await expect(toast(editor).filter({ hasText: 'Undone' })).toBeVisible()
  await expect(editor.getByText('This was undone later')).toBeVisible()
  expect(await cityOf(editor, haykal.url, 14)).toBe(before)
  await owner.reload()
  await expect(owner.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(owner.getByRole('definition').filter({ hasText: /^Marrakesh$/ })).toHaveCount(0)
})

test('what somebody else has changed since is shown before anything happens, and stays', async ({ haykal, signIn }) => {
  const [owner, editor] = [await signIn('owner', haykal), await signIn('editor', haykal)]
  await owner.goto(`${haykal.url}/customers/15`)
  await editCity(owner, 'Fes')
  await editOverHttp(editor, { url: haykal.url, path: 'customers/15' }, { city: 'Meknes' })
  await owner.keyboard.press('Control+z')
  const question = owner.getByRole('dialog')
  await expect(question).toContainText('1 record stays as it is')
  await expect(question).toContainText('Somebody has changed it since.')
  await expect(question).toContainText('City')
  await expect(question.getByRole('button', { name: 'Undo' })).toHaveCount(0)
  await question.getByRole('button', { name: 'Close' }).click()
  expect(await cityOf(owner, haykal.url, 15)).toBe('Meknes')
})

test('a long undo tells how far it is, and stops where it is told to, keeping what is done', async ({
  haykal,
  signIn,
}) => {
  test.setTimeout(90_000)
  const page = await signIn('owner', haykal)
  const changeSet = await editAllOrders(page, haykal.url)
  await page.goto(`${haykal.url}/-/changes/${changeSet}`)
  // Slow enough to be seen and pressed.
  await page.route('**/undo', async (route) => {
    if (route.request().method() === 'POST') await new Promise((done) => setTimeout(done, 700))
    await route.continue()
  })
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Undo' }).click()
  const progress = page.getByRole('alertdialog', { name: 'Undoing…' })
  await expect(progress.getByRole('progressbar')).toBeVisible()
  await progress.getByRole('button', { name: 'Stop' }).click()
  await expect(toast(page).filter({ hasText: /^Stopped: [\d,]+ undone/ })).toBeVisible()
  await expect(progress).toHaveCount(0)
})

/** Gives every order the same note, in one change-set: so many that an undo takes several steps. */
async function editAllOrders(page: Page, url: string): Promise<string> {
  const many = `${url}/api/v1/orders/-`
  const count = await page.request.post(`${many}/count`, { data: { act: 'edit' } })
  const { asOf } = await count.json()
  let next: string | undefined
  for (;;) {
    const data = { which: { asOf }, values: { note: 'Closed on Fridays' }, ...(next !== undefined && { next }) }
    const answer = await page.request.post(`${many}/edit`, { data })
    expect(answer.status(), await answer.text()).toBe(200)
    const reply = await answer.json()
    if (reply.next === null) return reply.changeSet
    next = reply.next
  }
}
