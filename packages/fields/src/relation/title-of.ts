/** Finds what people call the record that a relation points to. */
import type { Json, ModelField } from '@haykal/model'
import type { RecordTitles } from '../field-view.ts'

/** The title of a record by its key; undefined where it is not known, or not to be known by this person. */
export function titleOf(titles: RecordTitles, field: ModelField, key: Json): string | undefined {
  const ofModel = titles[field.references ?? '']
  const text = String(key)
  return ofModel && Object.hasOwn(ofModel, text) && ofModel[text] !== '' ? ofModel[text] : undefined
}
