/** From the first start to the first record: nobody is there yet, and a minute later somebody works. */
import { password } from './fixtures/haykal-server.ts'
import { expect, test } from './fixtures/test.ts'

test('the first person becomes owner by the printed address, and creates the first record', async ({
  page,
  emptyHaykal,
}) => {
  const setUp = /https?:\/\/\S+\/-\/setup\S+/.exec(emptyHaykal.output())?.[0] ?? ''
  await page.goto(setUp)
  await page.getByLabel('Your name').fill('First Owner')
  await page.getByLabel('Email').fill('first@bazaar.example')
  await page.getByLabel('Password', { exact: true }).fill('short')
  await page.getByRole('button', { name: 'Create the account' }).click()
  await expect(page.getByText('Too short: at least 8 characters.')).toBeVisible()
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Create the account' }).click()

  await page.getByRole('link', { name: 'Categories' }).click()
  await expect(page.getByRole('heading', { name: 'Categories' })).toBeVisible()
  await page.getByRole('button', { name: 'New category' }).first().click()
  await page.getByRole('textbox', { name: 'Name required' }).fill('قهوة – Coffee')
  await page.getByLabel('Name in Arabic').fill('قهوة')
  await page.getByRole('button', { name: 'Create' }).click()
  await expect(page.getByRole('heading', { name: 'قهوة – Coffee' })).toBeVisible()
  await page.getByRole('link', { name: 'Categories' }).first().click()
  await expect(page.getByRole('row', { name: /قهوة – Coffee/ })).toBeVisible()

  await page.goto(setUp)
  await expect(page.getByText('Set up already')).toBeVisible()
})
