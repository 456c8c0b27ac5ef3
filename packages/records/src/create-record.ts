/** Creates records: rule, parse, store, and the rule again for the record as it became. */
import type { RecordReply } from '@haykal/contract'
import { type Connection, insertRecord } from '@haykal/database'
import type { AnyRecord } from '@haykal/model'
import { allowAct } from './allow-act.ts'
import { writeChange } from './changes.ts'
import { checkValues } from './check-values.ts'
import type { Door } from './door.ts'
import { presentWritten } from './present-record.ts'

/** Creates a record. Throws `invalid` with all problems, `not_unique`, `not_allowed`. */
export async function createRecord(door: Door, input: AnyRecord): Promise<RecordReply> {
  allowAct(door, 'create')
  const { core, visible } = door
  const { engine } = core.database
  return await core.database.write(async (queries) => {
    const connection: Connection = { engine, queries }
    const values = await checkValues(door, { input, purpose: 'create', connection })
    const write = async () => {
      const made = await insertRecord(connection, visible.model, values)
      return { key: made ?? [], rows: made ? 1 : 0 }
    }
    const key = await writeChange(door, { act: 'create' }, { connection, write })
    return await presentWritten(door, { act: 'create', key }, connection)
  })
}
