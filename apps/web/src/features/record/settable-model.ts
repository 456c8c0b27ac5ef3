/** A model as a form needs it: what the server says may not be set is read-only. */
import type { Model, ModelField } from '@haykal/model'

/** The model with every field read-only that is not among `names`; itself where they are absent. */
export function settableModel(model: Model, names: readonly string[] | undefined): Model {
  if (names === undefined) return model
  const fields = model.fields.map(
    (field): ModelField => (names.includes(field.name) ? field : { ...field, isReadOnly: true }),
  )
  const byName = new Map(fields.map((field) => [field.name, field]))
  return { ...model, fields, field: (name) => byName.get(name) }
}
