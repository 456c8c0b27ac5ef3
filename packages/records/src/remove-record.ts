/** Removes records: only the one that the person saw. */
import { deleteRecord, existsRecord, selectRecord, type Writing } from '@haykal/database'
import { conflict, keyOfId, notAllowed, notFound } from '@haykal/model'
import { allowAct } from './allow-act.ts'
import type { Door } from './door.ts'
import { etagOf, matchesEtag } from './etag.ts'

/** Removes a record whose ETag still matches. Throws `conflict` when it changed, `still_referred_to` when other records need it. */
export async function removeRecord(door: Door, id: string, ifMatch: string): Promise<void> {
  const { core, visible } = door
  const key = keyOfId(visible.model, id)
  const reading = { key: key ?? [], condition: visible.scope('read'), fields: visible.fields }
  if (!key || !(await selectRecord(core.database, visible.model, reading))) throw notFound()
  allowAct(door, 'remove')
  const { engine } = core.database
  await core.database.write(async (queries) => {
    const writing: Writing = { engine, queries }
    const stored = await selectRecord(writing, visible.model, { ...reading, forWriting: true })
    if (!stored) throw notFound()
    if (!(await existsRecord(writing, visible.model, { key, condition: visible.scope('remove') })))
      throw notAllowed({ act: 'remove' })
    if (!matchesEtag(ifMatch, etagOf(stored))) throw conflict({})
    await deleteRecord(writing, visible.model, key)
  })
}
