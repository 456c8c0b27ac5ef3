/** Counts records as far as people want to know: to a bound, and not for too long. */
import type { CountKind } from '@haykal/contract'
import { countRecords, type Database } from '@haykal/database'
import type { Condition, Model } from '@haykal/model'

/** How far a bounded count counts. */
export const countBound = 10_000

/** How many records a condition finds; null where that takes too long: what is counted is worth having without. */
export async function boundedCount(
  database: Database,
  model: Model,
  condition: Condition,
): Promise<{ readonly count: number | null; readonly countKind: CountKind }> {
  const bound = countBound + 1
  const count = await countRecords(database, model, { condition, bound }).catch((error: unknown) => {
    const reason = database.engine.explainRefusal(error)?.reason
    if (reason === 'too-long' || reason === 'busy') return undefined
    throw error
  })
  if (count === undefined) return { count: null, countKind: 'none' }
  return count === bound ? { count: countBound, countKind: 'bounded' } : { count, countKind: 'exact' }
}
