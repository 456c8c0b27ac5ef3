/** Keeps on this device what was typed into the forms of records, until it is saved or discarded. A browser that keeps nothing is no fault: the form goes on without. */
import { type AnyRecord, isJsonObject, type Json } from '@haykal/model'
import { draftPrefix } from './forget-drafts.ts'

/** Whose draft it is, and of what. */
export interface DraftPlace {
  /** The id of the person who typed it. */
  readonly person: string
  readonly model: string
  /** The id of the record; null: one that is still to be made. */
  readonly record: string | null
}

/** What is kept of a form. */
export interface DraftContent {
  /** When something was last typed, an ISO string. */
  readonly typedAt: string
  readonly values: AnyRecord
  /** What each value is based on. */
  readonly base: AnyRecord
  /** The names of fields that were changed too, whose values may not be kept, or are too long for it. */
  readonly notKept: readonly string[]
}

/** A draft on this device. */
export interface KeptDraft extends DraftContent {
  /** The name that it is kept under. */
  readonly name: string
}

/** How many are kept on a device, and for how long. */
const [mostKept, daysKept] = [50, 30]

let lastSlot = 0

/** A name to keep a draft under: each form has one of its own, so that two windows do not overwrite each other's. */
export function newDraftName({ person, model, record }: DraftPlace, now = Date.now()): string {
  lastSlot = Math.max(lastSlot + 1, now)
  return draftPrefix + JSON.stringify([person, model, record, lastSlot])
}

/** Keeps a draft under its name, in the place of what was kept there; the oldest go when there are too many. */
export function keepDraft(name: string, content: DraftContent): void {
  try {
    localStorage.setItem(name, JSON.stringify(content))
    const others = draftNames().filter((each) => each !== name)
    for (const old of oldestFirst(others).slice(0, -(mostKept - 1))) localStorage.removeItem(old)
  } catch {
    // Full or forbidden.
  }
}

/** Forgets one draft. */
export function dropDraft(name: string): void {
  try {
    localStorage.removeItem(name)
  } catch {
    // Nothing was kept.
  }
}

/** The drafts of one form, the one that was begun last first. What is too old, whoever it is of, goes. */
export function keptDrafts(place: DraftPlace, now = Date.now()): readonly KeptDraft[] {
  try {
    const names = oldestFirst(draftNames()).reverse()
    const isOld = (name: string) => begunAt(name) < now - daysKept * 86_400_000
    for (const name of names.filter(isOld)) localStorage.removeItem(name)
    const beginning = `${draftPrefix}${JSON.stringify([place.person, place.model, place.record]).slice(0, -1)},`
    return names.filter((name) => name.startsWith(beginning) && !isOld(name)).flatMap(readDraft)
  } catch {
    return []
  }
}

function readDraft(name: string): readonly KeptDraft[] {
  const kept: unknown = JSON.parse(localStorage.getItem(name) ?? 'null')
  if (!isJsonObject(kept) || !isJsonObject(kept.values) || !isJsonObject(kept.base)) return []
  const notKept = Array.isArray(kept.notKept) ? kept.notKept.map((each: Json) => String(each)) : []
  return [{ name, typedAt: String(kept.typedAt), values: kept.values, base: kept.base, notKept }]
}

function draftNames(): readonly string[] {
  return Object.keys(localStorage).filter((name) => name.startsWith(draftPrefix))
}

function oldestFirst(names: readonly string[]): string[] {
  return [...names].sort((one, other) => begunAt(one) - begunAt(other))
}

/** When the form was opened, in milliseconds: the last thing in a name; 0 for a name that is none of ours. */
function begunAt(name: string): number {
  return Number(/,(\d+)\]$/.exec(name)?.[1] ?? 0)
}
