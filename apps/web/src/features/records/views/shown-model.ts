/** A model with the columns that a list shows in place of its own: whatever draws or asks for its records goes by them. */
import type { ViewColumn } from '@haykal/contract'
import type { Model } from '@haykal/model'

const made = new WeakMap<Model, Map<string, Model>>()
const keys = new WeakMap<Model, string>()

/** The model with these columns; the same object each time. Fields that are not there are left out; where none is left, the model's own columns stay. */
export function modelShowing(model: Model, columns: readonly ViewColumn[] | undefined): Model {
  const fields = inPlace(columns ?? []).flatMap(({ field }) => model.field(field) ?? [])
  if (fields.length === 0) return model
  const text = JSON.stringify(fields.map(({ name }) => name))
  const known = made.get(model) ?? new Map<string, Model>()
  made.set(model, known)
  const found = known.get(text)
  if (found) return found
  const shown: Model = { ...model, columns: fields }
  known.set(text, shown)
  keys.set(shown, JSON.stringify(fields.map(({ name }) => name).toSorted()))
  return shown
}

/** What sets the records of a list apart from those with the model's own columns: which columns there are, in whichever order. Undefined: its own. */
export function columnsKeyOf(model: Model): string | undefined {
  return keys.get(model)
}

/** Columns in the order in which they stand: pinned ones at their edges. */
export function inPlace(columns: readonly ViewColumn[]): readonly ViewColumn[] {
  const at = (edge: ViewColumn['pin']) => columns.filter(({ pin }) => pin === edge)
  return [...at('start'), ...at(undefined), ...at('end')]
}
