/** Which fields can be changed in many records at once, and whether values may stand in them. */
import { type AnyRecord, isSettable, type Model, type ModelField, type Problem, parseDraft } from '@haykal/model'

/** The fields. One whose values must differ would be refused for the second record; bytes are chosen record by record. */
export function manyFields(model: Model): readonly ModelField[] {
  return model.fields.filter(
    (field) => isSettable(field, 'edit') && !field.isHidden && !field.isUnique && field.column.kind !== 'bytes',
  )
}

/** What is wrong with the values, emptiness included: here an empty field is meant to become empty. */
export function checkManyValues(model: Model, values: AnyRecord): readonly Problem[] {
  const result = parseDraft(model, values, { purpose: 'edit', now: new Date() })
  return result.ok ? [] : result.problems
}
