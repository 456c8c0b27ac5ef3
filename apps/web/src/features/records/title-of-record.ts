/** What a record is called. */
import type { Titles } from '@haykal/contract'
import { type AnyRecord, type Model, titlesName } from '@haykal/model'

/** The parts of a reply that a title needs. */
export interface TitledReply {
  readonly data: AnyRecord
  readonly meta: { readonly id: string; readonly titles: Titles }
}

/** Its title field's value; for a relation the title that it points to, and where there is none its id. */
export function titleOfRecord(model: Model, { data, meta }: TitledReply): string {
  const value = data[model.title.name] ?? null
  if (value === null) return meta.id
  const title = model.title.references === undefined ? undefined : meta.titles[titlesName(model.title)]?.[String(value)]
  return title ?? String(value)
}
