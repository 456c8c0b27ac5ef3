/** Decides which changes somebody may know of, and what of them: the record must be theirs to read, now and as it was then, and a field theirs to see. */
import type { VisibleModel } from '@haykal/access'
import { type Connection, type StoredChange, selectHolding } from '@haykal/database'
import { type AnyRecord, isDerived, isEverything, isSameJson, keyOfId, type ModelField, valueIn } from '@haykal/model'
import { type ReadImages, readImages } from '../changes/images.ts'
import { readStored, type Stored } from '../changes/write-change.ts'
import type { Door, Entrance } from '../door.ts'
import { holdsInMemory } from '../holds-in-memory.ts'
import { isReadable } from '../save-record.ts'

/** A change that somebody may know of. */
export interface SeenChange {
  readonly change: StoredChange
  readonly door: Door
  /** Every stored field, as it was and as it became; null where there was no record, or none that they may know of. */
  readonly before: AnyRecord | null
  readonly after: AnyRecord | null
  /** The same, whoever may know of it: for what comes back whole. */
  readonly whole: Pick<ReadImages, 'before' | 'after' | 'held'>
  /** The fields that differ, and that they may see: of a creation and a removal those that had a value. */
  readonly fields: readonly ModelField[]
  /** The record as it is now; undefined: it is gone. */
  readonly stored: Stored | undefined
  /** The sensitive values could not be opened. */
  readonly isClosed: boolean
}

/** Those of some changes that the viewer may know of, in the same order. */
export async function seenChanges(
  entrance: Entrance,
  changes: readonly StoredChange[],
  connection: Connection,
): Promise<readonly SeenChange[]> {
  const now = new Map<string, Promise<RecordNow>>()
  const nowOf = (door: Door, change: StoredChange) => {
    const name = JSON.stringify([change.model, change.record])
    const known = now.get(name) ?? readNow(door, change.record, connection)
    now.set(name, known)
    return known
  }
  const seen: SeenChange[] = []
  for (const change of changes) {
    const visible = entrance.access.model(change.model)
    if (!visible) continue
    const door = { ...entrance, visible }
    const record = await nowOf(door, change)
    const found = record === 'hidden' ? undefined : await seeChange(door, { change, stored: record }, connection)
    if (found) seen.push(found)
  }
  return seen
}

/** The same, each in the place of its change; undefined for those of which the viewer may not know. */
export async function seenOf(
  entrance: Entrance,
  changes: readonly StoredChange[],
  connection: Connection,
): Promise<readonly (SeenChange | undefined)[]> {
  const seen = new Map((await seenChanges(entrance, changes, connection)).map((each) => [each.change, each]))
  return changes.map((change) => seen.get(change))
}

/** A record as it is now, undefined where it is gone, `hidden` where the viewer may not read it. */
type RecordNow = Stored | undefined | 'hidden'

async function readNow(door: Door, id: string, connection: Connection): Promise<RecordNow> {
  const key = keyOfId(door.visible.model, id)
  const stored = key && (await readStored(door, key, connection))
  return stored && !(await isReadable(door, stored, { connection })) ? 'hidden' : stored
}

async function seeChange(
  door: Door,
  { change, stored }: { readonly change: StoredChange; readonly stored: Stored | undefined },
  connection: Connection,
): Promise<SeenChange | undefined> {
  const images = readImages(change, door.core.secret)
  const whole = change.act === 'edit' ? { ...images.after, ...images.before } : images.before
  const [before, after] = await readableOf(door, [whole, images.after], connection)
  // Of what was removed and then emptied from the trash, nothing is left to ask a rule of.
  const isForgotten = change.act === 'remove' && images.before === null
  if (!before && !after && !(isForgotten && isEverything(door.visible.scope('read')))) return undefined
  const fields = fieldsOf(door.visible, change, { before: whole, after: images.after })
  if (change.act === 'edit' && fields.length === 0) return undefined
  return {
    change,
    door,
    before,
    after,
    whole: { before: whole, after: images.after, held: images.held },
    fields,
    stored,
    isClosed: images.isClosed,
  }
}

/** The images that the viewer may read, null in the place of the others. */
async function readableOf(
  { core, visible }: Door,
  images: readonly (AnyRecord | null)[],
  connection: Connection,
): Promise<readonly [AnyRecord | null, AnyRecord | null]> {
  const condition = visible.scope('read')
  const holds = async (image: AnyRecord | null): Promise<AnyRecord | null> => {
    if (image === null || isEverything(condition)) return image
    const known = holdsInMemory(core, condition, image)
    const isHeld = known ?? (await selectHolding(connection, visible.model, { images: [image], condition })).size > 0
    return isHeld ? image : null
  }
  const [before = null, after = null] = images
  return [await holds(before), await holds(after)]
}

function fieldsOf(
  visible: VisibleModel,
  { act, fields }: StoredChange,
  { before, after }: { readonly before: AnyRecord | null; readonly after: AnyRecord | null },
): readonly ModelField[] {
  const stored = visible.fields.filter((field) => !isDerived(field))
  if (act !== 'edit') {
    const image = after ?? before ?? {}
    return stored.filter(({ name }) => valueIn(image, name) !== null)
  }
  // What was kept before fields were named is compared.
  const named: readonly string[] | undefined = fields === null ? undefined : (JSON.parse(fields) as string[])
  return stored.filter(({ name }) =>
    named === undefined ? !isSameJson(valueIn(before, name), valueIn(after, name)) : named.includes(name),
  )
}
