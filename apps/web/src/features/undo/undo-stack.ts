/** Remembers in this tab what its person did last, and what of it they took back, so that a key can go back and forth. */
import { isJsonObject } from '@haykal/model'

/** An act that can be taken back. */
export interface DoneAct {
  /** The id of its change-set. */
  readonly changeSet: string
  /** What was done, as people were told. */
  readonly text: string
}

interface Kept {
  readonly done: readonly DoneAct[]
  /** Taken back, each with the change-set that did so. */
  readonly undone: readonly DoneAct[]
}

const place = 'haykal.undo'
/** Whoever goes back further looks at the history. */
const most = 50
const nothing: Kept = { done: [], undone: [] }

let kept: Kept | undefined

/** Something was done: it is the next to be taken back, and what was taken back before stays so. */
export function rememberDone(act: DoneAct): void {
  keep({ done: [...read().done, act].slice(-most), undone: [] })
}

/** An act was taken back, by another that can be taken back itself. */
export function rememberUndone(changeSet: string, by: DoneAct): void {
  const { done, undone } = read()
  keep({ done: without(done, changeSet), undone: [...undone, by].slice(-most) })
}

/** What was taken back was done again, by another act. */
export function rememberRedone(changeSet: string, by: DoneAct): void {
  const { done, undone } = read()
  keep({ done: [...done, by].slice(-most), undone: without(undone, changeSet) })
}

/** The act is out of reach: undone elsewhere, or too old. */
export function forgetAct(changeSet: string): void {
  const { done, undone } = read()
  keep({ done: without(done, changeSet), undone: without(undone, changeSet) })
}

/** What would be taken back next; undefined: nothing. */
export function lastDone(): DoneAct | undefined {
  return read().done.at(-1)
}

/** What would be done again next; undefined: nothing. */
export function lastUndone(): DoneAct | undefined {
  return read().undone.at(-1)
}

/** Forgets everything: somebody else is at this device. */
export function forgetActs(): void {
  keep(nothing)
}

function without(acts: readonly DoneAct[], changeSet: string): readonly DoneAct[] {
  return acts.filter((act) => act.changeSet !== changeSet)
}

function read(): Kept {
  kept ??= parse()
  return kept
}

function keep(next: Kept): void {
  kept = next
  try {
    sessionStorage.setItem(place, JSON.stringify(next))
  } catch {
    // A browser that keeps nothing forgets it with the page.
  }
}

function parse(): Kept {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(place) ?? 'null')
    return isJsonObject(found) ? { done: actsIn(found.done), undone: actsIn(found.undone) } : nothing
  } catch {
    return nothing
  }
}

function actsIn(found: unknown): readonly DoneAct[] {
  if (!Array.isArray(found)) return []
  return found.flatMap((each: unknown) =>
    isJsonObject(each) && typeof each.changeSet === 'string' && typeof each.text === 'string'
      ? [{ changeSet: each.changeSet, text: each.text }]
      : [],
  )
}
