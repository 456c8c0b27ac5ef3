/** Runs an action of the project on records: all of them must be ones that it is for, and everything that it does is one change-set, all or nothing. */
import type { Written } from '@haykal/contract'
import { existsRecord } from '@haykal/database'
import {
  type Condition,
  everything,
  HaykalError,
  invalid,
  isEverything,
  isNothing,
  keyOfId,
  notFound,
  type Problem,
  parseFilter,
  pointerTo,
  unlimitedPaths,
} from '@haykal/model'
import { allowAct } from '../allow-act.ts'
import { inChangeSet, type Writing } from '../changes/in-change-set.ts'
import { readStored, type Stored } from '../changes/write-change.ts'
import type { Door } from '../door.ts'
import { isReadable, readAllowed, saveOne } from '../save-record.ts'
import type { Action } from './model-faces.ts'
import { runProjectCode } from './run-hook.ts'
import { trustedRecords } from './trusted-records.ts'

/** Which action, and on which records. */
export interface ActionRequest {
  readonly name: string
  /** Ids, as in addresses. */
  readonly records: readonly string[]
}

/** Runs it. Throws `not_found` for an action or a record that the viewer may not know of, `not_allowed`, `invalid` for records that it is not for. */
export async function runAction(door: Door, { name, records }: ActionRequest): Promise<Written> {
  const { core, visible } = door
  const action = core.faces?.get(visible.model.name)?.actions.get(name)
  // Of an action that is for other roles nobody else knows.
  if (!action || (action.allowed && !mayRun(door, action))) throw notFound()
  const closed = core.closedOf(visible.model.name)
  if (closed !== undefined) throw new HaykalError('locked', { params: { reason: closed } })
  if (!action.allowed) allowAct(door, 'edit')
  const running: Door = { ...door, origin: { ...door.origin, means: 'action', action: action.label } }
  return await inChangeSet(running, {
    async work(writing) {
      const found = await findAll(running, writing, { action, records })
      await runProjectCode(core.database.engine, () =>
        action.run({
          records: found.map(({ image }) => image),
          viewer: door.access.viewer,
          trusted: trustedRecords(running, { ...writing, depth: writing.depth + 1 }, saveOne),
        }),
      )
      return { changeSet: writing.set.size === 0 ? null : writing.set.id }
    },
    again: async (changeSet) => ({ changeSet }),
  })
}

/** Whether a viewer may run an action at all. Where nothing is said, whoever may edit records may. */
export function mayRun({ access, visible }: Pick<Door, 'access' | 'visible'>, { allowed }: Action): boolean {
  if (allowed) return allowed.includes(access.viewer.role)
  return !isNothing(visible.scope('edit'))
}

async function findAll(
  door: Door,
  writing: Writing,
  { action, records }: { readonly action: Action; readonly records: readonly string[] },
): Promise<Stored[]> {
  const { visible } = door
  const condition = whenOf(door, action)
  const problems: Problem[] = []
  const found: Stored[] = []
  for (const [index, id] of records.entries()) {
    if (records.indexOf(id) < index) continue
    const key = keyOfId(visible.model, id)
    const stored = key && (await findOne(door, writing, { key, isTrusted: action.allowed !== undefined }))
    if (!stored) throw notFound()
    const isFor =
      isEverything(condition) || (await existsRecord(writing.connection, visible.model, { key: stored.key, condition }))
    if (isFor) found.push(stored)
    else problems.push({ pointer: pointerTo('records', index), code: 'not_for_action' })
  }
  if (problems.length > 0) throw invalid(problems)
  return found
}

/** Who runs what is not for everybody needs to read the record; else they need to be able to edit it. */
async function findOne(
  door: Door,
  writing: Writing,
  { key, isTrusted }: { readonly key: Stored['key']; readonly isTrusted: boolean },
): Promise<Stored | undefined> {
  if (!isTrusted) return await readAllowed(door, writing, { act: 'edit', key })
  const stored = await readStored(door, key, writing.connection)
  return stored && (await isReadable(door, stored, writing)) ? stored : undefined
}

function whenOf({ core, visible }: Door, { when }: Action): Condition {
  if (when === undefined) return everything
  const read = parseFilter(when, unlimitedPaths(visible.model, core.models))
  if (!read.ok) throw new HaykalError('project_failed', { cause: new Error('The filter of an action cannot be read') })
  return read.condition
}
