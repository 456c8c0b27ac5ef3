/** Asks whether a viewer may do something: at all, before anything is read or parsed, and with one record. */
import { type Act, explain, explainAct, mentionsIn } from '@haykal/access'
import { type Connection, existsRecord, selectRecord } from '@haykal/database'
import {
  type AnyRecord,
  type Condition,
  everything,
  HaykalError,
  isEverything,
  isNothing,
  type Json,
  notAllowed,
  notFound,
} from '@haykal/model'
import type { Door } from './door.ts'
import { holdsInMemory } from './holds-in-memory.ts'
import { titlesOfMentions } from './present-titles.ts'

/** Throws `not_allowed` when no record of the model lets this viewer do it, and `locked` when nobody can. */
export function allowAct({ core, access, visible }: Door, act: Act): void {
  if (isNothing(visible.scope(act))) throw notAllowed({ act }, explainAct({ access, model: visible.model, act }))
  const closed = core.closedOf(visible.model.name)
  if (closed !== undefined) throw new HaykalError('locked', { params: { reason: closed } })
}

/** An act on the stored record of a key. */
export interface Attempt {
  readonly act: Act
  readonly key: readonly Json[]
  /** The record is as it would become; absent: as it is. */
  readonly isAfter?: boolean
  /** Every stored field of it, where it is at hand. */
  readonly image?: AnyRecord
}

/**
 * Refuses what can never be done before anything is begun, as `allowAct` does; a record that this viewer may not read is not there,
 * whatever else would be refused.
 */
export async function allowActOn(door: Door, { act, key }: Attempt): Promise<void> {
  const { core, visible } = door
  const isPossible = !isNothing(visible.scope(act)) && core.closedOf(visible.model.name) === undefined
  if (isPossible) return
  if (!(await existsRecord(core.database, visible.model, { key, condition: visible.scope('read') }))) throw notFound()
  allowAct(door, act)
}

/** Throws `not_allowed`, with the rule that decided, for an act that is not allowed on the record. */
export async function expectAllowed(door: Door, attempt: Attempt, connection: Connection): Promise<void> {
  if (await isAllowed(door, attempt, connection)) return
  const { access, visible } = door
  const { act, key, isAfter = false } = attempt
  const { model } = visible
  const record = await selectRecord(connection, model, { key, condition: everything, fields: visible.fields })
  const question = { access, model, act, isAfter, ...(record && { record }) }
  const holds = (condition: Condition) => existsRecord(connection, model, { key, condition })
  const titleOf = await titlesOfMentions({ database: connection, access }, mentionsIn(question))
  throw notAllowed({ act }, await explain({ ...question, titleOf }, holds))
}

/** Whether an act is allowed on the record. A rule that lets every record pass is not asked of the database. */
export async function isAllowed(
  { core, visible }: Door,
  { act, key, image }: Attempt,
  connection: Connection,
): Promise<boolean> {
  const scope = visible.scope(act)
  // What nobody can change is read all the same.
  const isClosed = act !== 'read' && core.closedOf(visible.model.name) !== undefined
  if (isClosed || isNothing(scope)) return false
  if (isEverything(scope)) return true
  const known = image && holdsInMemory(core, scope, image)
  return known ?? (await existsRecord(connection, visible.model, { key, condition: scope }))
}
