/** Finds the record that a text of a relation means: by its key, or else by its title, among what the viewer may read. */
import type { VisibleModel } from '@haykal/access'
import { type Connection, existsRecord, selectRecords } from '@haykal/database'
import {
  accept,
  both,
  type Condition,
  type Json,
  type ModelField,
  type Parsed,
  refuse,
  targetField,
} from '@haykal/model'
import type { Door } from '../door.ts'

/** What it takes to find them. */
export interface RelatedFinder {
  readonly door: Door
  /** What was found before, by field and text. */
  readonly found: Map<string, Json>
}

/** How many answers are kept: most files point to few records, again and again. */
const mostFound = 10_000

/** The value of the relation. Refuses with `no_such_record`, and `title_not_unique` where several records are called so. */
export async function findRelated(
  { door, found }: RelatedFinder,
  { field, text }: { readonly field: ModelField; readonly text: string },
  connection: Connection,
): Promise<Parsed<Json>> {
  const target = door.access.model(field.references ?? '')
  const pointed = target && targetField(field, target.model)
  if (!pointed) return refuse('no_such_record')
  const place = JSON.stringify([field.name, text])
  const known = found.get(place)
  if (known !== undefined) return accept(known)
  const parsed = await lookUp({ target, pointed, field }, text.trim(), connection)
  // The titles of what is being imported may change with every row.
  const isLasting = target.model !== door.visible.model
  if (parsed.ok && isLasting) {
    if (found.size >= mostFound) found.clear()
    found.set(place, parsed.value)
  }
  return parsed
}

interface Relation {
  readonly target: VisibleModel
  /** The field of the target whose value the relation holds. */
  readonly pointed: ModelField
  readonly field: ModelField
}

async function lookUp(
  { target, pointed, field }: Relation,
  text: string,
  connection: Connection,
): Promise<Parsed<Json>> {
  const scope = target.scope('read')
  const key = field.kind.fromText(text, field.options)
  if (key.ok) {
    const condition = both(scope, { type: 'test', field: pointed, operator: 'eq', value: key.value })
    if (await existsRecord(connection, target.model, { condition })) return key
  }
  const isTitled = titleTest(target, text)
  if (!isTitled) return refuse('no_such_record')
  const { records } = await selectRecords(connection, target.model, {
    condition: both(scope, isTitled),
    order: target.model.key.map((each) => ({ path: { hops: [], field: each }, descending: false })),
    fields: [...new Set([pointed, ...target.model.key])],
    limit: 2,
  })
  const [only, second] = records
  if (second) return refuse('title_not_unique')
  const value = only?.[pointed.name] ?? null
  return value === null ? refuse('no_such_record') : accept(value)
}

/** Whether a record has this title, as far as the viewer knows titles. */
function titleTest(target: VisibleModel, text: string): Condition | undefined {
  const title = target.field(target.model.title.name)
  if (!title || title.references !== undefined || title.derived !== undefined || !title.kind.filters.includes('eq'))
    return undefined
  const parsed = title.kind.fromText(text, title.options)
  return parsed.ok ? { type: 'test', field: title, operator: 'eq', value: parsed.value } : undefined
}
