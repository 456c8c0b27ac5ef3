/**
 * What people wait for in a browser, at a million orders: `pnpm bench browser`. The first load and its bytes, the bytes and the waits of each press, and the
 * pictures while one scrolls from the top of the list to its middle and its end. `HAYKAL_BENCH_ORDERS` names another size.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { CDPSession, Page } from '@playwright/test'
import { createPeople, makeFolder, people, startHaykal } from '../e2e/fixtures/haykal-server.ts'
import { measure, percentile, startStopwatch, type Wait, watchFrames } from '../e2e/fixtures/stopwatch.ts'
import { sampleProject } from '../tools/steps/target.mjs'
import { openBrowser } from './open-browser.ts'
import { signIn } from './sign-in.ts'

const orders = Number(process.env.HAYKAL_BENCH_ORDERS ?? 1_000_000)
/** Orders of the sample project at scale 1. */
const ordersOfScale = 20_000
/** How often each act is done. */
const times = 20
const goals = { firstLoad: 150_000, press: 100, frame: 50, moved: 3_000 } as const
const missed: string[] = []

const folder = makeFolder()
const haykal = await startHaykal(folder, { isEmpty: true, scale: orders / ordersOfScale })
createPeople(sampleProject, join(folder, 'data'))
const { page, close } = await openBrowser(haykal.url, await signIn(haykal.url, people.editor))
try {
  const traffic = await countTraffic(await page.context().newCDPSession(page))
  await loadFirst(page, traffic)
  await press(page, traffic)
  await scroll(page)
  process.stdout.write(missed.length === 0 ? 'All budgets are met.\n' : `MISSED:\n${missed.join('\n')}\n`)
} finally {
  await close()
  await haykal.stop()
  rmSync(folder, { recursive: true, force: true })
}

/** Bytes as they came over the wire since the last look. */
interface Traffic {
  take(): { readonly all: number; readonly code: number; readonly api: number; readonly documents: number }
}

async function countTraffic(session: CDPSession): Promise<Traffic> {
  const kinds = new Map<string, { readonly type: string; readonly url: string }>()
  let seen = { all: 0, code: 0, api: 0, documents: 0 }
  session.on('Network.responseReceived', ({ requestId, type, response: { url } }) => {
    kinds.set(requestId, { type, url })
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const { type = '', url = '' } = kinds.get(requestId) ?? {}
    const isCode = ['Document', 'Script', 'Stylesheet'].includes(type)
    seen = {
      all: seen.all + encodedDataLength,
      code: seen.code + (isCode ? encodedDataLength : 0),
      api: seen.api + (url.includes('/api/') ? encodedDataLength : 0),
      documents: seen.documents + (type === 'Document' ? 1 : 0),
    }
  })
  await session.send('Network.enable')
  return {
    take() {
      const taken = seen
      seen = { all: 0, code: 0, api: 0, documents: 0 }
      return taken
    },
  }
}

async function loadFirst(page: Page, traffic: Traffic): Promise<void> {
  const start = performance.now()
  await page.goto(`${haykal.url}/orders`)
  await page.getByRole('grid').getByRole('row').nth(5).waitFor()
  const shown = performance.now() - start
  await page.waitForLoadState('networkidle')
  const { all, code, api } = traffic.take()
  tell(
    'first load',
    `list shown after ${Math.round(shown)} ms; ${kilobytes(code)} of code and page, ${kilobytes(api)} of data, ${kilobytes(all)} with fonts and what is fetched early`,
  )
}

async function press(page: Page, traffic: Traffic): Promise<void> {
  await startStopwatch(page)
  const grid = page.getByRole('grid')
  const head = '[role=columnheader][aria-colindex="2"]'
  const rowOf = (row: number) => grid.getByRole('row').nth(row).getByRole('gridcell').nth(3)
  const acts: Record<string, { readonly waits: Wait[]; readonly moved: number[] }> = {}
  const act = async (name: string, does: () => Promise<void>, result: Parameters<typeof measure>[2]) => {
    traffic.take()
    const wait = await measure(page, does, result)
    await page.waitForTimeout(150)
    const { api, documents } = traffic.take()
    if (documents > 0) missed.push(`${name}: ${documents} documents were asked for, goal 0`)
    const known = acts[name] ?? { waits: [], moved: [] }
    acts[name] = { waits: [...known.waits, wait], moved: [...known.moved, api] }
  }
  // What is fetched only when it is needed is there from the second time on.
  await rowOf(1).click()
  await page.locator('aside dl').first().waitFor()
  await page.keyboard.press('Escape')
  for (let turn = 0; turn < times; turn += 1) {
    await act('open a record', () => rowOf(2 + (turn % 12)).click(), { selector: 'aside dl' })
    await act('back', () => page.keyboard.press('Escape'), { selector: 'aside', count: 0 })
    const state = (await page.locator(head).getAttribute('aria-sort')) ?? 'none'
    const sorted =
      turn % 3 === 2
        ? `[role=grid] ${head}:not([aria-sort$=ending])`
        : `[role=grid][aria-busy=false] ${head}[aria-sort$=ending]:not([aria-sort=${state}])`
    await act('sort', () => page.locator(head).getByRole('button').first().click(), { selector: sorted })
  }
  for (const [name, { waits, moved }] of Object.entries(acts)) {
    const pressed = waits.map((wait) => wait.press)
    const [middle, last] = [percentile(pressed, 0.5), percentile(pressed, 0.95)]
    tell(
      name,
      `next picture p50 ${middle} p95 ${last} ms, result p50 ${percentile(
        waits.map(({ result }) => result),
        0.5,
      )} ms; ${kilobytes(percentile(moved, 0.5))} moved, values shown among them`,
    )
    if (last > goals.press) missed.push(`${name}: p95 ${last} ms, goal ${goals.press}`)
  }
}

/** From the top to the middle and the end, in steps of a wheel and in leaps of a scroll bar. */
async function scroll(page: Page): Promise<void> {
  const grid = page.getByRole('grid')
  await grid.hover()
  const { task, frames } = await watchFrames(page, async () => {
    for (const share of [0, 0.25, 0.5, 0.75, 1]) {
      await page.evaluate((to) => {
        const scrolls = [...document.querySelectorAll('*')].toSorted(
          (one, other) => other.scrollHeight - one.scrollHeight,
        )
        const longest =
          scrolls.find(
            (each) => each.scrollHeight > each.clientHeight && getComputedStyle(each).overflowY !== 'visible',
          ) ?? document.documentElement
        longest.scrollTop = to * longest.scrollHeight
      }, share)
      for (let turn = 0; turn < 15; turn += 1) {
        await page.mouse.wheel(0, share === 1 ? -1200 : 1200)
        await page.waitForTimeout(40)
      }
    }
  })
  await grid.getByRole('row').nth(5).waitFor()
  tell(
    'scroll top to end',
    `frames p50 ${percentile(frames, 0.5)} p95 ${percentile(frames, 0.95)} longest ${Math.round(Math.max(...frames))} ms, longest task ${Math.round(task)} ms`,
  )
  if (percentile(frames, 0.99) > goals.frame)
    missed.push(`scroll: p99 of the frames ${percentile(frames, 0.99)} ms, goal ${goals.frame}`)
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}

function tell(name: string, figures: string): void {
  process.stdout.write(`${name.padEnd(18)} ${figures}\n`)
}
