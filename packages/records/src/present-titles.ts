/** Titles of the records that a page points to: one query a model, each under the viewer's rules. */
import type { ViewerAccess, VisibleModel } from '@haykal/access'
import type { Titles } from '@haykal/contract'
import { type Connection, type PointedTo, selectTitles, type WrittenRecords } from '@haykal/database'
import { type AnyRecord, type Json, type Mention, type ModelField, targetField, titlesName } from '@haykal/model'

/** Where titles are looked up, and for whom. */
interface TitlesPlace {
  readonly database: Connection
  readonly access: ViewerAccess
}

/** What is held in a relation, over all of some records: some of it several times, or nothing. */
export type HeldIn = (relation: ModelField) => readonly Json[]

/** The titles of everything that `records` point to through `fields`. A record that the viewer may not read has none. */
export async function presentTitles(
  { database, access }: TitlesPlace,
  fields: readonly ModelField[],
  records: readonly AnyRecord[],
): Promise<Titles> {
  return await titlesOf(database, pointedTo(access, fields), heldIn(records))
}

/** What records hold. */
export function heldIn(records: readonly AnyRecord[]): HeldIn {
  return ({ name }) => records.map((record) => record[name] ?? null)
}

/** What records point to through `fields`, as far as the viewer may know of it: a model that they may not see is not even named. */
export function pointedTo(access: ViewerAccess, fields: readonly ModelField[]): readonly PointedTo[] {
  const byName = new Map<string, PointedTo>()
  for (const relation of fields) {
    const visible = relation.references === undefined ? undefined : access.model(relation.references)
    const field = visible && targetField(relation, visible.model)
    const title = visible?.field(visible.model.title.name)
    if (!visible || !field || !title) continue
    const name = titlesName(relation)
    const relations = [...(byName.get(name)?.relations ?? []), relation]
    byName.set(name, { name, relations, to: visible.model, field, title, condition: visible.scope('read') })
  }
  return [...byName.values()]
}

/** The titles of what is pointed to by everything that is held. Of what nobody points to, there are none. */
export async function titlesOf(database: Connection, pointed: readonly PointedTo[], held: HeldIn): Promise<Titles> {
  const found = await Promise.all(
    pointed.map(async (each) => [each.name, await titlesOfOne(database, each, held)] as const),
  )
  return Object.fromEntries(found.filter(([, titles]) => Object.keys(titles).length > 0))
}

/** The same as JSON, for records that are JSON. */
export async function writeTitles(
  database: Connection,
  pointed: readonly PointedTo[],
  written: WrittenRecords,
): Promise<string> {
  const held: HeldIn = (relation) => written.held(relation) ?? []
  const found = await Promise.all(
    pointed.map(async (each) => {
      const titles = written.titles(each.name) ?? JSON.stringify(await titlesOfOne(database, each, held))
      return titles === '{}' ? [] : [`${JSON.stringify(each.name)}:${titles}`]
    }),
  )
  return `{${found.flat().join(',')}}`
}

/** Finds out what records are called that rules mention by their keys. A record that the viewer may not read has no title. */
export async function titlesOfMentions(
  place: TitlesPlace,
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

/** Each value once. */
function distinct(values: readonly Json[]): readonly Json[] {
  return [...new Map(values.flatMap((value) => (value === null ? [] : [[String(value), value]]))).values()]
}

async function titlesOfOne(
  database: Connection,
  { relations, to, field, title, condition }: PointedTo,
  held: HeldIn,
): Promise<{ readonly [value: string]: string }> {
  const values = distinct(relations.flatMap(held))
  const records = await selectTitles(database, to, { field, title, condition, values })
  return Object.fromEntries(
    records.map((record) => [String(record[field.name]), textOf(title, record[title.name] ?? null)]),
  )
}
