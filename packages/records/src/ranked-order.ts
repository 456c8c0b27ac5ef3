/** The order of what a search finds: the best first, where no other order is asked for and it is little enough to be ranked. */
import type { ListQuery } from '@haykal/contract'
import { findsMoreThan, isSearchLookup, type OrderTerm } from '@haykal/database'
import { type CursorScope, isCursorOf } from './cursor.ts'
import type { Door } from './door.ts'
import { searchCondition, searchingOf, searchRank } from './search-condition.ts'

/** What a search finds more of than so many is not ranked: it stands in the order of the list. */
export const mostRanked = 1_000

/** The order, that of the list deciding between equals. A page that goes on has the order of the page in front, which its cursor tells. */
export async function rankedOrder(
  door: Door,
  { q = '', sort = '', after, before }: ListQuery,
  order: readonly OrderTerm[],
): Promise<readonly OrderTerm[]> {
  const { core, visible } = door
  const text = q.trim()
  if (text === '' || sort !== '') return order
  const searching = searchingOf(door)
  const path = { hops: [], field: visible.model.title }
  const ranked = [{ path, descending: false, rank: searchRank(searching, text), ranked: text }, ...order]
  const cursor = after ?? before
  if (cursor !== undefined) return isCursorOf(cursorScope(door, ranked), cursor) ? ranked : order
  const condition = searchCondition(searching, text)
  const isMany =
    !isSearchLookup(condition, visible.model) ||
    (await findsMoreThan(core.database.listing ?? core.database, visible.model, { condition, most: mostRanked }))
  return isMany ? order : ranked
}

/** Whose cursors lead on in a list of an order. */
export function cursorScope({ core, visible }: Door, order: readonly OrderTerm[]): CursorScope {
  return { secret: core.secret, model: visible.model.name, order: JSON.stringify(order.map(orderName)) }
}

/** A place by words is none by characters: cursors from before a list was sorted so lead nowhere. */
function orderName({ path, descending, isTie, ranked }: OrderTerm): string {
  if (ranked !== undefined) return `?${ranked}`
  const name = [...path.hops.map((hop) => hop.field.name), path.field.name].join('.')
  return `${descending ? '-' : ''}${name}${path.field.hasOrderKey && !isTie ? '~' : ''}`
}
