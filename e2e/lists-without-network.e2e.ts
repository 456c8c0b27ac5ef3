/** Somebody opens what belongs to a list while the network is away: nothing breaks, and it is there once the network is. */
import { expect, test } from './fixtures/test.ts'

test('what is opened over a list while the network is away comes with it, and the list goes on', async ({
  haykal,
  signIn,
}) => {
  const page = await signIn('reader', haykal)
  await page.goto(`${haykal.url}/orders?sort=number`)
  const grid = page.getByRole('grid')
  await expect(page.getByRole('button', { name: 'Go to…' })).toBeVisible()
  await page.getByRole('button', { name: 'Go to…' }).click()
  const place = page.getByRole('textbox', { name: 'Go to, in Number' })
  await page.context().setOffline(true)
  await place.fill('1000000')
  await page.keyboard.press('Enter')
  await expect(page.getByText('The server could not be reached.')).toBeVisible()
  await page.keyboard.press('Escape')
  const narrow = page.getByRole('button', { name: 'Narrow' })
  await narrow.click()
  await expect(page.getByRole('dialog', { name: 'Narrow' })).toContainText('The server could not be reached.')
  await expect(grid).toBeVisible()

  await page.context().setOffline(false)
  const panel = page.getByRole('dialog', { name: 'Narrow' })
  await expect(panel.getByRole('checkbox', { name: /^Late/ })).toBeVisible({ timeout: 20_000 })
  // It came with its looks: a count stands at the end of its line.
  const [line, count] = [panel.locator('label').first(), panel.locator('label > span').last()]
  await expect(line).toHaveCSS('display', 'flex')
  await expect(count).toHaveCSS('font-variant-numeric', 'tabular-nums')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Go to…' }).click()
  await place.fill('1000000')
  await page.keyboard.press('Enter')
  await expect(grid.locator('[data-active]')).toContainText(/^100000\d/)
  await page.keyboard.press('Home')
  await expect(page.getByText('could not be loaded')).toHaveCount(0)
})
