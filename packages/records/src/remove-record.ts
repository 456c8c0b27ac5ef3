/** Removes records: only the one that the person saw. */
import { type Connection, selectRecord } from '@haykal/database'
import { conflict, HaykalError, keyOfId, notFound } from '@haykal/model'
import { allowAct, expectAllowed, expectReadable } from './allow-act.ts'
import type { Door } from './door.ts'
import { etagOf, matchesEtag } from './etag.ts'
import { type HeldRecord, holdersOf, type Removal, removeWithChildren } from './release-children.ts'

/**
 * Removes a record whose ETag still matches, and does to the records that point to it what their relations say.
 * Throws `conflict` when it changed, `still_referred_to` when other records hold it.
 */
export async function removeRecord(door: Door, id: string, ifMatch: string): Promise<void> {
  const { core, visible } = door
  const key = keyOfId(visible.model, id)
  if (!key) throw notFound()
  await expectReadable(door, key)
  allowAct(door, 'remove')
  const { engine } = core.database
  let removal: Removal | undefined
  const removing = core.database.write(async (queries) => {
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
    removal = { connection, begun: new Set() }
    await removeWithChildren(door, key, removal)
  })
  await removing.catch(async (error: unknown) => {
    throw isHeld(error, door) && removal?.last ? await heldError(removal.last, error) : error
  })
}

function isHeld(error: unknown, { core }: Door): boolean {
  if (error instanceof HaykalError) return error.code === 'still_referred_to'
  return core.database.engine.explainRefusal(error)?.reason === 'reference'
}

async function heldError(record: HeldRecord, cause: unknown): Promise<HaykalError> {
  const problems = await holdersOf(record)
  return new HaykalError('still_referred_to', { cause, ...(problems.length === 0 ? {} : { problems }) })
}
