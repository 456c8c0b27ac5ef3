/** Counts tries: so many at once, then one now and again. */

/** How many tries are let through. */
export interface Limit {
  /** At once. */
  readonly tries: number
  /** After this many seconds all of them are there again; a part of them after a part of the time. */
  readonly seconds: number
}

/** The tries of many, each known by a key. */
export interface Throttle {
  /** Seconds until the next try; 0 when there is one left. */
  wait(key: string): number
  /** Spends a try. */
  spend(key: string): void
  /** Takes back a try that was no wrong one. */
  giveBack(key: string): void
  /** All tries are there again. */
  clear(key: string): void
}

/** Enough for a busy day; whoever fills it forgets only those that were quiet longest. */
const mostKeys = 20_000

/** A throttle. `seconds` is a clock that nobody can set back. */
export function createThrottle(limit: Limit, seconds: () => number): Throttle {
  const spent = new Map<string, { readonly tries: number; readonly at: number }>()
  const perSecond = limit.tries / limit.seconds

  /** How many tries are spent by now. */
  function level(key: string): number {
    const entry = spent.get(key)
    return entry ? Math.max(0, entry.tries - (seconds() - entry.at) * perSecond) : 0
  }
  function set(key: string, tries: number): void {
    spent.delete(key)
    if (tries <= 0) return
    spent.set(key, { tries, at: seconds() })
    const [quietest] = spent.keys()
    if (spent.size > mostKeys && quietest !== undefined) spent.delete(quietest)
  }
  return {
    wait(key) {
      const over = level(key) + 1 - limit.tries
      // Rounding must not say "now" a moment too early, nor wait for a millionth of a try.
      return over <= 1e-9 ? 0 : Math.max(1, Math.ceil(over / perSecond))
    },
    spend: (key) => set(key, level(key) + 1),
    giveBack: (key) => set(key, level(key) - 1),
    clear: (key) => set(key, 0),
  }
}
