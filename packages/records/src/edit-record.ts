/** Edits records: what the writer saw is compared with what is stored, inside the transaction; edits of different fields merge. */
import type { RecordReply } from '@haykal/contract'
import { type Connection, selectRecord, updateRecord } from '@haykal/database'
import {
  type AnyRecord,
  conflict,
  HaykalError,
  isSameJson,
  type Json,
  keyOfId,
  notFound,
  type Problem,
  pointerTo,
} from '@haykal/model'
import { allowAct, expectAllowed, expectReadable } from './allow-act.ts'
import { writeChange } from './changes.ts'
import { checkValues } from './check-values.ts'
import type { Door } from './door.ts'
import { etagOf, matchesEtag } from './etag.ts'
import { presentWritten } from './present-record.ts'
import type { EditRequest } from './records.ts'

/** Edits a record. Throws `conflict` with each field that others changed meanwhile, and then writes nothing. */
export async function editRecord(door: Door, id: string, request: EditRequest): Promise<RecordReply> {
  const { core, visible } = door
  const key = keyOfId(visible.model, id)
  if (!key) throw notFound()
  const { engine } = core.database
  await expectReadable(door, key)
  allowAct(door, 'edit')
  return await core.database.write(async (queries) => {
    const connection: Connection = { engine, queries }
    const stored = await selectForEdit(door, key, connection)
    if (request.ifMatch !== undefined && !matchesEtag(request.ifMatch, etagOf(stored))) throw conflict({})
    const values = await checkValues(door, { input: request.values, purpose: 'edit', connection })
    const changed = mergeEdit(stored, values, request.base)
    const write = async () => ({ key, rows: await updateRecord(connection, visible.model, { key, values: changed }) })
    if (Object.keys(changed).length > 0) await writeChange(door, { act: 'edit', key }, { connection, write })
    return await presentWritten(door, { act: 'edit', key }, connection)
  })
}

async function selectForEdit(door: Door, key: readonly Json[], connection: Connection): Promise<AnyRecord> {
  const { visible } = door
  const stored = await selectRecord(connection, visible.model, {
    key,
    condition: visible.scope('read'),
    fields: visible.fields,
    forWriting: true,
  })
  if (!stored) throw notFound()
  await expectAllowed(door, { act: 'edit', key }, connection)
  return stored
}

/** The values that differ from what is stored. Throws `base_required` for fields without a base, `conflict` for those whose base is old. */
export function mergeEdit(stored: AnyRecord, values: AnyRecord, base: AnyRecord | undefined): AnyRecord {
  const names = Object.keys(values)
  const baseless = names.filter((name) => base === undefined || !Object.hasOwn(base, name))
  if (baseless.length > 0) {
    throw new HaykalError('base_required', {
      problems: baseless.map((name): Problem => ({ pointer: pointerTo('base', name), code: 'required' })),
    })
  }
  const changed = names.filter((name) => !isSameJson(values[name] ?? null, stored[name] ?? null))
  const conflicting = changed.filter((name) => !isSameJson(base?.[name] ?? null, stored[name] ?? null))
  if (conflicting.length > 0) {
    throw conflict(
      Object.fromEntries(
        conflicting.map((name) => [
          name,
          { base: base?.[name] ?? null, theirs: stored[name] ?? null, yours: values[name] ?? null },
        ]),
      ),
    )
  }
  return Object.fromEntries(changed.map((name) => [name, values[name] ?? null]))
}
