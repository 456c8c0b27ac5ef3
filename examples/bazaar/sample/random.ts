/** Chance that repeats itself: the same name and number give the same draws, on every machine. */

/** A source of draws. */
export interface Random {
  /** From 0 up to, but not including, 1. */
  next(): number
  /** A whole number from 0 up to, but not including, `end`. */
  below(end: number): number
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number
  /** One of a list. */
  pick<Item>(list: readonly Item[]): Item
  /** Yes in so many cases, 0 to 1. */
  chance(share: number): boolean
}

/** Draws of their own for the `index`th thing of a sort: no thing depends on how many others were made before it. */
export function randomFor(sort: string, index: number): Random {
  let state = mix(hash(sort), index)
  const next = () => {
    // Mulberry32: four lines, good enough to look like life.
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), 1 | state)
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
    return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (end: number) => Math.floor(next() * end)
  return {
    next,
    below,
    between: (low, high) => low + below(high - low + 1),
    pick: (list) => list[below(list.length)] as (typeof list)[number],
    chance: (share) => next() < share,
  }
}

function hash(text: string): number {
  let state = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) state = Math.imul(state ^ text.charCodeAt(index), 0x01000193)
  return state
}

function mix(seed: number, index: number): number {
  let state = seed ^ Math.imul(index + 1, 0x9e3779b1)
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
  return Math.imul(state ^ (state >>> 13), 0xc2b2ae35)
}
