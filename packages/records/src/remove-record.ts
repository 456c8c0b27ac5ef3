/** Removes records: only the one that the person saw. */
import { type Connection, deleteRecord, selectRecord } from '@haykal/database'
import { conflict, keyOfId, notFound } from '@haykal/model'
import { allowAct, expectAllowed, expectReadable } from './allow-act.ts'
import { writeChange } from './changes.ts'
import type { Door } from './door.ts'
import { etagOf, matchesEtag } from './etag.ts'

/** Removes a record whose ETag still matches. Throws `conflict` when it changed, `still_referred_to` when other records need it. */
export async function removeRecord(door: Door, id: string, ifMatch: string): Promise<void> {
  const { core, visible } = door
  const key = keyOfId(visible.model, id)
  if (!key) throw notFound()
  await expectReadable(door, key)
  allowAct(door, 'remove')
  const { engine } = core.database
  await core.database.write(async (queries) => {
    const connection: Connection = { engine, queries }
    const stored = await selectRecord(connection, visible.model, {
      key,
      condition: visible.scope('read'),
      fields: visible.fields,
      forWriting: true,
    })
    if (!stored) throw notFound()
    await expectAllowed(door, { act: 'remove', key }, connection)
    if (!matchesEtag(ifMatch, etagOf(stored))) throw conflict({})
    const write = async () => ({ key, rows: await deleteRecord(connection, visible.model, key) })
    await writeChange(door, { act: 'remove', key }, { connection, write })
  })
}
