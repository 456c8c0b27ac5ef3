/** Edits records: what the writer saw is compared with what is stored, inside the transaction; edits of different fields merge. */
import type { RecordReply } from '@haykal/contract'
import { existsRecord, selectRecord, updateRecord, type Writing } from '@haykal/database'
import {
  type AnyRecord,
  conflict,
  everything,
  HaykalError,
  type Json,
  keyOfId,
  notAllowed,
  notFound,
  type Problem,
  pointerTo,
} from '@haykal/model'
import { allowAct } from './allow-act.ts'
import { checkValues } from './check-values.ts'
import type { Door } from './door.ts'
import { etagOf, matchesEtag } from './etag.ts'
import { presentRecord } from './present-record.ts'
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
    const writing: Writing = { engine, queries }
    const stored = await selectForEdit(door, key, writing)
    if (request.ifMatch !== undefined && !matchesEtag(request.ifMatch, etagOf(stored))) throw conflict({})
    const values = await checkValues(door, { input: request.values, purpose: 'edit', writing })
    const changed = mergeEdit(stored, values, request.base)
    await updateRecord(writing, visible.model, { key, values: changed })
    if (!(await existsRecord(writing, visible.model, { key, condition: visible.scope('edit') })))
      throw notAllowed({ act: 'edit' })
    const record = await selectRecord(writing, visible.model, { key, condition: everything, fields: visible.fields })
    return await presentRecord(door, record ?? {}, writing)
  })
}

/** What cannot be read is not there, whatever else would be refused. */
async function expectReadable({ core, visible }: Door, key: readonly Json[]): Promise<void> {
  if (!(await existsRecord(core.database, visible.model, { key, condition: visible.scope('read') }))) throw notFound()
}

async function selectForEdit({ visible }: Door, key: readonly Json[], writing: Writing): Promise<AnyRecord> {
  const stored = await selectRecord(writing, visible.model, {
    key,
    condition: visible.scope('read'),
    fields: visible.fields,
    forWriting: true,
  })
  if (!stored) throw notFound()
  if (!(await existsRecord(writing, visible.model, { key, condition: visible.scope('edit') })))
    throw notAllowed({ act: 'edit' })
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
  const changed = names.filter((name) => !isSame(values[name] ?? null, stored[name] ?? null))
  const conflicting = changed.filter((name) => !isSame(base?.[name] ?? null, stored[name] ?? null))
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

/** Whether two values are the same, whatever the order of keys in their objects. */
function isSame(one: Json, other: Json): boolean {
  return one === other || JSON.stringify(one, sortKeys) === JSON.stringify(other, sortKeys)
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
