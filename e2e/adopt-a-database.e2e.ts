/** A database that somebody already has: looked at without changing a byte, then unlocked and edited. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { chinook } from './fixtures/haykal-server.ts'
import { expect, test } from './fixtures/test.ts'

const bytesOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

test('Chinook is shown, searched, filtered and sorted, and not a byte of it changes', async ({ adopted, signIn }) => {
  const before = bytesOf(chinook)
  const page = await signIn('owner', adopted)
  await page.goto(adopted.url)
  await page.getByRole('link', { name: 'Track', exact: true }).click()
  await expect(page.getByText('3,503').first()).toBeVisible()
  await page.getByRole('searchbox', { name: /^Search track/i }).fill('love')
  await expect(page).toHaveURL(/q=love/)
  await page.getByRole('button', { name: 'Filter' }).click()
  const filter = page.getByRole('dialog', { name: 'Filter by' })
  await filter.getByRole('button', { name: 'Genre' }).click()
  await filter.getByRole('searchbox', { name: 'Value' }).fill('rock')
  await filter.getByRole('button', { name: 'Rock', exact: true }).click()
  await filter.getByRole('button', { name: 'Apply' }).click()
  await expect(page).toHaveURL(/filter\[GenreId\]\[eq\]=1/)
  await page
    .getByRole('columnheader', { name: /^Milliseconds/ })
    .getByRole('button')
    .click()
  await page
    .getByRole('columnheader', { name: /^Milliseconds/ })
    .getByRole('button')
    .click()
  await expect(page).toHaveURL(/sort=-Milliseconds/)
  const first = page.getByRole('grid').getByRole('row').nth(1)
  await expect(first).toContainText('Rock')
  await expect(first).toContainText('1,196,094')
  await expect(first).toContainText('MPEG audio file')
  await expect(page.getByText('Genre').first()).toBeVisible()

  await page.goto(`${adopted.url}/Track/3`)
  await expect(page.getByRole('heading', { name: 'Fast As a Shark' })).toBeVisible()
  await expect(page.getByText('Restless and Wild').first()).toBeVisible()
  await expect(page.getByText('Heavy Metal Classic')).toBeVisible()
  await expect(page.getByRole('heading', { name: /Invoice line/ })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Edit', exact: true })).toHaveCount(0)
  expect(bytesOf(adopted.file)).toBe(before)
})

test('the owner unlocks a model, edits a record, and it is in the file', async ({ adopted, signIn }) => {
  const page = await signIn('owner', adopted)
  await page.goto(`${adopted.url}/Track`)
  await page.getByRole('button', { name: 'Unlock for editing' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Unlock' }).click()
  await expect(page.getByRole('button', { name: 'New track' })).toBeVisible()
  await page.goto(`${adopted.url}/Track/3`)
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await page.getByLabel('Name').fill('Fast as a Shark (live)')
  await page.getByRole('button', { name: /^Save/ }).click()
  await expect(page.getByRole('button', { name: 'Edit', exact: true })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Fast as a Shark (live)' })).toBeVisible()
  const album = await page.evaluate(async () => {
    const headers = { 'Content-Type': 'application/json' }
    return (
      await fetch('/api/v1/Album/1', {
        method: 'PATCH',
        headers,
        body: '{"values":{"Title":"x"},"base":{"Title":"y"}}',
      })
    ).status
  })
  expect(album, 'other models stay locked').toBe(409)
  await adopted.stop()
  expect(readFileSync(adopted.file).includes('Fast as a Shark (live)')).toBe(true)
})
