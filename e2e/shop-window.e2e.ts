/** The sample's own page, signed out: what is public is there, and nothing else. */
import { expect, test } from './fixtures/test.ts'

test('a visitor sees the shop window, without costs, stock or anything of the application', async ({
  page,
  haykal,
}) => {
  const answers: string[] = []
  page.on('response', async (response) => {
    if (response.url().includes('/api/')) answers.push(await response.text().catch(() => ''))
  })
  await page.goto(`${haykal.url}/shop`)
  await expect(page.getByRole('heading', { name: /shop/i }).first()).toBeVisible()
  await expect(page.getByText('€').first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'Orders' })).toHaveCount(0)
  await expect.poll(() => answers.length).toBeGreaterThan(1)
  const told = answers.join('\n')
  for (const hidden of ['"cost"', '"stock"', '"supplier"', 'employees', 'shipments', 'low-stock'])
    expect(told).not.toContain(hidden)
})

test('the endpoint of the sample is for people who are signed in', async ({ haykal, signIn, page }) => {
  expect((await page.request.get(`${haykal.url}/api/v1/-/p/low-stock`)).status()).toBe(401)
  const reader = await signIn('editor', haykal)
  await reader.goto(`${haykal.url}/low-stock`)
  await expect(reader.getByRole('heading', { name: 'Low stock' })).toBeVisible()
  // What the project draws itself has its own looks.
  await expect(reader.locator('[data-state=low], [data-state=out]').first()).toHaveCSS('display', 'inline-grid')
  const answer = await reader.request.get(`${haykal.url}/api/v1/-/p/low-stock?below=5`)
  expect(answer.status()).toBe(200)
  expect((await reader.request.get(`${haykal.url}/api/v1/-/p/low-stock?below=many&more=1`)).status()).toBe(400)
})
