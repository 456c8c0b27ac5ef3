/** Turns a record into an answer: only what the viewer may see, and what they may do with it. */
import type { Act } from '@haykal/access'
import type { RecordReply } from '@haykal/contract'
import { existsRecord, type Writing } from '@haykal/database'
import { type AnyRecord, isEverything, isNothing, type Json, recordId } from '@haykal/model'
import type { Door } from './door.ts'
import { etagOf } from './etag.ts'
import { presentTitles } from './present-titles.ts'

/** Presents one record, as read by the visible fields of its door. */
export async function presentRecord(door: Door, record: AnyRecord, reading: Writing): Promise<RecordReply> {
  const { access, visible } = door
  const key = visible.model.key.map((field) => record[field.name] ?? null)
  return {
    data: record,
    meta: {
      id: recordId(visible.model, record),
      titles: await presentTitles({ database: reading, access }, visible.fields, [record]),
      can: {
        edit: await isAllowed(door, { act: 'edit', key }, reading),
        remove: await isAllowed(door, { act: 'remove', key }, reading),
      },
      etag: etagOf(record),
    },
  }
}

/** Whether an act is allowed on the stored record of a key. */
export async function isAllowed(
  { core, visible }: Door,
  { act, key }: { act: Act; key: readonly Json[] },
  reading: Writing,
): Promise<boolean> {
  const scope = visible.scope(act)
  if (core.closedOf(visible.model.name) !== undefined || isNothing(scope)) return false
  return isEverything(scope) || (await existsRecord(reading, visible.model, { key, condition: scope }))
}
