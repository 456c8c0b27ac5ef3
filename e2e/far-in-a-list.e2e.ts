/** Somebody goes to the far ends of a long list: its end, its middle, a day, a letter; and is back at once. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { copyPeople, makeFolder, startHaykal } from './fixtures/haykal-server.ts'
import { isLong } from './fixtures/is-long.ts'
import { percentile, startStopwatch, watchFrames } from './fixtures/stopwatch.ts'
import { expect, test } from './fixtures/test.ts'

/** Records of the list; the shorter one is beyond what a count goes to, and what is drawn as one stretch, too. */
const many = isLong ? 1_000_000 : 320_000

test.use({ trace: 'off' })

test('the end of a long list and back, its middle, a day and a letter', async ({ signIn }) => {
  test.setTimeout(isLong ? 600_000 : 120_000)
  const folder = makeFolder()
  const file = join(folder, 'visits.sqlite')
  makeVisits(file)
  copyPeople(join(folder, 'data'))
  const server = await startHaykal(folder, { target: file })
  try {
    const page = await signIn('owner', server)
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.goto(`${server.url}/visits?sort=number`)
    const grid = page.getByRole('grid')
    const active = grid.locator('[data-active]')
    const row = (number: number) => grid.getByRole('row', { name: new RegExp(`^Visit ${number}\\b`) })
    await expect(row(1)).toBeVisible()

    // The end is not known yet: it is counted, and then gone to.
    await grid.focus()
    await page.keyboard.press('End')
    await expect(row(many)).toBeVisible()
    await expect(row(many)).toHaveAttribute('aria-rowindex', String(many + 1))
    await expect(page.getByText(`${many.toLocaleString('en')} records`).first()).toBeVisible()
    await page.keyboard.press('Home')
    await expect(row(1)).toBeVisible()

    // The scroll bar stands for the whole list.
    await startStopwatch(page)
    const { task, frames } = await watchFrames(page, async () => {
      for (const share of [0.25, 0.5, 0.75, 1, 0.5]) {
        await grid.evaluate(
          (element, to) => element.scrollTo({ top: (element.scrollHeight - element.clientHeight) * to }),
          share,
        )
        await page.waitForTimeout(300)
        await grid.hover()
        for (let turn = 0; turn < 5; turn += 1) await page.mouse.wheel(0, 400)
        await page.waitForTimeout(200)
      }
    })
    console.log(
      `far · frames p50 ${percentile(frames, 0.5)} p95 ${percentile(frames, 0.95)} ms, longest task ${Math.round(task)} ms`,
    )
    await expect(grid.getByRole('row').nth(6)).toContainText(/Visit \d+/)

    // A day and a letter, by keyboard alone.
    await page.goto(`${server.url}/visits?sort=day`)
    await page.getByRole('button', { name: 'Go to…' }).click()
    await page.getByRole('textbox', { name: 'Go to, in Day' }).fill('2020-01-20')
    await page.keyboard.press('Enter')
    await expect(active).toContainText('Jan 20, 2020')
    await expect(grid).toBeFocused()
    await page.goto(`${server.url}/visits?sort=-guest`)
    await page.getByRole('button', { name: 'Go to…' }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('textbox', { name: 'Go to, in Guest' })).toBeFocused()
    await page.keyboard.type('Karl')
    await page.keyboard.press('Enter')
    await expect(active).toContainText('Karl')
    await page.keyboard.press('Home')
    await expect(active).toContainText('Zoë')
    await page.goto(`${server.url}/visits?sort=number`)
    await page.getByRole('button', { name: 'Go to…' }).click()
    await page.getByRole('textbox', { name: 'Go to, in Number' }).fill('soon')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert')).toHaveText('That is no value of Number.')
    await page.getByRole('textbox', { name: 'Go to, in Number' }).fill('20000')
    await page.getByRole('button', { name: 'Go', exact: true }).click()
    await expect(active).toContainText('Visit 20000')

    // How many there are is counted when somebody wants to know.
    await page.goto(`${server.url}/visits?sort=day`)
    await expect(page.getByText('More than 10,000 records')).toBeVisible()
    await page.getByRole('button', { name: 'Count them all' }).click()
    await expect(page.getByText(`${many.toLocaleString('en')} records`).first()).toBeVisible()
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})

/** A table of visits, in the order of their numbers; on every day as many, with guests whose names come by turns. */
function makeVisits(file: string): void {
  const database = new DatabaseSync(file)
  database.exec(`
    create table visits (id integer primary key, title text not null, number integer not null, day date not null, guest text not null);
    insert into visits
      with recursive n (i) as (select 1 union all select i + 1 from n where i < ${many})
      select i, 'Visit ' || i, i, date('2020-01-01', '+' || ((i - 1) * 100 / ${many}) || ' days'),
        case i % 5 when 0 then 'Amal' when 1 then 'Bea' when 2 then 'Karl' when 3 then 'Mona' else 'Zoë' end
      from n;
    create index visits_number on visits (number);
    create index visits_day on visits (day);
    create index visits_guest on visits (guest, id);
  `)
  database.close()
}
