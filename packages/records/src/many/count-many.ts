/** Says before many records are changed how many that would be, and fixes the moment on which the change is then based. */
import type { ManyCount } from '@haykal/contract'
import { countRecords, selectChange, selectLatest, type TouchedRequest } from '@haykal/database'
import { both, type Filter } from '@haykal/model'
import { allowAct } from '../allow-act.ts'
import type { Door } from '../door.ts'
import { badPlace, type PlaceScope, readPlace, writePlace } from '../history/opaque-place.ts'
import { listCondition } from '../list-records.ts'

/** Which records, and what is to be done with them. */
export interface CountRequest {
  readonly act: 'edit' | 'remove'
  readonly filter?: Filter
  readonly q?: string
}

/** What a change of all that a filter finds would be about. Throws `not_allowed`, and `malformed` for a filter that is none. */
export async function countMany(door: Door, { act, ...query }: CountRequest): Promise<ManyCount> {
  const { core, visible } = door
  allowAct(door, act)
  // The moment first: what is changed while this counts is changed after it.
  const latest = core.history ? await selectLatest(core.database) : undefined
  const condition = listCondition(door, query)
  const [found, allowed] = await Promise.all([
    countRecords(core.database, visible.model, { condition }),
    countRecords(core.database, visible.model, { condition: both(condition, visible.scope(act)) }),
  ])
  return {
    found,
    allowed,
    asOf: writePlace(momentScope(door), { changeSet: '', ordinal: 0, unfinished: null, ...latest }),
  }
}

/** What came later than a moment of the history. */
export type Since = Pick<TouchedRequest, 'after' | 'unfinished'>

/** What a moment stands for. Throws `malformed` for one that this server did not tell this person. */
export async function momentIn(door: Door, asOf: string): Promise<Since> {
  const scope = momentScope(door)
  const { changeSet, ordinal, unfinished = null } = readPlace(scope, asOf)
  if (typeof changeSet !== 'string' || typeof ordinal !== 'number') throw badPlace(scope.pointer)
  if (changeSet === '') return { after: 0, unfinished: null }
  const change = await selectChange(door.core.database, { changeSet, ordinal })
  // What was there then is forgotten by now: nobody can tell what was changed since.
  if (!change) throw badPlace(scope.pointer)
  return { after: change.number, unfinished: typeof unfinished === 'string' ? unfinished : null }
}

function momentScope({ core, access }: Door): PlaceScope {
  return { secret: core.secret, of: ['as of', access.viewer.id], pointer: '/which/asOf' }
}
