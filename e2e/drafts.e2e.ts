/** What somebody typed and did not save is kept on their device, and offered again: after a crash, after a session that ended, to nobody else. */
import type { Page } from '@playwright/test'
import { password, people } from './fixtures/haykal-server.ts'
import { changeMeanwhile, readValues } from './fixtures/meanwhile.ts'
import { expect, test } from './fixtures/test.ts'

const offer = (page: Page) => page.getByRole('note').filter({ hasText: /^You have unsaved changes from \d/ })

async function type(page: Page, field: string, value: string): Promise<void> {
  await page.getByLabel(field, { exact: true }).fill(value)
  await page.getByLabel(field, { exact: true }).blur()
}

async function edit(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
}

/** All that the device keeps of forms, as one text. */
async function keptOn(page: Page): Promise<string> {
  return await page.evaluate(() =>
    Object.entries(localStorage)
      .filter(([name]) => name.startsWith('haykal.draft'))
      .map((each) => each.join(' '))
      .join('\n'),
  )
}

/** Ends a page as a crash does, once it had a moment after the last key, and opens another in the same browser. */
async function crash(page: Page, typed: string): Promise<Page> {
  await expect.poll(() => keptOn(page)).toContain(typed)
  const context = page.context()
  await page.close()
  return await context.newPage()
}

async function signInOn(page: Page, { email }: { readonly email: string }): Promise<void> {
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Account of/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
}

test('after a crash what was typed is offered, and merges with what others did since', async ({ haykal, signIn }) => {
  const [owner, other] = [await signIn('owner', haykal), await signIn('editor', haykal)]
  await edit(owner, `${haykal.url}/customers/7`)
  await type(owner, 'City', 'Alexandria')
  const page = await crash(owner, 'Alexandria')
  await changeMeanwhile(other, { server: haykal, path: 'customers/7', values: { phone: '+20 100 000 0007' } })

  await page.goto(`${haykal.url}/customers/7`)
  await expect(offer(page)).toBeVisible()
  await offer(page).getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByLabel('City', { exact: true })).toHaveValue('Alexandria')
  await expect(page.getByLabel('City', { exact: true })).toBeFocused()
  await expect(page.getByText('1 unsaved change')).toBeVisible()
  await page.getByRole('button', { name: /^Save/ }).click()
  await expect(page.getByText(/ saved$/)).toBeVisible()
  expect(await readValues(other, haykal, 'customers/7')).toMatchObject({ city: 'Alexandria', phone: '+201000000007' })
  expect(await keptOn(page)).toBe('')
  await page.reload()
  await expect(page.getByRole('button', { name: 'Edit', exact: true })).toBeVisible()
  await expect(offer(page)).toBeHidden()
})

test('a draft whose own field was changed since asks, with what it was based on', async ({ haykal, signIn }) => {
  const [owner, other] = [await signIn('owner', haykal), await signIn('editor', haykal)]
  const { city: before = '' } = await readValues(other, haykal, 'customers/8')
  await edit(owner, `${haykal.url}/customers/8`)
  await type(owner, 'City', 'Sfax')
  const page = await crash(owner, 'Sfax')
  await changeMeanwhile(other, { server: haykal, path: 'customers/8', values: { city: 'Tunis' } })

  await page.goto(`${haykal.url}/customers?peek=8`)
  await offer(page).getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: /^Save/ }).click()
  const question = page.getByRole('alertdialog')
  await expect(question).toContainText('Tunis')
  await expect(question).toContainText('Sfax')
  await expect(question).toContainText(before)
  expect((await readValues(other, haykal, 'customers/8')).city).toBe('Tunis')
  await question.getByRole('button', { name: 'Keep mine' }).click()
  await expect(page.getByText(/ saved$/)).toBeVisible()
  expect(await keptOn(page)).toBe('')
})

test('a new record that was begun is offered when the form is next opened, or discarded', async ({
  haykal,
  signIn,
}) => {
  const editor = await signIn('editor', haykal)
  await editor.goto(`${haykal.url}/suppliers/-/new`)
  await type(editor, 'Name required', 'Café Lumière — مقهى')
  const page = await crash(editor, 'Lumière')
  await page.goto(`${haykal.url}/suppliers/-/new`)
  await offer(page).getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByLabel('Name required', { exact: true })).toHaveValue('Café Lumière — مقهى')

  const again = await crash(page, 'Lumière')
  await again.goto(`${haykal.url}/suppliers/-/new`)
  await offer(again).getByRole('button', { name: 'Discard' }).click()
  await expect(offer(again)).toBeHidden()
  expect(await keptOn(again)).toBe('')
  await again.getByRole('button', { name: 'Put back' }).click()
  await offer(again).getByRole('button', { name: 'Discard' }).click()
  await expect(offer(again)).toBeHidden()
  expect(await keptOn(again)).toBe('')
  await expect(again.getByLabel('Name required', { exact: true })).toHaveValue('')
})

test('a save that finds the session ended leaves the form as it is; signed in again, one goes on', async ({
  haykal,
  signIn,
}) => {
  const page = await signIn('owner', haykal)
  await edit(page, `${haykal.url}/customers/9`)
  await type(page, 'City', 'Oran')
  await page.context().clearCookies()
  await page.getByRole('button', { name: /^Save/ }).click()
  const told = page.getByRole('alert').filter({ hasText: 'your session has ended' })
  await expect(told).toBeVisible()
  await expect(page.getByLabel('City', { exact: true })).toHaveValue('Oran')

  await told.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await expect(page.getByText('Your session has ended. Sign in to go on')).toBeVisible()
  await signInOn(page, people.owner)
  await expect(page).toHaveURL(`${haykal.url}/customers/9`)
  await offer(page).getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: /^Save/ }).click()
  await expect(page.getByText(/ saved$/)).toBeVisible()
  expect((await readValues(page, haykal, 'customers/9')).city).toBe('Oran')
})

test('whoever signs in after somebody else is shown nothing of theirs', async ({ haykal, signIn }) => {
  const page = await signIn('owner', haykal)
  await edit(page, `${haykal.url}/customers/10`)
  await type(page, 'City', 'Agadir')
  await expect.poll(() => keptOn(page)).toContain('Agadir')
  await page.context().clearCookies()
  page.on('dialog', (dialog) => void dialog.accept())
  await page.goto(`${haykal.url}/customers/10`)
  await signInOn(page, people.editor)
  await expect(page.getByRole('button', { name: 'Edit', exact: true })).toBeVisible()
  await expect(offer(page)).toBeHidden()
  await signOut(page)
  await expect(page).toHaveURL(/sign-in/)
  await page.goto(`${haykal.url}/customers/10`)
  await signInOn(page, people.owner)
  await expect(offer(page)).toBeVisible()
})

test('signing out asks first, and leaves nothing of the person on the device', async ({ haykal, signIn }) => {
  const page = await signIn('editor', haykal)
  await edit(page, `${haykal.url}/customers/11`)
  await type(page, 'City', 'Basra')
  const other = await page.context().newPage()
  await edit(other, `${haykal.url}/customers/12`)
  await type(other, 'City', 'Mosul')
  const untouched = await page.context().newPage()
  await edit(untouched, `${haykal.url}/customers/13`)
  await expect.poll(() => keptOn(page)).toContain('Mosul')
  await expect.poll(() => keptOn(page)).toContain('Basra')

  await page.bringToFront()
  await signOut(page)
  await page.getByRole('alertdialog').getByRole('button', { name: 'Stay here' }).click()
  await expect(page.getByLabel('City', { exact: true })).toHaveValue('Basra')
  await signOut(page)
  await page.getByRole('alertdialog').getByRole('button', { name: 'Leave' }).click()
  await expect(page).toHaveURL(/sign-in/)
  expect(await keptOn(page)).toBe('')
  // Windows that are still open must not bring it back.
  await type(other, 'City', 'Mosul again')
  await type(untouched, 'City', 'Erbil')
  await other.close()
  await page.waitForTimeout(600)
  expect(await keptOn(page)).toBe('')
})

test('what is sensitive is not kept, and the form says so', async ({ haykal, signIn }) => {
  const owner = await signIn('owner', haykal)
  await edit(owner, `${haykal.url}/products/3`)
  await type(owner, 'Cost', '77.31')
  await type(owner, 'Description', 'A lamp of brass.')
  const page = await crash(owner, 'A lamp of brass.')
  await page.goto(`${haykal.url}/products/3`)
  expect(await keptOn(page)).not.toContain('77.31')
  await offer(page).getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByText('Not kept on this device, to be typed again: Cost.').first()).toBeVisible()
  await expect(page.getByLabel('Cost', { exact: true })).not.toHaveValue('77.31')
})

test('a browser that keeps nothing loses no more than before', async ({ haykal, signIn }) => {
  const page = await signIn('owner', haykal)
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await edit(page, `${haykal.url}/customers/13`)
  await type(page, 'City', 'Safi')
  await page.getByRole('button', { name: /^Save/ }).click()
  await expect(page.getByText(/ saved$/)).toBeVisible()
  await page.reload()
  await expect(offer(page)).toBeHidden()
})
