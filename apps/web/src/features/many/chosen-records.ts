/** Which records of a list are chosen: some by themselves, or all that it finds without those that were taken out again. */
import type { AnyRecord, Model } from '@haykal/model'

/** A choice among the records of a list. */
export interface Chosen {
  /** All that the list finds are chosen, and `records` are those that are not. */
  readonly isAll: boolean
  /** By their ids, each as the list showed it. */
  readonly records: ReadonlyMap<string, AnyRecord>
}

/** A record with its id. */
export type IdAndRecord = readonly [id: string, record: AnyRecord]

/** Nothing is chosen. */
export const noneChosen: Chosen = { isAll: false, records: new Map() }

/** Everything that the list finds is chosen. */
export const allChosen: Chosen = { isAll: true, records: new Map() }

/** How many records can be chosen one by one: as many as one request names. Whoever means more means all that match. */
export const mostChosen = 1_000

/** How many records one filter names, and so how many can be taken out of all. A key of several fields takes more room in it. */
export function mostInFilter({ key }: Pick<Model, 'key'>): number {
  return key.length === 1 ? 500 : 30
}

/** Whether a record is chosen. */
export function isChosen({ isAll, records }: Chosen, id: string): boolean {
  return isAll !== records.has(id)
}

/** The choice with these records chosen, or not chosen any more. */
export function choose({ isAll, records }: Chosen, which: readonly IdAndRecord[], isOn: boolean): Chosen {
  const next = new Map(records)
  for (const [id, record] of which) {
    if (isOn === isAll) next.delete(id)
    else next.set(id, record)
  }
  return { isAll, records: next }
}

/** Whether the choice can still be told to the server. */
export function fits({ isAll, records }: Chosen, model: Pick<Model, 'key'>): boolean {
  return records.size <= (isAll ? mostInFilter(model) : mostChosen)
}

/** How many are chosen of as many as the list finds. */
export function chosenCount({ isAll, records }: Chosen, found: number): number {
  return isAll ? Math.max(0, found - records.size) : records.size
}
