/** An owner says what readers see of a list of an adopted database: told before it is saved what it means, and felt at once. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from './fixtures/test.ts'

const bytesOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

test('readers see fewer records and one field less from their next request on, and not a byte of the file changes', async ({
  adopted,
  signIn,
}) => {
  const before = bytesOf(adopted.file)
  const reader = await signIn('reader', adopted)
  await reader.goto(`${adopted.url}/Track/1`)
  await expect(reader.getByText('Angus Young, Malcolm Young, Brian Johnson')).toBeVisible()
  const listed = () =>
    reader.evaluate(async () => {
      const response = await fetch('/api/v1/Track?count=exact&limit=1&sort=TrackId')
      const { data, meta } = (await response.json()) as { data: object[]; meta: { count: number } }
      return { count: meta.count, fields: Object.keys(data[0] ?? {}) }
    })
  expect(await listed()).toMatchObject({ count: 3503, fields: expect.arrayContaining(['Composer']) })

  const owner = await signIn('owner', adopted)
  await owner.goto(adopted.url)
  await owner.getByRole('link', { name: 'About this database' }).click()
  await owner.getByRole('link', { name: 'Set who may do what' }).click()
  await owner.getByRole('main').getByRole('link', { name: 'Track', exact: true }).click()
  await expect(owner).toHaveURL(/\/-\/rules\?model=Track/)
  const readers = owner.getByRole('region', { name: 'Readers' })
  await expect(readers.getByRole('status')).toHaveText('3,503 of 3,503 seen now')
  await readers.getByLabel('See', { exact: true }).selectOption('Only those where…')
  await readers.getByRole('button', { name: 'Filter' }).click()
  const filter = owner.getByRole('dialog', { name: 'Filter by' })
  await filter.getByRole('searchbox', { name: 'Find a field' }).fill('genre')
  await filter.getByRole('button', { name: 'Genre › Name' }).click()
  await filter.getByLabel('Condition').selectOption('is')
  await filter.getByRole('textbox', { name: 'Value' }).fill('Rock')
  await filter.getByRole('button', { name: 'Apply' }).click()
  await expect(readers.getByRole('status')).toHaveText('3,503 of 3,503 seen now; with this 1,297: 2,206 fewer')
  await readers.getByText('Fields').click()
  await readers.getByLabel('Composer').selectOption('Hidden')
  expect((await listed()).count, 'nothing is said before it is saved').toBe(3503)

  await owner.getByRole('main').getByRole('link', { name: 'Album', exact: true }).click()
  await owner.getByRole('alertdialog').getByRole('button', { name: 'Stay here' }).click()
  await owner.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(owner.getByText('Rules of Track saved')).toBeVisible()
  await expect(readers.getByRole('status')).toHaveText('1,297 of 3,503 seen now')
  await expect(readers.getByText('Hidden: Composer')).toBeVisible()

  const seen = await listed()
  expect(seen.count).toBe(1297)
  expect(seen.fields).not.toContain('Composer')
  await reader.reload()
  await expect(reader.getByRole('heading', { name: 'For Those About To Rock (We Salute You)' })).toBeVisible()
  await expect(reader.getByText('Angus Young')).toHaveCount(0)
  await reader.goto(`${adopted.url}/-/rules?model=Track`)
  await expect(reader.getByRole('region', { name: 'Readers' })).toHaveCount(0)
  expect(bytesOf(adopted.file)).toBe(before)
})
