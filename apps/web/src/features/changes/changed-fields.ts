/** The fields that a change is told by, in the order of the model. */
import type { FieldChange, RecordChange } from '@haykal/contract'
import type { Model, ModelField } from '@haykal/model'

/** A field with what it had before and after. */
export interface ChangedField {
  readonly field: ModelField
  readonly values: FieldChange
}

/** Of an edited record all that differ; of a created or removed one those that had a value. A field that the model lost since is left out. */
export function changedFields(
  model: Model,
  { act, fields }: Pick<RecordChange, 'act' | 'fields'>,
): readonly ChangedField[] {
  return model.fields.flatMap((field) => {
    const values = Object.hasOwn(fields, field.name) ? fields[field.name] : undefined
    if (!values) return []
    const isTold = act === 'edit' || values.sealed || (act === 'create' ? values.after : values.before) !== null
    return isTold ? [{ field, values }] : []
  })
}
