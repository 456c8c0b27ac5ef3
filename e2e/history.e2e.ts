/** The history of a record: who changed what, of one field or all, and back to any of it; nothing of what is hidden. */
import { expect, test } from './fixtures/test.ts'
import { editOverHttp, stored } from './fixtures/writes.ts'

test('the last changes stand at the foot of a record, and all of them on a page of their own', async ({
  haykal,
  signIn,
}) => {
  const page = await signIn('owner', haykal)
  const record = { url: haykal.url, path: 'customers/21' }
  await editOverHttp(page, record, { city: 'Oran', grade: 'blocked' })
  await page.goto(`${haykal.url}/${record.path}`)
  const foot = page.getByRole('region', { name: 'History' })
  await foot.scrollIntoViewIfNeeded()
  await expect(foot.getByRole('listitem').first()).toContainText('Oran')
  await foot.getByRole('link', { name: 'Show all' }).click()
  await expect(page).toHaveURL(/\/customers\/21\/-\/history$/)
  const latest = page
    .getByRole('list', { name: /^History of/ })
    .getByRole('listitem')
    .first()
  await expect(latest).toContainText('Owner Example')
  await expect(latest).toContainText('City')
  await expect(latest.getByRole('insertion').filter({ hasText: 'Oran' })).toBeVisible()
  await expect(latest.getByRole('insertion').filter({ hasText: 'Blocked' })).toBeVisible()
})

test('the history of one field is in the address, and one value of it comes back alone', async ({ haykal, signIn }) => {
  const page = await signIn('editor', haykal)
  const record = { url: haykal.url, path: 'customers/22' }
  await editOverHttp(page, record, { city: 'Homs', note: 'First' })
  await editOverHttp(page, record, { city: 'Hama', note: 'Second' })
  await editOverHttp(page, record, { note: 'Third' })
  await page.goto(`${haykal.url}/${record.path}/-/history`)
  const entries = page.getByRole('list', { name: /^History of/ }).locator(':scope > li')
  await expect(entries).toHaveCount(3)
  await page.getByLabel('Field').selectOption({ label: 'City' })
  await expect(page).toHaveURL(/field=city/)
  await expect(entries).toHaveCount(2)
  await page.reload()
  await expect(entries).toHaveCount(2)
  await entries.last().getByRole('button', { name: 'What can be done about this change' }).click()
  await page.getByRole('menuitem', { name: 'Restore only City' }).click()
  await expect(page.getByText(/ restored$/)).toBeVisible()
  await expect(entries).toHaveCount(3)
  expect(await stored(page, record)).toMatchObject({ city: 'Homs', note: 'Third' })
})

test('a whole version comes back, and is itself taken back', async ({ haykal, signIn }) => {
  const page = await signIn('editor', haykal)
  const record = { url: haykal.url, path: 'customers/23' }
  await editOverHttp(page, record, { city: 'Jenin', note: 'First' })
  await editOverHttp(page, record, { city: 'Nablus', note: 'Second' })
  await page.goto(`${haykal.url}/${record.path}/-/history`)
  const entries = page.getByRole('list', { name: /^History of/ }).locator(':scope > li')
  await entries.nth(1).getByRole('button', { name: 'What can be done about this change' }).click()
  await page.getByRole('menuitem', { name: 'Restore this version' }).click()
  await expect(page.getByText(/ restored$/)).toBeVisible()
  expect(await stored(page, record)).toMatchObject({ city: 'Jenin', note: 'First' })
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(page.getByText(/^Undone: /)).toBeVisible()
  expect(await stored(page, record)).toMatchObject({ city: 'Nablus', note: 'Second' })
})

test('a restore over what somebody has just written asks first', async ({ haykal, signIn }) => {
  const [page, other] = [await signIn('editor', haykal), await signIn('owner', haykal)]
  const record = { url: haykal.url, path: 'customers/24' }
  await editOverHttp(page, record, { city: 'Basra' })
  await editOverHttp(page, record, { city: 'Mosul' })
  await page.goto(`${haykal.url}/${record.path}/-/history`)
  const entries = page.getByRole('list', { name: /^History of/ }).locator(':scope > li')
  await expect(entries).toHaveCount(2)
  await editOverHttp(other, record, { city: 'Erbil' })
  await entries.last().getByRole('button', { name: 'What can be done about this change' }).click()
  await page.getByRole('menuitem', { name: 'Restore only City' }).click()
  const question = page.getByRole('alertdialog')
  await expect(question).toContainText('Somebody has changed this meanwhile')
  await expect(question).toContainText('Erbil')
  expect(await stored(page, record)).toMatchObject({ city: 'Erbil' })
  await question.getByRole('button', { name: 'Restore all the same' }).click()
  await expect(page.getByText(/ restored$/)).toBeVisible()
  expect(await stored(page, record)).toMatchObject({ city: 'Basra' })
})

test('a reader sees nothing of a field that is hidden from them', async ({ haykal, signIn }) => {
  const [owner, reader] = [await signIn('owner', haykal), await signIn('reader', haykal)]
  const record = { url: haykal.url, path: 'customers/25' }
  await editOverHttp(owner, record, { city: 'Aden', creditLimit: '4321.00' })
  await editOverHttp(owner, record, { creditLimit: '8765.00' })
  const answers: string[] = []
  reader.on('response', async (response) => {
    if (response.url().includes('/-/history')) answers.push(await response.text().catch(() => ''))
  })
  await reader.goto(`${haykal.url}/${record.path}/-/history`)
  const entries = reader.getByRole('list', { name: /^History of/ }).locator(':scope > li')
  await expect(entries).toHaveCount(1)
  await expect(entries.first()).toContainText('Aden')
  await expect(reader.getByText('Credit limit')).toHaveCount(0)
  expect(answers.join()).toContain('Aden')
  expect(answers.join()).not.toMatch(/creditLimit|4321|8765/)
})
