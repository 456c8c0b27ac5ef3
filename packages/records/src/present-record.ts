/** Turns a record into an answer: only what the viewer may see, and what they may do with it. */
import type { RecordReply } from '@haykal/contract'
import { type Connection, isKeyShared, selectRecord } from '@haykal/database'
import { type AnyRecord, everything, notAllowed, recordId } from '@haykal/model'
import { type Attempt, expectAllowed, isAllowed } from './allow-act.ts'
import { mayBeShared } from './changes.ts'
import type { Door } from './door.ts'
import { etagOf } from './etag.ts'
import { presentTitles } from './present-titles.ts'
import { settableFields } from './settable-fields.ts'

/** Presents one record, as read by the visible fields of its door. */
export async function presentRecord(door: Door, record: AnyRecord, connection: Connection): Promise<RecordReply> {
  const { access, visible } = door
  const key = visible.model.key.map((field) => record[field.name] ?? null)
  const isShared = mayBeShared(visible.model, key) && (await isKeyShared(connection, visible.model, key))
  const edit = !isShared && (await isAllowed(door, { act: 'edit', key }, connection))
  const fields = edit ? settableFields(visible, 'edit') : undefined
  return {
    data: record,
    meta: {
      id: recordId(visible.model, record),
      titles: await presentTitles({ database: connection, access }, visible.fields, [record]),
      can: {
        edit,
        remove: !isShared && (await isAllowed(door, { act: 'remove', key }, connection)),
        ...(fields === undefined ? {} : { fields }),
      },
      ...(isShared ? { closed: 'same-key' as const } : {}),
      etag: etagOf(record),
    },
  }
}

/** Presents a record that was just written. Throws `not_allowed` when the rule does not hold for it as it became. */
export async function presentWritten(door: Door, attempt: Attempt, connection: Connection): Promise<RecordReply> {
  const { visible } = door
  await expectAllowed(door, { ...attempt, isAfter: true }, connection)
  const { act, key } = attempt
  const record = await selectRecord(connection, visible.model, { key, condition: everything, fields: visible.fields })
  if (!record) throw notAllowed({ act })
  return await presentRecord(door, record, connection)
}
