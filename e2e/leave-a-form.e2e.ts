/** Nobody leaves what they typed by accident: every way out asks first. */
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/test.ts'

const questionOn = (page: Page) => page.getByRole('alertdialog', { name: 'Leave without saving?' })

test('every way out of a form with changes asks first', async ({ haykal, signIn }) => {
  const page = await signIn('owner', haykal)
  await page.goto(`${haykal.url}/customers`)
  await page.getByRole('grid').getByRole('row').nth(2).click()
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await page.getByLabel('City', { exact: true }).fill('Aswan')
  const question = questionOn(page)
  const ways = {
    'a link': () => page.getByRole('link', { name: 'Orders', exact: true }).click(),
    back: () => page.goBack(),
    'the cross': () => page.getByRole('button', { name: 'Close', exact: true }).click(),
    'a row': () => page.getByRole('grid').getByRole('row').nth(4).click(),
    j: async () => {
      await page.getByRole('grid').focus()
      await page.keyboard.press('j')
    },
    palette: async () => {
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox', { name: 'Search or jump to' }).fill('Suppliers')
      await page
        .getByRole('option', { name: /Suppliers/ })
        .first()
        .click()
    },
    escape: async () => {
      await page.getByLabel('City', { exact: true }).focus()
      await page.keyboard.press('Escape')
    },
  }
  for (const [name, go] of Object.entries(ways)) {
    await test.step(name, async () => {
      await go()
      await question.getByRole('button', { name: 'Stay here' }).click()
      await expect(page.getByLabel('City', { exact: true })).toHaveValue('Aswan')
    })
  }
  const asked = page.waitForEvent('dialog')
  void page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await page.getByRole('link', { name: 'Orders', exact: true }).click()
  await question.getByRole('button', { name: 'Leave' }).click()
  await expect(page).toHaveURL(/\/orders/)
  // Left on purpose: not offered again.
  await page.goBack()
  await expect(page.getByRole('button', { name: 'Edit', exact: true })).toBeVisible()
  await expect(page.getByText('You have unsaved changes')).toBeHidden()
})

test('a new record that was begun asks as well', async ({ haykal, signIn }) => {
  const page = await signIn('editor', haykal)
  await page.goto(`${haykal.url}/suppliers`)
  await page.getByRole('button', { name: 'New supplier' }).click()
  await page.getByLabel('Name required', { exact: true }).fill('Lumière')
  await page.goBack()
  await questionOn(page).getByRole('button', { name: 'Stay here' }).click()
  await expect(page.getByLabel('Name required', { exact: true })).toHaveValue('Lumière')
  await page.getByRole('button', { name: 'Discard changes' }).click()
  await expect(page).toHaveURL(/\/suppliers$/)
  await expect(questionOn(page)).toBeHidden()
})

test('whoever signs out while a save is on its way waits for it, and is asked when it failed', async ({
  haykal,
  signIn,
}) => {
  const page = await signIn('editor', haykal)
  await page.goto(`${haykal.url}/customers/16`)
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await page.getByLabel('City', { exact: true }).fill('Aswan')
  await page.route('**/api/v1/customers/16', async (route) => {
    if (route.request().method() !== 'PATCH') return await route.continue()
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await route.abort('connectionrefused')
  })
  await page.getByRole('button', { name: /^Save/ }).click()
  await page.getByRole('button', { name: /^Account of/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await questionOn(page).getByRole('button', { name: 'Stay here' }).click()
  await expect(page.getByLabel('City', { exact: true })).toHaveValue('Aswan')
})
