/** Two people edit one record: different fields are both kept, and of the same field the second is asked. */
import type { Page } from '@playwright/test'
import { changeMeanwhile, readValues } from './fixtures/meanwhile.ts'
import { expect, test } from './fixtures/test.ts'

async function edit(page: Page, field: string, value: string): Promise<void> {
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await page.getByLabel(field).fill(value)
}

/** The question about what both have written. */
const questionOn = (page: Page) =>
  page.getByRole('alertdialog', { name: /^(Someone|Owner Example) changed (this field|these fields) too$/ })

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Save/ }).click()
}

/** What was saved is on the screen at once; that the server has it, is told. */
async function isSaved(page: Page): Promise<void> {
  await expect(page.getByText(/ saved($|\. Meanwhile)/)).toBeVisible()
}

test('edits of different fields are both kept', async ({ haykal, signIn }) => {
  const [one, other] = [await signIn('owner', haykal), await signIn('editor', haykal)]
  for (const page of [one, other]) await page.goto(`${haykal.url}/customers/7`)
  await edit(one, 'City', 'Alexandria')
  await edit(other, 'Phone', '+20 100 000 0007')
  await save(one)
  await isSaved(one)
  await save(other)
  await expect(other.getByText(/ saved\. Meanwhile someone else changed City\.$/)).toBeVisible()
  await expect(other.getByText('Alexandria').first()).toBeVisible()
  await expect(other.getByText('+20 100 000 0007').first()).toBeVisible()
})

test('of the same field, the second is asked and nothing is written until they choose', async ({ haykal, signIn }) => {
  const [one, other] = [await signIn('owner', haykal), await signIn('editor', haykal)]
  for (const page of [one, other]) await page.goto(`${haykal.url}/customers/8`)
  await edit(one, 'City', 'Tunis')
  await edit(other, 'City', 'Sfax')
  await save(one)
  await isSaved(one)
  await save(other)
  const question = questionOn(other)
  await expect(question).toContainText('Owner Example, just now')
  await expect(question).toContainText('Tunis')
  await expect(question).toContainText('Sfax')
  const stored = await other.evaluate(async () => (await (await fetch('/api/v1/customers/8')).json()).data.city)
  expect(stored).toBe('Tunis')
  await question.getByRole('button', { name: 'Keep mine' }).click()
  await isSaved(other)
  await expect(other.getByText('Sfax').first()).toBeVisible()
  await one.reload()
  await expect(one.getByText('Sfax').first()).toBeVisible()
})

test('of several fields, each is decided by keyboard alone, and what others did besides is told', async ({
  haykal,
  signIn,
}) => {
  const [one, other] = [await signIn('owner', haykal), await signIn('editor', haykal)]
  const long = 'Behind the old mill, second gate, ring twice. '.repeat(20)
  await other.goto(`${haykal.url}/customers?peek=14`)
  await edit(other, 'City', 'Sfax')
  await other.getByLabel('Address').fill(`${long}Their bell is broken.`)
  const theirs = { city: 'Tunis', address: `${long}Our bell works.`, phone: '+20 100 000 0014' }
  await changeMeanwhile(one, { server: haykal, path: 'customers/14', values: theirs })

  await other.keyboard.press('Control+s')
  const question = questionOn(other)
  await expect(question).toContainText('Our bell works.')
  await expect(question).toContainText('Their bell is broken.')
  const city = question.getByRole('group', { name: 'City' })
  await expect(city.getByRole('radio', { name: 'Yours Sfax' })).toBeChecked()
  // What is too long for the window has the focus first, to be read with the arrows.
  await other.keyboard.press('Tab')
  await expect(city.getByRole('radio', { name: 'Yours Sfax' })).toBeFocused()
  await other.keyboard.press('ArrowDown')
  await expect(city.getByRole('radio', { name: 'Owner Example, just now Tunis' })).toBeChecked()
  await other.keyboard.press('Escape')
  await expect(question).toBeHidden()
  await expect(other.getByLabel('City')).toHaveValue('Sfax')

  await other.keyboard.press('Control+s')
  await expect(question).toBeVisible()
  await other.keyboard.press('Tab')
  await expect(city.getByRole('radio', { name: 'Yours Sfax' })).toBeFocused()
  await other.keyboard.press('ArrowDown')
  await question.getByRole('button', { name: 'Save this choice' }).press('Enter')
  await expect(other.getByText(/ saved\. Meanwhile someone else changed City and Phone\.$/)).toBeVisible()
  expect(await readValues(one, haykal, 'customers/14')).toMatchObject({
    city: 'Tunis',
    address: `${long}Their bell is broken.`,
    phone: '+201000000014',
  })
})

test('whoever writes anew sees what the others wrote, and is not asked about it again', async ({ haykal, signIn }) => {
  const [one, other] = [await signIn('owner', haykal), await signIn('editor', haykal)]
  await other.goto(`${haykal.url}/customers/15`)
  await edit(other, 'City', 'Sfax')
  await changeMeanwhile(one, { server: haykal, path: 'customers/15', values: { city: 'Tunis' } })
  await save(other)
  await questionOn(other).getByRole('button', { name: 'Write anew' }).click()
  await expect(other.getByLabel('City')).toBeFocused()
  await other.getByLabel('City').fill('Sfax and Tunis')
  await save(other)
  await isSaved(other)
  expect((await readValues(one, haykal, 'customers/15')).city).toBe('Sfax and Tunis')
})
