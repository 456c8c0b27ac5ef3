/** The whole application in Arabic, switched without loading a document. */
import { expect, test } from './fixtures/test.ts'

test('switching to Arabic mirrors the screen at once, without a reload, and is remembered', async ({
  haykal,
  signIn,
}) => {
  const page = await signIn('owner', haykal)
  await page.goto(`${haykal.url}/orders`)
  await expect(page.getByRole('grid')).toBeVisible()
  const documents: string[] = []
  page.on('request', (request) => {
    if (request.resourceType() === 'document') documents.push(request.url())
  })
  await page.getByRole('button', { name: /Account of/ }).click()
  await page.getByRole('menuitemradio', { name: 'العربية' }).click()
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar')
  await expect(page.getByRole('heading', { name: 'الطلبات' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'العملاء' })).toBeVisible()
  expect(documents).toEqual([])
  const [sidebar, grid] = [
    await page.getByRole('navigation').first().boundingBox(),
    await page.getByRole('grid').boundingBox(),
  ]
  expect(sidebar?.x).toBeGreaterThan(grid?.x ?? Number.POSITIVE_INFINITY)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'الطلبات' })).toBeVisible()
  await page.getByRole('grid').getByRole('row').nth(2).click()
  await page.getByRole('button', { name: 'تعديل' }).click()
  await expect(page.getByLabel('ملاحظة')).toBeVisible()
})
