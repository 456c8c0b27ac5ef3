/** Jumps to the far ends of a list, and counts it to the end. */

import { windowOf } from './page-window.ts'
import type { PagePlace, PagesAtHand, PlacedPage } from './record-pages.ts'
import type { Ends, FarContext } from './use-far.ts'

/** Counts a list of which only is known that it is long. Beside it: the list never waits. */
export async function countAll({ client, queries, model, search, queryKey, tell, running }: FarContext): Promise<void> {
  const [first] = queries.getQueryData<PagesAtHand>(queryKey)?.pages ?? []
  if (running.counted || first?.count?.kind !== 'bounded') return await running.counted
  const controller = new AbortController()
  running.count = controller
  const count = async () => {
    tell({ counting: 'running' })
    const query = { ...search, fields: model.key.map(({ name }) => name), limit: 1, count: 'exact' } as const
    const { meta } = await client.call('listRecords', { path: { model: model.name }, query, signal: controller.signal })
    const exact = { value: meta.count ?? 0, kind: meta.countKind }
    const counted = (pages: PagesAtHand['pages']) => pages.map((page) => ({ ...page, count: exact }))
    queries.setQueryData<PagesAtHand>(queryKey, (data) => data && { ...data, pages: counted(data.pages) })
    tell({ counting: undefined })
  }
  running.counted = count()
    .catch(() => controller.signal.aborted || tell({ counting: 'failed' }))
    .then(() => {
      delete running.counted
    })
  await running.counted
}

/** One jump at a time: the newer one wins. */
async function jump(
  { queries, queryKey, readPage, tell, running }: FarContext,
  place: PagePlace,
): Promise<PlacedPage | undefined> {
  running.jump?.abort()
  const controller = new AbortController()
  const { signal } = controller
  running.jump = controller
  tell({ jumping: 'running' })
  try {
    await queries.cancelQueries({ queryKey, exact: true })
    const page = await readPage(place, signal)
    if (signal.aborted) return undefined
    // Who knows how many there are goes on knowing it at the top, where a count only goes so far.
    const count = queries.getQueryData<PagesAtHand>(queryKey)?.pages[0]?.count
    const kept = count?.kind === 'exact' && page.count?.kind !== 'exact' ? { ...page, count } : page
    queries.setQueryData<PagesAtHand>(queryKey, { pages: [kept], pageParams: [place] })
    tell({ jumping: undefined })
    return page
  } catch (error) {
    if (signal.aborted) return undefined
    tell({ jumping: 'failed' })
    throw error
  }
}

/** Milliseconds to wait for the end of a list before a jump. */
const patience = 1_500

/** Jumps to the first record with a value, as it stands in an address, of what the list is sorted by first; gives its row. */
export async function goToValue(context: FarContext, value: string): Promise<number | undefined> {
  // About where that is can be told only in a list whose end is known; how long that may take, nobody waits.
  await Promise.race([countAll(context), new Promise((resolve) => setTimeout(resolve, patience))])
  const { pages = [] } = context.queries.getQueryData<PagesAtHand>(context.queryKey) ?? {}
  try {
    const page = await jump(context, { jump: { from: value }, row: windowOf(pages).total, limit: jumpedLimit })
    return page?.start
  } catch (error) {
    // One is where one was, and all that is there goes on.
    context.tell({ jumping: undefined })
    throw error
  }
}

/** Jumps near a row, in a list of so many as far as is known. */
export async function jumpNear(context: FarContext, row: number, ends: Ends): Promise<void> {
  await jump(context, placeNear(row, ends))
}

/** Where a page is that one has jumped to: near a row, in a list of so many as far as is known. */
export function placeNear(row: number, { total, isCounted }: Ends): PagePlace {
  const first = Math.max(0, row - jumpedBack)
  if (first === 0) return { row: 0, limit: jumpedLimit }
  if (isCounted && first + jumpedLimit >= total) return { jump: { last: true }, row: total, limit: jumpedLimit }
  const isLong = isCounted && total > exactRows
  const at = isLong ? `${((first / total) * 100).toFixed(6)}%` : String(first)
  return { jump: { at }, row: first, limit: jumpedLimit }
}

/** Rows of a page that one has jumped to, and how many of them lie in front of where one looks. */
const jumpedLimit = 200
const jumpedBack = 60
/** In lists of so many rows a row is found exactly, by walking to it; in longer ones about. */
const exactRows = 10_000
