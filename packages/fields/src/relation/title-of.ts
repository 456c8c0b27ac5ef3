/** Finds what people call the record that a relation points to. */
import { type Json, type ModelField, titlesName } from '@haykal/model'
import type { RecordTitles } from '../field-view.ts'

/** The title of a record by what the relation holds of it; undefined where it is not known, or not to be known by this person. */
export function titleOf(titles: RecordTitles, field: ModelField, value: Json): string | undefined {
  const ofModel = titles[titlesName(field)]
  const text = String(value)
  return ofModel && Object.hasOwn(ofModel, text) && ofModel[text] !== '' ? ofModel[text] : undefined
}
