/** Edits a record, and its children with it: what the writer saw is compared with what is stored, inside the transaction; edits of different fields merge. */
import type { RecordReply } from '@haykal/contract'
import { keyOfId, notFound } from '@haykal/model'
import { allowActOn } from './allow-act.ts'
import { inChangeSet } from './changes/in-change-set.ts'
import { readStored, type Stored } from './changes/write-change.ts'
import { saveChildren } from './children/save-children.ts'
import type { Door } from './door.ts'
import { presentWritten } from './present-record.ts'
import { readAgain } from './read-record.ts'
import type { EditRequest } from './records.ts'
import { editOne, expectEtag, isReadable } from './save-record.ts'

/** Edits a record. Throws `conflict` with each field that others changed meanwhile, and then writes nothing. */
export async function editRecord(door: Door, id: string, request: EditRequest): Promise<RecordReply> {
  const key = keyOfId(door.visible.model, id)
  if (!key) throw notFound()
  const children = request.children ?? []
  // Whoever only changes children needs no right to edit what they belong to.
  const isOfChildren = children.length > 0 && Object.keys(request.values).length === 0
  if (!isOfChildren) await allowActOn(door, { act: 'edit', key })
  return await inChangeSet(door, {
    async work(writing) {
      const readParent = async (): Promise<Stored> => {
        const parent = await readStored(door, key, writing.connection)
        if (!parent || !(await isReadable(door, parent, writing))) throw notFound()
        return parent
      }
      const stored = await saveChildren(door, writing, {
        children,
        readParent,
        async saveParent() {
          if (!isOfChildren) return await editOne(door, writing, { key, request })
          const parent = await readParent()
          const { ifMatch } = request
          if (ifMatch !== undefined) await expectEtag(door, writing, { stored: parent, ifMatch })
          return parent
        },
      })
      return await presentWritten(door, stored, writing)
    },
    again: async (changeSet, connection) => await readAgain(door, { id, changeSet }, connection),
  })
}
