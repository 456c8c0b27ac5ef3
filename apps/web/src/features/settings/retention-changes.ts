/** What a choice of how long things are kept changes, and whether something would be lost by it. */
import type { Retention } from '@haykal/contract'

/** The parts that differ, each with what was seen. */
export interface RetentionChanges {
  readonly values: Partial<Retention>
  readonly base: Partial<Retention>
}

/** What has to be sent. */
export function changedRetention(seen: Retention, wish: Retention): RetentionChanges {
  const parts = (['history', 'trash'] as const).filter((part) => seen[part] !== wish[part])
  const pick = (of: Retention) => Object.fromEntries(parts.map((part) => [part, of[part]]))
  return { values: pick(wish), base: pick(seen) }
}

/** Whether anything is to be kept for a shorter time than before. */
export function isShortened(seen: Retention, values: Partial<Retention>): boolean {
  const inDays = (days: number | null) => days ?? Number.POSITIVE_INFINITY
  return (['history', 'trash'] as const).some((part) => {
    const days = values[part]
    return days !== undefined && inDays(days) < inDays(seen[part])
  })
}
