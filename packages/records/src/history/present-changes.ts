/** Turns changes that somebody may know of into what travels: who, when, what differs, and what the records are called. */
import type { Actor, ChangeMeans, ChangeSetHead, FieldChange, RecordChange, Titles } from '@haykal/contract'
import { changeMeans } from '@haykal/contract'
import { type Connection, type StoredChange, selectSetChanges, selectUndoings } from '@haykal/database'
import { type AnyRecord, type Label, type ModelField, valueIn } from '@haykal/model'
import type { Entrance } from '../door.ts'
import { presentTitles, titleOf } from '../present-titles.ts'
import { type SeenChange, seenChanges } from './seen-changes.ts'

/** What is known of the change-sets of some changes. */
export interface HeadSource {
  headOf(change: StoredChange): ChangeSetHead
}

/** Finds out who did what is told of, and what was taken back. */
export async function headsOf(
  entrance: Entrance,
  changes: readonly StoredChange[],
  connection: Connection,
): Promise<HeadSource> {
  const { core } = entrance
  const people = [...new Set(changes.flatMap(({ by }) => by ?? []))]
  const names = (people.length > 0 && (await core.namesOf?.(people))) || new Map<string, string>()
  const found = await selectUndoings(connection, [...new Set(changes.map(({ changeSet }) => changeSet))])
  const undoings = new Map<string, string>()
  // It may have been taken back only where they do not see it.
  for (const [undone, by] of found) if (await isKnown(entrance, by, connection)) undoings.set(undone, by)
  const actorOf = (id: string): Actor => ({ id, name: names.get(id) ?? null })
  return {
    headOf({ changeSet, at, by, means, undoes, action }) {
      const undoneBy = undoings.get(changeSet)
      return {
        id: changeSet,
        at,
        by: by === null ? null : actorOf(by),
        means: meansOf(means),
        ...(action === null ? {} : { action: JSON.parse(action) as Label }),
        ...(undoes === null ? {} : { undoes }),
        ...(undoneBy === undefined ? {} : { undoneBy }),
      }
    },
  }
}

/** Changes of a change-set that are looked at for whether the viewer may know of it. */
const mostLookedAt = 200

/** Whether the viewer may know of anything in a change-set. */
export async function isKnown(entrance: Entrance, changeSet: string, connection: Connection): Promise<boolean> {
  const request = { changeSet, from: 0, direction: 'up', limit: mostLookedAt } as const
  return (await seenChanges(entrance, await selectSetChanges(connection, request), connection)).length > 0
}

/** What an earlier version, or a row whose first one was forgotten, does not say, came over the API. */
function meansOf(means: string | null): ChangeMeans {
  return changeMeans.find((each) => each === means) ?? 'api'
}

/** What is told of one change. */
export function presentChange(seen: SeenChange, { headOf }: HeadSource): RecordChange {
  const { change, stored, before, after, fields } = seen
  return {
    id: changeId(change),
    set: headOf(change),
    model: change.model,
    record: change.record,
    title: changedTitle(seen),
    act: change.act,
    isThere: stored !== undefined,
    fields: Object.fromEntries(fields.map((field) => [field.name, fieldChange(field, { before, after }, seen)])),
  }
}

/** How a change is named: by its change-set and its place in it. */
export function changeId({ changeSet, ordinal }: Pick<StoredChange, 'changeSet' | 'ordinal'>): string {
  return `${changeSet}.${ordinal}`
}

/** What the record is called now or, where it is gone, was called. */
export function changedTitle({ door: { visible }, stored, after, before }: SeenChange): string {
  if (visible.model.title.options.sensitive === true) return ''
  return titleOf(visible, stored?.image ?? after ?? before ?? {})
}

interface Sides {
  readonly before: AnyRecord | null
  readonly after: AnyRecord | null
}

function fieldChange(
  { name, options, column }: ModelField,
  { before, after }: Sides,
  { change: { act } }: SeenChange,
): FieldChange {
  const isToldWhole = act !== 'edit' || (before !== null && after !== null)
  // Bytes are no text: that they were changed is all that can be told.
  if (options.sensitive === true || column.kind === 'bytes' || !isToldWhole)
    return { before: null, after: null, sealed: true }
  return { before: valueIn(before, name), after: valueIn(after, name) }
}

/** The titles of all that the changes point to, before and after. */
export async function titlesOfChanges(
  { access }: Entrance,
  changes: readonly SeenChange[],
  connection: Connection,
): Promise<Titles> {
  const titles: { [name: string]: { readonly [key: string]: string } } = {}
  for (const { fields, before, after } of changes) {
    const told = fields.filter(({ options, references }) => references !== undefined && options.sensitive !== true)
    const images = [before, after].filter((image) => image !== null)
    if (told.length === 0 || images.length === 0) continue
    const found = await presentTitles({ database: connection, access }, told, images)
    for (const [name, each] of Object.entries(found)) titles[name] = { ...titles[name], ...each }
  }
  return titles
}
