/** Owners decide who may sign in and as what; whoever it is about feels it at once. */
import type { Page } from '@playwright/test'
import { type HaykalServer, password } from './fixtures/haykal-server.ts'
import { expect, test } from './fixtures/test.ts'

/** Makes a clerk for Egypt on the screen of people, and gives the address that was handed out. */
async function makeClerk(page: Page, haykal: HaykalServer): Promise<string> {
  await page.goto(`${haykal.url}/-/settings/people`)
  await page.getByRole('link', { name: 'New person' }).click()
  const form = page.getByRole('form', { name: 'New person' })
  await form.getByLabel('Name').fill('Salma Hassan')
  await form.getByLabel('Email').fill('not an address')
  await form.getByLabel('Role').selectOption('Clerk')
  await form.getByLabel('Groups').fill('cairo,')
  await form.getByRole('combobox', { name: 'Country' }).selectOption('Egypt')
  await form.getByRole('button', { name: 'Create' }).click()
  await expect(form.getByText('This is not an email address.')).toBeVisible()
  await form.getByLabel('Email').fill('salma@bazaar.example')
  await form.getByRole('button', { name: 'Create' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Address for Salma Hassan' })
  const address = await dialog.getByLabel('One-time address').inputValue()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('heading', { name: 'Salma Hassan' })).toBeVisible()
  await expect(page.getByRole('list', { name: 'List of people' }).getByText('No password yet')).toBeVisible()
  return address
}

/** Sets the password with the address, in a browser of their own. */
async function enter(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await expect(page.getByRole('heading', { name: 'Choose a password' })).toBeVisible()
  await expect(page).not.toHaveURL(/#/)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Set the password' }).click()
  await expect(page.getByRole('button', { name: 'Account of Salma Hassan' })).toBeVisible()
}

test('an owner makes a clerk, who signs in by the address and sees what the role may', async ({
  page: clerk,
  haykal,
  signIn,
}) => {
  test.slow()
  const owner = await signIn('owner', haykal)
  const address = await makeClerk(owner, haykal)
  await enter(clerk, address)
  await clerk.goto(`${haykal.url}/customers`)
  await expect(clerk.getByRole('gridcell', { name: 'Egypt' }).first()).toBeVisible()
  const filter = encodeURIComponent('{"country":{"eq":"SA"}}')
  await clerk.goto(`${haykal.url}/customers?filter=${filter}`)
  await expect(clerk.getByText('Nothing matches')).toBeVisible()
  await clerk.goto(`${haykal.url}/-/settings/people`)
  await expect(clerk.getByText('There is nothing at this address')).toBeVisible()

  await clerk.goto(address)
  await clerk.getByLabel('Password', { exact: true }).fill(password)
  await clerk.getByRole('button', { name: 'Set the password' }).click()
  await expect(clerk.getByText('This address is no longer valid.')).toBeVisible()
})

test('suspended in the middle of work, one is out at once, and in again when resumed', async ({
  page: clerk,
  haykal,
  signIn,
}) => {
  test.slow()
  const owner = await signIn('owner', haykal)
  await enter(clerk, await makeClerk(owner, haykal))
  await clerk.goto(`${haykal.url}/customers`)
  await expect(clerk.getByRole('gridcell').first()).toBeVisible()

  await owner.getByRole('button', { name: 'Suspend' }).click()
  await owner.getByRole('alertdialog').getByRole('button', { name: 'Suspend' }).click()
  await expect(owner.getByText('Salma Hassan is suspended.')).toBeVisible()
  await clerk.getByRole('searchbox', { name: /^Search/ }).fill('nile')
  await expect(clerk.getByText('Your session has ended.', { exact: false })).toBeVisible()
  await clerk.getByLabel('Email').fill('salma@bazaar.example')
  await clerk.getByLabel('Password', { exact: true }).fill(password)
  await clerk.getByRole('button', { name: 'Sign in' }).click()
  await expect(clerk.getByText('The email or the password is wrong.')).toBeVisible()

  await owner.getByRole('button', { name: 'Let sign in again' }).click()
  await expect(owner.getByText('Salma Hassan may sign in again.')).toBeVisible()
  await clerk.getByRole('button', { name: 'Sign in' }).click()
  await expect(clerk.getByRole('button', { name: 'Account of Salma Hassan' })).toBeVisible()
})

test('an owner looks as a clerk, can change nothing, and stops', async ({ haykal, signIn }) => {
  test.slow()
  const owner = await signIn('owner', haykal)
  await makeClerk(owner, haykal)
  await owner.getByRole('button', { name: 'View as', exact: true }).click()
  const bar = owner.getByText('You are looking as Salma Hassan. Nothing can be changed.')
  await expect(bar).toBeVisible()
  await owner.goto(`${haykal.url}/customers`)
  await expect(owner.getByRole('gridcell', { name: 'Egypt' }).first()).toBeVisible()
  await expect(bar).toBeVisible()
  const status = await owner.evaluate(async () => {
    const answer = await fetch('/api/v1/customers', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"values":{}}',
    })
    return `${answer.status} ${((await answer.json()) as { code: string }).code}`
  })
  expect(status).toBe('403 viewing_as')
  await owner.getByRole('button', { name: 'Stop' }).click()
  await expect(owner.getByRole('heading', { level: 1, name: 'People' })).toBeVisible()
  await expect(bar).toHaveCount(0)

  await owner.getByRole('button', { name: 'View as a role' }).click()
  await owner.getByRole('menuitem', { name: 'Reader' }).click()
  await expect(owner.getByText('You are looking as Reader. Nothing can be changed.')).toBeVisible()
  await owner.getByRole('button', { name: 'Stop' }).click()
  await expect(owner.getByRole('heading', { level: 1, name: 'People' })).toBeVisible()
})

test('the last owner stays, and groups are there as long as somebody is in them', async ({ haykal, signIn }) => {
  const owner = await signIn('owner', haykal)
  await makeClerk(owner, haykal)
  await owner.getByRole('navigation', { name: 'Groups' }).getByRole('link', { name: 'cairo' }).click()
  const list = owner.getByRole('list', { name: 'List of people' }).getByRole('listitem')
  await expect(list).toHaveCount(1)
  await list.getByRole('link').click()
  await owner.getByRole('button', { name: 'Remove cairo' }).click()
  await owner.keyboard.press('Control+s')
  await expect(owner.getByText('Saved: Salma Hassan')).toBeVisible()
  await expect(owner.getByRole('navigation', { name: 'Groups' })).toHaveCount(0)

  await owner.goto(`${haykal.url}/-/settings/people?q=owner`)
  await owner.getByRole('link', { name: 'Owner Example' }).click()
  await owner.getByRole('button', { name: 'Remove' }).click()
  await owner.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click()
  await expect(owner.getByText('This is the last owner who can sign in.', { exact: false })).toBeVisible()
})
