/** Gives a record the values that it had at a moment of its history: an edit like any other, based on what the person sees now. */
import type { RecordReply } from '@haykal/contract'
import { selectChange } from '@haykal/database'
import { type AnyRecord, isSettable, keyOfId, notFound, valueIn } from '@haykal/model'
import { allowActOn } from '../allow-act.ts'
import { inChangeSet } from '../changes/in-change-set.ts'
import type { Door } from '../door.ts'
import { presentWritten } from '../present-record.ts'
import { readAgain } from '../read-record.ts'
import { editOne } from '../save-record.ts'
import { seenChanges } from './seen-changes.ts'

/** Which version, which fields of it, and what it is put over. */
export interface RestoreRequest {
  /** The id of a change: the values after it are meant. */
  readonly change: string
  /** Absent: all that the person may set. */
  readonly fields?: readonly string[]
  /** What the person sees in the fields. */
  readonly base: AnyRecord
}

/** Restores it. Throws `not_found` for a version of which the viewer may not know, `conflict` as an edit does. */
export async function restoreVersion(door: Door, id: string, request: RestoreRequest): Promise<RecordReply> {
  const key = keyOfId(door.visible.model, id)
  if (!key) throw notFound()
  await allowActOn(door, { act: 'edit', key })
  return await inChangeSet(door, {
    async work(writing) {
      const image = await versionOf(door, id, { ...request, connection: writing.connection })
      const names = request.fields ?? settableNames(door, image, request.base)
      const values = Object.fromEntries(names.map((name) => [name, valueIn(image, name)]))
      return await presentWritten(
        door,
        await editOne(door, writing, { key, request: { values, base: request.base } }),
        writing,
      )
    },
    again: async (changeSet, connection) => await readAgain(door, { id, changeSet }, connection),
  })
}

async function versionOf(
  door: Door,
  id: string,
  { change, fields, connection }: RestoreRequest & { readonly connection: Parameters<typeof selectChange>[0] },
): Promise<AnyRecord> {
  const [changeSet = '', ordinal = ''] = change.split('.')
  const found = /^\d{1,9}$/.test(ordinal)
    ? await selectChange(connection, { changeSet, ordinal: Number(ordinal) })
    : undefined
  if (!found || found.model !== door.visible.model.name || found.record !== id) throw notFound()
  const [seen] = await seenChanges(door, [found], connection)
  const image = seen?.after
  if (!image || fields?.some((name) => door.visible.field(name) && !Object.hasOwn(image, name))) throw notFound()
  return image
}

/** The fields of a version that the person may set, of those that they told what they see in. */
function settableNames({ visible }: Door, image: AnyRecord, base: AnyRecord): string[] {
  return visible.fields
    .filter((field) => isSettable(field, 'edit') && visible.maySet(field.name, 'edit'))
    .filter(({ name }) => Object.hasOwn(image, name) && Object.hasOwn(base, name))
    .map(({ name }) => name)
}
