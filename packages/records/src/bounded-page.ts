/** What is shown of a list that cannot be gone through in time: the first that is found among the first records of an order that is at hand. */
import { hasPlaces, isAskerGone, isReadInOrder, type OrderTerm, selectAmong, selectPlace } from '@haykal/database'
import { badCursor, isBoundedCursor, isCursorOf, readCursor } from './cursor.ts'
import type { Door } from './door.ts'
import { keyOrder, readOrder } from './list-order.ts'
import { type FoundPage, type ListPages, pageFrom } from './page-from.ts'
import { cursorScope } from './ranked-order.ts'
import type { ListStart } from './read-start.ts'

/** How many records are looked at for a page of such a list: some ten milliseconds. */
export const mostLookedAt = 20_000

/** The page; where it takes too long, what of it can be shown. Throws what `pageFrom` throws. */
export async function pageInTime(door: Door, start: ListStart, pages: ListPages): Promise<FoundPage> {
  // A page that goes on from such a one is one as well.
  if (start.type === 'cursor' && isBoundedCursor(start.cursor)) return await boundedPage(door, start, pages)
  try {
    return await pageFrom(door, start, pages)
  } catch (error) {
    const isTooLong = door.core.database.engine.explainRefusal(error)?.reason === 'too-long'
    // In the middle of a list one cannot be shown another.
    const isEnd = start.type === 'first' || start.type === 'last'
    if (!isTooLong || !isEnd || pages.reading === door.core.database || isAskerGone()) throw error
    return await boundedPage(door, start, pages)
  }
}

type BoundedStart = Extract<ListStart, { type: 'first' | 'last' | 'cursor' }>

async function boundedPage(door: Door, start: BoundedStart, { list }: ListPages): Promise<FoundPage> {
  const { core, visible } = door
  const order = await orderAtHand(door, start, list.order)
  const scope = { ...cursorScope(door, order), isBounded: true } as const
  const page = await selectAmong(core.database, visible.model, {
    ...list,
    order,
    most: mostLookedAt,
    ...(start.type === 'last' && { from: { direction: 'before' } }),
    ...(start.type === 'cursor' && { from: await startAt(door, start, order) }),
  })
  const { direction } = start.type === 'cursor' ? start : { direction: start.type === 'last' ? 'before' : 'after' }
  const isInside = start.type === 'cursor'
  return {
    page,
    hasNext: direction === 'before' ? isInside : page.hasMore,
    hasPrev: direction === 'before' ? page.hasMore : isInside,
    bounded: { isSorted: order === list.order, ...(page.isCut && { looked: mostLookedAt }) },
    scope,
  }
}

/** The order that was asked for where an index has it, else the usual one of the list, else that of the key; where there is not even that, none. */
async function orderAtHand(
  door: Door,
  start: BoundedStart,
  asked: readonly OrderTerm[],
): Promise<readonly OrderTerm[]> {
  const { core, visible } = door
  const orders = [asked, readOrder(door, undefined, []), keyOrder(door)]
  if (start.type === 'cursor') {
    const order = orders.find((each) => isCursorOf(cursorScope(door, each), start.cursor))
    if (!order) throw badCursor(start.direction)
    return order
  }
  if (!hasPlaces(visible.model)) return []
  for (const order of orders)
    if (isPlain(order) && (await isReadInOrder(core.database, visible.model, order))) return order
  return []
}

/** The rows that are looked at come from the table of the list alone. */
function isPlain(order: readonly OrderTerm[]): boolean {
  return order.every(({ path, rank }) => path.hops.length === 0 && rank === undefined)
}

async function startAt(
  door: Door,
  { cursor, direction }: Extract<ListStart, { type: 'cursor' }>,
  order: readonly OrderTerm[],
) {
  const found = readCursor({ ...cursorScope(door, order), isBounded: true }, cursor, direction)
  if (!('key' in found)) return { place: found, direction }
  const { core, visible } = door
  const place = await selectPlace(core.database, visible.model, {
    key: found.key,
    condition: visible.scope('read'),
    order,
  })
  if (!place) throw badCursor(direction)
  return { place, direction }
}
