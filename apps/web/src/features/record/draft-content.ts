/** What of a draft may be kept on a device, and what of a kept one can be put back into the form as it is now. */
import { type AnyRecord, isSameJson, type Json, type Model, type ModelField } from '@haykal/model'
import type { DraftContent, KeptDraft } from './kept-drafts.ts'
import { type RecordDraft, settableFields } from './record-draft.ts'

/** Characters of a value; what is longer (a file) would fill the browser's storage. */
const longest = 200_000

/** What is kept of a draft; undefined where nothing is. `given` are values that a new record was begun with. Sensitive values never are. */
export function contentOf(draft: RecordDraft, given: AnyRecord, now: Date): DraftContent | undefined {
  const all = Object.entries({ ...given, ...draft.values })
  const kept = all.filter(([name, value]) => mayKeep(draft.model.field(name), value))
  if (!kept.some(([name]) => Object.hasOwn(draft.values, name))) return undefined
  const names = kept.map(([name]) => name)
  return {
    typedAt: now.toISOString(),
    values: Object.fromEntries(kept),
    base: Object.fromEntries(names.map((name) => [name, draft.stored[name] ?? null])),
    notKept: all.map(([name]) => name).filter((name) => !names.includes(name)),
  }
}

function mayKeep(field: ModelField | undefined, value: Json): boolean {
  return field !== undefined && field.options.sensitive !== true && JSON.stringify(value).length <= longest
}

/** A kept draft, as far as the form has a place for it. */
export interface Continued {
  /** The name that it is kept under. */
  readonly name: string
  readonly typedAt: string
  readonly draft: RecordDraft
  /** The fields whose values were not kept. */
  readonly notKept: readonly ModelField[]
  /** The names of the fields that the form no longer has, or that hold other values now. */
  readonly gone: readonly string[]
}

/** Puts a kept draft into a form that was just begun; undefined when nothing of it is left to save. The base stays what it was, so that what others did since is noticed. */
export function continueDraft(begun: RecordDraft, kept: KeptDraft): Continued | undefined {
  const { model, stored } = begun
  const settable = new Set(settableFields(begun).map((field) => field.name))
  const isPlaced = ([name, value]: readonly [string, Json]) => settable.has(name) && isValueOf(model, name, value)
  const all = Object.entries(kept.values)
  const placed = all.filter(isPlaced)
  if (placed.every(([name, value]) => isSameJson(value, stored[name] ?? null))) return undefined
  const base = Object.fromEntries(placed.map(([name]) => [name, kept.base[name] ?? null]))
  const isNew = begun.purpose === 'create'
  const draft = {
    ...begun,
    stored: isNew ? stored : { ...stored, ...base },
    values: Object.fromEntries(
      isNew ? placed.filter(([name, value]) => !isSameJson(value, stored[name] ?? null)) : placed,
    ),
  }
  return {
    name: kept.name,
    typedAt: kept.typedAt,
    draft,
    notKept: model.fields.filter(({ name }) => kept.notKept.includes(name) && settable.has(name)),
    gone: all.filter((each) => !isPlaced(each)).map(([name]) => name),
  }
}

/** Whether a field can hold a value at all; limits are told when it is saved. */
function isValueOf(model: Model, name: string, value: Json): boolean {
  const field = model.field(name)
  return field !== undefined && (value === null || field.kind.parse(value, field.options).ok)
}
