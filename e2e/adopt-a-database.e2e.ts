/** A database that somebody already has: looked at without changing a byte, then unlocked and edited. */
import { createHash } from 'node:crypto'
import { readFileSync, renameSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
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
  await filter.getByRole('button', { name: 'Genre', exact: true }).click()
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
  await expect(page.getByText('Fast as a Shark (live) saved')).toBeVisible()
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

test('the owner corrects a guess, and not a byte of the file changes', async ({ adopted, signIn }) => {
  const before = bytesOf(adopted.file)
  const page = await signIn('owner', adopted)
  await page.goto(adopted.url)
  await page.getByRole('link', { name: 'About this database' }).click()
  await expect(page.getByRole('heading', { name: 'About this database' })).toBeVisible()
  await expect(page.getByText('It only links “Playlist” and “Track”')).toBeVisible()
  await page.getByRole('link', { name: 'Correct Customer', exact: true }).click()
  await page.getByLabel('Many of them, in English').fill('Clients')
  await page.getByLabel('The field that a record is called by').selectOption('Email')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('link', { name: 'Clients', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Clients' })).toBeVisible()
  const first = page.getByRole('grid').getByRole('row').nth(1)
  await expect(first.getByRole('link')).toHaveText('luisg@embraer.com.br')
  await page.goto(`${adopted.url}/Invoice?sort=InvoiceId`)
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toContainText('leonekohler@surfeu.de')
  expect(bytesOf(adopted.file)).toBe(before)
})

test('the owner and another program see what the other one writes', async ({ adopted, signIn }) => {
  const page = await signIn('owner', adopted)
  await page.goto(`${adopted.url}/Genre`)
  await page.getByRole('button', { name: 'Unlock for editing' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('WAL')
  await expect(dialog).toContainText('haykal_history')
  await dialog.getByRole('button', { name: 'Unlock' }).click()
  await expect(page.getByRole('button', { name: 'New genre' })).toBeVisible()
  await page.goto(`${adopted.url}/Genre/1`)
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await page.getByLabel('Name').fill('Rock and roll')
  await page.getByRole('button', { name: /^Save/ }).click()
  // On the screen it is at once; in the file when the server has said so.
  await expect(page.getByText('Rock and roll saved')).toBeVisible()

  const other = new DatabaseSync(adopted.file)
  expect(other.prepare('select Name from Genre where GenreId = 1').get()).toMatchObject({ Name: 'Rock and roll' })
  expect(other.prepare('select act, model, record from haykal_history').all()).toMatchObject([
    { act: 'edit', model: 'Genre', record: '1' },
  ])
  other.exec("update Genre set Name = 'Swing' where GenreId = 2")
  other.exec('alter table Genre add column Origin text')
  other.exec("update Genre set Origin = 'New Orleans' where GenreId = 2")
  other.close()
  await page.goto(`${adopted.url}/Genre/2`)
  await expect(page.getByRole('heading', { name: 'Swing' })).toBeVisible()
  await expect(page.getByText('New Orleans')).toBeVisible()
})

test('the file goes missing and comes back while somebody works', async ({ adopted, signIn }) => {
  const page = await signIn('owner', adopted)
  await page.goto(`${adopted.url}/Genre`)
  await expect(page.getByRole('grid')).toContainText('Rock')
  renameSync(adopted.file, `${adopted.file}.away`)
  await page.getByRole('link', { name: 'Artist', exact: true }).click()
  const trouble = page.getByText('The file of the database is not in its place').first()
  await expect(trouble).toBeVisible()
  renameSync(`${adopted.file}.away`, adopted.file)
  await expect(page.getByRole('grid')).toContainText('AC/DC', { timeout: 15_000 })
  await expect(trouble).toHaveCount(0)
})

test('a search says that another program writes, and finds what it wrote once the index has followed', async ({
  adopted,
  signIn,
}) => {
  const page = await signIn('owner', adopted)
  await page.goto(`${adopted.url}/Album`)
  const other = new DatabaseSync(adopted.file, { timeout: 5_000 })
  other.exec("insert into Album values (9001, 'Écho du fleuve', 1)")
  let times = 0
  const writing = setInterval(() => {
    times += 1
    other.exec(`update Artist set Name = 'AC/DC ${times}' where ArtistId = 1`)
  }, 100)
  const notice = page.getByText('Another program has just changed the database.')
  const box = page.getByRole('searchbox', { name: /^Search album/i })
  try {
    await expect(async () => {
      // Another question each time: what was asked before is not asked again.
      await box.fill(`album ${times}`)
      await expect(notice).toBeVisible({ timeout: 2_000 })
    }).toPass()
  } finally {
    clearInterval(writing)
    other.close()
  }
  await expect(notice).toBeHidden({ timeout: 30_000 })
  await box.fill('ECHO fleuve')
  await expect(page.getByRole('grid').getByRole('row')).toHaveCount(2)
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toContainText('Écho du fleuve')
  await expect(notice).toBeHidden()
})
