/** People never wait for a press: open, sort, filter, save and back, measured by the browser's own event timing. */
import { availableParallelism, loadavg } from 'node:os'
import type { Page } from '@playwright/test'
import { addBareButton, measure, percentile, startStopwatch, type Wait, watchFrames } from './fixtures/stopwatch.ts'
import { expect, test } from './fixtures/test.ts'

/** How often each act is done. */
const times = 20
/** Within how many milliseconds a press is answered, and how far apart pictures are while one scrolls: 19 times of 20, and at the worst. */
const most = { press: 100, frame: 50, task: 100 } as const
/** How much longer the middle one may take where another story, its server and its browser run beside this one. */
const shared = 1.5
/** The head of the first column after the boxes. */
const number = '[role=columnheader][aria-colindex="2"]'
/** A machine is quiet when a press that does nothing is answered within so many milliseconds, 19 times of 20. */
const quiet = 24

// A recorder looks at every picture and would be measured with it.
test.use({ trace: 'off' })

test('a press is answered at once: open, sort, filter, save, back', async ({ haykal, signIn }) => {
  test.setTimeout(240_000)
  const page = await signIn('owner', haykal)
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto(`${haykal.url}/orders`)
  const grid = page.getByRole('grid')
  await expect(grid.getByRole('row').nth(2)).toContainText(/\d{6,7}/)
  const placeOf = (row: number) => grid.getByRole('row').nth(row).getByRole('gridcell').nth(3)
  await startStopwatch(page)
  await addBareButton(page)
  // What is fetched only when it is needed is there from the second time on.
  await placeOf(1).click()
  await expect(page.locator('aside dl').first()).toBeVisible()
  await page.keyboard.press('Escape')

  const waits: Record<string, Wait[]> = { bare: [], open: [], back: [], sort: [], filter: [], save: [] }
  const act = async (name: string, does: () => Promise<void>, result: Parameters<typeof measure>[2]) => {
    waits[name]?.push(await measure(page, does, result))
  }
  for (let turn = 0; turn < times; turn += 1) {
    const before = String(turn)
    await act('bare', () => page.locator('#bare').click(), { selector: '#bare', isNot: before })

    const place = placeOf(2 + (turn % 12))
    await act('open', () => place.click(), { selector: 'aside dl' })
    await act('back', () => page.keyboard.press('Escape'), { selector: 'aside', count: 0 })

    const sorted = turn % 3 === 2 ? `[role=grid] ${number}:not([aria-sort$=ending])` : '[role=grid] [aria-sort$=ending]'
    const state = (await page.locator(number).getAttribute('aria-sort')) ?? 'none'
    await act('sort', () => page.locator(number).getByRole('button').click(), {
      selector:
        turn % 3 === 2 ? sorted : `[role=grid][aria-busy=false] ${number}[aria-sort$=ending]:not([aria-sort=${state}])`,
    })
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  }
  await filterInTurns(page, act)
  await saveInTurns(page, act, `${haykal.url}/orders/1048571`)

  const bare = percentile(waits.bare?.map(({ press }) => press) ?? [], 0.95)
  const isQuiet = bare <= quiet && isMachineOurs()
  const slowness = Math.max(1, bare / quiet)
  for (const [name, measured] of Object.entries(waits)) {
    const [press, result] = [measured.map((wait) => wait.press), measured.map((wait) => wait.result)]
    const [middle, last] = [percentile(press, 0.5), percentile(press, 0.95)]
    console.log(
      `${name.padEnd(6)} ${measured.length} times · press p50 ${middle} p95 ${last} ms · result p50 ${percentile(result, 0.5)} p95 ${percentile(result, 0.95)} ms`,
    )
    // Where others use the machine too, single presses say nothing about the application; the one in the middle does.
    if (isQuiet) expect.soft(last, `p95 of ${name}`).toBeLessThanOrEqual(most.press)
    else
      expect
        .soft(middle, `p50 of ${name}, where a bare press takes ${bare} ms`)
        .toBeLessThanOrEqual(most.press * slowness * shared)
  }
})

test('scrolling through more than ten thousand records keeps its pace', async ({ haykal, signIn }) => {
  test.setTimeout(120_000)
  const page = await signIn('owner', haykal)
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto(`${haykal.url}/orders`)
  const grid = page.getByRole('grid')
  await expect(grid.getByRole('row').nth(2)).toContainText(/\d{6,7}/)
  await startStopwatch(page)
  await grid.hover()
  const { task, frames } = await watchFrames(page, async () => {
    for (let turn = 0; turn < 60; turn += 1) {
      await page.mouse.wheel(0, turn % 12 === 11 ? 30_000 : 1200)
      await page.waitForTimeout(30)
    }
  })
  console.log(
    `scroll · frames p50 ${percentile(frames, 0.5)} p95 ${percentile(frames, 0.95)} ms, longest task ${Math.round(task)} ms`,
  )
  // Both are measured by the clock: where others use the machine too, a picture waits for them in its middle.
  if (isMachineOurs()) {
    expect.soft(percentile(frames, 0.95), 'p95 of the frames').toBeLessThanOrEqual(most.frame)
    expect.soft(task, 'the longest task').toBeLessThanOrEqual(most.task)
  }
  await expect(grid.getByRole('row').nth(5)).toContainText(/\d{6,7}/)
})

/** Whether nobody else keeps the processors busy: figures of single presses and tasks mean something only then. */
function isMachineOurs(): boolean {
  return (loadavg()[0] ?? 0) <= availableParallelism()
}

type Act = (name: string, does: () => Promise<void>, result: Parameters<typeof measure>[2]) => Promise<void>

/** A filter is applied in its form, and taken away by its chip: each answers with the list. */
async function filterInTurns(page: Page, act: Act): Promise<void> {
  const chip = '[class*=chip] button[aria-label^="Remove the filter"]'
  for (let turn = 0; turn < times / 2; turn += 1) {
    await page.getByRole('button', { name: 'Filter', exact: true }).click()
    const filter = page.getByRole('dialog', { name: 'Filter by' })
    await filter.getByRole('button', { name: 'Total', exact: true }).click()
    await filter.getByLabel('Value', { exact: true }).fill(String(100 + turn))
    await act('filter', () => filter.getByRole('button', { name: 'Apply' }).click(), { selector: chip })
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
    await act('filter', () => page.locator(chip).click(), { selector: chip, count: 0 })
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  }
}

/** A note is changed and saved. */
async function saveInTurns(page: Page, act: Act, address: string): Promise<void> {
  await page.goto(address)
  const edit = page.getByRole('button', { name: 'Edit', exact: true })
  await expect(edit).toBeVisible()
  await startStopwatch(page)
  for (let turn = 0; turn < times; turn += 1) {
    await edit.click()
    await page.getByLabel('Note').fill(`Ring ${turn} times`)
    await act('save', () => page.getByRole('button', { name: /^Save/ }).click(), { selector: 'main form', count: 0 })
    await expect(page.getByText(`Ring ${turn} times`).first()).toBeVisible()
  }
}
