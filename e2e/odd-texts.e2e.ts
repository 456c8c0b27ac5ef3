/** Texts that would break or deceive a careless screen: nothing overflows, nothing is reordered, no name passes for another. */
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { copyPeople, type HaykalServer, makeFolder, password, people, startHaykal } from './fixtures/haykal-server.ts'
import { whatOverflows } from './fixtures/look-at.ts'
import { addLongOddities, makeOddDatabase, manyColumns, oddities } from './fixtures/odd-database.ts'
import { showIn } from './fixtures/screens.ts'
import { expect, test } from './fixtures/test.ts'

const sizes = { wide: { width: 1280, height: 800 }, phone: { width: 360, height: 740 } } as const

let server: HaykalServer

test.describe.configure({ timeout: 180_000 })

test.beforeAll(async ({ playwright }) => {
  test.setTimeout(120_000)
  const folder = makeFolder()
  const file = join(folder, 'odd.sqlite')
  makeOddDatabase(file)
  copyPeople(join(folder, 'data'))
  server = await startHaykal(folder, { target: file })
  const request = await playwright.request.newContext()
  await request.post(`${server.url}/api/v1/-/session`, { data: { email: people.owner.email, password } })
  await request.post(`${server.url}/api/v1/oddity/-/unlock`, { data: {} })
  await request.dispose()
  addLongOddities(file)
})

test.afterAll(async () => await server.stop())

for (const language of ['en', 'ar'] as const) {
  test(`lists, records and searches show odd texts without breaking (${language})`, async ({ signIn }) => {
    const page = await signIn('owner', server)
    await showIn(page, { url: server.url, language, theme: 'light' })
    for (const [size, viewport] of Object.entries(sizes)) {
      await page.setViewportSize(viewport)
      const expectCalm = async (what: string) =>
        expect.soft(await whatOverflows(page), `${what}, ${size}, ${language}`).toEqual([])

      await page.goto(`${server.url}/oddity?sort=id`)
      await expect(records(page)).toHaveCount(oddities.length)
      await expectCalm('list')
      await expectRowsInOrder(page)
      if (size === 'wide') await expectCodesInOrder(page)

      await page.goto(`${server.url}/oddity?q=fdp`)
      await expect(records(page)).toHaveCount(1)
      await expectCalm('search')
      const filter = encodeURIComponent(JSON.stringify({ title: { contains: 'e\u202ef' } }))
      await page.goto(`${server.url}/oddity?filter=${filter}`)
      await expect(records(page)).toHaveCount(1)
      await expectCalm('filter')
      await expectLettersInOrder(page.locator('main [class*=chip] bdi', { hasText: 'ef' }).last())

      for (const [at, odd] of oddities.entries()) {
        await page.goto(`${server.url}/oddity/${at + 1}`)
        await expect(page.locator('main dl').first()).toBeVisible()
        await expectCalm(`record ${odd.code}`)
        expect(await page.title(), 'the title of the page keeps to its own direction').not.toMatch(/[\u202a-\u202e]/)
        expect(unclosed(await page.title())).toBe(0)
        const heading = page.getByRole('heading', { level: 1 })
        await expect(heading, 'even a record without a name has a heading').toHaveText(/\S/)
        if ('shown' in odd) await expectLettersInOrder(heading)
      }

      await page.goto(`${server.url}/wide`)
      await expect(records(page).first()).toBeVisible()
      await expectCalm('a hundred columns')
      await page.goto(`${server.url}/wide/7`)
      await expect(page.locator('main dl dt')).toHaveCount(manyColumns + 1)
      await expectCalm('a hundred fields')
    }
  })
}

test('a record with a deceptive name is edited, named in messages and questions, and taken for no other', async ({
  signIn,
}) => {
  const page = await signIn('owner', server)
  await showIn(page, { url: server.url, language: 'en', theme: 'light' })
  for (const viewport of Object.values(sizes)) {
    await page.setViewportSize(viewport)
    await page.goto(`${server.url}/oddity/2`)
    await page.getByRole('button', { name: 'Edit', exact: true }).click()
    const code = page.getByRole('textbox', { name: /^Code/ })
    await code.fill(`${viewport.width}`)
    expect(await whatOverflows(page)).toEqual([])
    await page.getByRole('button', { name: /^Save/ }).click()
    const message = page.getByRole('listitem').filter({ hasText: 'saved' })
    await expect(message).toContainText('invoicefdp.exe saved')
    await expectLettersInOrder(message.getByText('invoicefdp.exe saved'))
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Remove' }).click()
    const question = page.getByRole('alertdialog').getByRole('heading')
    await expect(question).toHaveText('Remove invoicefdp.exe?')
    await expectLettersInOrder(question)
    await page.keyboard.press('Escape')
  }
  const stored = await page.evaluate(async () => (await (await fetch('/api/v1/oddity/2')).json()).data.title)
  expect(stored, 'what is stored stays as it was').toBe(oddities[1].title)
})

/** The records of a list: rows, or on a phone cards. */
function records(page: Page): Locator {
  return page.locator('[role=row]:has([role=gridcell] a), main li a')
}

/** Rows lie one below the other, all of the same height. */
async function expectRowsInOrder(page: Page): Promise<void> {
  const boxes = await records(page).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()))
  const heights = new Set(boxes.map(({ height }) => Math.round(height)))
  expect(heights.size, `heights: ${[...heights]}`).toBe(1)
  for (const [at, box] of boxes.entries()) {
    const before = boxes[at - 1]
    if (before) expect(box.top).toBeGreaterThanOrEqual(before.bottom - 1)
  }
}

/** The short codes beside the odd titles stand in their column, and read from their letter to their digit. */
async function expectCodesInOrder(page: Page): Promise<void> {
  const starts: number[] = []
  for (const { code } of oddities) {
    const cell = page.getByRole('gridcell', { name: code, exact: true })
    await expectLettersInOrder(cell)
    starts.push(Math.round((await cell.boundingBox())?.x ?? Number.NaN))
  }
  expect(new Set(starts).size, `columns begin at ${starts}`).toBe(1)
}

/** Each letter stands to the right of, or below, the one before: nothing turned the text around. */
async function expectLettersInOrder(text: Locator): Promise<void> {
  const turned = await text.first().evaluate((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    let before: DOMRect | undefined
    while (walker.nextNode()) {
      const node = walker.currentNode
      for (let at = 0; at < (node.textContent ?? '').length; at += 1) {
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + 1)
        const box = range.getBoundingClientRect()
        if (box.width === 0) continue
        if (before && box.left < before.left - 0.5 && box.top < before.bottom - 2)
          return `turned at ${at}: ${node.textContent}`
        before = box
      }
    }
    return before ? '' : 'nothing is shown'
  })
  expect(turned).toBe('')
}

/** How many isolates a text leaves open. */
function unclosed(text: string): number {
  let open = 0
  for (const letter of text) {
    if (/[\u2066-\u2068]/.test(letter)) open += 1
    if (letter === '\u2069') open -= 1
  }
  return open
}
