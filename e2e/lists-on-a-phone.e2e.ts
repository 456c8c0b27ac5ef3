/** A long list in one hand: a search says why it found what it did, a day far off is one step away, and what is changed of a view fits. */
import { whatOverflows } from './fixtures/look-at.ts'
import { expect, test } from './fixtures/test.ts'

test('a long list on a phone: found in what a card does not show, gone to, changed and put back', async ({
  haykal,
  signIn,
}) => {
  const page = await signIn('editor', haykal)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${haykal.url}/orders?q=urgent`)
  const cards = page.getByRole('main').getByRole('listitem')
  await expect(cards.first().locator('mark')).toHaveText(/^urgent$/i)

  await page.goto(`${haykal.url}/orders?sort=number`)
  await expect(cards.first()).toContainText(/\d{6,7}/)
  await page.getByRole('button', { name: 'Go to…' }).click()
  await page.getByRole('textbox', { name: 'Go to, in Number' }).fill('1001000')
  await page.getByRole('button', { name: 'Go', exact: true }).click()
  await expect(cards.filter({ hasText: /100100\d/ }).first()).toBeVisible()

  // As many names as do not fit, and what was changed beside them.
  for (const name of ['Late ones', 'Everything that is to be sent tomorrow', 'Mine']) {
    await page.getByRole('button', { name: 'Keep as a new view' }).first().click()
    await page.getByRole('dialog').getByLabel('Name').fill(name)
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name })).toBeVisible()
  }
  await page.getByRole('button', { name: 'Sort', exact: true }).click()
  await page.getByRole('menuitemradio', { name: 'Total' }).click()
  const save = page.getByRole('button', { name: 'Save', exact: true })
  await expect(save).toBeVisible()
  const [one, other] = [await save.boundingBox(), await page.getByRole('button', { name: 'Columns' }).boundingBox()]
  expect(Math.abs((one?.y ?? 0) - (other?.y ?? 99))).toBeLessThan(6)
  expect(await whatOverflows(page)).toEqual([])
  await page.getByRole('button', { name: 'Reset' }).click()
  await expect(save).toHaveCount(0)
})
