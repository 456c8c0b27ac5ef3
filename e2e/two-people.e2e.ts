/** Two people edit one record: different fields are both kept, and of the same field the second is asked. */
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/test.ts'

async function edit(page: Page, field: string, value: string): Promise<void> {
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await page.getByLabel(field).fill(value)
}

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
  const question = other.getByRole('alertdialog', { name: 'Someone changed this field too' })
  await expect(question).toContainText('Someone else, just now')
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
