/** Owners read who may do what, and ask why: sentences with the words of the screen, in both languages. */
import type { Page } from '@playwright/test'
import type { HaykalServer } from './fixtures/haykal-server.ts'
import { showIn } from './fixtures/screens.ts'
import { expect, test } from './fixtures/test.ts'

/** Makes a clerk for Egypt, as the screen of people does. */
async function makeClerk(owner: Page, { url }: HaykalServer): Promise<void> {
  const data = {
    ...{ name: 'Salma Hassan', email: 'salma@bazaar.example', role: 'clerk' },
    attributes: { country: 'EG' },
  }
  expect((await owner.request.post(`${url}/api/v1/-/people`, { data })).status()).toBe(201)
}

/** An order that no clerk for Egypt may edit: it has left, for a customer of Egypt. */
async function shippedOrder(owner: Page, { url }: HaykalServer): Promise<string> {
  const filter = JSON.stringify({ status: { eq: 'shipped' }, 'customer.country': { eq: 'EG' } })
  const answer = await owner.request.get(`${url}/api/v1/orders?limit=1&filter=${encodeURIComponent(filter)}`)
  const { data } = (await answer.json()) as { data: readonly { readonly number: number }[] }
  return String(data[0]?.number)
}

test('an owner reads the rules of clerks, and asks why one may not edit an order', async ({ haykal, signIn }) => {
  test.slow()
  const owner = await signIn('owner', haykal)
  await makeClerk(owner, haykal)
  const order = await shippedOrder(owner, haykal)
  await owner.goto(`${haykal.url}/orders`)
  await owner.getByRole('button', { name: 'Account of Owner Example' }).click()
  await owner.getByRole('menuitem', { name: 'Who may do what' }).click()
  await owner.getByRole('navigation', { name: 'Who may do what' }).getByRole('link', { name: 'Customers' }).click()
  const clerk = owner.getByRole('region', { name: 'Clerk' })
  await expect(clerk.getByText('May see only those where “Country” is their own “Country”.')).toBeVisible()
  await expect(clerk.getByText('May not create, edit, or remove any.')).toBeVisible()
  await expect(clerk.getByText('Does not see “Credit limit”.')).toBeVisible()
  await expect(owner.getByRole('region', { name: 'Editor' }).getByText('May not remove any.')).toBeVisible()
  await expect(owner.getByText('Nobody else may do anything with them: Public.')).toBeVisible()

  await owner.getByRole('link', { name: 'Orders' }).last().click()
  const question = owner.getByRole('region', { name: 'Ask why' })
  await question.getByRole('combobox', { name: 'Who' }).fill('salma')
  await owner.getByRole('option', { name: 'Salma Hassan' }).click()
  await question.getByRole('combobox', { name: 'May they' }).selectOption('edit')
  await question.getByRole('combobox', { name: 'Order' }).fill(order)
  await owner.getByRole('option', { name: order }).click()
  const answer = question.getByRole('status')
  const sentence = 'The role Clerk may edit only Orders where “Status” is “Draft”. Here Status is Shipped.'
  await expect(answer.getByText('No', { exact: true })).toBeVisible()
  await expect(answer.getByText(sentence)).toBeVisible()

  // The address holds the question: whoever is sent it reads the same.
  await owner.reload()
  await expect(answer.getByText(sentence)).toBeVisible()
  await expect(question.getByRole('combobox', { name: 'Who' })).toHaveValue('Salma Hassan')
  await expect(question.getByRole('combobox', { name: 'Order' })).toHaveValue(order)
  await question.getByRole('combobox', { name: 'Field' }).selectOption('Margin')
  await question.getByRole('combobox', { name: 'May they' }).selectOption('see')
  await expect(answer.getByText('Margin is hidden from the role Clerk.')).toBeVisible()

  await question.getByRole('button', { name: 'View as' }).click()
  await expect(owner.getByText('You are looking as Salma Hassan.', { exact: false })).toBeVisible()
  await owner.goto(`${haykal.url}/-/access`)
  await expect(owner.getByText('There is nothing at this address')).toBeVisible()
})

test('in Arabic the same is read, with the Arabic words of the project', async ({ haykal, signIn }) => {
  const owner = await signIn('owner', haykal)
  await showIn(owner, { url: haykal.url, language: 'ar', theme: 'light' })
  await owner.goto(`${haykal.url}/-/access?model=customers&role=clerk&act=edit`)
  const clerk = owner.getByRole('region', { name: 'موظف مبيعات' })
  await expect(clerk.getByText('مسموح: الرؤية، فقط لما تحقق فيه أن «البلد» هو «البلد» لدى الشخص نفسه.')).toBeVisible()
  await expect(clerk.getByText('لا يرى «حد الائتمان».')).toBeVisible()
  const answer = owner.getByRole('region', { name: 'اسأل عن السبب' }).getByRole('status')
  await expect(answer.getByText('لا يتيح الدور موظف مبيعات تعديل العملاء.')).toBeVisible()
})

test('an editor finds nothing there, and is not led there', async ({ haykal, signIn }) => {
  const editor = await signIn('editor', haykal)
  await editor.goto(`${haykal.url}/-/access`)
  await expect(editor.getByText('There is nothing at this address')).toBeVisible()
  await editor.getByRole('button', { name: 'Account of Editor Example' }).click()
  await expect(editor.getByRole('menuitem', { name: 'Preferences' })).toBeVisible()
  await expect(editor.getByRole('menuitem', { name: 'Who may do what' })).toHaveCount(0)
})

test('the palette leads there', async ({ haykal, signIn }) => {
  const owner = await signIn('owner', haykal)
  await owner.goto(`${haykal.url}/orders`)
  await expect(owner.getByRole('gridcell').first()).toBeVisible()
  await owner.keyboard.press('Control+k')
  await owner.getByRole('combobox').fill('may do')
  await owner.getByRole('option', { name: 'Who may do what' }).click()
  await expect(owner.getByRole('heading', { name: 'Who may do what' })).toBeVisible()
  await expect(owner.getByRole('region', { name: 'Clerk' })).toBeVisible()
})

test('what is gone is said to be, and a server that does not answer too', async ({ haykal, signIn }) => {
  const owner = await signIn('owner', haykal)
  await owner.goto(`${haykal.url}/-/access?model=orders&act=edit&role=clerk&id=1`)
  await expect(owner.getByText('What was asked about is not there any more.')).toBeVisible()
  await owner.context().setOffline(true)
  await owner.getByRole('link', { name: 'Products' }).last().click()
  await expect(owner.getByRole('region', { name: 'Products' }).getByText('No connection')).toBeVisible()
  await owner.context().setOffline(false)
  await expect(owner.getByRole('region', { name: 'Reader' }).getByText('Does not see “Cost”.')).toBeVisible()
})
