/** The history of the project: every act, narrowed down by an address that can be sent to somebody, and as a file. */
import { readFile } from 'node:fs/promises'
import { expect, test } from './fixtures/test.ts'
import { editOverHttp } from './fixtures/writes.ts'

test('recent changes are narrowed down by person, list, field and means, all in the address', async ({
  haykal,
  signIn,
}) => {
  const [owner, editor] = [await signIn('owner', haykal), await signIn('editor', haykal)]
  await editOverHttp(owner, { url: haykal.url, path: 'customers/31' }, { city: 'Salalah' })
  await editOverHttp(editor, { url: haykal.url, path: 'customers/32' }, { city: 'Nizwa' })
  await editOverHttp(editor, { url: haykal.url, path: 'orders/1048571' }, { note: 'Ask Rana' })
  await editOverHttp(editor, { url: haykal.url, path: 'customers/33' }, { note: 'Rings twice' })
  await owner.goto(`${haykal.url}/`)
  await owner.getByRole('link', { name: 'Recent changes' }).click()
  const list = owner.getByRole('list', { name: 'Recent changes' })
  const rows = list.getByRole('listitem')
  await expect(rows.first()).toContainText('Editor Example')
  await owner.getByLabel('By whom').selectOption({ label: 'Owner Example (you)' })
  await expect(owner).toHaveURL(/person=/)
  await expect(rows).toHaveCount(1)
  await owner.getByRole('button', { name: 'Show all changes' }).click()
  await owner.getByLabel('List').selectOption({ label: 'Customers' })
  await expect(rows).toHaveCount(3)
  await owner.getByLabel('Field').selectOption({ label: 'City' })
  await expect(owner).toHaveURL(/model=customers&field=city/)
  await expect(rows).toHaveCount(2)
  await owner.reload()
  await expect(rows).toHaveCount(2)
  await owner.getByLabel('How').selectOption({ label: 'Import' })
  await expect(owner.getByText('Nothing matches')).toBeVisible()
  await owner.goBack()
  await expect(rows).toHaveCount(2)
})

test('what is seen is downloaded as CSV', async ({ haykal, signIn }) => {
  const owner = await signIn('owner', haykal)
  await editOverHttp(owner, { url: haykal.url, path: 'customers/34' }, { city: 'Sur' })
  await editOverHttp(owner, { url: haykal.url, path: 'categories/1' }, { name: 'Of another list' })
  await owner.goto(`${haykal.url}/-/changes?model=customers`)
  const link = owner.getByRole('link', { name: 'Download as CSV' })
  await expect(link).toBeVisible()
  const [download] = await Promise.all([owner.waitForEvent('download'), link.click()])
  const text = await readFile(await download.path(), 'utf8')
  expect(text).toContain('Sur')
  expect(text).not.toContain('Of another list')
})

test('a change-set leads to its records, and to what took it back', async ({ haykal, signIn }) => {
  const owner = await signIn('owner', haykal)
  const set = await editOverHttp(owner, { url: haykal.url, path: 'customers/35' }, { city: 'Ibra' })
  await owner.goto(`${haykal.url}/-/changes/${set}`)
  await owner.getByRole('button', { name: 'Undo' }).click()
  await owner.getByRole('dialog').getByRole('button', { name: 'Undo' }).click()
  await expect(owner.getByText('This was undone later')).toBeVisible()
  await owner.getByRole('link', { name: 'Show', exact: true }).click()
  await expect(owner.getByText('This undid something')).toBeVisible()
  await owner.getByRole('list', { name: 'What was changed' }).getByRole('link').first().click()
  await expect(owner).toHaveURL(/\/customers\/35$/)
})
