/** Removes records: only the one that the person saw. */
import type { Written } from '@haykal/contract'
import type { Connection } from '@haykal/database'
import { HaykalError, type Json, keyOfId, notFound } from '@haykal/model'
import { allowActOn } from './allow-act.ts'
import { inChangeSet, type Writing } from './changes/in-change-set.ts'
import type { Door } from './door.ts'
import { type HeldRecord, holdersOf, type Removal, removeWithChildren } from './release-children.ts'
import { expectEtag, readAllowed } from './save-record.ts'

/**
 * Removes a record whose ETag still matches, and does to the records that point to it what their relations say.
 * Throws `conflict` when it changed, `still_referred_to` when other records hold it.
 */
export async function removeRecord(door: Door, id: string, ifMatch: string): Promise<Written> {
  const key = keyOfId(door.visible.model, id)
  if (!key) throw notFound()
  await allowActOn(door, { act: 'remove', key })
  const begun: { removal?: Removal } = {}
  const removing = inChangeSet(door, {
    async work(writing) {
      await removeOne(door, writing, { key, ifMatch, begun })
      return { changeSet: writing.set.id }
    },
    again: async (changeSet) => ({ changeSet }),
  })
  return await removing.catch(async (error: unknown) => {
    throw await explainHeld(door, begun.removal, { error, connection: door.core.database })
  })
}

/** What is removed, and where it is told how far that went. */
export interface Removing {
  readonly key: readonly Json[]
  readonly ifMatch: string
  readonly begun: { removal?: Removal }
}

/** Removes one record inside a change-set. Throws as `removeRecord` does, what holds it not yet named. */
export async function removeOne(door: Door, writing: Writing, { key, ifMatch, begun }: Removing): Promise<void> {
  const stored = await readAllowed(door, writing, { act: 'remove', key })
  await expectEtag(door, writing, { stored, ifMatch })
  const removal: Removal = { writing, begun: new Set() }
  begun.removal = removal
  await removeWithChildren(door, key, removal)
}

/** An error, and where to ask what it is about: in the transaction that goes on, or outside of the one that it ended. */
interface Failure {
  readonly error: unknown
  readonly connection: Connection
}

/** The error of a removal, with the records that hold it where that is the matter. */
export async function explainHeld(door: Door, removal: Removal | undefined, failure: Failure): Promise<unknown> {
  return isHeld(failure.error, door) && removal?.last ? await heldError(removal.last, failure) : failure.error
}

function isHeld(error: unknown, { core }: Door): boolean {
  if (error instanceof HaykalError) return error.code === 'still_referred_to'
  return core.database.engine.explainRefusal(error)?.reason === 'reference'
}

async function heldError(record: HeldRecord, { error, connection }: Failure): Promise<HaykalError> {
  const problems = await holdersOf(record, connection)
  return new HaykalError('still_referred_to', { cause: error, ...(problems.length === 0 ? {} : { problems }) })
}
