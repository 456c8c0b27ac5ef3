/** Counts records as far as people want to know: to a bound, and not for too long. */
import type { CountKind } from '@haykal/contract'
import { countFound, countRecords, type Listing } from '@haykal/database'
import type { ListCondition, Model } from '@haykal/model'

/** How far a bounded count counts. */
export const countBound = 10_000

/** How many records a condition finds; null where that takes too long: what is counted is worth having without. */
export async function boundedCount(
  database: Listing,
  model: Model,
  condition: ListCondition,
): Promise<{ readonly count: number | null; readonly countKind: CountKind }> {
  const bound = countBound + 1
  const counted = await countUpTo(database, model, { condition, bound }).catch((error: unknown) => {
    const reason = database.engine.explainRefusal(error)?.reason
    if (reason === 'too-long' || reason === 'busy') return undefined
    throw error
  })
  if (counted === undefined) return { count: null, countKind: 'none' }
  const { count, isCut } = counted
  return count === bound
    ? { count: countBound, countKind: 'bounded' }
    : { count, countKind: isCut ? 'bounded' : 'exact' }
}

async function countUpTo(
  database: Listing,
  model: Model,
  { condition, bound }: { readonly condition: ListCondition; readonly bound: number },
): Promise<{ readonly count: number; readonly isCut: boolean }> {
  const found = await countFound(database, model, { condition, bound })
  return found ?? { count: await countRecords(database, model, { condition, bound }), isCut: false }
}
