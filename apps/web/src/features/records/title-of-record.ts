/** What a record is called. */
import type { Titles } from '@haykal/contract'
import {
  type AnyRecord,
  isBlank,
  type Json,
  type Model,
  type ModelField,
  tameDirection,
  titlesName,
} from '@haykal/model'

/** The parts of a reply that a title needs. */
export interface TitledReply {
  readonly data: AnyRecord
  readonly meta: { readonly id: string; readonly titles: Titles }
}

/** Its title field's value; for a relation the title that it points to, and where there is none to be seen its id. */
export function titleOfRecord(model: Model, { data, meta }: TitledReply): string {
  const value = data[model.title.name] ?? null
  const title = value === null ? '' : titleOfValue(model.title, value, meta.titles)
  return isBlank(title) ? meta.id : title
}

/** The title of what a value points to; the value itself where that is not known, and for what is no relation. */
export function titleOfValue(field: ModelField, value: Json, titles: Titles): string {
  const text = String(value)
  return tameDirection((field.references === undefined ? undefined : titles[titlesName(field)]?.[text]) ?? text)
}
