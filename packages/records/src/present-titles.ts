/** Titles of the records that a page points to: one query a model, each under the viewer's rules. */
import type { ViewerAccess, VisibleModel } from '@haykal/access'
import type { Titles } from '@haykal/contract'
import { type Connection, selectTitles } from '@haykal/database'
import { type AnyRecord, type Json, type Mention, type ModelField, targetField, titlesName } from '@haykal/model'

/** The titles of everything that `records` point to through `fields`. A record that the viewer may not read has none. */
export async function presentTitles(
  { database, access }: { readonly database: Connection; readonly access: ViewerAccess },
  fields: readonly ModelField[],
  records: readonly AnyRecord[],
): Promise<Titles> {
  const wanted = [...wantedTitles(fields, records)]
  const found = await Promise.all(
    wanted.flatMap(([name, { relation, values }]) => {
      const visible = access.model(relation.references ?? '')
      // A model that this viewer may not see is not even named.
      return visible
        ? [
            titlesOf(database, visible, { relation, values: [...values.values()] }).then(
              (titles) => [name, titles] as const,
            ),
          ]
        : []
    }),
  )
  return Object.fromEntries(found)
}

/** Finds out what records are called that rules mention by their keys. A record that the viewer may not read has no title. */
export async function titlesOfMentions(
  place: { readonly database: Connection; readonly access: ViewerAccess },
  mentions: readonly Mention[],
): Promise<(field: ModelField, value: Json) => string | undefined> {
  const relations = mentions.map(({ relation }) => relation)
  const held = mentions.map(({ relation, value }) => ({ [relation.name]: value }))
  const titles = await presentTitles(place, relations, held)
  return (field, value) => titles[titlesName(field)]?.[String(value)]
}

/** The title of a record as text: its title field's, or its key's where that is empty or hidden. */
export function titleOf(visible: Pick<VisibleModel, 'model' | 'field'>, record: AnyRecord): string {
  const field = visible.field(visible.model.title.name)
  return field ? textOf(field, record[field.name] ?? null) : ''
}

function textOf({ kind, options }: ModelField, value: Json): string {
  return value === null ? '' : kind.toText(value, options)
}

/** What relations of one sort hold: those that point to the same field of the same model. */
interface WantedTitles {
  readonly relation: ModelField
  /** By their text. */
  readonly values: Map<string, Json>
}

function wantedTitles(fields: readonly ModelField[], records: readonly AnyRecord[]): Map<string, WantedTitles> {
  const wanted = new Map<string, WantedTitles>()
  for (const relation of fields) {
    if (relation.references === undefined) continue
    const name = titlesName(relation)
    const { values } = wanted.get(name) ?? { values: new Map<string, Json>() }
    for (const record of records) {
      const value = record[relation.name] ?? null
      if (value !== null) values.set(String(value), value)
    }
    if (values.size > 0) wanted.set(name, { relation, values })
  }
  return wanted
}

async function titlesOf(
  database: Connection,
  visible: VisibleModel,
  { relation, values }: { readonly relation: ModelField; readonly values: readonly Json[] },
): Promise<{ [value: string]: string }> {
  const title = visible.field(visible.model.title.name)
  const field = targetField(relation, visible.model)
  if (!title || !field) return {}
  const condition = visible.scope('read')
  const records = await selectTitles(database, visible.model, { field, values, condition, title })
  return Object.fromEntries(
    records.map((record) => [String(record[field.name]), textOf(title, record[title.name] ?? null)]),
  )
}
