/** Reads one record under the rules. */
import type { RecordReply } from '@haykal/contract'
import { type Connection, selectBytes, selectRecord } from '@haykal/database'
import { keyOfId, notFound } from '@haykal/model'
import type { Door } from './door.ts'
import { presentRecord, withChangeSet } from './present-record.ts'

/** The record of an id. Throws `not_found` for one that is not there and for one that the viewer may not read, alike. */
export async function readRecord(
  door: Door,
  id: string,
  connection: Connection = door.core.database,
): Promise<RecordReply> {
  const { visible } = door
  const key = keyOfId(visible.model, id)
  const record =
    key &&
    (await selectRecord(connection, visible.model, {
      key,
      condition: visible.scope('read'),
      fields: visible.fields,
    }))
  if (!record) throw notFound()
  return await presentRecord(door, { record }, connection)
}

/** The answer to a write that came a second time: the record as it is now, and the change-set that the write became. Throws `not_found`. */
export async function readAgain(
  door: Door,
  { id, changeSet }: { readonly id: string; readonly changeSet: string },
  connection: Connection,
): Promise<RecordReply> {
  return withChangeSet(await readRecord(door, id, connection), changeSet)
}

/** Whose bytes are meant. */
export interface BytesRequest {
  readonly id: string
  readonly field: string
}

/** The bytes of a field. Throws `not_found` for a field that holds none, or that the viewer may not know of. */
export async function readBytes({ core, visible }: Door, { id, field: name }: BytesRequest): Promise<Uint8Array> {
  const key = keyOfId(visible.model, id)
  const field = visible.field(name)
  if (!key || field?.column.kind !== 'bytes') throw notFound()
  const bytes = await selectBytes(core.database, visible.model, { key, field, condition: visible.scope('read') })
  if (!bytes) throw notFound()
  return bytes
}
