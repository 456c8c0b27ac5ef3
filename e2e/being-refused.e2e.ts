/** Whoever may not see something is told so plainly, and learns nothing else. */
import { expect, test } from './fixtures/test.ts'

test('a signed-out visitor is asked to sign in, and comes back to where they wanted to go', async ({
  page,
  haykal,
}) => {
  await page.goto(`${haykal.url}/customers?q=a`)
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Customers' })).toHaveCount(0)
  await page.getByLabel('Email').fill('reader@bazaar.example')
  await page.getByLabel('Password', { exact: true }).fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('The email or the password is wrong.')).toBeVisible()
  await page.getByLabel('Password', { exact: true }).fill('correct horse battery')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(/\/customers\?q=a/)
  await expect(page.getByRole('grid').getByRole('gridcell').first()).toBeVisible()
})

test('an address of nothing says so, and leads on', async ({ haykal, signIn }) => {
  const page = await signIn('reader', haykal)
  for (const path of ['/nothing', '/nothing/at/all']) {
    await page.goto(haykal.url + path)
    await expect(page.getByText('There is nothing at this address')).toBeVisible()
  }
  for (const path of ['/customers/999999', '/customers/x%2Fy']) {
    await page.goto(haykal.url + path)
    await expect(page.getByText('No such record')).toBeVisible()
  }
})

test('signing out ends the session everywhere in the browser, at once', async ({ haykal, signIn }) => {
  const page = await signIn('editor', haykal)
  await page.goto(`${haykal.url}/customers`)
  await expect(page.getByRole('grid')).toBeVisible()
  await page.getByRole('link', { name: 'Orders', exact: true }).click()
  await expect(page.getByRole('grid')).toBeVisible()
  await page.getByRole('button', { name: /Account of/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('grid')).toHaveCount(0)
  expect(await page.evaluate(async () => (await fetch('/api/v1/orders')).status)).toBe(401)
})
