/** Views of a database of somebody else's: kept beside it, shared, and read as if whoever opens them had typed them. Nothing is written into the file. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from './fixtures/test.ts'

const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

test('a view of an adopted list is saved, shared and opened by its address, and the file stays as it is', async ({
  adopted,
  signIn,
}) => {
  const before = hashOf(adopted.file)
  const [one, other] = [await signIn('owner', adopted), await signIn('reader', adopted)]
  await one.goto(`${adopted.url}/Track?q=rock&filter[Milliseconds][gt]=300000&sort=-Milliseconds`)
  await expect(one.getByRole('grid').getByRole('row').nth(1)).toBeVisible()
  await one.getByRole('button', { name: 'Columns' }).click()
  await one.getByRole('checkbox', { name: 'Composer' }).uncheck()
  await one.keyboard.press('Escape')
  await expect(one.getByRole('columnheader', { name: 'Composer' })).toHaveCount(0)
  await one.getByRole('button', { name: 'Keep as a new view' }).first().click()
  await one.getByRole('dialog').getByLabel('Name').fill('Long ones')
  await one.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(one).toHaveURL(/view=[0-9a-f]{32}/)
  await one.getByRole('button', { name: 'More about this view' }).click()
  await one.getByRole('menu').getByText('Share', { exact: true }).click()
  await one.getByRole('checkbox', { name: 'Everyone who may read this list' }).check()
  await one.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(one.getByRole('dialog')).toBeHidden()

  const view = new URL(one.url()).searchParams.get('view')
  await other.goto(`${adopted.url}/Track?view=${view}`)
  const tab = other.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Long ones' })
  await expect(tab).toHaveAttribute('aria-current', 'page')
  await expect(other.getByRole('region', { name: 'Filters in use' })).toContainText('300')
  await expect(other.getByRole('columnheader', { name: 'Composer' })).toHaveCount(0)
  await expect(other.getByRole('columnheader', { name: 'Milliseconds' })).toHaveAttribute('aria-sort', 'descending')

  // Sorted by what is not shown, the list says so.
  await one.getByRole('button', { name: 'Columns' }).click()
  await one.getByRole('checkbox', { name: 'Milliseconds' }).uncheck()
  await expect(one.getByText('sorted by Milliseconds, downwards')).toBeVisible()
  expect(hashOf(adopted.file)).toBe(before)
})
