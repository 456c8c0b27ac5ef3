/** A list that takes too long is shown as far as it can be; its owner learns what would help, does it, and the list is quick. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { sampleProject } from '../tools/steps/target.mjs'
import { whatAxeFinds } from './fixtures/axe.ts'
import { createPeople, type HaykalServer, makeFolder, startHaykal } from './fixtures/haykal-server.ts'
import { expect, test } from './fixtures/test.ts'

let folder: string
let server: HaykalServer
test.beforeAll(async () => {
  test.setTimeout(180_000)
  folder = makeFolder()
  // Orders enough that no list of them without an index is there at once, in time for which nothing can be sorted.
  const request = { isEmpty: true, scale: 4, env: { HAYKAL_LIST_SECONDS: '0.001' } }
  await (await startHaykal(folder, request)).stop()
  createPeople(sampleProject, join(folder, 'data'))
  server = await startHaykal(folder, request)
})
test.afterAll(async () => {
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('a list without its index, for those who use it and for who can help it', async ({ signIn }) => {
  test.setTimeout(60_000)
  const editor = await signIn('editor', server)
  await editor.goto(`${server.url}/orders?sort=shipBy`)
  const note = editor.getByText('Sorting all of this takes too long, so it stands in its usual order.')
  await expect(note).toBeVisible()
  expect(await whatAxeFinds(editor)).toEqual([])
  await expect(editor.getByRole('link', { name: 'What would help' })).toHaveCount(0)

  // It goes on, in the order that it has.
  const rows = editor.getByRole('grid').getByRole('row')
  await expect(rows.nth(1)).toContainText(/\d/)
  await editor.getByRole('grid').focus()
  for (let page = 0; page < 6; page += 1) await editor.keyboard.press('PageDown')
  await expect.poll(async () => Number(await rows.last().getAttribute('aria-rowindex'))).toBeGreaterThan(52)
  await expect(note).toBeVisible()

  // Whoever waits sees all of it, sorted: those without a day come first.
  await editor.getByRole('button', { name: 'Wait for all of it' }).click()
  await expect(note).toHaveCount(0)
  await expect(rows.nth(1)).toContainText('Draft')

  await editor.goto(`${server.url}/-/settings/lists`)
  await expect(editor.getByText('There is nothing at this address')).toBeVisible()

  const owner = await signIn('owner', server)
  await owner.goto(`${server.url}/orders?sort=shipBy`)
  await owner.getByRole('link', { name: 'What would help' }).click()
  const card = owner.getByRole('listitem').filter({ hasText: 'sorted by Ship by' })
  await expect(card).toContainText('sorts them before the first is shown')
  await expect(card).toContainText("['shipBy'],")
  await card.getByText('What the database did, in its own words').click()
  expect(await whatAxeFinds(owner)).toEqual([])
  await card.getByRole('button', { name: 'Make it now' }).click()
  await expect(card).toContainText('It has its index now.')

  await owner.goto(`${server.url}/orders?sort=shipBy`)
  await expect(owner.getByRole('grid').getByRole('row').nth(1)).toContainText('Draft')
  await expect(owner.getByRole('link', { name: 'What would help' })).toHaveCount(0)
  await expect(owner.getByText('Sorting all of this takes too long')).toHaveCount(0)
})
