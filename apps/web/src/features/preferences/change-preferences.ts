/** What becomes of choices when one is made, and when one is taken back. */
import type { PreferenceChanges, Preferences } from '@haykal/contract'

/** The choices after a change: null takes one back, what is not named stays. */
export function changed(before: Preferences, changes: PreferenceChanges): Preferences {
  return Object.fromEntries(Object.entries({ ...before, ...changes }).filter(([, value]) => value !== null))
}

/** The choices without a change that was made of `before`; what was chosen anew after it stays. */
export function takenBack(now: Preferences, before: Preferences, changes: PreferenceChanges): Preferences {
  const names = Object.keys(changes) as (keyof Preferences)[]
  const untouched = names.filter((name) => now[name] === (changes[name] ?? undefined))
  return changed(now, Object.fromEntries(untouched.map((name) => [name, before[name] ?? null])))
}
