/** What is being edited, as plain data: the touched fields, what each is based on, and what is wrong with it. */
import {
  type AnyRecord,
  type Fault,
  isSameJson,
  isSettable,
  type Json,
  type Model,
  type ModelField,
  type Problem,
  parseDraft,
  pointerTo,
} from '@haykal/model'

/** A draft of a record. */
export interface RecordDraft {
  readonly model: Model
  readonly purpose: 'create' | 'edit'
  /** What the fields hold without the draft: the record as it was seen, or the values that a new one begins with. */
  readonly stored: AnyRecord
  /** The fields that differ from it. */
  readonly values: AnyRecord
  /** Fields in which half-typed text stands for no value. */
  readonly unreadable: { readonly [field: string]: Fault }
  /** The unreadable fields that the person has left, or tried to save: only then they are told. */
  readonly left: readonly string[]
  /** What was found wrong when it was last to be saved, here or by the server. */
  readonly problems: readonly Problem[]
}

/** Values to write, and what each was based on. */
export interface Edit {
  readonly values: AnyRecord
  readonly base: AnyRecord
}

/** A draft in which nothing is touched yet. */
export function beginDraft(model: Model, purpose: RecordDraft['purpose'], stored: AnyRecord): RecordDraft {
  return { model, purpose, stored, values: {}, unreadable: {}, left: [], problems: [] }
}

/** What is in a field now: as given, else as stored. */
export function valueIn({ values, stored }: RecordDraft, { name }: ModelField): Json {
  return (Object.hasOwn(values, name) ? values[name] : stored[name]) ?? null
}

/** A draft with another value in a field. A value that is again what is stored is no change any more. */
export function changeValue(draft: RecordDraft, field: ModelField, value: Json): RecordDraft {
  const { [field.name]: _, ...others } = draft.values
  return {
    ...draft,
    values: isSameJson(value, draft.stored[field.name] ?? null) ? others : { ...others, [field.name]: value },
    unreadable: without(draft.unreadable, [field.name]),
    left: draft.left.filter((name) => name !== field.name),
    problems: draft.problems.filter((problem) => problem.pointer !== pointerOf(field)),
  }
}

/** A draft in whose field stands half-typed text. */
export function markUnreadable(draft: RecordDraft, field: ModelField, fault: Fault): RecordDraft {
  return { ...draft, unreadable: { ...draft.unreadable, [field.name]: fault } }
}

/** A draft whose field the person has left. */
export function leaveField(draft: RecordDraft, { name }: ModelField): RecordDraft {
  if (!Object.hasOwn(draft.unreadable, name) || draft.left.includes(name)) return draft
  return { ...draft, left: [...draft.left, name] }
}

/** What there is to tell about a field. */
export function problemsIn(draft: RecordDraft, field: ModelField): readonly Fault[] {
  const fault = draft.left.includes(field.name) ? draft.unreadable[field.name] : undefined
  return fault ? [fault] : draft.problems.filter((problem) => problem.pointer === pointerOf(field))
}

/** What there is to tell about no field that can be filled in. */
export function problemsBeside(draft: RecordDraft): readonly Problem[] {
  const pointers = new Set(settableFields(draft).map(pointerOf))
  return draft.problems.filter((problem) => !pointers.has(problem.pointer))
}

/** The names of the fields that differ from what is stored, half-typed ones included. */
export function changedNames({ values, unreadable }: RecordDraft): readonly string[] {
  return [...new Set([...Object.keys(values), ...Object.keys(unreadable)])]
}

/** The fields that people can fill in. */
export function settableFields({ model, purpose }: RecordDraft): readonly ModelField[] {
  return model.fields.filter((field) => isSettable(field, purpose))
}

/** Checks the whole draft with the server's own function: what is to be written, or a draft that tells everything wrong at once. */
export function checkDraft(draft: RecordDraft, now: Date): { readonly draft: RecordDraft; readonly edit?: Edit } {
  const values = draft.purpose === 'create' ? { ...beginning(draft), ...draft.values } : draft.values
  const result = parseDraft(draft.model, values, { purpose: draft.purpose, now })
  const unreadable = Object.keys(draft.unreadable)
  const pointers = new Set(unreadable.map((name) => pointerTo('values', name)))
  const problems = result.ok ? [] : result.problems.filter((problem) => !pointers.has(problem.pointer))
  const told = { ...draft, problems, left: unreadable }
  return result.ok && unreadable.length === 0 ? { draft: told, edit: editOf(draft, values) } : { draft: told }
}

/** A draft over newer values, which the person has seen; `chosen` says which value each of them shall have. */
export function moveBase(draft: RecordDraft, theirs: AnyRecord, chosen: AnyRecord): RecordDraft {
  const moved = { ...draft, stored: { ...draft.stored, ...theirs }, problems: [] }
  const values = Object.entries({ ...draft.values, ...chosen }).filter(
    ([name, value]) => !isSameJson(value, moved.stored[name] ?? null),
  )
  return { ...moved, values: Object.fromEntries(values) }
}

function editOf({ stored }: RecordDraft, values: AnyRecord): Edit {
  return { values, base: Object.fromEntries(Object.keys(values).map((name) => [name, stored[name] ?? null])) }
}

/** What a new record begins with, as far as it is something. */
function beginning(draft: RecordDraft): AnyRecord {
  const given = settableFields(draft).filter((field) => (draft.stored[field.name] ?? null) !== null)
  return Object.fromEntries(given.map((field) => [field.name, draft.stored[field.name] ?? null]))
}

function pointerOf(field: ModelField): string {
  return pointerTo('values', field.name)
}

function without<Value>(
  object: { readonly [name: string]: Value },
  names: readonly string[],
): { readonly [name: string]: Value } {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)))
}
