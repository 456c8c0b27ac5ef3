/** What a new record begins with. */
import { inputOf } from '@haykal/fields/inputs'
import { type AnyRecord, defaultValue, isSettable, type Json, type Model } from '@haykal/model'

/** The values: those that are given, else the fields' defaults, else what their inputs hold untouched. */
export function beginningOf(model: Model, given: AnyRecord): AnyRecord {
  const now = new Date()
  // People write moments by the minute.
  now.setSeconds(0, 0)
  const values: { [field: string]: Json } = {}
  for (const field of model.fields.filter((each) => isSettable(each, 'create'))) {
    values[field.name] = given[field.name] ?? defaultValue(field, now) ?? inputOf(field).untouched?.(field) ?? null
  }
  return values
}
