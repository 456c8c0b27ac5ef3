/** Turns a record into an answer: only what the viewer may see, and what they may do with it. */
import type { RecordReply } from '@haykal/contract'
import { type Connection, isKeyShared, selectRecord } from '@haykal/database'
import { type AnyRecord, everything, isDerived, notFound, recordId, valueIn } from '@haykal/model'
import { isAllowed } from './allow-act.ts'
import type { Writing } from './changes/in-change-set.ts'
import { mayBeShared, type Stored } from './changes/write-change.ts'
import type { Door } from './door.ts'
import { etagOf } from './etag.ts'
import { presentTitles } from './present-titles.ts'
import { settableFields } from './settable-fields.ts'

/** A record that is to be presented. */
export interface Presented {
  /** As read by the visible fields of its door. */
  readonly record: AnyRecord
  /** Every stored field, where it is at hand; absent: rules ask the database. */
  readonly image?: AnyRecord
}

/** Presents one record. */
export async function presentRecord(
  door: Door,
  { record, image }: Presented,
  connection: Connection,
): Promise<RecordReply> {
  const { access, visible } = door
  const key = visible.model.key.map((field) => valueIn(record, field.name))
  const isShared = mayBeShared(visible.model, key) && (await isKeyShared(connection, visible.model, key))
  const may = async (act: 'edit' | 'remove') =>
    !isShared && (await isAllowed(door, { act, key, ...(image ? { image } : {}) }, connection))
  const edit = await may('edit')
  const fields = edit ? settableFields(visible, 'edit') : undefined
  return {
    data: record,
    meta: {
      id: recordId(visible.model, record),
      titles: await presentTitles({ database: connection, access }, visible.fields, [record]),
      can: {
        edit,
        remove: await may('remove'),
        ...(fields === undefined ? {} : { fields }),
      },
      ...(isShared ? { closed: 'same-key' as const } : {}),
      etag: etagOf(record),
    },
  }
}

/** Presents a record that was just written, with the change-set of the write. Throws `not_found` for one that a hook has removed. */
export async function presentWritten(door: Door, stored: Stored, { connection, set }: Writing): Promise<RecordReply> {
  const record = await presentable(door, stored, connection)
  if (!record) throw notFound()
  const reply = await presentRecord(door, { record, image: stored.image }, connection)
  return set.size === 0 ? reply : withChangeSet(reply, set.id)
}

/** The answer to a write, with the change-set that it became. */
export function withChangeSet(reply: RecordReply, changeSet: string): RecordReply {
  return { ...reply, meta: { ...reply.meta, changeSet } }
}

/** A stored record by the visible fields of its door; read anew where some of them are not stored in it. */
export async function presentable(
  { visible }: Door,
  { key, image }: Stored,
  connection: Connection,
): Promise<AnyRecord | undefined> {
  if (!visible.fields.some(isDerived))
    return Object.fromEntries(visible.fields.map(({ name }) => [name, valueIn(image, name)]))
  return await selectRecord(connection, visible.model, { key, condition: everything, fields: visible.fields })
}
