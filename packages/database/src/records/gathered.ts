/** Numbers of rows that were gathered: what can be done with them in memory. */
import type { GatheredNumbers, NumberMap, Row } from '../engine.ts'

/** Numbers of rows, each once, the lowest first, and a map of them where there are enough for one. */
export interface Gathered {
  readonly each: readonly number[]
  readonly map: NumberMap | undefined
}

/** So few that each of them is soon asked whatever it may be. */
export const fewKeys = 1_000

/** What the answer to `gather` holds. */
export function numbersIn([row]: readonly Row[]): readonly number[] {
  return JSON.parse(String(row?.numbers ?? '[]'))
}

/** Numbers as they came, put in order, with a map of them. */
export function gatheredOf(numbers: readonly number[], gathered: GatheredNumbers): Gathered {
  const each = inOrder(numbers)
  return { each, map: each.length > fewKeys ? gathered.mapOf(each) : undefined }
}

/** Each once, the lowest first. */
export function inOrder(numbers: readonly number[]): readonly number[] {
  return areAscending(numbers) ? numbers : [...new Set(numbers)].toSorted((one, other) => one - other)
}

function areAscending(numbers: readonly number[]): boolean {
  for (let at = 1; at < numbers.length; at += 1) if (!((numbers[at] ?? 0) > (numbers[at - 1] ?? 0))) return false
  return true
}

/** What two have in common: both are gone through once, side by side. */
export function inBoth({ each: one }: Gathered, { each: other }: Gathered): Gathered {
  const common: number[] = []
  let at = 0
  for (let first = 0; first < one.length; first += 1) {
    const number = one[first] ?? 0
    while (at < other.length && (other[at] ?? 0) < number) at += 1
    if (other[at] === number) common.push(number)
  }
  return { each: common, map: undefined }
}

/** The same numbers where, of some that were looked at, just those in `present` are there. */
export function withChanges(
  { each, map }: Gathered,
  {
    looked,
    present,
    gathered,
  }: {
    readonly looked: readonly number[]
    readonly present: ReadonlySet<number>
    readonly gathered: GatheredNumbers
  },
): Gathered {
  let changed: number[] | undefined
  for (const number of looked) {
    const place = placeOf(changed ?? each, number)
    const isThere = (changed ?? each)[place] === number
    if (isThere === present.has(number)) continue
    changed ??= [...each]
    if (isThere) changed.splice(place, 1)
    else changed.splice(place, 0, number)
  }
  if (!changed) return { each, map }
  return { each: changed, map: map && gathered.mapOf(changed) }
}

/** Where a number stands among others in their order, or would. */
function placeOf(numbers: readonly number[], number: number): number {
  let [from, to] = [0, numbers.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((numbers[middle] ?? 0) < number) from = middle + 1
    else to = middle
  }
  return from
}
