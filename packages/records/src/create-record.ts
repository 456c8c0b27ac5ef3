/** Creates records: rule, parse, store, and the rule again for the record as it became. */
import type { RecordReply } from '@haykal/contract'
import { existsRecord, insertRecord, selectRecord, type Writing } from '@haykal/database'
import { type AnyRecord, everything, notAllowed } from '@haykal/model'
import { allowAct } from './allow-act.ts'
import { checkValues } from './check-values.ts'
import type { Door } from './door.ts'
import { presentRecord } from './present-record.ts'

/** Creates a record. Throws `invalid` with all problems, `not_unique`, `not_allowed`. */
export async function createRecord(door: Door, input: AnyRecord): Promise<RecordReply> {
  allowAct(door, 'create')
  const { core, visible } = door
  const { engine } = core.database
  return await core.database.write(async (queries) => {
    const writing: Writing = { engine, queries }
    const values = await checkValues(door, { input, purpose: 'create', writing })
    const key = await insertRecord(writing, visible.model, values)
    if (!(await existsRecord(writing, visible.model, { key, condition: visible.scope('create') })))
      throw notAllowed({ act: 'create' })
    const record = await selectRecord(writing, visible.model, { key, condition: everything, fields: visible.fields })
    return await presentRecord(door, record ?? {}, writing)
  })
}
