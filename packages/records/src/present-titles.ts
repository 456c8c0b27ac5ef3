/** Titles of the records that a page points to: one query a model, each under the viewer's rules. */
import type { ViewerAccess, VisibleModel } from '@haykal/access'
import type { Titles } from '@haykal/contract'
import { type Connection, selectTitles } from '@haykal/database'
import type { AnyRecord, Json, ModelField } from '@haykal/model'

/** The titles of everything that `records` point to through `fields`. A record that the viewer may not read has none. */
export async function presentTitles(
  { database, access }: { readonly database: Connection; readonly access: ViewerAccess },
  fields: readonly ModelField[],
  records: readonly AnyRecord[],
): Promise<Titles> {
  const wanted = [...keysByModel(fields, records)]
  const found = await Promise.all(
    wanted.flatMap(([name, keys]) => {
      const visible = access.model(name)
      // A model that this viewer may not see is not even named.
      return visible ? [titlesOf(database, visible, [...keys.values()]).then((titles) => [name, titles] as const)] : []
    }),
  )
  return Object.fromEntries(found)
}

/** The title of a record as text: its title field's, or its key's where that is empty or hidden. */
export function titleOf(visible: VisibleModel, record: AnyRecord): string {
  const field = visible.field(visible.model.title.name)
  const value = field && record[field.name]
  if (field === undefined || value === undefined || value === null) return ''
  return field.kind.toText(value, field.options)
}

function keysByModel(fields: readonly ModelField[], records: readonly AnyRecord[]): Map<string, Map<string, Json>> {
  const wanted = new Map<string, Map<string, Json>>()
  for (const field of fields) {
    if (field.references === undefined) continue
    const keys = wanted.get(field.references) ?? new Map<string, Json>()
    for (const record of records) {
      const key = record[field.name] ?? null
      if (key !== null) keys.set(String(key), key)
    }
    if (keys.size > 0) wanted.set(field.references, keys)
  }
  return wanted
}

async function titlesOf(
  database: Connection,
  visible: VisibleModel,
  keys: readonly Json[],
): Promise<{ [key: string]: string }> {
  const title = visible.field(visible.model.title.name)
  const [key] = visible.model.key
  if (!title || !key) return {}
  const records = await selectTitles(database, visible.model, { keys, condition: visible.scope('read'), title })
  return Object.fromEntries(records.map((record) => [String(record[key.name]), titleOf(visible, record)]))
}
