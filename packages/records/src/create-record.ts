/** Creates a record, and its children with it: rule, parse, store, and the rule again for the record as it became. */
import type { ChildChanges, RecordReply } from '@haykal/contract'
import { selectMeantRecord } from '@haykal/database'
import { type AnyRecord, notFound } from '@haykal/model'
import { allowAct } from './allow-act.ts'
import { inChangeSet } from './changes/in-change-set.ts'
import { saveChildren } from './children/save-children.ts'
import type { Door } from './door.ts'
import { presentWritten } from './present-record.ts'
import { readAgain } from './read-record.ts'
import { createOne } from './save-record.ts'

/** Creates a record. Throws `invalid` with all problems, `not_unique`, `not_allowed`. */
export async function createRecord(
  door: Door,
  values: AnyRecord,
  children: readonly ChildChanges[] = [],
): Promise<RecordReply> {
  allowAct(door, 'create')
  return await inChangeSet(door, {
    async work(writing) {
      const saveParent = () => createOne(door, writing, values)
      const stored = await saveChildren(door, writing, { children, saveParent })
      return await presentWritten(door, stored, writing)
    },
    async again(changeSet, connection) {
      const id = await selectMeantRecord(connection, { changeSet, model: door.visible.model.name })
      if (id === undefined) throw notFound()
      return await readAgain(door, { id, changeSet }, connection)
    },
  })
}
