/** Titles of the records that a page points to: one query a model, each under the viewer's rules. */
import type { ViewerAccess, VisibleModel } from '@haykal/access'
import type { Titles } from '@haykal/contract'
import { type Connection, selectTitles, selectWrittenTitles } from '@haykal/database'
import {
  type AnyRecord,
  type Json,
  type Mention,
  type ModelField,
  targetField,
  textItself,
  titlesName,
} from '@haykal/model'

/** Where titles are looked up, and for whom. */
interface TitlesPlace {
  readonly database: Connection
  readonly access: ViewerAccess
}

/** What is held in a relation, over all of some records. */
export type HeldIn = (relation: ModelField) => readonly Json[]

/** The titles of everything that `records` point to through `fields`. A record that the viewer may not read has none. */
export async function presentTitles(
  place: TitlesPlace,
  fields: readonly ModelField[],
  records: readonly AnyRecord[],
): Promise<Titles> {
  return await titlesOfHeld(place, fields, heldIn(records))
}

/** What records hold. */
export function heldIn(records: readonly AnyRecord[]): HeldIn {
  return ({ name }) => records.map((record) => record[name] ?? null)
}

/** The titles of everything that is held in `fields`. */
export async function titlesOfHeld(place: TitlesPlace, fields: readonly ModelField[], held: HeldIn): Promise<Titles> {
  return Object.fromEntries(await ofEach(place, wantedTitles(fields, held), titlesOf))
}

/** The same as JSON. */
export async function writeTitles(place: TitlesPlace, fields: readonly ModelField[], held: HeldIn): Promise<string> {
  const found = await ofEach(place, wantedTitles(fields, held), writtenTitlesOf)
  return `{${found.map(([name, titles]) => `${JSON.stringify(name)}:${titles}`).join(',')}}`
}

async function ofEach<Found>(
  { database, access }: TitlesPlace,
  wanted: ReadonlyMap<string, WantedTitles>,
  find: (database: Connection, visible: VisibleModel, wanted: WantedTitles) => Promise<Found>,
): Promise<readonly (readonly [name: string, found: Found])[]> {
  return await Promise.all(
    [...wanted].flatMap(([name, each]) => {
      const visible = access.model(each.relation.references ?? '')
      // A model that this viewer may not see is not even named.
      return visible ? [find(database, visible, each).then((found) => [name, found] as const)] : []
    }),
  )
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

/** What relations of one sort hold, those that point to the same field of the same model: some of it several times, or nothing. */
interface WantedTitles {
  readonly relation: ModelField
  readonly values: readonly Json[]
}

function wantedTitles(fields: readonly ModelField[], held: HeldIn): ReadonlyMap<string, WantedTitles> {
  const wanted = new Map<string, WantedTitles>()
  for (const relation of fields) {
    if (relation.references === undefined) continue
    const name = titlesName(relation)
    const values = [...(wanted.get(name)?.values ?? []), ...held(relation)]
    if (values.some((value) => value !== null)) wanted.set(name, { relation, values })
  }
  return wanted
}

/** Each value once. */
function distinct(values: readonly Json[]): readonly Json[] {
  return [...new Map(values.flatMap((value) => (value === null ? [] : [[String(value), value]]))).values()]
}

async function titlesOf(
  database: Connection,
  visible: VisibleModel,
  wanted: WantedTitles,
): Promise<{ readonly [value: string]: string }> {
  const request = titlesRequest(visible, wanted)
  if (!request) return {}
  const { field, title, values } = request
  const records = await selectTitles(database, visible.model, { ...request, values: distinct(values) })
  return Object.fromEntries(
    records.map((record) => [String(record[field.name]), textOf(title, record[title.name] ?? null)]),
  )
}

async function writtenTitlesOf(database: Connection, visible: VisibleModel, wanted: WantedTitles): Promise<string> {
  const request = titlesRequest(visible, wanted)
  const written =
    request?.title.kind.toText === textItself ? await selectWrittenTitles(database, visible.model, request) : undefined
  return written ?? JSON.stringify(await titlesOf(database, visible, wanted))
}

function titlesRequest(visible: VisibleModel, { relation, values }: WantedTitles) {
  const title = visible.field(visible.model.title.name)
  const field = targetField(relation, visible.model)
  return title && field && { field, title, values, condition: visible.scope('read') }
}
